import fc from 'fast-check';
import { mdxToJs } from 'satteri';
import { expect, test } from 'vitest';
import { renderPages } from '../../src/lib/emit/render-pages.ts';
import { foreignNodes, nodesOf, PARSERS, withoutFrontmatter } from '../emit/parse-mdx.ts';
import { parseDiagram } from '../mermaid/parse-diagram.ts';
import { catalogOfDefinitions } from '../catalog-of-definitions.ts';
import { anySchema } from './any-schema.ts';

test('any schema gives a catalog that survives JSON, diagrams that parse and pages that compile', async () => {
  await fc.assert(
    fc.asyncProperty(anySchema, async (definitions) => {
      const { catalog, findings } = catalogOfDefinitions(definitions);
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
      const pages = renderPages(catalogOfDefinitions(definitions).catalog);
      expect([...renderPages(catalogOfDefinitions([...definitions].reverse()).catalog)]).toEqual([...pages]);
    }),
    { numRuns: 20 },
  );
});
