import { defineRule } from '../define-rule.ts';

export const overlappingKeys = defineRule({
  id: 'overlapping-keys',
  family: 'keys',
  severity: 'error',
  statement: 'No two families of a bucket can make the same key.',
  why: '`{tenantId}/{id}.md` and `{tenantId}/{slug}.md` make the same key when a slug looks like an id. The second upload replaces the first, without an error: S3 has no constraint on whose key it is. Nobody can tell from a key what kind of object it is, and the rules for the one apply to the other.',
  mend: [
    'Let them differ in a step that both write out:',
    "```ts\n// before\nkey: '{tenantId}/{slug}.md',\n\n// after\nkey: '{tenantId}/pages/{slug}.md',\n```",
  ].join('\n\n'),
  *check({ touchingKeys }) {
    for (const { first, second } of touchingKeys.filter(({ same }) => same)) {
      yield { entity: second.address, message: `\`${first.address}\` and \`${second.address}\` can make the same key in the bucket \`${first.bucket}\`: \`${first.key.template}\` and \`${second.key.template}\`.`, hint: 'Let them differ in a step that both write out.' };
    }
  },
});
