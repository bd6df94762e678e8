import { keysUnder } from '../../analysis/bucket-families.ts';
import type { ObjectFamily } from '../../model/entity.ts';
import { valuesOf } from '../../model/placeholder-values.ts';
import { defineRule } from '../define-rule.ts';

export const unreachableLifecyclePrefix = defineRule({
  id: 'unreachable-lifecycle-prefix',
  family: 'keys',
  severity: 'error',
  statement: 'A lifecycle rule by prefix selects keys of its family.',
  why: 'A rule with the prefix `exports/` is to expire all exports. Every key begins with its tenant, `{tenantId}/exports/…`, so the rule selects nothing: a prefix is compared from the first character on, there is no wildcard. The bill grows, and the list of rules looks right.',
  mend: [
    'Select by a tag that the upload sets, or give the objects a bucket of their own:',
    "```ts\n// before\nlifecycle: [lifecycle({ prefix: 'exports/', expireAfter: '30 days' })],\n\n// after\nlifecycle: [lifecycle({ tag: { key: 'kind', value: 'export' }, expireAfter: '30 days' })],\n```",
  ].join('\n\n'),
  *check({ catalog }) {
    for (const family of catalog.entities) {
      if (family.kind !== 'objects') continue;
      const [first] = family.key.parts;
      for (const { prefix } of family.lifecycle) {
        if (keysUnder(family, prefix) !== 'none') continue;
        const why = first?.kind === 'placeholder' ? `every key begins with ${beginningOf(family, first.name)}` : `every key begins with \`${first?.text ?? ''}\``;
        yield { entity: family.address, message: `The lifecycle rule of \`${family.address}\` for the prefix \`${prefix}\` selects none of its keys: ${why}, and a prefix is compared from the first character on.`, hint: "Select by a tag, { tag: { key: '…', value: '…' } }, or give the objects a bucket of their own." };
      }
    }
  },
});

function beginningOf(family: ObjectFamily, placeholder: string): string {
  const values = valuesOf(family, placeholder);
  return values.kind === 'text' || values.words.length > 5 ? `its own \`{${placeholder}}\`` : values.words.map((word) => `\`${word}\``).join(' or ');
}
