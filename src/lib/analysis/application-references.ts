import type { Entity } from '../model/entity.ts';
import type { Enforcement, Reference } from '../model/reference.ts';
import type { CatalogIndex } from './catalog-index.ts';
import { isTenantField } from './tenant-scopes.ts';

type ByApplication = Extract<Enforcement, { by: 'application' }>;

/** Which of the references that the application keeps say something, and which do not. Pointers at the tenant are not looked at: its erasure is planned as a whole. */
export function silentReferences(index: CatalogIndex, speaks: (enforcement: ByApplication) => boolean): SilentReferences {
  const looked = index.catalog.entities.map((entity) => {
    const kept = index.referencesOut(entity).filter(({ enforcement, from }) => enforcement.by === 'application' && !isTenantField(entity.tenancy, from.field));
    return { entity, kept, silent: kept.filter(({ enforcement }) => enforcement.by === 'application' && !speaks(enforcement)) };
  });
  const all = looked.flatMap(({ kept }) => kept);
  const silent = looked.flatMap(({ silent: those }) => those);
  const [first] = silent;
  if (first !== undefined && silent.length === all.length && all.length > 1) return { kind: 'all', count: all.length, first };
  return { kind: 'some', entities: looked.filter(({ silent: those }) => those.length > 0).map(({ entity, silent: those }) => ({ entity, fields: those.map(({ from }) => `\`${from.field}\``) })) };
}

export type SilentReferences =
  /** Not one of them says it: the authors have not begun to. */
  | { readonly kind: 'all'; readonly count: number; readonly first: Reference }
  /** By entity, those that do not, as inline code. */
  | { readonly kind: 'some'; readonly entities: readonly { readonly entity: Entity; readonly fields: readonly string[] }[] };
