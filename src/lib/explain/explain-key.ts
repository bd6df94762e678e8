import type { Catalog } from '../model/catalog.ts';
import type { ObjectFamily } from '../model/entity.ts';
import { matchKey, nearestFamily, type KeyMatch } from '../model/match-key.ts';
import type { TerminalText } from '../model/terminal-text.ts';
import { visibleLine } from '../model/visible-line.ts';
import { explanation } from './prose.ts';

/**
 * What an S3 key is: its family, tenant and fields, and the other families that could have made it.
 * @param key `a/b/c.md`, or `s3://bucket/a/b/c.md`, which leaves only the families of that bucket
 */
export function explainKey(key: string, catalog: Catalog): ExplainedKey {
  const address = /^s3:\/\/([^/]+)\/(.*)$/s.exec(key);
  const all = catalog.entities.filter((entity) => entity.kind === 'objects');
  const families = address === null ? all : all.filter(({ bucket }) => bucket === address[1]);
  const bare = address?.[2] ?? key;
  const where = address === null ? '' : ` in the bucket \`${address[1]}\``;
  const [first, ...others] = matchKey(bare, families);
  if (first === undefined) return { kind: 'unknown', message: `No object family${where} makes the key \`${bare}\`.`, hint: nearest(bare, families, all) };
  const family = families.find((each) => each.address === first.family);
  const lines = [
    `${first.family}  ${family?.summary ?? ''}`.trimEnd(),
    '',
    ...columns([['bucket', family?.bucket ?? ''], ['template', family?.key.template ?? ''], ...(first.tenant === undefined ? [] : [['tenant', first.tenant] as const])]),
    ...(first.values.length === 0 ? [] : ['', ...columns(first.values.map(({ placeholder, value }) => [`{${placeholder}}`, value, fieldsOf(first.family, placeholder, catalog)] as const))]),
    ...(others.length === 0 ? [] : ['', 'Other families that could have made it:', ...others.map((other) => `  ${other.family}: ${describeValues(other)}`)]),
  ];
  return { kind: 'found', text: explanation(lines) };
}

export type ExplainedKey =
  | { readonly kind: 'found'; readonly text: TerminalText }
  /** No family makes it. */
  | { readonly kind: 'unknown'; readonly message: string; readonly hint: string };

function nearest(key: string, families: readonly ObjectFamily[], all: readonly ObjectFamily[]): string {
  if (all.length === 0) return 'The schema defines no object family.';
  if (families.length === 0) return `There are the buckets ${[...new Set(all.map(({ bucket }) => `\`${bucket}\``))].join(', ')}.`;
  const near = nearestFamily(key, families);
  if (near === undefined) return `Keys look like \`${families[0]?.key.template ?? ''}\`.`;
  const why = near.misfit === undefined ? 'it has another number of steps' : `\`${near.misfit.step}\` does not fit \`${near.misfit.expected}\``;
  return `The nearest is \`${near.family}\`, \`${near.template}\`: ${why}.`;
}

function describeValues({ values }: KeyMatch): string {
  return values.map(({ placeholder, value }) => `${placeholder} = ${value}`).join(', ');
}

/** The fields in which the value stands, or stood when the key was made. */
function fieldsOf(family: string, placeholder: string, { references }: Catalog): string {
  const fields = references.flatMap(({ from, target }) => {
    const source = target.kind === 'objects' && target.entity === family ? target.bindings.find((binding) => binding.placeholder === placeholder)?.from : undefined;
    return source?.kind === 'field' ? [`${from.entity}.${source.field}`] : [];
  });
  return [...new Set(fields)].join(', ');
}

function columns(texts: readonly (readonly [name: string, value: string, more?: string])[]): readonly string[] {
  const rows = texts.map((row) => row.map((text = '') => visibleLine(text)));
  const [nameWidth, valueWidth] = [0, 1].map((at) => Math.max(...rows.map((row) => (row[at] ?? '').length))) as [number, number];
  return rows.map(([name = '', value = '', more = '']) => `  ${name.padEnd(nameWidth)}  ${value.padEnd(valueWidth)}  ${more}`.trimEnd());
}
