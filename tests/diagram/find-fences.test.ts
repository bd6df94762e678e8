import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { findFences } from '../../src/diagrams/find-fences.ts';
import { temporaryFolder } from '../disk/temporary-folder.ts';

async function folderWith(pages: Readonly<Record<string, string>>): Promise<string> {
  const folder = await temporaryFolder();
  for (const [path, text] of Object.entries(pages)) {
    await mkdir(join(folder, path, '..'), { recursive: true });
    await writeFile(join(folder, path), text);
  }
  return folder;
}

test('finds the fences to draw, with their titles, in all folders', async () => {
  const folder = await folderWith({ 'a/b.mdx': '# B\n\n```mermaid title="All of it"\nerDiagram\n  A ||--o{ B : has\n```\n', 'c.md': '```mermaid\nerDiagram\n  C\n```\n\n```js\nmermaid\n```\n', 'd.txt': '```mermaid\npie\n```\n' });
  const { drawn, needsMermaid } = findFences([folder]);
  expect(drawn.toSorted((a, b) => (a.text < b.text ? -1 : 1))).toEqual([{ text: 'erDiagram\n  A ||--o{ B : has', title: 'All of it' }, { text: 'erDiagram\n  C', title: undefined }]);
  expect(needsMermaid).toBe(false);
});

test('a title that a generated page writes with character references is the one that its page has', async () => {
  const folder = await folderWith({ 'a.mdx': '```mermaid title="Around &#123;a&#125; &lt;b&gt; &amp; c"\nerDiagram\n  A\n```\n' });
  expect(findFences([folder]).drawn).toEqual([{ text: 'erDiagram\n  A', title: 'Around {a} <b> & c' }]);
});

test.each(['```mermaid\nflowchart LR\n  a --> b\n```\n', '- in a list\n\n  ```mermaid\n  pie\n  ```\n', '~~~ mermaid\npie\n~~~\n', '<pre class="mermaid">pie</pre>\n'])('a page that the browser draws on: %j', async (page) => {
  expect(findFences([await folderWith({ 'guide.mdx': page })]).needsMermaid).toBe(true);
});

test('a folder that is not there has none', () => {
  expect(findFences(['/nowhere/at/all'])).toEqual({ drawn: [], needsMermaid: false });
});

test('a checkout on Windows has the same fences', async () => {
  const page = '# B\n\n```mermaid title="All of it"\nerDiagram\n  A ||--o{ B : has\n```\n';
  expect(findFences([await folderWith({ 'b.mdx': page.replaceAll('\n', '\r\n') })])).toEqual(findFences([await folderWith({ 'b.mdx': page })]));
});
