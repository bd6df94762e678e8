import { mkdtemp, readFile, readdir, rm, utimes, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { markdownToHtml, mdxToJs } from 'satteri';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { createDrawingCache } from '../../src/diagrams/drawing-cache.ts';
import { createDrawingPool, type DrawingPool } from '../../src/diagrams/drawing-pool.ts';
import { fencePlugin, type FenceOptions } from '../../src/diagrams/fence-plugin.ts';
import { DiagramError, drawDiagram } from '../../src/lib/diagram/index.ts';
import { temporaryFolder } from '../disk/temporary-folder.ts';
import { linkName } from '../../src/diagrams/resolve-links.ts';

const SHOP = 'erDiagram\n  "s.customer"["customer"]:::postgresql { int id PK }\n  "s.order"["order"]:::mongodb { int customer_id FK }\n  "s.order" }o..|| "s.customer" : "customer_id → id"';

const options: FenceOptions = {
  draw: (text, title) => drawDiagram(text, { ...(title === undefined ? {} : { title }), href: linkName }),
  hrefFor: (entity, field) => (entity === 's.order' ? undefined : { href: `/base/${entity}/${field === undefined ? '' : `#${field}`}` }),
  failOnError: true,
  root: '/site',
};

async function htmlOf(markdown: string, more: Partial<FenceOptions> = {}): Promise<string> {
  const { html } = await markdownToHtml(markdown, { mdastPlugins: [fencePlugin({ ...options, ...more })], fileURL: pathToFileURL('/site/docs/page.md') });
  return html;
}

const fence = (text: string, meta = ''): string => `Before.\n\n\`\`\`mermaid${meta}\n${text}\n\`\`\`\n\nAfter.\n`;

describe('a fence of erDiagram text', () => {
  test('becomes a figure: drawing, caption, relations in words, source', async () => {
    const html = await htmlOf(fence(SHOP, ' title="Who buys"'));
    expect(html).toContain('<p>Before.</p>\n<polyref-diagram class="not-content"><figure class="pr-diagram"><figcaption>Who buys</figcaption><div class="pr-diagram-scroll" tabindex="0" role="group" aria-label="Who buys"><svg class="pr-d');
    expect(html).toContain('</svg></div><ul class="pr-diagram-legend" aria-label="Legend">');
    expect(html).toContain('<details class="pr-diagram-relations"><summary>Relations in words</summary><ul><li><code>s.order.customer_id</code> → <a href="/base/s.customer/#id"><code>s.customer.id</code></a> · many to exactly one · by the application</li></ul></details>');
    expect(html).toContain('<button type="button" class="pr-diagram-copy" hidden>Copy</button><pre tabindex="0"><code>erDiagram&#10;  &quot;s.customer&quot;');
    expect(html).toContain('</figure></polyref-diagram>\n<p>After.</p>');
  });

  test('links lead where the site says, and nowhere where it knows no page', async () => {
    const html = await htmlOf(fence(SHOP));
    expect([...html.matchAll(/<a href="([^"]*)"/g)].map(([, target]) => target)).toEqual(['/base/s.customer/', '/base/s.customer/#id', '/base/s.customer/#id']);
    expect(html).not.toContain('polyref:');
    expect(html).toContain('<g><title>s.order</title>');
  });

  test('twice on a page, its ids differ', async () => {
    const html = await htmlOf(fence(SHOP) + fence(SHOP));
    const ids = [...html.matchAll(/ id="([^"]*)"/g)].map(([, id]) => id);
    expect(ids.length).toBeGreaterThan(4);
    expect(new Set(ids).size).toBe(ids.length);
    for (const [, target] of html.matchAll(/<use href="#([^"]*)"/g)) expect(ids).toContain(target);
  });

  test('in MDX it is HTML that nothing interprets', async () => {
    const text = 'erDiagram\n  a["{process.exit()} <Component/> `x`"]';
    const { code } = await mdxToJs(fence(text, ' title="{1 + 1}"'), { mdastPlugins: [fencePlugin(options)], fileURL: pathToFileURL('/site/docs/page.mdx'), jsxImportSource: 'astro' });
    const literal = /"set:html": ("(?:[^"\\]|\\.)*")/.exec(code)?.[1] ?? '""';
    const html = String(JSON.parse(literal));
    expect(html).toContain('{process.exit()} &lt;Component/&gt; `x`');
    expect(html).toContain('<figcaption>{1 + 1}</figcaption>');
  });
});

describe('a fence that cannot be read', () => {
  const broken = fence('erDiagram\n  a {\n    string\n  }');

  test('fails the build with file and line', async () => {
    await expect(htmlOf(broken)).rejects.toThrow('docs/page.md:7: this Mermaid diagram cannot be drawn. Parse error on line 4:');
  });

  test('the line is that of the file, where only what follows its front matter is compiled', async () => {
    const folder = await mkdtemp(join(tmpdir(), 'polyref-fences-'));
    const file = join(folder, 'page.md');
    await writeFile(file, `---\ntitle: x\n---\n\n${broken}`);
    const compile = (source: string) => markdownToHtml(source, { mdastPlugins: [fencePlugin({ ...options, root: folder })], fileURL: pathToFileURL(file) });
    await expect(compile(broken)).rejects.toThrow('page.md:11: this');
    await expect(compile(`\n\n\n\n${broken}`)).rejects.toThrow('page.md:11: this');
    await rm(folder, { recursive: true });
  });

  test('shows the message and the source in the dev server', async () => {
    const html = await htmlOf(broken, { failOnError: false });
    expect(html).toContain('<polyref-diagram class="not-content"><figure class="pr-diagram pr-diagram-broken" role="alert"><p>docs/page.md:7: this Mermaid diagram cannot be drawn.</p><pre>Parse error on line 4:');
    expect(html).toContain('<details class="pr-diagram-text" open><summary>Mermaid source</summary>');
  });
});

test('other kinds of Mermaid diagram are left to the browser, other code alone', async () => {
  const html = await htmlOf(`${fence('flowchart LR\n  a["<b>"] --> b')}\n\`\`\`ts\nconst x = 1;\n\`\`\`\n`);
  expect(html).toContain('<pre class="mermaid not-content">flowchart LR\n  a[&quot;&lt;b&gt;&quot;] --&gt; b</pre>');
  expect(html).toContain('<pre><code class="language-ts">const x = 1;');
});

describe('the cache', () => {
  let folder = '';
  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'polyref-drawings-'));
  });
  afterAll(() => rm(folder, { recursive: true, force: true }));

  test('gives back what it was given; other text, title or version is absent; damage counts as absent', async () => {
    const drawing = await drawDiagram(SHOP, { title: 'x' });
    const cache = createDrawingCache(folder, 'v1');
    expect(await cache.read(SHOP, 'x')).toBeUndefined();
    await cache.write(SHOP, 'x', drawing);
    expect(await cache.read(SHOP, 'x')).toEqual(drawing);
    expect(await cache.read(`${SHOP} `, 'x')).toBeUndefined();
    expect(await cache.read(SHOP, undefined)).toBeUndefined();
    expect(await createDrawingCache(folder, 'v2').read(SHOP, 'x')).toBeUndefined();
    const [entry = ''] = await entriesOf(folder);
    const whole = await readFile(join(folder, entry), 'utf8');
    for (const damaged of ['', '{}', 'null', whole.slice(0, -20), whole.replace('<svg', '<xvg')]) {
      await writeFile(join(folder, entry), damaged);
      expect(await cache.read(SHOP, 'x')).toBeUndefined();
    }
    await cache.write(SHOP, 'x', drawing);
    expect(await cache.read(SHOP, 'x')).toEqual(drawing);
    expect(await entriesOf(folder)).toHaveLength(1);
  });

  test('drops what was of no use for thirty days, and what a killed build left', async () => {
    const days = (count: number): Date => new Date(Date.now() - count * 24 * 60 * 60 * 1000);
    const drawing = await drawDiagram(SHOP, { title: 'x' });
    const own = join(folder, 'pruned');
    const cache = createDrawingCache(own, 'v1');
    await cache.prune();
    await cache.write(SHOP, 'used', drawing);
    const [used = ''] = await entriesOf(own);
    await cache.write(SHOP, 'unused', drawing);
    for (const name of await readdir(own)) await utimes(join(own, name), days(31), days(31));
    await writeFile(join(own, `${used}.draft`), '');
    await utimes(join(own, `${used}.draft`), days(31), days(31));
    await writeFile(join(own, 'README.md'), '');
    await utimes(join(own, 'README.md'), days(31), days(31));
    expect(await cache.read(SHOP, 'used')).toEqual(drawing);
    await cache.prune();
    expect((await readdir(own)).sort()).toEqual([used, 'CACHEDIR.TAG', 'README.md'].sort());
    expect(await cache.read(SHOP, 'unused')).toBeUndefined();
    await rm(own, { recursive: true });
  });
});

