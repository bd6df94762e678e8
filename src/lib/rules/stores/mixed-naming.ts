import { storeFacts } from '../../model/stores/index.ts';
import { defineRule } from '../define-rule.ts';

export const mixedNaming = defineRule({
  id: 'mixed-naming',
  family: 'stores',
  severity: 'warning',
  statement: 'All fields of the documents in a store are named in one style.',
  why: '`created_at` in one collection and `createdAt` in the next: a query for the wrong one is no error in MongoDB, it finds nothing. Code that is copied from one service to the other compiles and reads `undefined`.',
  mend: [
    'Rename the few to the style of the many:',
    '```ts\n// before\ndocument: z.object({ tenantId: ulid(), created_at: z.date() }),\n\n// after\ndocument: z.object({ tenantId: ulid(), createdAt: z.date() }),\n```',
  ].join('\n\n'),
  suppress: 'When the name comes from outside and cannot be changed.',
  options: { ratio: { default: 4, description: 'How many times more names one style must have for the others to be exceptions.' } },
  summary: { message: '{count} fields in {store} are not named in the style of the others' },
  *check({ catalog, index, options }) {
    for (const store of catalog.stores) {
      // SQL reports a wrong name as an error; which names it must quote is the subject of `quoted-column-name`.
      if (storeFacts(store.id).entityKind !== 'collection') continue;
      const named = index.entitiesOf(store).flatMap((entity) => entity.fields.filter(({ depth }) => depth === 0).flatMap((field) => ({ entity, field, style: styleOf(field.name) })));
      const counted = (style: Style) => named.filter((each) => each.style === style).length;
      const [camel, snake] = [counted('camelCase'), counted('snake_case')];
      const few: Style = camel < snake ? 'camelCase' : 'snake_case';
      const [less, more] = [Math.min(camel, snake), Math.max(camel, snake)];
      // As many of one as of the other: nobody can say which are the exceptions.
      if (less === 0 || less * options.ratio > more) continue;
      for (const { entity, field } of named.filter(({ style }) => style === few)) {
        yield { entity: entity.address, field: field.path, message: `\`${field.path}\` of \`${entity.address}\` is written in ${few}, and ${more} other names of ${store.label} in ${few === 'camelCase' ? 'snake_case' : 'camelCase'}.`, hint: `Call it \`${few === 'camelCase' ? toSnake(field.name) : toCamel(field.name)}\`.` };
      }
    }
  },
});

type Style = 'camelCase' | 'snake_case';

/** Of a name of one word nobody can tell. */
function styleOf(name: string): Style | undefined {
  if (/^[a-z0-9]+(_[a-z0-9]+)+$/.test(name)) return 'snake_case';
  return /^[a-z][a-z0-9]*([A-Z][a-z0-9]*)+$/.test(name) ? 'camelCase' : undefined;
}

function toSnake(name: string): string {
  return name.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`);
}

function toCamel(name: string): string {
  return name.replace(/_([a-z0-9])/g, (_, letter: string) => letter.toUpperCase());
}
