import fc from 'fast-check';
import { mdxToJs } from 'satteri';
import { expect, test } from 'vitest';
import type { Definition } from '../../src/lib/dsl/definition.ts';
import { renderPages } from '../../src/lib/emit/render-pages.ts';
import { buildCatalog } from '../../src/lib/model/build-catalog.ts';
import { buildDrafts } from '../../src/lib/read/drafts/build-drafts.ts';
import { collectDefinitions } from '../../src/lib/read/drafts/collect-definitions.ts';
import { foreignNodes, nodesOf, PARSERS, withoutFrontmatter } from '../emit/parse-mdx.ts';
import { parseDiagram } from '../mermaid/parse-diagram.ts';
import { anySchema } from './any-schema.ts';

test('any schema gives a catalog that survives JSON, diagrams that parse and pages that compile', async () => {
  await fc.assert(
    fc.asyncProperty(anySchema, async (definitions) => {
      const { catalog, findings } = catalogOf(definitions);
      expect(findings).toEqual([]);
      expect(JSON.parse(JSON.stringify(catalog))).toEqual(catalog);
      for (const [path, page] of renderPages(catalog)) {
        if (!path.endsWith('.mdx')) continue;
        const tree = PARSERS['Sätteri']!(withoutFrontmatter(page));
        expect(foreignNodes(tree), path).toEqual([]);
        expect(() => mdxToJs(page), path).not.toThrow();
        for (const fence of nodesOf(tree)) if (fence.type === 'code' && fence.lang === 'mermaid' && fence.value?.startsWith('erDiagram')) await parseDiagram(fence.value);
      }
    }),
    { numRuns: 25, endOnFailure: true },
  );
});

test('the order of definitions makes no difference', () => {
  fc.assert(
    fc.property(anySchema, (definitions) => {
      const pages = renderPages(catalogOf(definitions).catalog);
      expect([...renderPages(catalogOf([...definitions].reverse()).catalog)]).toEqual([...pages]);
    }),
    { numRuns: 20 },
  );
});

/** As if each definition stood in a file of its own, named after its place in the schema as it was made. */
function catalogOf(definitions: readonly Definition[]) {
  const files = definitions.map((definition) => ({ file: `schema/${definition.kind}-${JSON.stringify('name' in definition ? definition.name : definition)}.ts`, exports: { definition }, located: undefined }));
  const { drafts, findings } = buildDrafts(collectDefinitions(files), []);
  const built = buildCatalog(drafts);
  return { catalog: built.catalog, findings: [...findings, ...built.findings] };
}
