import type { Explorer } from './explorer.ts';
import { describeKeeping, entityLabel, fieldLabel } from './entity-words.ts';
import type { Way, Ways } from './find-ways.ts';
import { make, makeButton, makeName } from './make.ts';

/** The ways from what was chosen to its goal, each step in words. */
export function renderWays(explorer: Explorer): readonly HTMLElement[] {
  const system = explorer.system();
  const { goal, directed } = explorer.state();
  if (goal === undefined) return [];
  const found = explorer.ways();
  const toggle = make('div', { class: 'pr-x-depth', role: 'group', 'aria-label': 'Direction' },
    makeButton({ 'aria-pressed': String(directed), 'data-key': 'directed' }, () => explorer.change({ directed: true }), 'along references'),
    makeButton({ 'aria-pressed': String(!directed), 'data-key': 'undirected' }, () => explorer.change({ directed: false }), 'either way'));
  const head = make('header', {}, make('h3', {}, `To ${entityLabel(system, goal)}`), makeButton({ class: 'pr-x-close', 'aria-label': 'Forget the way', 'data-key': 'forget' }, () => explorer.change({ goal: undefined }), '×'));
  const none = make('p', { class: 'pr-x-facts' }, directed ? 'No references lead there. Either way there may be one.' : 'Nothing joins the two.');
  return [make('section', { class: 'pr-x-ways' }, head, toggle, ...(found.length === 0 ? [none] : found.flatMap((ways) => renderSome(ways, explorer))))];
}

function renderSome({ ways, around }: Ways, explorer: Explorer): readonly HTMLElement[] {
  const steps = ways[0]?.length ?? 0;
  const count = `${ways.length === 1 ? 'One way' : `${ways.length} ways`} of ${steps} ${steps === 1 ? 'step' : 'steps'}`;
  return [make('p', { class: 'pr-x-facts' }, around === undefined ? count : `${count}, not by way of ${entityLabel(explorer.system(), around)}`), ...ways.map((way) => renderWay(way, explorer))];
}

function renderWay(way: Way, explorer: Explorer): HTMLElement {
  const system = explorer.system();
  return make('ol', {}, ...way.map(({ to, legs }) => make('li', {},
    ...legs.flatMap(({ leg }) => [make('p', {}, makeName(fieldLabel(system, leg.from, leg.fromField)), ' → ', makeName(fieldLabel(system, leg.to, leg.toField))), make('small', {}, describeKeeping(leg))]),
    makeButton({ class: 'pr-x-link' }, () => explorer.visit({ entity: to }), `Go to ${entityLabel(system, to)}`))));
}