test('the cache drops nothing from a folder that was there before it, with files in it', async () => {
  const folder = await temporaryFolder();
  const name = `${'0'.repeat(40)}.json`;
  await writeFile(join(folder, name), 'mine');
  await utimes(join(folder, name), new Date(0), new Date(0));
  const cache = createDrawingCache(folder, 'v1');
  await cache.write(SHOP, 'x', await drawDiagram(SHOP, { title: 'x' }));
  await cache.prune();
  expect(await readFile(join(folder, name), 'utf8')).toBe('mine');
});

async function entriesOf(folder: string): Promise<readonly string[]> {
  return (await readdir(folder)).filter((name) => name.endsWith('.json'));
}

describe('the pool', () => {
  let pool: DrawingPool;
  beforeAll(() => {
    pool = createDrawingPool(2);
  });
  afterAll(() => pool.close());

  test('draws many texts at once, each as it would be drawn alone, and reports errors of a text', async () => {
    const texts = Array.from({ length: 8 }, (_, index) => `erDiagram\n  a${index} ||--o{ b : x`);
    const drawings = await Promise.all(texts.map((text) => pool.draw(text, undefined)));
    expect(drawings.map((drawing) => drawing.relations[0]?.map((part) => part.text).join(''))).toEqual(texts.map((_, index) => `a${index} → b · exactly one to many · x`));
    await expect(pool.draw('erDiagram\n a {', undefined)).rejects.toBeInstanceOf(DiagramError);
    expect((await pool.draw(SHOP, 'y')).title).toBe('y');
  });
});
