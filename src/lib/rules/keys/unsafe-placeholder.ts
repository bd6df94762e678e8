import { placeholdersOf } from '../../model/key-template.ts';
import { holdsSlash, placeholderValues } from '../../model/placeholder-values.ts';
import { defineRule } from '../define-rule.ts';

export const unsafePlaceholder = defineRule({
  id: 'unsafe-placeholder',
  family: 'keys',
  severity: 'warning',
  statement: 'What stands in a key cannot change its shape.',
  why: "A placeholder that is free text may hold a slash: with the name `2024/q3.pdf` a key has a step more than its template, and lies in a folder that nobody made. It may hold `../`, a question mark, or the name of another customer's folder. Whoever chooses the text chooses the key.",
  mend: [
    'Bind it to something with a form of its own, an id, a number, an enum; or say which characters it may have:',
    '```ts\n// before\nparameters: { name: z.string() },\n\n// after\nparameters: { name: z.string().regex(/^[a-z0-9-]+$/) },\n```',
  ].join('\n\n'),
  *check({ catalog, index }) {
    for (const family of catalog.entities) {
      if (family.kind !== 'objects') continue;
      for (const placeholder of placeholdersOf(family.key)) {
        const field = index.field(family.address, placeholder);
        const isBound = family.parameters.includes(placeholder) || index.referencesIn(family).some(({ target }) => target.kind === 'objects' && target.bindings.some((binding) => binding.placeholder === placeholder && binding.from.kind === 'field'));
        if (field === undefined || !isBound || !holdsSlash(placeholderValues(field)) || excludesSlash(family.jsonSchema, placeholder)) continue;
        yield { entity: family.address, field: placeholder, message: `\`{${placeholder}}\` in the key of \`${family.address}\` is \`${field.type}\`: a value with a slash in it makes a key of another shape.`, hint: 'Bind it to an id, a number or an enum, or give its parameter a pattern: z.string().regex(/^[a-z0-9-]+$/).' };
      }
    }
  },
});

/** Does the parameter's own pattern refuse a slash, wherever it stands? */
function excludesSlash(jsonSchema: Readonly<Record<string, unknown>>, placeholder: string): boolean {
  const properties = jsonSchema['properties'] as Readonly<Record<string, { readonly pattern?: unknown; readonly format?: unknown }>> | undefined;
  const own = properties !== undefined && Object.hasOwn(properties, placeholder) ? properties[placeholder] : undefined;
  if (typeof own?.format === 'string') return ['uuid', 'ulid', 'date', 'email', 'cuid', 'nanoid'].includes(own.format);
  return typeof own?.pattern === 'string' && /^\^\[[^\]^/\\]+\](?:[+*]|\{\d+(?:,\d*)?\})\$$/.test(own.pattern);
}
