import type { SystemReference } from '../system/system.ts';
import type { Facet, FacetId } from './facets.ts';

/** Chosen values of facets: an entity passes that has one of them, in each facet of which some are chosen. */
export type Filters = Readonly<Partial<Record<FacetId, readonly string[]>>>;

/** Which entities pass, in their order. */
export function applyFilters(filters: Filters, facets: readonly Facet[], entities: number): readonly boolean[] {
  const active = facets.flatMap(({ id, values }) => (filters[id] === undefined ? [] : [{ chosen: new Set(filters[id]), values }]));
  return Array.from({ length: entities }, (_, at) => active.every(({ chosen, values }) => values[at]?.some((value) => chosen.has(value)) === true));
}

/** With that value chosen, or no longer. */
export function toggleFilter(filters: Filters, facet: FacetId, value: string): Filters {
  const { [facet]: before = [], ...rest } = filters;
  const after = before.includes(value) ? before.filter((each) => each !== value) : [...before, value];
  return after.length === 0 ? rest : { ...rest, [facet]: after };
}

/** Whether a reference is one of those that the filters ask for: it starts at what passes, and is enforced as is asked. */
export function passesReference(reference: SystemReference, filters: Filters, passing: readonly boolean[]): boolean {
  const { enforcement } = filters;
  return passing[reference.from] === true && (enforcement === undefined || enforcement.includes(reference.by));
}
