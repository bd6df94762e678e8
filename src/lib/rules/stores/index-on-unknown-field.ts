import { describeIndex, locationOf } from '../../analysis/index-faults/index-fault.ts';
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
  statement: 'Indexes use fields that documents have.',
  why: 'MongoDB creates an index on any path, even if no document has it. Such an index finds nothing. A condition on such a path usually matches no document: the index stays empty, and its TTL deletes nothing. MongoDB reports no error, only queries become slow. In most cases the field was renamed, or its name has a typo.',
  mend: [
    'Use the name of the field in the documents:',
    "```ts\n// before\nindexes: [index({ tenant_id: 1 })],  // the field is called tenantId\n\n// after\nindexes: [index({ tenantId: 1 })],\n```",
    'Paths inside `z.unknown()`, a record or a loose object are not checked.',
  ].join('\n\n'),
  *check({ catalog }) {
    for (const entity of catalog.entities) {
      if (entity.kind !== 'collection') continue;
      const paths = entity.fields.map(({ path }) => path);
      for (const index of entity.indexes) {
        const at = { entity: entity.address, ...locationOf(index) };
        for (const path of keyPaths(index)) {
          if (!isAbsent(path, entity)) continue;
          yield { ...at, message: `\`${path}\` in ${describeIndex(index, entity)} is not a field of its documents.`, ...hintOf(path, paths) };
        }
        for (const path of index.where === undefined ? [] : filterPaths(index.where)) {
          if (!isAbsent(path, entity)) continue;
          yield { ...at, message: `\`${path}\` in the condition of ${describeIndex(index, entity)} is not a field of its documents.`, ...hintOf(path, paths) };
        }
      }
    }
  },
});

/** The date of a declared retention is checked as an option of the entity. */
function keyPaths({ keys, fromRetention }: Index): readonly string[] {
  return fromRetention ? [] : keys.flatMap(({ on, expression }) => (expression === true || on === '$**' || on.startsWith('$') ? [] : [on.replace(/\.\$\*\*$/, '')]));
}

function isAbsent(path: string, { fields, jsonSchema }: Collection): boolean {
  const paths = fields.map((field) => field.path);
  return !paths.includes(indexedPath(path, paths)) && findPath(jsonSchema, path) === 'absent';
}

function hintOf(path: string, paths: readonly string[]): { readonly hint: string } {
  return { hint: didYouMean(path, paths) || 'Declare the field, or remove it from the index.' };
}
