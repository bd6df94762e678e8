/** What stands around a drawing: caption, legend, words, source. */
export const FIGURE_CSS = `
polyref-diagram { display: block; margin: 1.5rem 0 }
figure.pr-diagram { position: relative; display: grid; grid-template-columns: minmax(0, 1fr) auto; margin: 0; font-size: 0.875rem; color: var(--pr-d-muted) }
figure.pr-diagram > * { grid-column: 1 / -1; min-width: 0 }
figure.pr-diagram > figcaption { grid-area: 1 / 1 / 2 / 2; align-self: center; min-height: 2rem; padding-block: 0.25rem; color: var(--pr-d-ink); font-weight: 550; overflow-wrap: anywhere }
figure.pr-diagram .pr-diagram-scroll { position: relative; overflow-x: auto; padding-block: 2px; border-radius: 6px; touch-action: pan-x pan-y }
figure.pr-diagram .pr-diagram-scroll:focus-visible { outline: 2px solid var(--pr-accent, currentColor); outline-offset: 2px }
figure.pr-diagram .pr-diagram-scroll.zoomed { display: grid; overflow: auto hidden; cursor: grab; box-shadow: 0 0 0 1px var(--pr-d-rule); scrollbar-width: thin }
figure.pr-diagram .pr-diagram-scroll.zoomed > svg { max-width: none; min-width: 0; margin: auto }
figure.pr-diagram .pr-diagram-scroll.dragging { cursor: grabbing; user-select: none }
figure.pr-diagram .pr-diagram-scroll.dragging a { cursor: inherit }
@media (pointer: coarse) { figure.pr-diagram .pr-diagram-scroll.zoomed { overflow: auto } }
figure.pr-diagram .pr-diagram-legend { display: flex; flex-wrap: wrap; gap: 0.125rem 0.25rem; margin: 0.375rem 0 0; padding: 0; list-style: none; font-size: 0.8125rem }
figure.pr-diagram .pr-diagram-legend li { display: flex; margin: 0; padding: 0; list-style: none }
figure.pr-diagram .pr-diagram-legend li:not(:has(button)), figure.pr-diagram .pr-diagram-legend button { display: flex; gap: 0.4rem; align-items: center; padding: 0.2rem 0.5rem; border: 1px solid transparent; border-radius: 5px }
figure.pr-diagram .pr-diagram-legend .pr-d { margin: 0; min-width: 0; flex: none }
figure.pr-diagram .pr-diagram-legend .sign { fill: var(--c) }
figure.pr-diagram button, figure.pr-diagram select, figure.pr-diagram input, figure.pr-diagram summary[aria-label] { font: inherit; font-size: 0.8125rem; color: var(--pr-d-muted); background: none; cursor: pointer }
figure.pr-diagram .pr-diagram-legend button[aria-pressed='false'] { color: var(--pr-d-muted); text-decoration: line-through; opacity: 0.75 }
figure.pr-diagram .pr-diagram-legend button[aria-pressed='false'] svg { opacity: 0.35 }
figure.pr-diagram :is(button, select):focus-visible, figure.pr-diagram summary:focus-visible, figure.pr-diagram input:focus-visible { outline: 2px solid var(--pr-accent, currentColor); outline-offset: 1px }
figure.pr-diagram .pr-diagram-bar { grid-area: 1 / 2 / span 6 / 3; align-self: start; position: sticky; z-index: 5; top: calc(var(--sl-nav-height, 0px) + var(--sl-mobile-toc-height, 0px)); display: flex; flex-wrap: wrap; justify-content: flex-end; align-items: center; gap: 0.125rem; border-radius: 6px; background: color-mix(in srgb, var(--pr-d-bg) 94%, transparent) }
@media (max-width: 40rem) {
  figure.pr-diagram { grid-template-columns: minmax(0, 1fr) }
  figure.pr-diagram .pr-diagram-bar { grid-area: 2 / 1 / 3 / 2; justify-content: flex-start }
}
figure.pr-diagram .pr-diagram-bar > button, figure.pr-diagram .pr-diagram-menu > summary { display: grid; place-items: center; box-sizing: border-box; width: 2rem; height: 2rem; margin: 0; padding: 0; border: 0; border-radius: 5px; list-style: none }
figure.pr-diagram .pr-diagram-menu > summary::-webkit-details-marker, figure.pr-diagram .pr-diagram-menu > summary::marker { display: none; content: '' }
figure.pr-diagram .pr-diagram-bar > button[hidden] { display: none }
figure.pr-diagram .pr-diagram-bar svg { fill: none; stroke: currentColor; stroke-width: 1.5; stroke-linecap: round; stroke-linejoin: round }
figure.pr-diagram :is(.pr-diagram-bar > button, .pr-diagram-bar select, .pr-diagram-menu > summary, .pr-diagram-legend button):hover { background: var(--pr-d-hover); color: var(--pr-d-ink) }
figure.pr-diagram .pr-diagram-bar select { height: 2rem; padding: 0 0.25rem; border: 0; border-radius: 5px; field-sizing: content }
figure.pr-diagram .pr-diagram-bar select option { background: var(--pr-d-box); color: var(--pr-d-ink) }
figure.pr-diagram .pr-diagram-find { display: flex; align-items: center; gap: 0.375rem }
figure.pr-diagram .pr-diagram-find input { width: 11rem; height: 1.75rem; box-sizing: border-box; padding: 0 0.5rem; border: 1px solid var(--pr-d-muted); border-radius: 5px; color: var(--pr-d-ink); cursor: text }
figure.pr-diagram .pr-diagram-find output { min-width: 3.5rem; font-size: 0.75rem; font-variant-numeric: tabular-nums }
figure.pr-diagram .pr-diagram-menu { position: relative; margin: 0 }
figure.pr-diagram .pr-diagram-menu > div { position: absolute; z-index: 5; inset: calc(100% + 2px) 0 auto auto; display: grid; min-width: 11rem; padding: 0.25rem; border: 1px solid var(--pr-d-rule); border-radius: 8px; background: var(--pr-d-box); box-shadow: 0 6px 24px rgb(0 0 0 / 14%) }
figure.pr-diagram .pr-diagram-menu > div > button { padding: 0.375rem 0.625rem; border: 0; border-radius: 5px; text-align: start; color: var(--pr-d-ink) }
figure.pr-diagram .pr-diagram-menu > div > button:hover { background: var(--pr-d-hover) }
figure.pr-diagram .pr-diagram-words { position: absolute; z-index: 4; inset-inline: 0; width: fit-content; max-width: min(100%, 52rem); box-sizing: border-box; padding: 0.5rem 0.75rem; border: 1px solid var(--pr-d-rule); border-radius: 8px; background: var(--pr-d-box); box-shadow: 0 4px 18px rgb(0 0 0 / 12%); color: var(--pr-d-muted); font-size: 0.8125rem; line-height: 1.5; pointer-events: none }
figure.pr-diagram .pr-diagram-words:empty { display: none }
figure.pr-diagram .pr-diagram-words p { margin: 0; overflow-wrap: anywhere }
figure.pr-diagram .pr-diagram-words :is(.head, code) { color: var(--pr-d-ink) }
figure.pr-diagram .pr-diagram-words .head { font-weight: 600 }
figure.pr-diagram .pr-diagram-words code { padding: 0; background: none; border: 0 }
figure.pr-diagram > .pr-diagram-map { position: sticky; z-index: 3; bottom: 0.75rem; justify-self: end; margin: -8rem 0.75rem 0.5rem; border: 1px solid var(--pr-d-rule); border-radius: 6px; background: color-mix(in srgb, var(--pr-d-bg) 92%, transparent); box-shadow: 0 2px 10px rgb(0 0 0 / 10%); color: var(--pr-d-muted); outline: 0 solid var(--pr-accent, var(--pr-d-ink)); cursor: pointer; touch-action: none }
figure.pr-diagram > .pr-diagram-map[hidden] { display: none }
polyref-diagram[aria-busy='true'] .pr-diagram-scroll { cursor: progress; opacity: 0.6; transition: opacity 0.3s 0.15s }
polyref-diagram:fullscreen .pr-diagram-bar { top: 0 }
polyref-diagram:fullscreen { overflow: hidden; margin: 0; padding: 0.5rem 1rem; background: var(--pr-d-bg) }
polyref-diagram:fullscreen > figure { height: 100%; grid-template-rows: auto auto minmax(0, 1fr) }
polyref-diagram:fullscreen .pr-diagram-bar { grid-row-end: span 1 }
polyref-diagram:fullscreen .pr-diagram-scroll { grid-row: 3 }
polyref-diagram:fullscreen > figure > details { display: none }
polyref-diagram:fullscreen .pr-diagram-scroll { height: 100% !important; overflow: auto !important; box-sizing: border-box }
figure.pr-diagram details { margin-top: 0.25rem; border: 0; padding: 0 }
figure.pr-diagram summary { cursor: pointer; width: fit-content; font-weight: 400; color: var(--pr-d-muted) }
figure.pr-diagram summary:hover { color: var(--pr-d-ink) }
figure.pr-diagram details ul { margin: 0.25rem 0 0.5rem; padding-inline-start: 1.25rem }
figure.pr-diagram details li { margin: 0.125rem 0 }
figure.pr-diagram details li { overflow-wrap: anywhere }
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
@media (scripting: none) { figure.pr-diagram > figcaption:empty { display: none } }
@media print {
  .pr-diagram details:not([open]), .pr-diagram-copy, .pr-diagram-bar, .pr-diagram-words, .pr-diagram-map { display: none !important }
  figure.pr-diagram .pr-diagram-scroll { display: block !important; opacity: 1 !important; overflow: visible !important; height: auto !important; box-shadow: none }
  figure.pr-diagram .pr-diagram-scroll > svg { width: auto !important; min-width: 0 !important; max-width: 100% !important; max-height: 84vh !important }
}
`.trim();
