import mermaid from 'mermaid';

/** Draws every `<pre class="mermaid">` of the page, and again when the reader changes between light and dark. A text that Mermaid cannot read stays as text. */
export async function drawMermaid(): Promise<void> {
  const blocks = [...document.querySelectorAll<HTMLElement>('pre.mermaid')].map((element) => ({ element, source: element.textContent ?? '' }));
  const draw = async (): Promise<void> => {
    const dark = document.documentElement.dataset['theme'] === 'dark';
    mermaid.initialize({ startOnLoad: false, securityLevel: 'strict', theme: dark ? 'dark' : 'neutral', fontFamily: getComputedStyle(document.body).fontFamily });
    for (const [index, { element, source }] of blocks.entries()) {
      try {
        element.innerHTML = (await mermaid.render(`pr-mermaid-${index}`, source)).svg;
      } catch (error) {
        element.textContent = source;
        element.title = error instanceof Error ? error.message : String(error);
      }
    }
  };
  await draw();
  new MutationObserver(() => void draw()).observe(document.documentElement, { attributes: true, attributeFilter: ['data-theme'] });
}
