import { compareText } from '../model/compare-text.ts';
import type { Catalog } from '../model/catalog.ts';
import type { Entity } from '../model/entity.ts';
import type { Reference } from '../model/reference.ts';
import { possibleTargets } from './possible-targets.ts';

/** What must be done, in this order, so that nothing of one tenant is left and nothing dangles on the way. */
export interface TenantErasurePlan {
  readonly steps: readonly ErasureStep[];
  /** Entities that the plan does not touch, each with the reason. */
  readonly untouched: readonly { readonly entity: string; readonly why: string }[];
}

export interface ErasureStep {
  /** Addresses; several where one act reaches them all. */
  readonly entities: readonly string[];
  /** What to do, as an imperative; Markdown. */
  readonly how: string;
  /** Why here and not later or earlier; Markdown. */
  readonly why: string;
  /** What stands in the way, where something does; Markdown. */
  readonly obstacle?: string;
}

/**
 * Bytes first, while the records that know their keys still exist; then whatever points before what it points at;
 * tenants last. Circles are broken by letting go first of pointers that may be null.
 */
export function planTenantErasure(catalog: Catalog): TenantErasurePlan {
  const touched = catalog.entities.filter((entity) => isTouched(entity));
  const order = inOrder(touched, catalog);
  const referencesFrom = Map.groupBy(catalog.references, (reference) => reference.from.entity);
  return {
    steps: joined(order.map((entity) => stepFor(entity, referencesFrom.get(entity.address) ?? [], catalog))),
    untouched: catalog.entities.filter((entity) => !isTouched(entity)).map((entity) => ({ entity: entity.address, why: whyUntouched(entity) })),
  };
}

function isTouched(entity: Entity): boolean {
  return entity.tenancy !== undefined && entity.tenancy.kind !== 'shared';
}

function whyUntouched({ tenancy }: Entity): string {
  return tenancy?.kind === 'shared' ? tenancy.reason : 'It declares no tenancy, so nobody knows whether something of the tenant is in it.';
}

function inOrder(touched: readonly Entity[], catalog: Catalog): readonly Entity[] {
  const waitsFor = new Map(touched.map((entity) => [entity.address, new Set<string>()]));
  for (const reference of catalog.references) {
    if (reference.mirrorOf !== undefined || reference.cardinality.to === 'at most one' || reference.target.kind === 'objects') continue;
    for (const { entity } of possibleTargets(reference.target, catalog)) {
      if (entity !== reference.from.entity && waitsFor.has(reference.from.entity)) waitsFor.get(entity)?.add(reference.from.entity);
    }
  }
  const rank = (entity: Entity) => (entity.kind === 'objects' ? 0 : entity.tenancy?.kind === 'tenant' ? 2 : 1);
  const left = [...touched].sort((a, b) => rank(a) - rank(b) || compareText(a.address, b.address));
  const awaitedBy = new Map<string, string[]>();
  for (const [address, others] of waitsFor) for (const other of others) awaitedBy.set(other, [...(awaitedBy.get(other) ?? []), address]);
  const done: Entity[] = [];
  while (left.length > 0) {
    // In a circle nothing is free: the first of the lowest rank goes, and its pointers must be let go by hand.
    const lowest = rank(left[0]!);
    const free = left.findIndex((entity) => rank(entity) === lowest && waitsFor.get(entity.address)?.size === 0);
    for (const entity of left.splice(Math.max(free, 0), 1)) {
      done.push(entity);
      for (const waiting of awaitedBy.get(entity.address) ?? []) waitsFor.get(waiting)?.delete(entity.address);
    }
  }
  return done;
}

function stepFor(entity: Entity, references: readonly Reference[], catalog: Catalog): ErasureStep {
  const obstacle = obstacleOf(entity);
  return { entities: [entity.address], how: howTo(entity), why: whyHere(entity, references, catalog), ...(obstacle !== undefined ? { obstacle } : {}) };
}

/** Families that one listing of a bucket finds are one step. */
function joined(steps: readonly ErasureStep[]): readonly ErasureStep[] {
  const byAct = new Map<string, ErasureStep>();
  for (const [at, step] of steps.entries()) {
    const isListing = step.how.startsWith('In the bucket') && step.how.includes('delete every key');
    const act = isListing ? `${step.how}\0${step.obstacle ?? ''}` : String(at);
    const same = byAct.get(act);
    byAct.set(act, same === undefined ? step : { ...same, entities: [...same.entities, ...step.entities] });
  }
  return [...byAct.values()];
}

function howTo(entity: Entity): string {
  const { tenancy } = entity;
  if (tenancy === undefined || tenancy.kind === 'shared') return '';
  if (tenancy.kind === 'viaParent') return `Delete the records whose \`${tenancy.field}\` points at a record of the tenant.`;
  if (tenancy.kind === 'tenant') return `Delete the record whose \`${tenancy.field}\` is the tenant.`;
  if (entity.kind !== 'objects') return `Delete the records whose \`${tenancy.field}\` is the tenant.`;
  const first = entity.key.parts[0];
  const second = entity.key.parts[1];
  const isPrefix = first?.kind === 'placeholder' && first.name === tenancy.field && second?.kind === 'literal' && second.text.startsWith('/');
  if (isPrefix) return `In the bucket \`${entity.bucket}\`, delete every key under \`{${tenancy.field}}/\`${entity.versioning ? ', all versions of it' : ''}.`;
  return `In the bucket \`${entity.bucket}\`, delete the keys that the pointing records hold: the tenant is not the first part of the key, so no prefix finds them.`;
}

function whyHere(entity: Entity, references: readonly Reference[], catalog: Catalog): string {
  if (entity.kind === 'objects') return 'Bytes first, while the records that know their keys still exist.';
  if (entity.tenancy?.kind === 'tenant') return 'Last: everything else is found through it.';
  const targets = references.filter((reference) => reference.cardinality.to !== 'at most one' && reference.target.kind !== 'objects');
  const names = [...new Set(targets.flatMap((reference) => possibleTargets(reference.target, catalog).map((target) => target.entity)))].filter((address) => address !== entity.address);
  if (names.length === 0) return 'It points at nothing that must outlive it.';
  const listed = names.slice(0, 3).map((address) => `\`${address}\``).join(', ');
  return `Before ${listed}${names.length > 3 ? ` and ${names.length - 3} more` : ''}, at which it points.`;
}

function obstacleOf(entity: Entity): string | undefined {
  const { retention } = entity;
  if (entity.kind === 'objects' && entity.objectLock !== undefined) return `Object Lock (${entity.objectLock.mode}) forbids it until ${entity.objectLock.for} after each object was written.`;
  if (retention?.kind === 'locked') return `It is locked for ${retention.for}.`;
  if (retention?.kind === 'atLeast') return `It must be kept for ${retention.for} at least: ${retention.reason}`;
  return undefined;
}
