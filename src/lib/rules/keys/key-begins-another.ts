import { defineRule } from '../define-rule.ts';

export const keyBeginsAnother = defineRule({
  id: 'key-begins-another',
  family: 'keys',
  severity: 'warning',
  statement: 'No key of one family begins the keys of another.',
  why: '`{tenantId}/exports` and `{tenantId}/exports/{id}.csv`: S3 knows no folders, only beginnings of keys. Whoever lists or deletes everything that begins with the first key gets all objects of the second as well. Tools that make folders of keys cannot show both.',
  mend: [
    'End the first with a step of its own:',
    "```ts\n// before\nkey: '{tenantId}/exports',\n\n// after\nkey: '{tenantId}/exports/index.json',\n```",
  ].join('\n\n'),
  *check({ touchingKeys }) {
    for (const { first, second, firstBegins } of touchingKeys.filter(({ same }) => !same)) {
      const [short, long] = firstBegins ? [first, second] : [second, first];
      yield { entity: short.address, message: `A key of \`${short.address}\`, \`${short.key.template}\`, can begin keys of \`${long.address}\`, \`${long.key.template}\`: whoever lists or deletes by it means both.`, hint: 'End it with a step of its own.' };
    }
  },
});
