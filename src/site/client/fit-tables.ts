/**
 * A table that fits its column needs no box that scrolls: without one its head can stay at the top of the window while the page moves. One that does not fit
 * scrolls in its box, which the keyboard can then reach, beside its first column, which holds the names.
 */
function fitTable(box: HTMLElement): void {
  const table = box.querySelector('table');
  if (!table) return;
  const wide = table.scrollWidth > box.clientWidth + 1;
  box.classList.toggle('fits', !wide);
  const names = table.rows[0]?.cells[0]?.offsetWidth ?? 0;
  box.classList.toggle('keeps-names', wide && names <= box.clientWidth * WIDEST_NAMES);
  if (wide) box.tabIndex = 0;
  else box.removeAttribute('tabindex');
}

/** A column of names that takes more of the box leaves too little for what moves beside it. */
const WIDEST_NAMES = 0.6;

const boxesOf = (): Iterable<HTMLElement> => document.querySelectorAll<HTMLElement>('.pr-table');
const observer = new ResizeObserver((entries) => {
  for (const { target } of entries) fitTable(target as HTMLElement);
});
const fitTables = (): void => {
  for (const box of boxesOf()) {
    fitTable(box);
    observer.observe(box);
  }
};
for (const box of boxesOf()) observer.observe(box);
// A font that arrives late changes how wide a table is, but not its box.
void document.fonts.ready.then(fitTables);
// The dev server's page has other tables when the schema has changed.
document.addEventListener('polyref:page', fitTables);
