import type { Entity, ObjectFamily } from '../../model/entity.ts';
import type { CatalogIndex } from '../catalog-index.ts';
import { dependenciesOf, inOrder } from './order.ts';
import type { Removal, RemovalPath } from './removals.ts';
import type { Stay } from './stays.ts';

/** One deletion. */
export interface ErasureStep {
  /** Addresses; several where one listing of a bucket finds them all. */
  readonly entities: readonly string[];
  readonly how: ErasureAct;
  /** Names of the processes that do it; empty where none is declared. */
  readonly by: readonly string[];
  /** Addresses of what it depends on and what is deleted later. */
  readonly before: readonly string[];
  /** Addresses of what it depends on and what is deleted earlier, because the references form a cycle. */
  readonly cycle: readonly string[];
  /** Whether records hold the keys of these objects. */
  readonly hasKeyHolders: boolean;
  /** What is deleted together with it. */
  readonly takes: readonly { readonly entity: string; readonly through: RemovalPath }[];
  /** Some of its records stay: see `staying`. */
  readonly isPartial: boolean;
}

export type ErasureAct =
  /** Records whose field is the tenant. */
  | { readonly kind: 'records'; readonly field: string }
  /** Records whose field references a record of the tenant. */
  | { readonly kind: 'viaParent'; readonly field: string }
  /** The tenant's own record. */
  | { readonly kind: 'tenant'; readonly field: string }
  /** Every key under the tenant's prefix, `{tenantId}/`; `templates`: only keys of these forms, because others under it stay. */
  | { readonly kind: 'listing'; readonly bucket: string; readonly prefix: string; readonly allVersions: boolean; readonly templates?: readonly string[] }
  /** Keys that no prefix finds, because something else that differs precedes the tenant, or because the tenant is not in the key. */
  | { readonly kind: 'scattered'; readonly bucket: string; readonly template: string; readonly allVersions: boolean };

export interface ErasureFacts {
  readonly removals: ReadonlyMap<string, Removal>;
  readonly stays: ReadonlyMap<string, readonly Stay[]>;
  readonly index: CatalogIndex;
}

export function stepsOf(entities: readonly Entity[], facts: ErasureFacts): readonly ErasureStep[] {
  const order = inOrder(entities, facts.index);
  const place = new Map(order.map(({ address }, at) => [address, at]));
  const taken = Map.groupBy(
    [...facts.removals].flatMap(([entity, removal]) => (removal.kind === 'withParent' ? [{ entity, through: removal.through, from: rootOf(removal, facts.removals) }] : [])),
    ({ from }) => from,
  );
  return joined(order.map((entity, at) => stepFor(entity, at, place, taken.get(entity.address) ?? [], facts)));
}

function stepFor(entity: Entity, at: number, place: ReadonlyMap<string, number>, taken: ErasureStep['takes'], { removals, stays, index }: ErasureFacts): ErasureStep {
  const removal = removals.get(entity.address);
  const needed = dependenciesOf(entity, index).flatMap((address) => ({ address, place: place.get(address) ?? -1 })).filter((each) => each.place >= 0);
  return {
    entities: [entity.address],
    how: actOf(entity, stays, index),
    by: removal?.kind === 'deleted' ? removal.by.map(({ name }) => name) : [],
    before: needed.filter((each) => each.place > at).map(({ address }) => address),
    cycle: needed.filter((each) => each.place < at).map(({ address }) => address),
    hasKeyHolders: entity.kind === 'objects' && entity.referencesIn.length > 0,
    takes: taken.map(({ entity: address, through }) => ({ entity: address, through })),
    isPartial: stays.has(entity.address),
  };
}

function rootOf(removal: Removal & { readonly kind: 'withParent' }, removals: ReadonlyMap<string, Removal>): string {
  const above = removals.get(removal.parent);
  return above?.kind === 'withParent' ? rootOf(above, removals) : removal.parent;
}

function actOf(entity: Entity, stays: ErasureFacts['stays'], index: CatalogIndex): ErasureAct {
  const { tenancy } = entity;
  const field = tenancy !== undefined && 'field' in tenancy ? tenancy.field : '';
  if (entity.kind !== 'objects') return { kind: tenancy?.kind === 'viaParent' ? 'viaParent' : tenancy?.kind === 'tenant' ? 'tenant' : 'records', field };
  const { bucket, versioning: allVersions } = entity;
  const prefix = tenancy?.kind === 'viaParent' ? undefined : prefixOf(entity, field);
  if (prefix === undefined) return { kind: 'scattered', bucket, template: entity.key.template, allVersions };
  const stayUnderIt = index.catalog.entities.some((other) => other.kind === 'objects' && other.bucket === bucket && other !== entity && shapeOf(prefixOf(other)) === shapeOf(prefix) && (stays.has(other.address) || other.tenancy === undefined || other.tenancy.kind === 'shared'));
  return { kind: 'listing', bucket, prefix, allVersions, ...(stayUnderIt ? { templates: [entity.key.template] } : {}) };
}

/** What a key begins with, up to its first placeholder and the slash after it; undefined where that is not this placeholder, or more follows it before the slash. */
function prefixOf({ key: { parts } }: ObjectFamily, name?: string): string | undefined {
  const at = parts.findIndex((part) => part.kind === 'placeholder');
  const [first, next] = [parts[at], parts[at + 1]];
  if (first?.kind !== 'placeholder' || (name !== undefined && first.name !== name) || next?.kind !== 'literal' || !next.text.startsWith('/')) return undefined;
  const before = parts.slice(0, at).map((part) => (part.kind === 'literal' ? part.text : '')).join('');
  return `${before}{${first.name}}/`;
}

/** Whatever the placeholder is called. */
function shapeOf(prefix: string | undefined): string | undefined {
  return prefix?.replace(/\{[^}]*\}\/$/, '{}/');
}

/** Families that one listing of a bucket finds, by the same process, are one step. */
function joined(steps: readonly ErasureStep[]): readonly ErasureStep[] {
  const byAct = new Map<string, ErasureStep>();
  for (const [at, step] of steps.entries()) {
    const { how } = step;
    const act = how.kind === 'listing' && step.takes.length === 0 ? JSON.stringify([how.bucket, how.prefix, how.allVersions, how.templates !== undefined, step.by, step.isPartial, step.hasKeyHolders]) : String(at);
    const same = byAct.get(act);
    byAct.set(act, same === undefined ? step : { ...same, entities: [...same.entities, ...step.entities], how: both(same.how, how) });
  }
  return [...byAct.values()];
}

function both(a: ErasureAct, b: ErasureAct): ErasureAct {
  return a.kind === 'listing' && b.kind === 'listing' && a.templates !== undefined ? { ...a, templates: [...a.templates, ...(b.templates ?? [])] } : a;
}
