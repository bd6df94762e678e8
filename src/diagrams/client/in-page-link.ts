/** The hash of a link to a row of this very page that was clicked plainly: with another query in its address the browser would load the page again. */
export function inPageLink({ target, ctrlKey, metaKey, shiftKey }: MouseEvent): string | undefined {
  const href = target instanceof Element ? target.closest('a')?.getAttribute('href') : undefined;
  if (href == null || ctrlKey || metaKey || shiftKey) return undefined;
  const { hash, pathname } = new URL(href, location.href);
  return hash !== '' && pathname === location.pathname ? hash : undefined;
}
