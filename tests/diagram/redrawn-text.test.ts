import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { textOfGraph } from '../../src/diagrams/client/text-of-graph.ts';
import { withAllFields } from '../../src/diagrams/client/with-all-fields.ts';
import { applyChoices, describeRelations, parseErDiagram, type Graph } from '../../src/lib/diagram/index.ts';
import { renderEntityDiagram } from '../../src/lib/emit/mermaid/render-entity-diagram.ts';
import { renderOverviewDiagram } from '../../src/lib/emit/mermaid/render-overview-diagram.ts';
import type { Catalog } from '../../src/lib/model/catalog.ts';
import { slimCatalog } from '../../src/lib/model/slim-catalog.ts';

const catalog = JSON.parse(readFileSync(new URL('../../public/catalog.json', import.meta.url), 'utf8')) as Catalog;
const slim = slimCatalog(catalog);
const entityAt = (address: string) => {
  const entity = slim.entities.find((one) => one.address === address);
  if (entity === undefined) throw new Error(address);
  return entity;
};
const wordsOf = (graph: Graph): readonly string[] => describeRelations(graph).map((parts) => parts.map(({ text }) => text).join(''));

test('a slim catalog makes the same pictures as the whole one', () => {
  for (const entity of catalog.entities) expect(renderEntityDiagram(slim, entityAt(entity.address)).text).toBe(renderEntityDiagram(catalog, entity).text);
  expect(renderOverviewDiagram(slim).text).toBe(renderOverviewDiagram(catalog).text);
});

test('a picture that was chosen from has a text that says the same', async () => {
  const graph = await parseErDiagram(renderOverviewDiagram(slim).text);
  for (const choices of [{}, { detail: 'names' }, { hiddenStores: ['s3'] }, { hiddenStyles: ['database'] }] as const) {
    const chosen = applyChoices(graph, choices);
    expect(await parseErDiagram(textOfGraph(chosen, slim))).toEqual(chosen);
  }
});

test('with all fields each box of an entity has those of its own level, and the relations still meet their rows', async () => {
  const graph = await parseErDiagram(renderEntityDiagram(slim, entityAt('mongodb.audit_logs')).text);
  const whole = withAllFields(graph, slim);
  expect(whole.entities.find(({ id }) => id === 'postgresql.users')?.fields.map(({ name }) => name)).toEqual(entityAt('postgresql.users').fields.filter(({ depth }) => depth === 0).map(({ path }) => path));
  expect(whole.entities.find(({ id }) => id === 'mongodb.audit_logs')?.fields.map(({ name }) => name)).toContain('actor.userId');
  expect(wordsOf(whole)).toEqual(wordsOf(graph));
  for (const { from } of whole.relations) expect(whole.entities[from.entity]?.fields[from.field ?? -1]?.name).toBe(from.path);
});

test('each step of depth shows more, and all that the steps before did', async () => {
  const idsAt = async (depth: 1 | 2 | 3) => (await parseErDiagram(renderEntityDiagram(slim, entityAt('s3.contracts'), depth).text)).entities.map(({ id }) => id);
  expect(await idsAt(1)).toEqual(['s3.contracts', 'postgresql.contracts']);
  expect(await idsAt(2)).toEqual(['s3.contracts', 'postgresql.contracts', 'mongodb.audit_logs', 'postgresql.contract_templates', 'postgresql.tenants', 'postgresql.users']);
  const [two, three] = [await idsAt(2), await idsAt(3)];
  expect(three).toEqual(expect.arrayContaining(two));
  expect(three.length).toBeGreaterThan(two.length);
});
