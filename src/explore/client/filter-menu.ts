import type { Explorer } from './explorer.ts';
import { colourFacets, FACET_IDS, tellsApart, type Facet, type FacetId } from './facets.ts';
import { toggleFilter } from './filters.ts';
import { make, makeButton } from './make.ts';

/** The menu of filters, what is chosen of them as chips, the choice of colours, and the count. Returns what keeps them in step with the state. */
export function startFilterMenu(root: HTMLElement, chips: HTMLElement, explorer: Explorer): () => void {
  const menu = find(root, '.pr-x-filter', HTMLDetailsElement);
  const list = find(menu, '.pr-x-facets', HTMLElement);
  const colour = find(root, '.pr-x-colour select', HTMLSelectElement);
  let made: readonly Facet[] | undefined;
  let facets: readonly Facet[] = [];
  /** What there is to choose; whoever was at one of the boxes still is. */
  const offer = (): void => {
    if (made === explorer.facets()) return;
    made = explorer.facets();
    facets = made.filter(tellsApart);
    const focused = list.contains(document.activeElement) ? document.activeElement?.getAttribute('data-key') : undefined;
    list.replaceChildren(...facets.map((facet) => fieldsetOf(facet, explorer)));
    if (focused != null) (list.querySelector<HTMLElement>(`[data-key="${CSS.escape(focused)}"]`) ?? menu.querySelector('summary'))?.focus({ preventScroll: true });
    menu.hidden = facets.length === 0;
    const colours = colourFacets(made);
    colour.replaceChildren(...colours.map(({ id, label }) => make('option', { value: id }, label)));
    find(root, '.pr-x-colour', HTMLElement).hidden = colours.length === 1;
  };
  // A click elsewhere closes it, and Escape gives the focus back.
  document.addEventListener('pointerdown', ({ target }) => {
    if (menu.open && target instanceof Node && !menu.contains(target)) menu.open = false;
  });
  menu.addEventListener('keydown', (event) => {
    if (event.key !== 'Escape' || !menu.open) return;
    event.stopPropagation();
    menu.open = false;
    menu.querySelector('summary')?.focus();
  });

  colour.addEventListener('change', () => explorer.change({ colour: FACET_IDS.find((id) => id === colour.value) ?? 'store' }));

  const count = find(root, '.pr-x-count', HTMLElement);
  return () => {
    offer();
    const { filters, only, colour: chosen } = explorer.state();
    for (const box of list.querySelectorAll('input')) box.checked = facets.some(({ id }) => filters[id]?.some((value) => keyOf(id, value) === box.dataset['key']) === true);
    colour.value = chosen;
    const active = facets.flatMap(({ id, label, options }) => (filters[id] ?? []).map((value) => ({ id, value, text: `${label}: ${options.find((option) => option.value === value)?.label ?? value}` })));
    const summary = menu.querySelector('summary');
    if (summary) summary.textContent = active.length === 0 ? 'Filter' : `Filter (${active.length})`;
    chips.replaceChildren(
      ...active.map(({ id, value, text }) => makeButton({ class: 'pr-x-chip', 'aria-label': `Remove the filter ${text}` }, () => explorer.change({ filters: toggleFilter(explorer.state().filters, id, value) }), text)),
      ...(active.length === 0 ? [] : [
        makeButton({ class: 'pr-x-chip plain', 'aria-pressed': String(only) }, () => explorer.change({ only: !explorer.state().only }), 'Hide the rest'),
        makeButton({ class: 'pr-x-chip plain' }, () => explorer.change({ filters: {}, only: false }), 'Clear'),
      ]),
    );
    count.textContent = countOf(explorer);
  };
}

function fieldsetOf({ id, label, options }: Facet, explorer: Explorer): HTMLElement {
  return make('fieldset', {}, make('legend', {}, label), ...options.map((option) => {
    const box = make('input', { type: 'checkbox', 'data-key': keyOf(id, option.value) });
    box.addEventListener('change', () => explorer.change({ filters: toggleFilter(explorer.state().filters, id, option.value) }));
    return make('label', {}, box, make('span', {}, option.label), make('small', {}, String(option.count)));
  }));
}

function keyOf(facet: FacetId, value: string): string {
  return `${facet} ${value}`;
}

/** `12 of 28 entities, 31 references`: those that lead to what is in the picture. */
function countOf(explorer: Explorer): string {
  const { placed, passing, wanted } = explorer.scene();
  const total = placed.length;
  const shown = placed.filter((is, at) => is && passing[at] === true).length;
  const references = explorer.system().references.filter(({ targets }, at) => wanted[at] === true && targets.some(([to]) => placed[to] === true)).length;
  return `${shown === total ? total : `${shown} of ${total}`} ${total === 1 ? 'entity' : 'entities'}, ${references} ${references === 1 ? 'reference' : 'references'}`;
}

/** A part of the page that its markup holds. */
export function find<Kind extends Element>(root: ParentNode, selector: string, kind: abstract new (...args: never[]) => Kind): Kind {
  const found = root.querySelector(selector);
  if (found instanceof kind) return found;
  throw new Error(`The page of exploration has no ${selector}.`);
}
