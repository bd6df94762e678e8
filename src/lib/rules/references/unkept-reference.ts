import { isTenantField } from '../../analysis/tenant-scopes.ts';
import { defineRule } from '../define-rule.ts';

export const unkeptReference = defineRule({
  id: 'unkept-reference',
  family: 'references',
  severity: 'note',
  statement: 'A reference that the application keeps says which code keeps it.',
  why: 'No database enforces `activity_outputs.activityId`. Some code sets it, checks it and repairs it, and whoever changes that code should know. "Maintained by application logic" names nobody: when the pointer is wrong, there is no place to look.',
  mend: [
    'Name the process, a path or a URL:',
    "```ts\n// before\nactivityId: ref('postgresql.activities.ref_id'),\n\n// after\nactivityId: ref('postgresql.activities.ref_id', { keptBy: 'Activity Worker' }),\n```",
  ].join('\n\n'),
  *check({ catalog, index }) {
    for (const entity of catalog.entities) {
      const unkept = index.referencesOut(entity).filter(({ enforcement, from }) => enforcement.by === 'application' && enforcement.keptBy === undefined && !isTenantField(entity.tenancy, from.field));
      const [first] = unkept;
      if (first === undefined) continue;
      const fields = unkept.map(({ from }) => `\`${from.field}\``).join(', ');
      yield {
        entity: entity.address,
        message: unkept.length === 1 ? `Nobody is said to keep ${fields} of \`${entity.address}\`, and no database does.` : `Nobody is said to keep ${unkept.length} references of \`${entity.address}\`, and no database does: ${fields}.`,
        hint: "Name the code that does: { keptBy: '…' }, a process, a path or a URL.",
      };
    }

  },
});
