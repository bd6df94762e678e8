import type { Collection, Index } from '../../model/entity.ts';
import { findPath } from '../../model/document-path.ts';
import { indexedPath } from '../../model/indexed-path.ts';
import { filterPaths } from '../../model/partial-filter.ts';
import { didYouMean } from '../../model/suggest.ts';
import { defineRule } from '../define-rule.ts';

export const indexOnUnknownField = defineRule({
  id: 'index-on-unknown-field',
  family: 'stores',
  severity: 'error',
  statement: 'What an index names, documents have.',
  why: 'MongoDB makes an index on any path. On one that no document has it holds a null for each of them and finds nothing; a condition on such a path leaves every document out, so that the index is empty and a TTL never removes anything. Nothing tells of it but slow queries. In most cases the field has been renamed, or its name mistyped.',
  mend: [
    'Name the field as documents have it:',
    "```ts\n// before\nindexes: [index({ tenant_id: 1 })],  // the field is called tenantId\n\n// after\nindexes: [index({ tenantId: 1 })],\n```",
    'What lies inside of `z.unknown()`, of a record or of a loose object may be there, and is not looked at.',
  ].join('\n\n'),
  *check({ catalog }) {
    for (const entity of catalog.entities) {
      if (entity.kind !== 'collection') continue;
      const paths = entity.fields.map(({ path }) => path);
      for (const index of entity.indexes) {
        const at = { entity: entity.address, ...(index.location === undefined ? {} : { location: index.location }) };
        for (const path of keyPaths(index)) {
          if (!isAbsent(path, entity)) continue;
          yield { ...at, message: `The index on ${namesOf(index)} of \`${entity.address}\` names \`${path}\`, which no document has.`, ...hintOf(path, paths) };
        }
        for (const path of index.where === undefined ? [] : filterPaths(index.where)) {
          if (!isAbsent(path, entity)) continue;
          yield { ...at, message: `The condition of the index on ${namesOf(index)} of \`${entity.address}\` names \`${path}\`, which no document has: it selects none of them, or all.`, ...hintOf(path, paths) };
        }
      }
    }
  },
});

/** The date of a retention is looked at where it is read. */
function keyPaths({ keys, fromRetention }: Index): readonly string[] {
  return fromRetention ? [] : keys.flatMap(({ on, expression }) => (expression === true || on === '$**' || on.startsWith('$') ? [] : [on.replace(/\.\$\*\*$/, '')]));
}

function isAbsent(path: string, { fields, jsonSchema }: Collection): boolean {
  const paths = fields.map((field) => field.path);
  return !paths.includes(indexedPath(path, paths)) && findPath(jsonSchema, path) === 'absent';
}

function namesOf({ keys }: Index): string {
  return keys.map(({ on }) => `\`${on}\``).join(', ');
}

function hintOf(path: string, paths: readonly string[]): { readonly hint: string } {
  return { hint: didYouMean(path, paths) || 'Declare the field, or take it out of the index.' };
}
