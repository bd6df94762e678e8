import { PolyrefDiagram } from './diagram-element.ts';
import { isField } from './keys.ts';

// Runs on every page, after it is shown: diagrams come alive, sources can be copied, and Mermaid itself draws what is of another kind.

if (!customElements.get('polyref-diagram')) customElements.define('polyref-diagram', PolyrefDiagram);

// Listened for on the document, so that a source that comes later can be copied too.
const showCopyButtons = (): void => {
  for (const button of document.querySelectorAll<HTMLButtonElement>('.pr-diagram-copy')) button.hidden = false;
};
showCopyButtons();
document.addEventListener('polyref:page', showCopyButtons);
document.addEventListener('click', async ({ target }) => {
  const button = target instanceof Element ? target.closest<HTMLButtonElement>('.pr-diagram-copy') : null;
  if (button === null) return;
  const code = button.parentElement?.querySelector('code');
  try {
    await navigator.clipboard.writeText(code?.textContent ?? '');
    button.textContent = 'Copied';
  } catch {
    // No leave to write the clipboard: select the text, so that one key copies it.
    if (code) getSelection()?.selectAllChildren(code);
    button.textContent = 'Selected';
  }
  setTimeout(() => { button.textContent = 'Copy'; }, 2000);
});

// `/` finds in the picture that is in sight, wherever the focus is.
document.addEventListener('keydown', (event) => {
  if (event.key !== '/' || event.defaultPrevented || event.ctrlKey || event.metaKey || event.altKey || isField(event.target) || document.querySelector('dialog[open]')) return;
  const seen = [...document.querySelectorAll<PolyrefDiagram>('polyref-diagram')].map((diagram) => ({ diagram, height: heightInSight(diagram) })).sort((a, b) => b.height - a.height)[0];
  if (seen === undefined || seen.height <= 0) return;
  event.preventDefault();
  seen.diagram.find();
});

function heightInSight(element: Element): number {
  const { top, bottom } = element.getBoundingClientRect();
  return Math.min(bottom, innerHeight) - Math.max(top, 0);
}

if (document.querySelector('pre.mermaid')) void import('virtual:polyref/draw-mermaid').then(({ drawMermaid }) => drawMermaid());
