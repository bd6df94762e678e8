import { parentsOf } from '../../analysis/parents.ts';
import { type Entity } from '../../model/entity.ts';
import { retentionsOf } from '../../model/retention.ts';
import { defineRule } from '../define-rule.ts';

export const erasureOfLockedData = defineRule({
  id: 'erasure-of-locked-data',
  family: 'lifetimes',
  severity: 'error',
  statement: 'Nothing is to delete what is locked.',
  why: "The process that erases a customer lists all keys below the customer's prefix and deletes them. The contracts among them are locked for seven years: S3 refuses, the process stops half-way, and reports that it has erased the customer, or does not, depending on who wrote it.",
  mend: [
    'Take what is locked out of what the process deletes, and say what happens to it:',
    "```ts\n// before\ndeletes: ['s3.reports', 's3.contracts'],\n\n// after\ndeletes: ['s3.reports'],  // contracts stay until their lock ends\n```",
  ].join('\n\n'),
  suppress: 'When the process deletes only what is no longer locked: say how it knows.',
  *check({ catalog, index }) {
    const followers = Map.groupBy(catalog.entities.flatMap((entity) => parentsOf(entity, index).map((parent) => ({ entity, parent }))), ({ parent }) => parent);
    for (const { name, deletes } of catalog.processes) {
      const listed = new Set(deletes.map(({ entity }) => entity));
      for (const address of listed) {
        const length = lockOf(index.entities.get(address));
        if (length !== undefined) yield { process: name, message: `The process “${name}” is to delete \`${address}\`, which is locked for ${length}.`, hint: 'Take it out of `deletes`, and say in the description what becomes of it.' };
        for (const follower of followersOf(address, followers)) {
          const locked = listed.has(follower.address) ? undefined : lockOf(follower);
          if (locked === undefined) continue;
          yield { process: name, message: `The process “${name}” is to delete \`${address}\`, with which \`${follower.address}\` goes, and that is locked for ${locked}.`, hint: `Let it keep \`${address}\` until the lock ends, or let \`${follower.address}\` stay when it goes.` };
        }
      }
    }
  },
});

/** What is removed with the records of an entity, and with those. */
function followersOf(address: string, followers: ReadonlyMap<string, readonly { readonly entity: Entity }[]>, seen: Set<string> = new Set([address])): readonly Entity[] {
  return (followers.get(address) ?? []).flatMap(({ entity }) => {
    if (seen.has(entity.address)) return [];
    seen.add(entity.address);
    return [entity, ...followersOf(entity.address, followers, seen)];
  });
}

function lockOf(entity: Entity | undefined): string | undefined {
  if (entity === undefined) return undefined;
  if (entity.kind === 'objects' && entity.objectLock !== undefined) return entity.objectLock.for;
  return retentionsOf(entity).find((retention) => retention.kind === 'locked')?.for;
}
