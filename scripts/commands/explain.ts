import type { CliCommand } from '../command.ts';
import { systemFlags } from '../system-options.ts';

export const explainCommand: CliCommand = {
  name: 'explain',
  summary: 'tell what a rule, an entity or a field is about',
  description: `Of a rule: what must hold, why, how to mend it, and what it finds in this schema.
Of an entity or a field: what it is, what it points at and what points at it, how long each of these holds and what would change that, its findings and those that are suppressed.
Without a subject: every rule in a line.`,
  arguments: [['[subject]', 'id of a rule, or address of an entity or a field']],
  options: systemFlags,
  examples: [
    ['explain', 'every rule in a line'],
    ['explain missing-retention', 'a rule'],
    ['explain mongodb.event_logs', 'an entity'],
    ['explain mongodb.event_logs.activityId', 'a field'],
  ],
  run: async (context) => (await import('../run/explain.ts')).runExplain(context),
};
