import { silentReferences } from '../../analysis/application-references.ts';
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
  *check({ index }) {
    const silent = silentReferences(index, ({ keptBy }) => keptBy !== undefined);
    const hint = "Name the code that does: { keptBy: '…' }, a process, a path or a URL.";
    if (silent.kind === 'all') {
      yield { system: true, location: silent.first.location, message: `None of the ${silent.count} references that the application keeps says which code keeps it.`, hint };
      return;
    }
    for (const { entity, fields } of silent.entities) {
      const what = fields.length === 1 ? fields.join() : `${fields.length} references`;
      const which = fields.length === 1 ? '' : `: ${fields.join(', ')}`;
      yield { entity: entity.address, message: `Nobody is said to keep ${what} of \`${entity.address}\`, and no database does${which}.`, hint };
    }
  },
});
