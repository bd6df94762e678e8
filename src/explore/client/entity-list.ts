import type { Explorer } from './explorer.ts';
import { describeWhole } from './entity-words.ts';
import { make } from './make.ts';

/** Makes the list in words, which is in the page already, follow the filters. Where they ask for references, these stand below their entity. */
export function startEntityList(list: HTMLElement, explorer: Explorer): () => void {
  return () => {
    const { placed, passing, wanted } = explorer.scene();
    const asked = explorer.state().filters.enforcement !== undefined;
    for (const item of list.querySelectorAll<HTMLElement>('[data-entity]')) {
      const entity = Number(item.dataset['entity']);
      item.hidden = placed[entity] !== true || passing[entity] !== true;
      item.querySelector('ul')?.remove();
      const legs = asked && !item.hidden ? (explorer.legs().out[entity] ?? []).filter(({ at, reference, to }) => wanted[at] === true && (reference.kind !== 'any' || to === reference.targets[0]?.[0])) : [];
      if (legs.length > 0) item.append(make('ul', {}, ...legs.map((leg) => make('li', {}, describeWhole(explorer.system(), leg)))));
    }
    for (const section of list.querySelectorAll<HTMLElement>(':scope > section')) {
      const shown = section.querySelectorAll('[data-entity]:not([hidden])').length;
      section.hidden = shown === 0;
      const count = section.querySelector('h2 small');
      if (count) count.textContent = String(shown);
    }
  };
}
