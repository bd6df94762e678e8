import { defineRule } from '../define-rule.ts';

export const undescribedFields = defineRule({
  id: 'undescribed-fields',
  family: 'documentation',
  severity: 'note',
  statement: 'Most fields of an entity have a description.',
  why: 'A name such as `value`, `type` or `flags` explains itself only to its author. A description gives what the name cannot: the unit, the time zone, who sets it, what null means. Fields whose name explains them (`id`, `createdAt`, `title`) are not counted.',
  mend: [
    'Write a doc comment above each that a reader could misunderstand:',
    '```ts\n// before\nduration: z.int(),\n\n// after\n/** Milliseconds, from the first byte to the last. */\nduration: z.int(),\n```',
  ].join('\n\n'),
  options: { min: { default: 50, description: 'The share of fields that must be described, in percent.' } },
  summary: { message: '{count} of {entities} in {store} describe too few of their fields' },
  *check({ catalog, options }) {
    for (const entity of catalog.entities) {
      const counted = entity.kind === 'objects' ? [] : entity.fields.filter(({ name, depth, keys }) => depth === 0 && !keys.includes('FK') && !OBVIOUS.has(plain(name)));
      const undescribed = counted.filter(({ description }) => description === '').length;
      if ((counted.length - undescribed) * 100 >= counted.length * options.min) continue;
      yield { entity: entity.address, message: `${undescribed} ${undescribed === 1 ? 'field' : 'fields'} of \`${entity.address}\` ${undescribed === 1 ? 'needs' : 'need'} a description.`, hint: HINT };
    }
  },
});

const HINT = 'Write a doc comment above each that a reader could misunderstand.';

/** Names that explain the field. */
const OBVIOUS = new Set(['id', 'refid', 'name', 'title', 'slug', 'email', 'createdat', 'updatedat', 'deletedat', 'status', 'url', 'version', 'description']);

function plain(name: string): string {
  return name.replaceAll('_', '').toLowerCase();
}
