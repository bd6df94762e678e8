import { mkdtemp, readFile, realpath, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { put } from '../cli/run-polyref.ts';
import { buildSite, root } from './build-site.ts';

let out: string;

const CODE = `// before\nconst names = ['a', 1];\n`;

beforeAll(async () => {
  out = await realpath(await mkdtemp(join(tmpdir(), 'polyref-test-')));
  await put(out, {
    'src/content/docs/index.md': '---\ntitle: Home\n---\n\n[Code](guides/code.mdx)\n',
    'src/content/docs/guides/code.mdx': `---\ntitle: Code\n---\n\nimport { Code } from '@astrojs/starlight/components';\n\n\`\`\`ts\n${CODE}\`\`\`\n\n<Code lang="ts" code={${JSON.stringify(CODE)}} />\n`,
  });
});

afterAll(() => rm(out, { recursive: true, force: true }));

test('code has its colours, however long the machine takes for a line', async () => {
  const clock = pathToFileURL(join(root, 'tests/support/hurry-clock.js')).href;
  expect(await buildSite({ POLYREF_OUT: out, NODE_OPTIONS: `--import ${clock}` })).toEqual({ code: 0, output: '' });
  const html = await readFile(join(out, 'polyref-site/guides/code/index.html'), 'utf8');
  const lines = [...html.matchAll(/<div class="code">(.*?)<\/div>/g)].map(([, line]) => line);
  const [comment, code] = [
    '<span style="--0:#8B949E;--1:#616972">// before</span>',
    '<span style="--0:#FF7B72;--1:#CA212D">const</span>',
  ];
  expect(lines).toHaveLength(4);
  expect([lines[0], lines[2]]).toEqual([comment, comment]);
  for (const line of [lines[1], lines[3]]) expect(line).toContain(code);
  expect(lines[3]).toBe(lines[1]);
}, 300_000);
