import { defineRule } from '../define-rule.ts';

export const undescribedFields = defineRule({
  id: 'undescribed-fields',
  family: 'documentation',
  severity: 'note',
  statement: 'Most fields of an entity say what is in them.',
  why: '`value`, `type`, `flags`: those who wrote them know. What a description is for is what the name cannot say: the unit, the zone, who sets it, what null means. Fields that every reader knows (`id`, `createdAt`, `title`) are not counted.',
  mend: [
    'Write a doc comment above each that a reader could misunderstand:',
    '```ts\n// before\nduration: z.int(),\n\n// after\n/** Milliseconds, from the first byte to the last. */\nduration: z.int(),\n```',
  ].join('\n\n'),
  options: { min: { default: 50, description: 'The share of fields that must be described, in percent.' } },
  *check({ catalog, options }) {
    const shares = catalog.entities.flatMap((entity) => {
      const counted = entity.kind === 'objects' ? [] : entity.fields.filter(({ name, depth, keys }) => depth === 0 && !keys.includes('FK') && !OBVIOUS.has(plain(name)));
      return counted.length === 0 ? [] : [{ entity, all: counted.length, described: counted.filter(({ description }) => description !== '').length }];
    });
    // Where nobody has described anything, one word is enough.
    const nowhere = shares.every(({ described }) => described === 0);
    if (nowhere) {
      const [first] = shares;
      if (first !== undefined) yield { system: true, location: first.entity.location, message: `None of the ${shares.reduce((sum, { all }) => sum + all, 0)} fields that a reader cannot know says what is in it.`, hint: 'Begin with those that a reader could misunderstand: a doc comment above each, /** … */.' };
      return;
    }
    for (const { entity, all, described } of shares) {
      if (described * 100 >= all * options.min) continue;
      if (all === 1) yield { entity: entity.address, message: `The one field of \`${entity.address}\` that a reader cannot know does not say what is in it.`, hint: HINT };
      else yield { entity: entity.address, message: `${described === 0 ? 'None' : described} of the ${all} fields of \`${entity.address}\` that a reader cannot know ${described <= 1 ? 'says' : 'say'} what is in ${described <= 1 ? 'it' : 'them'}.`, hint: HINT };
    }
  },
});

const HINT = 'Write a doc comment above each that a reader could misunderstand.';

/** Names that everybody understands. */
const OBVIOUS = new Set(['id', 'refid', 'name', 'title', 'slug', 'email', 'createdat', 'updatedat', 'deletedat', 'status', 'url', 'version', 'description']);

function plain(name: string): string {
  return name.replaceAll('_', '').toLowerCase();
}
