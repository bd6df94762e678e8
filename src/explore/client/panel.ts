import type { Choice } from './explore-state.ts';
import type { Explorer } from './explorer.ts';
import { describeKeeping, fieldLabel, groupLabel } from './entity-words.ts';
import { legsOf } from './emphasis.ts';
import type { Leg } from './legs.ts';
import { make, makeButton, makeName } from './make.ts';
import { startSearchBox } from './search-box.ts';
import { renderWays } from './ways-panel.ts';

/** What there is to know of the entity or field that was chosen: beside the picture, on a phone below. Returns what keeps it in step with the state. */
export function startPanel(panel: HTMLElement, canvas: HTMLElement, explorer: Explorer): () => void {
  let shown = '';
  let of = explorer.system();
  return () => {
    const system = explorer.system();
    const { chosen, goal, directed, depth } = explorer.state();
    // The keyboard is not lost with what it was in.
    if (chosen === undefined && panel.contains(document.activeElement)) canvas.focus({ preventScroll: true });
    panel.hidden = chosen === undefined;
    const key = JSON.stringify([chosen, goal, directed, depth]);
    if (chosen === undefined || (key === shown && system === of)) return void (shown = key);
    const focus = panel.contains(document.activeElement) ? document.activeElement?.getAttribute('data-key') : undefined;
    const isNew = system === of && JSON.stringify(chosen) !== JSON.stringify((JSON.parse(shown || '[]') as unknown[])[0]);
    const typed = system === of ? undefined : panel.querySelector('input')?.value;
    [shown, of] = [key, system];
    panel.replaceChildren(...render(chosen, explorer));
    if (isNew) panel.scrollTop = 0;
    const input = panel.querySelector('input');
    if (input !== null && typed !== undefined) input.value = typed;
    if (focus !== undefined) (panel.querySelector<HTMLElement>(`[data-key="${CSS.escape(focus ?? '')}"]`) ?? panel.querySelector('button'))?.focus({ preventScroll: true });
  };
}

function render(chosen: Choice, explorer: Explorer): readonly HTMLElement[] {
  const system = explorer.system();
  const { goal } = explorer.state();
  const own = system.entities[chosen.entity];
  if (own === undefined) return [];
  const store = system.stores[own.store];
  const field = chosen.field === undefined ? undefined : own.fields[chosen.field];
  const legs = legsOf(explorer.legs(), chosen);
  const out = distinctReferences(legs.filter(({ from, reference }) => from === chosen.entity && (chosen.field === undefined || reference.fields.includes(chosen.field))));
  const into = legs.filter(({ to, toField }) => to === chosen.entity && (chosen.field === undefined || toField === chosen.field));
  const head = make('header', {},
    make('h2', { 'data-store': store?.id }, make('span', { class: 'pr-x-mark' }), make('a', { href: explorer.hrefOf(own.page) }, field === undefined ? own.name : `${own.name}.${field[0]}`)),
    makeButton({ class: 'pr-x-close', 'aria-label': 'Let go', 'data-key': 'close' }, () => explorer.change({ chosen: undefined, goal: undefined, depth: undefined }), '×'));
  const facts = [store?.label, own.domain === undefined ? undefined : groupLabel(system, own.group), own.owner, own.status === 'stable' ? undefined : own.status].filter((text) => text !== undefined).join(' · ');
  return [
    head,
    make('p', { class: 'pr-x-facts' }, facts),
    ...(field === undefined
      ? [...(own.summary === '' ? [] : [make('p', {}, own.summary)]), make('p', { class: 'pr-x-facts' }, `Lives: ${own.lives}`)]
      : [make('p', {}, make('code', {}, field[1]), field[2] === '' ? '' : ` ${field[2]}`, field[3] === undefined ? '' : ` · ${field[3]}`),
         makeButton({ class: 'pr-x-link', 'data-key': 'whole' }, () => explorer.change({ chosen: { entity: chosen.entity } }), `All of ${own.name}`)]),
    ...(goal === undefined ? [] : [waySearch(chosen, explorer), ...renderWays(explorer)]),
    // Most fields do one or the other, or neither: of a field only what there is.
    ...(field === undefined || out.length > 0 ? [references('Points at', out, chosen, explorer, (leg) => ({ entity: leg.to, field: leg.toField }))] : []),
    ...(field === undefined || out.length === 0 || into.length > 0 ? [references('Pointed at by', into, chosen, explorer, (leg) => ({ entity: leg.from, field: leg.fromField }))] : []),
    neighbourhoodChoice(explorer),
    ...(goal === undefined ? [waySearch(chosen, explorer)] : []),
  ];
}

