import type { ObjectFamily } from '../../model/entity.ts';
import type { Reference } from '../../model/reference.ts';
import { describeBindings, describeSource } from './describe-reference.ts';
import { inlineCode } from './escape.ts';
import type { Links } from './links.ts';
import { foldedTable } from './table.ts';

/** The key template of an object family, and, for each pointer, where the value of each placeholder comes from. */
export function keyTemplateOf(family: ObjectFamily, pointers: readonly Reference[], links: Links): string {
  const rows = pointers.flatMap((reference) =>
    reference.target.kind === 'objects' && reference.target.entity === family.address ? [[describeSource(reference, links, true), describeBindings(reference, reference.target.bindings, links)]] : [],
  );
  const template = `${inlineCode(family.key.template)} in the bucket ${inlineCode(family.bucket)}.`;
  if (rows.length === 0) return `${template} No entity holds such a key.`;
  return `${template} A placeholder takes its value from the record that holds the key:\n\n${foldedTable(`${rows.length} pointers`, ['Pointer', 'Placeholders'], rows)}`;
}
