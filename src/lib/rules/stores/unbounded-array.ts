import { shapeAt } from '../../model/shape-at.ts';
import { defineRule } from '../define-rule.ts';

export const unboundedArray = defineRule({
  id: 'unbounded-array',
  family: 'stores',
  severity: 'warning',
  statement: 'A list of objects inside a document has an end.',
  why: 'A document may hold 16 MB, and each update writes it as a whole. A list that only ever grows (comments, changes, sources) is fast in tests and slow after a year; one day a write fails, for the largest customer first. Each of its entries is a document that could have been one.',
  mend: [
    'Say how long it may become, or make it a collection:',
    '```ts\n// before\ncitations: z.array(z.object({ url: z.url() })),\n\n// after\ncitations: z.array(z.object({ url: z.url() })).max(200),\n```',
  ].join('\n\n'),
  suppress: 'When something else ends it: say what, and at how many.',
  *check({ catalog, index }) {
    for (const entity of catalog.entities) {
      if (entity.kind !== 'collection') continue;
      const holders = new Set(entity.fields.flatMap(({ path }) => (path.includes('[]') ? [path.slice(0, path.lastIndexOf('[]'))] : [])));
      for (const field of entity.fields) {
        const isPointers = field.type.endsWith('[]') && index.referencesOfField(entity.address, field.path).length > 0;
        if ((!holders.has(field.path) && !isPointers) || hasEnd(shapeAt(entity.jsonSchema, field.path))) continue;
        yield { entity: entity.address, field: field.path, message: `\`${field.path}\` of \`${entity.address}\` is a list of ${isPointers ? 'pointers' : 'objects'} without an end, inside a document that can hold 16 MB.`, hint: 'Say how long it may become, .max(100), or make it a collection of its own.' };
      }
    }
  },
});

/** An absent shape says nothing, and is not held against it. */
function hasEnd(shape: Readonly<Record<string, unknown>> | undefined): boolean {
  return shape === undefined || typeof shape['maxItems'] === 'number' || Array.isArray(shape['prefixItems']) || shape['type'] !== 'array';
}
