import { defineRule } from '../define-rule.ts';

export const nullablePlaceholder = defineRule({
  id: 'nullable-placeholder',
  family: 'keys',
  severity: 'error',
  statement: 'What a key is made of is there whenever the key is.',
  why: '`{tenantId}/reports/{reportId}.pdf` of a document without a tenant becomes `null/reports/…` or `undefined/reports/…`, depending on the language. All such objects of all customers lie in one folder, and the clean-up by prefix never finds them.',
  mend: [
    'Make the field required, or let the pointer be absent with it:',
    "```ts\n// before\ntenantId: ref('postgresql.tenants.ref_id').nullable(),\ns3Key: objectKey('s3.reports'),\n\n// after\ntenantId: ref('postgresql.tenants.ref_id'),\n```",
  ].join('\n\n'),
  *check({ catalog, index }) {
    for (const family of catalog.entities) {
      if (family.kind !== 'objects') continue;
      for (const field of family.parameters.flatMap((name) => index.field(family.address, name) ?? [])) {
        if (!field.nullable && !field.optional) continue;
        yield { entity: family.address, field: field.path, message: `\`{${field.path}}\` in the key of \`${family.address}\` may be ${field.nullable ? 'null' : 'absent'}: the key then holds the word “${field.nullable ? 'null' : 'undefined'}”.`, hint: 'Make the parameter required, or give the keys without it a family of their own.' };
      }
    }
    for (const { from, target } of catalog.references) {
      if (target.kind !== 'objects') continue;
      const pointer = index.field(from.entity, from.field);
      if (pointer === undefined || pointer.nullable || pointer.optional) continue;
      for (const { placeholder, from: source } of target.bindings) {
        const field = source.kind === 'field' ? index.field(from.entity, source.field) : undefined;
        if (field === undefined || (!field.nullable && !field.optional)) continue;
        yield { entity: from.entity, field: from.field, message: `The key in \`${from.entity}.${from.field}\` is made of \`${field.path}\`, which may be ${field.nullable ? 'null' : 'absent'}: \`{${placeholder}}\` is then the word “${field.nullable ? 'null' : 'undefined'}”.`, hint: 'Make that field required, or let the key be absent with it.' };
      }
    }
  },
});
