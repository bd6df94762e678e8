import { type CatalogIndex } from '../../analysis/catalog-index.ts';
import { incompatibility } from '../../analysis/compatible-types.ts';
import { possibleTargets } from '../../analysis/possible-targets.ts';
import { sourceFields } from '../../analysis/reference-targets.ts';
import { type Reference } from '../../model/reference.ts';
import { defineRule } from '../define-rule.ts';

export const incompatibleReferenceType = defineRule({
  id: 'incompatible-reference-type',
  family: 'references',
  severity: 'error',
  statement: 'A pointer has a type that can hold the key it points at.',
  why: [
    'A reference that no database checks is two declarations of one value. A ULID has 26 characters, an ObjectId written out has 24: a `varchar(24)` column cuts every ULID that is put into it, or refuses it, on the first write in production.',
    'The look-up then finds nothing, and nothing says why.',
  ].join('\n\n'),
  mend: [
    'Leave the type out, and the pointer takes that of its target:',
    "```ts\n// before\nactivity_id: ref('postgresql.activities.ref_id', { as: varchar(24) }),\n\n// after\nactivity_id: ref('postgresql.activities.ref_id'),\n```",
    'When the type is right, the pointer means something else: mend its target.',
  ].join('\n\n'),
  *check({ catalog, index }) {
    for (const reference of catalog.references) {
      const isMixed = hasMixedTargets(reference, index);
      for (const [pointer, target] of pairsOf(reference, index)) {
        const why = incompatibility(pointer.type, target.type, isMixed);
        if (why === undefined) continue;
        const to = reference.target.kind === 'field' ? reference.target.entity : target.entity;
        yield {
          entity: reference.from.entity,
          field: pointer.path,
          location: reference.location,
          message: `\`${reference.from.entity}.${pointer.path}\` is \`${pointer.type}\` and points at \`${to}.${target.path}\`, which is \`${target.type}\`: ${why}.`,
          hint: isMixed && index.entities.get(reference.from.entity)?.kind === 'table' ? 'Give the column a type that holds the keys of all targets, such as { as: text() }, or reference other fields.' : 'Leave the type out, so that the pointer has that of its target, or point at the field that is meant.',
        };
      }
    }
  },
});

/** A column whose targets have several types needs a type of its own: it cannot take that of its target. */
function hasMixedTargets({ target }: Reference, index: CatalogIndex): boolean {
  const types = new Set(possibleTargets(target, index.catalog).map(({ entity, field }) => index.field(entity, field)?.type));
  return target.kind !== 'field' && types.size > 1;
}

interface End {
  readonly entity: string;
  readonly path: string;
  readonly type: string;
}

/** Each pointing field with each field that it may mean; the columns of a composite key pairwise. */
function pairsOf(reference: Reference, index: CatalogIndex): readonly (readonly [End, End])[] {
  if (reference.target.kind === 'objects') return [];
  const end = ({ entity, field }: { readonly entity: string; readonly field: string }): readonly End[] => {
    const found = index.field(entity, field);
    return found === undefined ? [] : [{ entity, path: field, type: found.type }];
  };
  const sources = sourceFields(reference).flatMap(end);
  const targets = possibleTargets(reference.target, index.catalog).flatMap(end);
  if (reference.alsoFrom !== undefined) return sources.flatMap((source, at) => (targets[at] === undefined ? [] : [[source, targets[at]] as const]));
  return sources.flatMap((source) => targets.map((target) => [source, target] as const));
}
