// Runs on every page, after it is shown: copy buttons, and Mermaid itself where a page holds a diagram of another kind.

for (const button of document.querySelectorAll<HTMLButtonElement>('.pr-diagram-copy')) {
  const code = button.parentElement?.querySelector('code');
  button.hidden = false;
  button.addEventListener('click', async () => {
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
}

if (document.querySelector('pre.mermaid')) void import('virtual:polyref/draw-mermaid').then(({ drawMermaid }) => drawMermaid());

export {};
