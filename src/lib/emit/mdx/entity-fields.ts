import type { CatalogIndex } from '../../analysis/catalog-index.ts';
import type { Entity } from '../../model/entity.ts';
import type { Field, FieldCondition } from '../../model/field.ts';
import { inSequence } from '../../model/in-sequence.ts';
import { fieldAnchor } from '../../model/page-path.ts';
import { describeTargetBriefly } from './describe-reference.ts';
import { attribute, inlineCode } from './escape.ts';
import type { Links } from './links.ts';
import { table } from './table.ts';

/** So deep shows as indentation; deeper fields stay at this, and their path begins with an ellipsis. */
const DEEPEST_INDENTATION = 5;

/** So many values are named; the rest is counted, because the JSON Schema has them all. */
const MOST_VALUES = 40;

/** Every field in the author's order, each with its anchor; nested fields are indented below their parents. */
export function fieldsTable(entity: Entity, index: CatalogIndex, links: Links, fieldWord: string): string {
  const anchors = new Set<string>();
  const rows = entity.fields.map((field) => {
    const anchor = fieldAnchor(field.path);
    const target = anchors.has(anchor) ? '' : `<a id=${attribute(anchor)}></a>`;
    anchors.add(anchor);
    return [
      `${'&emsp;'.repeat(Math.min(field.depth, DEEPEST_INDENTATION))}${target}${inlineCode(shownPath(field))}`,
      describeType(field),
      field.keys.join(', '),
      index.referencesOfField(entity.address, field.path).map((reference) => describeTargetBriefly(reference, links, field.path)).join('<br/>'),
      describeField(field, links),
    ];
  });
  const name = `${fieldWord.charAt(0).toUpperCase()}${fieldWord.slice(1)}`;
  return table([name, 'Type', 'Keys', 'References', 'Description'], rows);
}

/** A name of spaces, or of nothing, is quoted: as it stands nobody would see it. */
function shownPath(field: Field): string {
  const path = field.depth <= DEEPEST_INDENTATION ? field.path : `…${field.path.split('.').slice(-2).join('.')}`;
  return field.name.trim() === '' ? path.replace(/[^.]*$/, (name) => JSON.stringify(name)) : path;
}

/** `` `string`, optional, or null, default `"pending"` `` */
function describeType(field: Field): string {
  return [
    inlineCode(field.type),
    ...(field.optional ? ['optional'] : []),
    ...(field.nullable ? ['or null'] : []),
    ...(field.default === undefined ? [] : [`default ${inlineCode(field.default)}`]),
  ].join(', ');
}

/** Of a discriminated union: which of its variants have the field. */
function describeCondition({ field, values, required }: FieldCondition): string {
  const named = values.slice(0, MOST_VALUES).map(inlineCode);
  const all = values.length > MOST_VALUES ? [...named, `${values.length - MOST_VALUES} more`] : named;
  return `${required ? 'Required when' : 'Only when'} ${inlineCode(field)} is ${inSequence(all, 'or')}.`;
}

function describeField(field: Field, links: Links): string {
  const values = field.values?.slice(0, MOST_VALUES).map((value) => inlineCode(value === '' ? '""' : value)).join(', ');
  const more = (field.values?.length ?? 0) - MOST_VALUES;
  return [
    field.deprecated === true ? '**Deprecated.**' : '',
    field.classification === undefined ? '' : field.classification === 'personal' ? '**Personal data.**' : '**Secret.**',
    field.description === '' ? '' : links.inline(field.description),
    values === undefined ? '' : `One of ${values}${more > 0 ? ` and ${more} more` : ''}.`,
    field.when === undefined ? '' : describeCondition(field.when),
    field.formerly === undefined ? '' : `Formerly ${inlineCode(field.formerly)}.`,
    field.generated === undefined ? '' : `Generated: ${inlineCode(field.generated)}.`,
    field.examples === undefined || field.examples.length === 0 ? '' : `For example ${field.examples.map(inlineCode).join(', ')}.`,
  ].filter((text) => text !== '').join(' ');
}
