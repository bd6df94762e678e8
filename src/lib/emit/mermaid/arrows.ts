import { assertNever } from '../../model/assert-never.ts';
import type { Cardinality, Discriminator, FieldAddress, Reference } from '../../model/reference.ts';
import { storeFacts } from '../../model/stores/index.ts';
import type { ErEdge, ErLabel } from './er-diagram.ts';
import type { CatalogIndex } from '../../analysis/catalog-index.ts';
import type { Marks } from './marks.ts';

/**
 * What a reference looks like in a diagram: one arrow, or one for each target that it may have. A polymorphic reference with more
 * than twelve targets points at one box that stands for them instead.
 */
export function arrowsOf(reference: Reference, index: CatalogIndex): readonly Arrow[] {
  const { target, from } = reference;
  switch (target.kind) {
    case 'field':
      return [{ reference, from, to: { kind: 'entity', entity: target.entity, field: target.field }, ...noteOf(alsoTo(reference)) }];
    case 'objects':
      return [{ reference, from, to: { kind: 'entity', entity: target.entity, field: 'key' }, ...noteOf() }];
    case 'any':
      return [{ reference, from, to: { kind: 'anyOf', id: anyId(target.store), store: target.store, fields: [target.field] }, ...noteOf(by(target.discriminator)) }];
    case 'oneOf': {
      if (target.targets.length <= MANY_TARGETS) {
        return target.targets.map((one) => ({ reference, from, to: { kind: 'entity', entity: one.entity, field: one.field }, ...noteOf(one.when === undefined ? 'one of several' : `when ${one.when}`) }));
      }
      const byEntity = Map.groupBy(target.targets, (one) => one.entity);
      if (byEntity.size <= MANY_TARGETS) return [...byEntity].map(([entity, ones]) => ({ reference, from, to: { kind: 'entity', entity, field: ones[0]?.field ?? '' }, ...noteOf(others(ones.length - 1, entity, index)) }));
      const byStore = Map.groupBy(target.targets, (one) => index.entities.get(one.entity)?.store ?? '');
      return [...byStore].map(([store, ones]) => ({
        reference,
        from,
        to: { kind: 'anyOf', id: `${anyId(store)} by ${from.entity}.${from.field}`, store, targets: [...new Set(ones.map((one) => one.entity))], fields: [...new Set(ones.map((one) => one.field))] },
        ...noteOf(by(target.discriminator)),
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
  const drawn = arrowsOf(reference, index).find((arrow) => arrow.to.kind === 'entity' && arrow.to.entity === entity);
  if (drawn !== undefined || target.kind !== 'oneOf') return drawn;
  const one = target.targets.find((candidate) => candidate.entity === entity);
  return one && { reference, from, to: { kind: 'entity', entity, field: one.field }, note: one.when === undefined ? 'one of several' : `when ${one.when}` };
}

export interface Arrow {
  readonly reference: Reference;
  readonly from: FieldAddress;
  readonly to: (FieldAddress & { readonly kind: 'entity' }) | AnyOf;
  /** What the two field names do not say. */
  readonly note?: string;
}

/** Some entity of a store: any of them, or one of `targets`. */
export interface AnyOf {
  readonly kind: 'anyOf';
  /** Of its box: `postgresql.*`, or `postgresql.* by mongodb.audit_logs.resourceId`, for the targets are that field's own. */
  readonly id: string;
  readonly store: string;
  readonly targets?: readonly string[];
  readonly fields: readonly string[];
}

/** Id of the box where the arrow ends. */
export function endOf(arrow: Arrow): string {
  return arrow.to.kind === 'entity' ? arrow.to.entity : arrow.to.id;
}

function anyId(store: string): string {
  return `${store}.*`;
}

export function edgeOf(arrow: Arrow, marks?: Marks): ErEdge {
  const mark = marks?.pointers.get(arrow.from.entity)?.get(arrow.from.field);
  const label: ErLabel = {
    kind: 'fields',
    from: arrow.from.field,
    to: arrow.to.kind === 'entity' ? arrow.to.field : (arrow.to.fields[0] ?? ''),
    ...(arrow.note === undefined ? {} : { note: arrow.note }),
    ...(mark === undefined ? {} : { mark }),
  };
  return { from: arrow.from.entity, to: endOf(arrow), ...ends(arrow.reference.cardinality), line: arrow.reference.enforcement.by === 'database' ? '--' : '..', label };
}

const MANY_TARGETS = 12;

function ends({ from, to }: Cardinality): Pick<ErEdge, 'left' | 'right'> {
  return { left: from === 'many' ? '}o' : '|o', right: to === 'many' ? 'o{' : to === 'at most one' ? 'o|' : '||' };
}

/** More fields of the entity that the arrow may lead to. */
function others(count: number, entity: string, index: CatalogIndex): string {
  const [one, many] = storeFacts(index.entities.get(entity)?.store ?? '').fieldWord;
  return count === 0 ? 'one of several' : `or ${count} more ${count === 1 ? one : many}`;
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
