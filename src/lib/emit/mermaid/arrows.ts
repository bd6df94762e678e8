import { assertNever } from '../../model/assert-never.ts';
import type { Cardinality, Discriminator, FieldAddress, Reference } from '../../model/reference.ts';
import type { ErEdge, ErLabel } from './er-diagram.ts';
import type { CatalogIndex } from '../../analysis/catalog-index.ts';

/**
 * What a reference looks like in a diagram: one arrow, or one for each target that it may have. A polymorphic reference with more
 * than twelve targets points at a box that stands for all of a store's instead.
 */
export function arrowsOf(reference: Reference, index: CatalogIndex): readonly Arrow[] {
  const { target, from } = reference;
  switch (target.kind) {
    case 'field':
      return [{ reference, from, to: { kind: 'entity', entity: target.entity, field: target.field }, ...noteOf(alsoTo(reference)) }];
    case 'objects':
      return [{ reference, from, to: { kind: 'entity', entity: target.entity, field: 'key' }, ...noteOf() }];
    case 'any':
      return [{ reference, from, to: { kind: 'anyOf', store: target.store, fields: [target.field] }, ...noteOf(by(target.discriminator)) }];
    case 'oneOf': {
      if (target.targets.length <= MANY_TARGETS) {
        return target.targets.map((one) => ({ reference, from, to: { kind: 'entity', entity: one.entity, field: one.field }, ...noteOf(one.when === undefined ? 'one of several' : `when ${one.when}`) }));
      }
      const byStore = Map.groupBy(target.targets, (one) => index.entities.get(one.entity)?.store ?? '');
      return [...byStore].map(([store, ones]) => ({
        reference, from, to: { kind: 'anyOf', store, fields: [...new Set(ones.map((one) => one.field))] }, ...noteOf(`one of ${ones.length}`),
      }));
    }
    default:
      return assertNever(target);
  }
}

/** The one arrow of a reference that may point at `entity`: drawn to it and not to the box that stands for all. */
export function arrowInto(entity: string, reference: Reference, index: CatalogIndex): Arrow | undefined {
  const { target, from } = reference;
  if (target.kind === 'any') return { reference, from, to: { kind: 'entity', entity, field: target.field }, note: 'any of the store' };
  if (target.kind !== 'oneOf') return arrowsOf(reference, index).find((arrow) => arrow.to.kind === 'entity' && arrow.to.entity === entity);
  const one = target.targets.find((candidate) => candidate.entity === entity);
  return one && { reference, from, to: { kind: 'entity', entity, field: one.field }, note: one.when === undefined ? 'one of several' : `when ${one.when}` };
}

export interface Arrow {
  readonly reference: Reference;
  readonly from: FieldAddress;
  readonly to: (FieldAddress & { readonly kind: 'entity' }) | { readonly kind: 'anyOf'; readonly store: string; readonly fields: readonly string[] };
  /** What the two field names do not say. */
  readonly note?: string;
}

/** Id of the box where the arrow ends. */
export function endOf(arrow: Arrow): string {
  return arrow.to.kind === 'entity' ? arrow.to.entity : anyId(arrow.to.store);
}

/** Id of the box that stands for any entity of a store: `postgresql.*`. */
export function anyId(store: string): string {
  return `${store}.*`;
}

export function edgeOf(arrow: Arrow): ErEdge {
  const label: ErLabel = {
    kind: 'fields',
    from: arrow.from.field,
    to: arrow.to.kind === 'entity' ? arrow.to.field : (arrow.to.fields[0] ?? ''),
    ...(arrow.note === undefined ? {} : { note: arrow.note }),
  };
  return { from: arrow.from.entity, to: endOf(arrow), ...ends(arrow.reference.cardinality), line: arrow.reference.enforcement.by === 'database' ? '--' : '..', label };
}

const MANY_TARGETS = 12;

function ends({ from, to }: Cardinality): Pick<ErEdge, 'left' | 'right'> {
  return { left: from === 'many' ? '}o' : '|o', right: to === 'many' ? 'o{' : to === 'at most one' ? 'o|' : '||' };
}

function by(discriminator: Discriminator): string | undefined {
  return discriminator.kind === 'field' ? `by ${discriminator.field}` : undefined;
}

/** `tenant_id → tenant_id` names the first pair of a composite key; this names the others. */
function alsoTo(reference: Reference): string | undefined {
  const to = reference.target.kind === 'field' ? (reference.target.alsoTo ?? []) : [];
  const pairs = (reference.alsoFrom ?? []).map((field, at) => (to[at] === field ? field : `${field} to ${to[at] ?? '?'}`));
  const mirror = reference.mirrorOf === undefined ? [] : ['repeats the other side'];
  const words = [...(pairs.length > 0 ? [`with ${pairs.join(', ')}`] : []), ...mirror];
  return words.length > 0 ? words.join(', ') : undefined;
}

function noteOf(note?: string): { readonly note?: string } {
  return note === undefined ? {} : { note };
}
