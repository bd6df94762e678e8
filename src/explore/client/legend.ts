import type { Explorer } from './explorer.ts';
import { tellsApart } from './facets.ts';
import { toggleFilter } from './filters.ts';
import { make, makeButton } from './make.ts';
import { coloursOf, KINDS, type Palette } from './palette.ts';

/** What the colours mean; each is a filter too. Beside them what the lines mean. Returns what keeps it in step with state and theme. */
export function startLegend(legend: HTMLElement, explorer: Explorer, palette: () => Palette): () => void {
  return () => {
    const { colour, filters } = explorer.state();
    const facet = explorer.facets().find(({ id }) => id === colour);
    if (facet === undefined) return;
    const colours = coloursOf(facet, palette());
    const [named, rest] = [facet.options.slice(0, KINDS + 1), facet.options.slice(KINDS + 1)];
    legend.replaceChildren(
      make('div', { class: 'pr-x-colours', role: 'group', 'aria-label': `Colours: ${facet.label}` },
        ...named.map(({ value, label, count }) => {
          const words = [make('span', { class: 'pr-x-swatch', style: `background:${colours.get(value) ?? ''}` }), label, make('small', {}, ` ${count}`)];
          if (!tellsApart(facet)) return make('span', { class: 'pr-x-rest' }, ...words);
          return makeButton({ 'aria-pressed': String(filters[colour]?.includes(value) === true) }, () => explorer.change({ filters: toggleFilter(explorer.state().filters, colour, value) }), ...words);
        }),
        ...(rest.length === 0 ? [] : [make('span', { class: 'pr-x-rest' }, make('span', { class: 'pr-x-swatch', style: `background:${palette().other}` }), `${rest.length} more`)])),
      make('ul', { class: 'pr-x-lines', 'aria-label': 'Lines' }, ...LINES.map(([kind, words]) => make('li', {}, make('span', { class: `pr-x-line ${kind}` }), words))),
    );
  };
}

const LINES = [['database', 'kept by the database'], ['application', 'kept by the application'], ['objects', 'to objects, by their key']] as const;
