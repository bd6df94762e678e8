import { removedWith } from '../../analysis/removed-with.ts';
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
    const locked = catalog.entities.flatMap((entity) => {
      const length = lockOf(entity);
      return length === undefined ? [] : [{ address: entity.address, length, parents: removedWith(entity, index) }];
    });
    for (const { name, deletes } of catalog.processes) {
      const listed = new Set(deletes.map(({ entity }) => entity));
      for (const { address, length, parents } of locked) {
        const parent = parents.find((each) => listed.has(each.address))?.address;
        if (listed.has(address)) yield { process: name, message: `The process “${name}” is to delete \`${address}\`, which is locked for ${length}.`, hint: 'Take it out of `deletes`, and say in the description what becomes of it.' };
        else if (parent !== undefined) yield { process: name, message: `The process “${name}” is to delete \`${parent}\`, with which \`${address}\` goes, and that is locked for ${length}.`, hint: `Let it keep \`${parent}\` until the lock ends, or let \`${address}\` stay when it goes.` };
      }
    }
  },
});

function lockOf(entity: Entity): string | undefined {
  if (entity.kind === 'objects' && entity.objectLock !== undefined) return entity.objectLock.for;
  return retentionsOf(entity).find((retention) => retention.kind === 'locked')?.for;
}
