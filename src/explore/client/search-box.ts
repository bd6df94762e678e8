import type { Choice } from './explore-state.ts';
import { entityLabel } from './entity-words.ts';
import { findMatches } from './find-matches.ts';
import { make, makeName } from './make.ts';
import type { System } from '../system/system.ts';

/** Makes an input and its list find entities and fields while one types: arrows choose, Enter takes, Escape closes. */
export function startSearchBox({ input, list, system, entitiesOnly, pick }: SearchBox): void {
  let matches: readonly Choice[] = [];
  let active = 0;
  const close = (): void => {
    list.hidden = true;
    input.setAttribute('aria-expanded', 'false');
    input.removeAttribute('aria-activedescendant');
  };
  const mark = (): void => {
    for (const [at, option] of [...list.children].entries()) {
      option.setAttribute('aria-selected', String(at === active));
      if (at === active) option.scrollIntoView({ block: 'nearest' });
    }
    if (matches.length > 0) input.setAttribute('aria-activedescendant', `${list.id}-${active}`);
  };
  const take = (choice: Choice | undefined): void => {
    if (choice === undefined) return;
    input.value = '';
    close();
    pick(choice);
  };
  const show = (): void => {
    const text = input.value.trim();
    matches = findMatches(system(), text, MOST * 4).filter(({ field }) => !entitiesOnly || field === undefined).slice(0, MOST);
    active = 0;
    list.replaceChildren(...matches.map((choice, at) => optionOf(system(), choice, `${list.id}-${at}`, () => take(choice))));
    if (text !== '' && matches.length === 0) list.replaceChildren(make('li', { role: 'option', 'aria-disabled': 'true', 'aria-selected': 'false' }, 'Nothing has that in its name.'));
    list.hidden = text === '';
    input.setAttribute('aria-expanded', String(!list.hidden));
    if (list.hidden) close();
    else mark();
  };
  input.addEventListener('input', show);
  input.addEventListener('focus', () => {
    if (input.value !== '') show();
  });
  input.addEventListener('blur', close);
  input.addEventListener('keydown', (event) => {
    const step = event.key === 'ArrowDown' ? 1 : event.key === 'ArrowUp' ? -1 : 0;
    if (step !== 0 && matches.length > 0) {
      active = (active + step + matches.length) % matches.length;
      mark();
    } else if (event.key === 'Enter') take(matches[active]);
    else if (event.key === 'Escape' && input.value !== '') {
      input.value = '';
      close();
    } else return;
    event.preventDefault();
    event.stopPropagation();
  });
}

export interface SearchBox {
  readonly input: HTMLInputElement;
  readonly list: HTMLElement;
  readonly system: () => System;
  readonly entitiesOnly: boolean;
  readonly pick: (choice: Choice) => void;
}

const MOST = 12;

function optionOf(system: System, { entity, field }: Choice, id: string, take: () => void): HTMLElement {
  const own = system.entities[entity];
  const store = system.stores[own?.store ?? -1];
  const path = field === undefined ? undefined : own?.fields[field]?.[0];
  const option = make('li', { id, role: 'option', 'data-store': store?.id }, make('span', { class: 'pr-x-mark' }), makeName(path === undefined ? (own?.name ?? '') : `${entityLabel(system, entity)}.${path}`), make('small', {}, store?.label ?? ''));
  // Before the input loses the focus, which would close the list.
  option.addEventListener('pointerdown', (event) => {
    event.preventDefault();
    take();
  });
  return option;
}