function references(title: string, legs: readonly Leg[], chosen: Choice, explorer: Explorer, otherEnd: (leg: Leg) => { readonly entity: number; readonly field: number }): HTMLElement {
  const system = explorer.system();
  const itemOf = (leg: Leg): HTMLElement => {
    const { entity, field } = otherEnd(leg);
    const isAny = leg.reference.kind === 'any' && title === 'Points at';
    const other = isAny ? `any of ${leg.reference.targets.length}` : fieldLabel(system, entity, field);
    const ownField = title === 'Points at' ? leg.fromField : leg.toField;
    const path = system.entities[chosen.entity]?.fields[ownField]?.[0];
    const arrow = title === 'Points at' ? '→' : '←';
    const label = make('span', {}, chosen.field === undefined && path !== undefined ? makeName(path) : undefined, ` ${arrow} `, makeName(other));
    return make('li', {}, isAny ? label : makeButton({ 'data-key': `${title} ${leg.at} ${entity}` }, () => explorer.visit({ entity, field: field < 0 ? undefined : field }), label), make('small', {}, describeKeeping(leg)));
  };
  const list = make('ul', {}, ...legs.slice(0, MOST).map(itemOf));
  const more = legs.length <= MOST ? [] : [makeButton({ class: 'pr-x-link' }, ({ currentTarget }) => {
    list.append(...legs.slice(MOST).map(itemOf));
    if (currentTarget instanceof HTMLElement) currentTarget.remove();
  }, `All ${legs.length}`)];
  return make('section', { class: 'pr-x-refs' }, make('h3', {}, `${title} `, make('small', {}, String(legs.length))), legs.length === 0 ? make('p', { class: 'pr-x-facts' }, 'nothing') : list, ...more);
}

/** More are listed when they are asked for. */
const MOST = 40;

function neighbourhoodChoice(explorer: Explorer): HTMLElement {
  const { depth } = explorer.state();
  const choices = [undefined, 1, 2, 3].map((each) =>
    makeButton({ 'aria-pressed': String(each === depth), 'data-key': `depth ${each}` }, () => explorer.change({ depth: each }), each === undefined ? 'everything' : String(each)));
  return make('div', { class: 'pr-x-depth', role: 'group', 'aria-label': 'Show only its neighbourhood' }, make('span', {}, 'Show'), ...choices, make('span', {}, depth === undefined ? '' : depth === 1 ? 'reference away' : 'references away'));
}

function waySearch(chosen: Choice, explorer: Explorer): HTMLElement {
  const input = make('input', { type: 'search', role: 'combobox', 'aria-label': 'The way to another entity', 'aria-expanded': 'false', 'aria-controls': 'pr-x-goal', 'aria-autocomplete': 'list', placeholder: 'The way to …', autocomplete: 'off', spellcheck: 'false', 'data-key': 'goal' });
  const list = make('ul', { id: 'pr-x-goal', role: 'listbox', 'aria-label': 'Entities', hidden: true });
  startSearchBox({ input, list, system: explorer.system, entitiesOnly: true, pick: ({ entity }) => {
    if (entity !== chosen.entity) explorer.change({ goal: entity, depth: undefined });
  } });
  return make('div', { class: 'pr-x-search pr-x-goal' }, input, list);
}

/** A reference that may mean several stands once for each; one that may mean anything, once. */
function distinctReferences(legs: readonly Leg[]): readonly Leg[] {
  return legs.filter((leg, at) => leg.reference.kind !== 'any' || legs.findIndex((other) => other.at === leg.at) === at);
}

