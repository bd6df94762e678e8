import type { Finding } from '../../lib/model/finding.ts';

/** Shows the mistakes of the schema over the last good page; only the dev server's pages load it. */
class SchemaMistakes extends HTMLElement {
  show(mistakes: readonly Finding[]): void {
    const root = this.shadowRoot ?? this.attachShadow({ mode: 'open' });
    const title = mistakes.length === 1 ? 'A mistake in the schema' : `${mistakes.length} mistakes in the schema`;
    const close = element('button', '', 'Hide');
    close.addEventListener('click', () => this.remove());
    root.replaceChildren(
      element('style', '', STYLE),
      element('section', '', element('header', '', element('h2', '', title), close), element('p', 'note', 'Below is the last good page. It updates itself when this is mended.'), element('ol', '', ...mistakes.map(item))),
    );
    const section = root.querySelector('section');
    section?.setAttribute('role', 'alert');
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

const STYLE = `
  :host { position: fixed; inset: 0; z-index: 1000; display: grid; place-items: start center; padding: 12vh 1rem 1rem; background: rgb(10 12 16 / 55%); overflow: auto }
  section { width: min(46rem, 100%); box-sizing: border-box; padding: 1.25rem 1.5rem; border-radius: 10px; border-top: 4px solid var(--pr-bad); background: var(--pr-bg); color: var(--pr-text); font: 0.9375rem/1.55 var(--pr-sans) }
  header { display: flex; justify-content: space-between; align-items: baseline; gap: 1rem }
  h2 { margin: 0; font-size: 1.125rem; color: var(--pr-strong) }
  button { padding: 0.25rem 0.75rem; border: 1px solid var(--pr-line-strong); border-radius: 6px; background: none; color: inherit; font: inherit; cursor: pointer }
  .note { margin: 0.25rem 0 0; color: var(--pr-muted); font-size: 0.875rem }
  ol { margin: 0; padding: 0; list-style: none }
  li { margin-top: 1rem; padding-top: 1rem; border-top: 1px solid var(--pr-line) }
  p { margin: 0; overflow-wrap: anywhere; white-space: pre-wrap }
  .place { font: 0.8125rem var(--pr-mono); color: var(--pr-accent) }
  .message { margin-top: 0.25rem; color: var(--pr-strong) }
  code { font: 0.875em var(--pr-mono); padding: 0.1em 0.3em; border-radius: 4px; background: var(--pr-surface) }
  .hint { margin-top: 0.25rem; color: var(--pr-muted) }
`;

const NAME = 'polyref-schema-mistakes';
if (!customElements.get(NAME)) customElements.define(NAME, SchemaMistakes);

import.meta.hot?.on('polyref:findings', (mistakes: readonly Finding[]) => {
  const shown = document.querySelector(NAME);
  if (mistakes.length === 0) shown?.remove();
  else {
    const overlay = (shown ?? document.body.appendChild(document.createElement(NAME))) as SchemaMistakes;
    overlay.show(mistakes);
  }
});
import.meta.hot?.send('polyref:ask');
