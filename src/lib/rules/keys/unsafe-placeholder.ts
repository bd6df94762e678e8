import type { CatalogIndex } from '../../analysis/catalog-index.ts';
import { shapeAt } from '../../model/shape-at.ts';
import type { ObjectFamily } from '../../model/entity.ts';
import { placeholdersOf } from '../../model/key-template.ts';
import { charactersOf, holdsSlash, refusesSlash, valuesOf } from '../../model/placeholder-values.ts';
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
        if (field === undefined || !holdsSlash(valuesOf(family, placeholder)) || !mayHoldSlash(family, placeholder, index)) continue;
        yield { entity: family.address, field: placeholder, message: `\`{${placeholder}}\` in the key of \`${family.address}\` is \`${field.type}\`: a value with a slash in it makes a key of another shape.`, hint: 'Bind it to an id, a number or an enum, or give its parameter a pattern: z.string().regex(/^[a-z0-9-]+$/).' };
      }
    }
  },
});

/** Unless a form refuses it: that of the parameter, or that of each field from which the value comes. What nothing is bound to has a rule of its own. */
function mayHoldSlash(family: ObjectFamily, placeholder: string, index: CatalogIndex): boolean {
  if (family.parameters.includes(placeholder)) return !refusesSlash(family, placeholder);
  return index.referencesIn(family).some(({ from, target }) => {
    const source = target.kind === 'objects' ? target.bindings.find((binding) => binding.placeholder === placeholder)?.from : undefined;
    if (source?.kind !== 'field') return false;
    return charactersOf(shapeAt(index.entities.get(from.entity)?.jsonSchema ?? {}, source.field))?.slash !== false;
  });
}
