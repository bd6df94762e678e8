import { readdir } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';
import { renderPlan } from '../../src/lib/emit/render-pages.ts';
import { makePages } from '../../src/lib/pipeline/make-pages.ts';

const fixture = fileURLToPath(new URL('../fixtures/kitchen-sink/', import.meta.url));

/** Every word of the DSL, from its file to its page: the whole generator in one golden. */
test('the kitchen sink', async () => {
  const made = await makePages({ schemaDir: `${fixture}schema` });
  expect(made.findings).toEqual([]);
  if (made.kind !== 'made') return;
  // Pages of rules are the same for every schema, but for what is found: those of the shipped schema are looked at in reviews.
  const pages = [...renderPlan(made.site)].filter(([path]) => path.endsWith('.mdx') && !path.includes('/reference/rules/'));
  for (const [path, page] of pages) await expect(page).toMatchFileSnapshot(`${fixture}expected/${path.replace('src/content/docs/', '')}`);
  const files = await readdir(`${fixture}expected/reference`, { recursive: true });
  expect(files.filter((file) => file.endsWith('.mdx'))).toHaveLength(pages.length);
});
