import { sourceFields } from '../../analysis/reference-targets.ts';
import { defineRule } from '../define-rule.ts';

export const nullOnRequired = defineRule({
  id: 'null-on-required',
  family: 'references',
  severity: 'error',
  statement: 'A pointer that is set to null when its target goes may be null.',
  why: "`ON DELETE SET NULL` on a column that is `NOT NULL` is taken without a word, and each delete of a target then fails. In application code it is worse: the document is written with a null that its own schema refuses, and every reader that trusts the schema breaks on it.",
  mend: [
    'Let it be null, or let something else happen:',
    "```ts\n// before\nauthorId: ref('postgresql.users.ref_id', { whenTargetGoes: nullifies() }),\n\n// after\nauthorId: ref('postgresql.users.ref_id', { whenTargetGoes: nullifies() }).nullable(),\n```",
  ].join('\n\n'),
  *check({ catalog, index }) {
    for (const reference of catalog.references) {
      const { from, enforcement, location } = reference;
      const becomesNull = enforcement.by === 'database' ? enforcement.onDelete === 'set null' : enforcement.whenTargetGoes?.action === 'nullify';
      const required = sourceFields(reference).find(({ entity, field }) => {
        const found = index.field(entity, field);
        return found !== undefined && !found.nullable && !found.optional;
      });
      if (!becomesNull || required === undefined) continue;
      const then = enforcement.by === 'database' ? 'the database refuses to delete what it points at' : 'what is written then fits no schema';
      yield { entity: from.entity, field: required.field, location, message: `\`${required.entity}.${required.field}\` is to be set to null when its target goes, and can never be null: ${then}.`, hint: `Make it .nullable(), or choose another answer: ${enforcement.by === 'database' ? "onDelete: 'cascade' or 'restrict'" : 'whenTargetGoes: deletes()'}.` };
    }
  },
});
