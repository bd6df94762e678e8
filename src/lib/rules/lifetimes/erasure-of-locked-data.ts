import { type Entity } from '../../model/entity.ts';
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
    for (const process of catalog.processes) {
      for (const address of new Set(process.deletes.map(({ entity }) => entity))) {
        const entity = index.entities.get(address);
        const length = entity === undefined ? undefined : lockOf(entity);
        if (length === undefined) continue;
        yield { process: process.name, message: `The process “${process.name}” is to delete \`${address}\`, which is locked for ${length}.`, hint: 'Take it out of `deletes`, and say in the description what becomes of it.' };
      }
    }
  },
});

function lockOf(entity: Entity): string | undefined {
  if (entity.kind === 'objects' && entity.objectLock !== undefined) return entity.objectLock.for;
  return entity.retention?.kind === 'locked' ? entity.retention.for : undefined;
}
