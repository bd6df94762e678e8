import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { renderEntityDiagram } from '../../src/lib/emit/mermaid/render-entity-diagram.ts';
import { renderOverviewDiagram } from '../../src/lib/emit/mermaid/render-overview-diagram.ts';
import { catalogOf, type EntitySketch, type ReferenceSketch } from './catalog-of.ts';
import { parseDiagram } from './parse-diagram.ts';

const HOSTILE = [
  '', ' ', '"', '\\', '%', '%%', '%%{init: {"theme":"dark"}}%%', '#quot;', '#35;', 'a#b;c', '<script>alert(1)</script>', '{process.exit()}', '`code`', '|', ']]>', '---', 'import x from',
  'a.b.c', 'to', 'one', 'many', 'end', 'style', 'style:#x;', 'classDef a:#b;', 'direction TB', 'x direction   lr y', 'accTitle: x', 'accDescr { x }', 'PK', 'fk', 'uk[]', 'pk-x', 'title', '~a~', 'a~b~c',
  '1+', '0', '1. first', '- item', '*bold*', '__init__', '_id_', '$$x^2$$', 'ﬂ°°37¶ß', 'é', '日本語', 'עברית', '\u202eevil\u202c', '👩‍💻', '\ud800', 'a\nb', 'a\tb', '\u2028', '\0', 'erDiagram', 'subgraph', '[x]', '{}', 'items[].sku',
  'labels{}.color', 'constructor', '__proto__', 'a : b', 'x → y', 'x · y', 'numeric(12,2)', 'string | null', 'Map<string, number>', 'u', '...', '…',
];

const hostileText = fc.oneof(fc.constantFrom(...HOSTILE), fc.string({ unit: 'grapheme', maxLength: 12 }), fc.tuple(fc.constantFrom(...HOSTILE), fc.constantFrom(...HOSTILE)).map((parts) => parts.join(' ')));
const field = fc.record({ path: hostileText, type: hostileText, keys: fc.subarray(['PK', 'FK', 'UK'] as const) });
const entity = fc.record({
  store: fc.constantFrom('mongodb' as const, 'postgresql' as const, 's3' as const), name: hostileText, domain: hostileText, key: hostileText, fields: fc.array(field, { maxLength: 4 }),
});
const system = fc
  .uniqueArray(entity, { minLength: 1, maxLength: 6, selector: (one) => `${one.store}.${one.name}` })
  .chain((entities) => fc.tuple(fc.constant(entities), fc.array(fc.record({ from: fc.nat(), to: fc.nat(), field: fc.nat(), target: fc.nat(), byDatabase: fc.boolean() }), { maxLength: 6 })))
  .map(([entities, links]) => catalogOf(entities, links.flatMap((link) => referenceOf(entities, link))));

function referenceOf(entities: readonly EntitySketch[], link: { from: number; to: number; field: number; target: number; byDatabase: boolean }): ReferenceSketch[] {
  const from = entities[link.from % entities.length];
  const to = entities[link.to % entities.length];
  const source = from?.fields[link.field % Math.max(1, from.fields.length)];
  const target = to?.fields[link.target % Math.max(1, to.fields.length)];
  if (from === undefined || to === undefined || source === undefined || target === undefined || typeof source === 'string' || typeof target === 'string') return [];
  return [{ from: [`${from.store}.${from.name}`, source.path], to: [`${to.store}.${to.name}`, target.path], byDatabase: link.byDatabase }];
}

/** As JavaScript and Mermaid can hold it: a lone half of a surrogate pair is no character. */
const whole = (text: string): string => text.toWellFormed();

describe('hostile names', () => {
  test.each(HOSTILE.map((text) => [JSON.stringify(text), text]))('%s is shown as it is', async (_, text) => {
    const catalog = catalogOf(
      [{ store: 'mongodb', name: text, fields: [{ path: text, type: text, keys: ['PK'] }, { path: `a.${text}`, type: 'string', keys: ['FK'] }] }, { store: 's3', name: 'files', fields: [], key: text }],
      [{ from: [`mongodb.${text}`, `a.${text}`], to: [`mongodb.${text}`, text] }],
    );
    const { entities, relations } = await parseDiagram(renderOverviewDiagram(catalog).text);
    const address = whole(`mongodb.${text}`);
    expect(entities.map((one) => one.id)).toEqual([address, 's3.files']);
    expect(entities[0]?.name).toBe(text === '' ? '(unnamed)' : whole(text));
    const [first, second] = entities[0]?.rows ?? [];
    expect(second?.comment).toBe(whole(`a.${text}`) === second?.name ? '' : whole(`a.${text}`));
    expect(first?.name === text || text === '' || first?.comment === whole(text) || first?.comment.startsWith(`${whole(text)} : `)).toBe(true);
    expect(first?.keys).toEqual(['PK']);
    expect(relations).toMatchObject([{ from: address, to: address, label: whole(`a.${text} → ${text}`) }]);
    expect(entities[1]?.rows).toMatchObject([{ type: 'template', name: 'key', comment: whole(text) }]);
  });

  test('random catalogs keep their entities and relations', async () => {
    await fc.assert(
      fc.asyncProperty(system, async (catalog) => {
        const parsed = await parseDiagram(renderOverviewDiagram(catalog).text);
        expect(parsed.entities.map((one) => one.id)).toEqual(catalog.entities.map((one) => whole(one.address)));
        expect(parsed.entities.map((one) => one.classes)).toEqual(catalog.entities.map((one) => [one.store]));
        expect(parsed.relations.map((one) => [one.from, one.to, one.label]).sort()).toEqual(
          catalog.references.map(({ from, target }) => [from.entity, target.kind === 'field' ? target.entity : '', `${from.field} → ${target.kind === 'field' ? target.field : ''}`].map(whole)).sort(),
        );
      }),
      { numRuns: 150 },
    );
  });

  test('random neighbourhoods parse and hold every field of their entity', async () => {
    await fc.assert(
      fc.asyncProperty(system, async (catalog) => {
        for (const entity of catalog.entities) {
          const parsed = await parseDiagram(renderEntityDiagram(catalog, entity).text);
          expect(parsed.entities[0]?.id).toBe(whole(entity.address));
          expect(parsed.entities[0]?.rows).toHaveLength(entity.fields.length + (entity.kind === 'objects' ? 1 : 0));
          expect(parsed.entities[0]?.classes).toEqual([entity.store, 'focus']);
        }
      }),
      { numRuns: 80 },
    );
  });
});
