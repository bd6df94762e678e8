import type { System, SystemEntity } from './system.ts';

/** What a group holds, in its stores' words: `2 tables, 3 collections`. */
export function describeContents(entities: readonly SystemEntity[], stores: System['stores']): string {
  return stores
    .map(({ words: [one, many] }, at) => ({ number: entities.filter(({ store }) => store === at).length, one, many }))
    .filter(({ number }) => number > 0)
    .map(({ number, one, many }) => `${number} ${number === 1 ? one : many}`)
    .join(', ');
}
