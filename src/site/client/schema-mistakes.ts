import type { Finding } from '../../lib/model/finding.ts';

/**
 * Shows the mistakes of the schema beside the last good page, which stays in sight and of use; none: takes them away. A screen reader is told of them, the focus stays
 * where it is.
 */
export function showMistakes(mistakes: readonly Finding[]): void {
  const shown = document.querySelector<SchemaMistakes>(NAME);
  if (mistakes.length === 0) shown?.remove();
  else (shown ?? (placeForThem().appendChild(document.createElement(NAME)) as SchemaMistakes)).show(mistakes);
}

const NAME = 'polyref-schema-mistakes';

/** A picture that fills the screen shows, and lets be used, only what is in it. */
function placeForThem(): Element {
  return document.fullscreenElement ?? document.body;
}

class SchemaMistakes extends HTMLElement {
  readonly #root = this.attachShadow({ mode: 'open' });
  readonly #follow = (): void => void placeForThem().append(this);
  #shown = '';

  connectedCallback(): void {
    document.addEventListener('fullscreenchange', this.#follow);
  }

  disconnectedCallback(): void {
    document.removeEventListener('fullscreenchange', this.#follow);
  }

  show(mistakes: readonly Finding[]): void {
    const next = JSON.stringify(mistakes);
    // Told again, as after each edit elsewhere, they stay hidden if they were.
    if (next === this.#shown) return;
    this.#shown = next;
    const title = mistakes.length === 1 ? 'A mistake in the schema' : `${mistakes.length} mistakes in the schema`;
    const details = element('details', '', element('summary', '', element('h2', '', title), element('span', 'note', 'This is the last good page. It updates itself when the schema is mended.')), element('ol', '', ...mistakes.map(item)));
    details.toggleAttribute('open', true);
    const section = element('section', '', details);
    section.setAttribute('role', 'alert');
    this.#root.replaceChildren(element('style', '', STYLE), section);
  }
}

function item({ message, hint, location, rule }: Finding): HTMLElement {
  return element(
    'li',
    '',
    element('p', 'place', location ? `${location.file}:${location.line}:${location.column}` : rule),
    element('p', 'message', ...codeInText(message)),
    ...(hint === undefined ? [] : [element('p', 'hint', ...codeInText(hint))]),
  );
}

/** Messages put code between backticks. */
function codeInText(text: string): readonly (Node | string)[] {
  return text.split('`').map((part, index, parts) => (index % 2 === 1 && index < parts.length - 1 ? element('code', '', part) : part));
}

/** Text stays text, whatever the schema says. */
function element(name: string, className: string, ...children: readonly (Node | string)[]): HTMLElement {
  const made = document.createElement(name);
  if (className !== '') made.className = className;
  made.append(...children);
  return made;
}

/** A panel at the foot of the window, which folds to one line. */
const STYLE = `
  :host { position: fixed; inset: auto 0 0; z-index: 1000; pointer-events: none }
  @media print { :host { display: none } }
  section { pointer-events: auto; width: min(60rem, 100%); max-height: 40vh; box-sizing: border-box; margin: 0 auto; overflow: auto; border: 1px solid var(--pr-line-strong); border-bottom: 0; border-top: 4px solid var(--pr-bad); border-radius: 10px 10px 0 0; background: var(--pr-bg); color: var(--pr-text); font: 0.9375rem/1.55 var(--pr-sans); box-shadow: 0 -4px 24px rgb(10 12 16 / 18%) }
  summary { position: sticky; top: 0; display: flex; flex-wrap: wrap; align-items: baseline; gap: 0.125rem 1rem; padding: 0.625rem 1.25rem; background: inherit; cursor: pointer }
  details, summary { background: var(--pr-bg) }
  summary::before { content: '▾'; color: var(--pr-muted) }
  details:not([open]) summary::before { content: '▸' }
  summary:focus-visible { outline: 2px solid var(--pr-accent); outline-offset: -3px }
  h2 { display: inline; margin: 0; font-size: 1rem; color: var(--pr-strong) }
  .note { color: var(--pr-muted); font-size: 0.8125rem }
  ol { margin: 0; padding: 0 1.25rem 1rem; list-style: none }
  li + li { margin-top: 0.75rem; padding-top: 0.75rem; border-top: 1px solid var(--pr-line) }
  p { margin: 0; overflow-wrap: anywhere; white-space: pre-wrap }
  .place { font: 0.8125rem var(--pr-mono); color: var(--pr-accent) }
  .message { margin-top: 0.125rem; color: var(--pr-strong) }
  code { font: 0.875em var(--pr-mono); padding: 0.1em 0.3em; border-radius: 4px; background: var(--pr-surface) }
  .hint { margin-top: 0.125rem; color: var(--pr-muted) }
`;

if (!customElements.get(NAME)) customElements.define(NAME, SchemaMistakes);
