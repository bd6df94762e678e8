/** What stands around a drawing: caption, legend, words, source. */
export const FIGURE_CSS = `
figure.pr-diagram { margin: 1.5rem 0; font-size: 0.875rem; color: var(--pr-d-muted) }
figure.pr-diagram .pr-diagram-scroll { overflow-x: auto; padding-block: 2px }
figure.pr-diagram figcaption { display: flex; flex-wrap: wrap; gap: 0.25rem 1.5rem; align-items: baseline; margin-top: 0.5rem }
figure.pr-diagram figcaption:empty { display: none }
figure.pr-diagram .pr-diagram-legend { display: flex; flex-wrap: wrap; gap: 0.125rem 1rem; margin: 0; padding: 0; list-style: none; font-size: 0.8125rem }
figure.pr-diagram .pr-diagram-legend li { display: flex; gap: 0.4rem; align-items: center; margin: 0; padding: 0; list-style: none }
figure.pr-diagram .pr-diagram-legend .pr-d { margin: 0 }
figure.pr-diagram details { margin-top: 0.25rem; border: 0; padding: 0 }
figure.pr-diagram summary { cursor: pointer; width: fit-content; font-weight: 400; color: var(--pr-d-muted) }
figure.pr-diagram summary:hover { color: var(--pr-d-ink) }
figure.pr-diagram details ul { margin: 0.25rem 0 0.5rem; padding-inline-start: 1.25rem }
figure.pr-diagram details li { margin: 0.125rem 0 }
figure.pr-diagram figcaption, figure.pr-diagram details li { overflow-wrap: anywhere }
figure.pr-diagram details li a { color: var(--pr-d-ink); text-decoration: underline 1px color-mix(in srgb, currentColor 35%, transparent); text-underline-offset: 0.18em }
figure.pr-diagram details li a:hover { text-decoration-color: currentColor }
figure.pr-diagram code, figure.pr-diagram pre { font-family: var(--pr-mono, ui-monospace, monospace); font-size: 0.8125rem }
figure.pr-diagram details li code { background: none; border: 0; padding: 0; color: var(--pr-d-ink); white-space: normal }
figure.pr-diagram .pr-diagram-source { position: relative }
figure.pr-diagram .pr-diagram-source pre { max-height: 24rem; overflow: auto; margin: 0.375rem 0 0; padding: 0.75rem 1rem; border: 1px solid var(--pr-d-rule); border-radius: 6px; background: var(--pr-d-box); color: var(--pr-d-ink); line-height: 1.5; white-space: pre; tab-size: 2 }
figure.pr-diagram .pr-diagram-copy { position: absolute; top: 0.75rem; right: 0.5rem; padding: 0.2rem 0.6rem; border: 1px solid var(--pr-d-rule); border-radius: 4px; background: var(--pr-d-bg); color: var(--pr-d-ink); font: inherit; font-size: 0.8125rem; cursor: pointer }
figure.pr-diagram .pr-diagram-copy[hidden] { display: none }
figure.pr-diagram-broken { padding: 0.75rem 1rem; border: 1px solid var(--pr-d-rose); border-radius: 6px }
figure.pr-diagram-broken > p { margin: 0; color: var(--pr-d-rose); font-weight: 600 }
figure.pr-diagram-broken > pre { overflow-x: auto; color: var(--pr-d-ink) }
pre.mermaid { overflow-x: auto; margin: 1.5rem 0; border: 0; background: none; text-align: center }
@media print { .pr-diagram details:not([open]), .pr-diagram-copy { display: none } .pr-diagram-scroll { overflow: visible } .pr-d { min-width: 0 !important } }
`.trim();
