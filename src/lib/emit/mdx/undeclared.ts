import type { Entity } from '../../model/entity.ts';
import { count } from './count.ts';
import type { Links } from './links.ts';
import { fold } from './table.ts';

/** The entities that a page has nothing to say of, by name: folded where they are many, and without a row each. */
export function undeclaredList(entities: readonly Entity[], what: string, links: Links): string {
  if (entities.length === 0) return '';
  const names = entities.map(({ address }) => links.entity(address)).join(', ');
  return entities.length <= NAMED ? `${names}.` : fold(`${count(entities.length, 'entity', 'entities')} without a declared ${what}`, names);
}

const NAMED = 10;

/** The entity to begin with: the one that most others reference. */
export function mostReferenced(entities: readonly Entity[]): Entity | undefined {
  return entities.reduce<Entity | undefined>((best, entity) => (best === undefined || entity.referencesIn.length > best.referencesIn.length ? entity : best), undefined);
}
