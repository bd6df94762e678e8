/** Brings the open page's line of the sidebar into sight, without moving anything else. */
function revealCurrent(): void {
  const line = document.querySelector<HTMLElement>('.pr-nav [aria-current="page"]');
  const pane = line?.closest<HTMLElement>('.sidebar-pane');
  if (!line || !pane) return;
  const top = line.getBoundingClientRect().top - pane.getBoundingClientRect().top;
  if (top < 0 || top > pane.clientHeight - line.offsetHeight) pane.scrollTop += top - pane.clientHeight / 2;
}

revealCurrent();
