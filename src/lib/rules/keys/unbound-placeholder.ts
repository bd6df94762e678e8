import { lettersOf, pluralsOf } from '../../model/alike-names.ts';
import type { Entity } from '../../model/entity.ts';
import { placeholdersOf } from '../../model/key-template.ts';
import { nameInSchema } from '../../model/last-step.ts';
import { suggestions } from '../../model/suggest.ts';
import { defineRule } from '../define-rule.ts';

export const unboundPlaceholder = defineRule({
  id: 'unbound-placeholder',
  family: 'keys',
  severity: 'error',
  statement: 'Every placeholder of a key takes its value from a field, or is declared.',
  why: '`{tenantId}/strategies/{strategyId}/v{version}.md`: the tenant and the strategy stand in the document that holds the key. But which version is `{version}`, and what may it be: `3`, `v3`, `2024-01`? Nobody who has the document can make the key again, and nobody who lists the bucket can tell what belongs to what.',
  mend: [
    'Bind it to a field of the record, or declare what it may be:',
    "```ts\n// before\nkey: '{tenantId}/outputs/{outputId}.{ext}',\n\n// after\nkey: '{tenantId}/outputs/{outputId}.{ext}',\nparameters: { ext: z.enum(['md', 'pdf']) },\n```",
    "A field of another name is bound where the key is held: `objectKey('s3.outputs', { bind: { outputId: '_id' } })`.",
  ].join('\n\n'),
  *check({ catalog, index }) {
    for (const family of catalog.entities) {
      if (family.kind !== 'objects') continue;
      const pointers = index.referencesIn(family).flatMap(({ from, target }) => (target.kind === 'objects' ? [{ from, bindings: target.bindings }] : []));
      for (const placeholder of placeholdersOf(family.key)) {
        if (family.parameters.includes(placeholder)) continue;
        const unbound = pointers.filter(({ bindings }) => !bindings.some((binding) => binding.placeholder === placeholder)).map(({ from }) => `\`${from.entity}\``);
        if (pointers.length > 0 && unbound.length === 0) continue;
        const why = pointers.length === 0 ? `no field points at \`${family.address}\`` : `${[...new Set(unbound)].join(' and ')} ${new Set(unbound).size === 1 ? 'has' : 'have'} no field of that name`;
        const likely = pointers.map(({ from }) => likelyField(placeholder, index.entities.get(from.entity))).find((field) => field !== undefined);
        const bind = pointers.length === 0 ? `point at it with objectKey('${family.address}')` : `bind it, objectKey('${family.address}', { bind: { ${placeholder}: '${likely ?? '…'}' } })`;
        yield { entity: family.address, field: placeholder, message: `\`{${placeholder}}\` in the key of \`${family.address}\` is bound to nothing: ${why}, and no parameter declares it.`, hint: `Declare what it may be, parameters: { ${placeholder}: … }, or ${bind}.` };
      }
    }
  },
});

/** `ref_id` of `contracts` for `contractRefId`; else a field whose name is nearly that. */
function likelyField(placeholder: string, entity: Entity | undefined): string | undefined {
  if (entity === undefined) return undefined;
  const paths = entity.fields.map(({ path }) => path);
  const whole = lettersOf(placeholder);
  const ofRecord = paths.find((path) => whole.endsWith(lettersOf(path)) && pluralsOf(whole.slice(0, -lettersOf(path).length)).includes(lettersOf(nameInSchema(entity))));
  return ofRecord ?? suggestions(placeholder, paths)[0];
}
