import { locationOf } from '../../analysis/index-faults/index-fault.ts';
import { describeLookUp, lookUpsOf, writtenIndexes, type LookUp } from '../../analysis/look-ups.ts';
import { parseDuration } from '../../model/duration.ts';
import type { Index } from '../../model/entity.ts';
import { sameFilter } from '../../model/partial-filter.ts';
import { defineRule } from '../define-rule.ts';

export const redundantIndex = defineRule({
  id: 'redundant-index',
  family: 'stores',
  severity: 'warning',
  statement: 'No index does what another one does already.',
  why: 'An index on `(tenant_id)` beside one on `(tenant_id, created_at)` answers no query that the longer one does not answer. It is written with every row, takes memory that others need, and makes each migration longer.',
  mend: [
    'Take the shorter one out:',
    "```ts\n// before\nindexes: [['tenant_id'], ['tenant_id', 'created_at']],\n\n// after\nindexes: [['tenant_id', 'created_at']],\n```",
  ].join('\n\n'),
  *check({ catalog }) {
    for (const entity of catalog.entities) {
      const lookUps = lookUpsOf(entity);
      for (const index of writtenIndexes(entity)) {
        if (entity.kind !== 'collection' || !entity.indexes.some((other) => isSameTtl(index, other))) continue;
        yield { entity: entity.address, ...locationOf(index), message: `The TTL index on \`${index.keys[0]?.on}\` of \`${entity.address}\` repeats the one of the retention.`, hint: 'Remove it.' };
      }
      const reported = new Set<number>();
      for (const [at, one] of lookUps.entries()) {
        const [, other] = [...lookUps.entries()].find(([where, candidate]) => where !== at && !reported.has(where) && servesAs(candidate, one, where < at)) ?? [];
        if (one.index === undefined || other === undefined) continue;
        reported.add(at);
        const name = one.name === undefined ? '' : ` \`${one.name}\``;
        yield { entity: entity.address, ...locationOf(one.index), message: `The index${name} on ${describeLookUp(one)} of \`${entity.address}\` does nothing that the ${other.kind} on ${describeLookUp(other)} does not do.`, hint: 'Remove it.' };
      }
    }
  },
});

/** Does a TTL index by hand repeat the one that the retention creates? */
function isSameTtl(written: Index, derived: Index): boolean {
  return derived.fromRetention === true && written.ttl !== undefined && parseDuration(written.ttl) === parseDuration(derived.ttl ?? '') && written.keys.length === 1 && written.keys[0]?.on === derived.keys[0]?.on && sameFilter(written.where, derived.where);
}

/** Does one way of looking up answer all that another answers? Of two that are equal the first stays. */
function servesAs(one: LookUp, other: LookUp, isFirst: boolean): boolean {
  const special = (lookUp: LookUp) => lookUp.index?.where ?? lookUp.index?.method ?? lookUp.index?.collation ?? (lookUp.index?.sparse === true || lookUp.index?.hidden === true || lookUp.index?.ttl !== undefined || lookUp.index?.keys.some(({ order = '' }) => /_ops\b/.test(order)) === true ? 'special' : undefined);
  if (special(one) !== undefined || special(other) !== undefined || (other.unique && !(one.unique && one.fields.length === other.fields.length))) return false;
  if (other.index?.include?.some((column) => !one.fields.includes(column) && one.index?.include?.includes(column) !== true) === true) return false;
  const begins = other.fields.every((field, at) => one.fields[at] === field) && directionsFit(one, other);
  return begins && (one.fields.length > other.fields.length || isFirst || one.unique !== other.unique);
}

/** An index is read forwards or backwards as a whole. */
function directionsFit(one: LookUp, other: LookUp): boolean {
  const orders = (lookUp: LookUp) => other.fields.map((_, at) => (lookUp.index?.keys[at]?.order ?? '1').startsWith('-') || (lookUp.index?.keys[at]?.order ?? '').startsWith('desc'));
  const [a, b] = [orders(one), orders(other)];
  return a.every((down, at) => down === b[at]) || a.every((down, at) => down !== b[at]);
}
