/**
 * Starlight's search box fetches its results page, three times the size of all other scripts, as soon as the browser has nothing to do. Here it waits until somebody reaches
 * for the box: it asks the browser for an idle moment when the page is ready, and that request is what is held back.
 */
const box = document.querySelector('site-search');

window.addEventListener('DOMContentLoaded', () => {
  const own = window.requestIdleCallback;
  window.requestIdleCallback = (callback) => {
    whenReachedFor(() => callback({ didTimeout: false, timeRemaining: () => 0 }));
    return 0;
  };
  setTimeout(() => { window.requestIdleCallback = own; });
}, { capture: true, once: true });

function whenReachedFor(load: () => void): void {
  const done = new AbortController();
  const start = (): void => {
    done.abort();
    focusWhenThere();
    load();
  };
  for (const event of ['pointerenter', 'focusin', 'click']) box?.addEventListener(event, start, { signal: done.signal });
  window.addEventListener('keydown', ({ key, ctrlKey, metaKey }) => {
    if (key === 'k' && (ctrlKey || metaKey)) start();
  }, { signal: done.signal });
}

/** The field comes after the box has opened, and gets what is typed. */
function focusWhenThere(): void {
  const dialog = box?.querySelector('dialog');
  if (dialog == null) return;
  const watch = new MutationObserver(() => {
    const field = dialog.querySelector('input');
    if (field === null) return;
    watch.disconnect();
    if (dialog.open) field.focus();
  });
  watch.observe(dialog, { childList: true, subtree: true });
}
