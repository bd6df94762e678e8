import type { CatalogIndex } from '../../analysis/catalog-index.ts';
import type { Entity } from '../../model/entity.ts';
import { shapeAt } from '../../model/shape-at.ts';
import { defineRule } from '../define-rule.ts';

export const unboundedArray = defineRule({
  id: 'unbounded-array',
  family: 'stores',
  severity: 'warning',
  statement: 'A growing list inside a document has a maximum length.',
  why: 'A document holds at most 16 MB, and MongoDB writes it as a whole. A list that only grows (comments, changes, sources) is fast in tests and slow after a year; one day a write fails, for the largest customer first. Lists of references and of objects that hold a date or a reference are checked, because such entries are added as things happen.',
  mend: [
    'Declare a maximum, or make it a collection:',
    '```ts\n// before\ncitations: z.array(z.object({ url: z.url(), foundAt: z.date() })),\n\n// after\ncitations: z.array(z.object({ url: z.url(), foundAt: z.date() })).max(200),\n```',
  ].join('\n\n'),
  suppress: 'When something else limits it: say what, and to how many.',
  *check({ catalog, index }) {
    for (const entity of catalog.entities) {
      if (entity.kind !== 'collection') continue;
      const holders = new Set(entity.fields.flatMap(({ path }) => (path.includes('[]') ? [path.slice(0, path.lastIndexOf('[]'))] : [])));
      for (const field of entity.fields) {
        const isPointers = field.type.endsWith('[]') && index.referencesOfField(entity.address, field.path).length > 0;
        if (!(isPointers || (holders.has(field.path) && grows(field.path, entity, index))) || hasEnd(shapeAt(entity.jsonSchema, field.path))) continue;
        yield { entity: entity.address, field: field.path, message: `\`${field.path}\` of \`${entity.address}\` is a list of ${isPointers ? 'references' : 'objects'} without a maximum length, and a document holds at most 16 MB.`, hint: 'Declare a maximum, .max(100), or make it a collection of its own.' };
      }
    }
  },
});

/** Entries with a date or a reference are added as things happen; without either a list is more often settings that somebody made by hand. */
function grows(path: string, entity: Entity, index: CatalogIndex): boolean {
  const entries = entity.fields.filter((field) => field.path.startsWith(`${path}[].`));
  return entries.some((field) => field.type === 'date' || index.referencesOfField(entity.address, field.path).length > 0);
}

/** An absent shape says nothing, and is not held against it. */
function hasEnd(shape: Readonly<Record<string, unknown>> | undefined): boolean {
  return shape === undefined || typeof shape['maxItems'] === 'number' || Array.isArray(shape['prefixItems']) || shape['type'] !== 'array';
}
