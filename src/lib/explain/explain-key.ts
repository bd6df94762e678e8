import { answerKey, describeMisfit, type KeyAnswer } from '../model/answer-key.ts';
import type { Catalog } from '../model/catalog.ts';
import type { ObjectFamily } from '../model/entity.ts';
import type { KeyReading } from '../model/key-readings.ts';
import type { TerminalText } from '../model/terminal-text.ts';
import { visibleLine } from '../model/visible-line.ts';
import { explanation } from './prose.ts';

/**
 * What an S3 key is: its family, tenant and fields, the other ways to read it, and the other families that could have made it.
 * @param key `a/b/c.md`, as it stands in the bucket or URL-encoded as an event delivers it, or `s3://bucket/a/b/c.md`, which leaves only the families of that bucket
 */
export function explainKey(key: string, catalog: Catalog): ExplainedKey {
  const all = catalog.entities.filter((entity) => entity.kind === 'objects');
  const answer = answerKey(key, catalog);
  const [first, ...others] = answer.matches;
  const where = answer.bucket === undefined ? '' : ` in the bucket \`${answer.bucket}\``;
  if (first === undefined) return { kind: 'unknown', message: `No object family${where} makes the key \`${answer.key}\`.`, hint: nearest(answer, all) };
  const family = answer.families.find((each) => each.address === first.family);
  const { alsoReadAs = [] } = first;
  const lines = [
    `${first.family}  ${family?.summary ?? ''}`.trimEnd(),
    '',
    ...columns([
      ...(answer.isDecoded ? [['key', answer.key, 'URL-decoded: S3 encodes keys in events'] as const] : []),
      ['bucket', family?.bucket ?? ''], ['template', family?.key.template ?? ''], ...(first.tenant === undefined ? [] : [['tenant', first.tenant] as const]),
    ]),
    ...(first.values.length === 0 ? [] : ['', ...columns(first.values.map(({ placeholder, value }) => [`{${placeholder}}`, value, fieldsOf(first.family, placeholder, catalog)] as const))]),
    ...(alsoReadAs.length === 0 ? [] : ['', 'The key matches the template in other ways too:', ...alsoReadAs.map((values) => `  ${describeValues(values)}`)]),
    ...(others.length === 0 ? [] : ['', 'Other families that could have made it:', ...others.map((other) => `  ${other.family}: ${describeValues(other.values)}`)]),
    ...(answer.decoded === undefined ? [] : ['', `If it comes from an event, the key is \`${answer.decoded.key}\`:`, ...answer.decoded.matches.map((other) => `  ${other.family}: ${describeValues(other.values)}`)]),
  ];
  return { kind: 'found', text: explanation(lines) };
}

export type ExplainedKey =
  | { readonly kind: 'found'; readonly text: TerminalText }
  /** No family makes it. */
  | { readonly kind: 'unknown'; readonly message: string; readonly hint: string };

function nearest({ families, nearest: near }: KeyAnswer, all: readonly ObjectFamily[]): string {
  if (all.length === 0) return 'The schema defines no object family.';
  if (families.length === 0) return `There are the buckets ${[...new Set(all.map(({ bucket }) => `\`${bucket}\``))].join(', ')}.`;
  if (near === undefined) return `Keys look like \`${families[0]?.key.template ?? ''}\`.`;
  return `The nearest is \`${near.family}\`, \`${near.template}\`: ${describeMisfit(near, (text) => `\`${text}\``)}.`;
}

function describeValues(values: KeyReading): string {
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
