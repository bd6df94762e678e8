/**
 * A table that fits its column needs no box that scrolls: without one its head can stay at the top of the window while the page moves. One that does not fit
 * scrolls in its box, which the keyboard can then reach.
 */
function fitTable(box: HTMLElement): void {
  const table = box.querySelector('table');
  if (!table) return;
  const wide = table.scrollWidth > box.clientWidth + 1;
  box.classList.toggle('fits', !wide);
  if (wide) box.tabIndex = 0;
  else box.removeAttribute('tabindex');
}

const boxes = document.querySelectorAll<HTMLElement>('.pr-table');
const observer = new ResizeObserver((entries) => {
  for (const { target } of entries) fitTable(target as HTMLElement);
});
for (const box of boxes) observer.observe(box);
// A font that arrives late changes how wide a table is, but not its box.
void document.fonts.ready.then(() => boxes.forEach(fitTable));
