import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { buildSite, type BuildResult } from './build-site.ts';
import { openBrowser } from './open-browser.ts';
import { serve, type Served } from './serve.ts';
import { typeQuery } from './type-query.ts';

const HOSTILE = '</title><script>globalThis.ran = 1</script>"\'&';

const catalog = {
  system: { name: `Acme ${HOSTILE}`, summary: '', description: '' },
  stores: [{ id: 'mongodb', kind: 'document', label: 'MongoDB', description: '', entities: ['mongodb._jobs'] }],
  domains: [],
  entities: [{ address: 'mongodb._jobs', store: 'mongodb', name: '_jobs', kind: 'collection', status: { kind: 'stable' }, fields: [], indexes: [] }],
  references: [],
  tombstones: [],
};

const page = (title: string, body: string) => `---\ntitle: ${JSON.stringify(title)}\ndescription: ${JSON.stringify(title)}\n---\n\nimport { Facts, Store, Verdict } from 'polyref/components';\n\n${body}\n`;

/** A folder elsewhere, with generated pages alone. */
async function makeFolder(overview: string): Promise<string> {
  const out = await mkdtemp(join(tmpdir(), 'polyref-site-'));
  const files = {
    'public/catalog.json': JSON.stringify(catalog),
    'src/content/docs/reference/index.mdx': page('Overview', overview),
    'src/content/docs/reference/mongodb/index.mdx': page('MongoDB', '[`_jobs`](./_jobs.mdx)'),
    'src/content/docs/reference/mongodb/_jobs.mdx': page(HOSTILE, '## Fields\n\n| Field | Type |\n| --- | --- |\n| <a id="run_at"></a>`run_at` | `date` |\n| &emsp;<a id="run_at.day"></a>`run_at.day` | `{"reviewStatus":"pending", "a":1}` |\n\n<Verdict kind="safe">safe</Verdict> "straight quotes" -- and dashes\n\n[up](../index.mdx)'),
  };
  for (const [file, text] of Object.entries(files)) {
    await mkdir(dirname(join(out, file)), { recursive: true });
    await writeFile(join(out, file), text);
  }
  return out;
}

describe('a folder elsewhere, under a base path', () => {
  let out: string;
  let built: BuildResult;
  let site: Served;
  let browser: Browser;

  beforeAll(async () => {
    out = await makeFolder('[`run_at`](./mongodb/_jobs.mdx#run_at), [catalog](../../../../public/catalog.json), <Store id="mongodb">MongoDB</Store>\n\n<Facts>\n\n- **Owner:** agents\n\n</Facts>');
    built = await buildSite({ POLYREF_OUT: out, POLYREF_BASE: 'docs/data' });
    if (built.code !== 0) throw new Error(built.output);
    site = await serve(join(out, 'polyref-site'), '/docs/data/');
    browser = await openBrowser();
  });

  afterAll(async () => {
    await browser?.close();
    await site?.close();
    await rm(out, { recursive: true, force: true });
  });

  it('has the overview at its root, and every link under the base', async () => {
    const html = await readFile(join(out, 'polyref-site/index.html'), 'utf8');
    expect(html).toContain('href="/docs/data/reference/mongodb/_jobs/#run_at"');
    expect(html).toContain('href="/docs/data/catalog.json"');
    expect(html).not.toMatch(/(href|src)="\/(?!docs\/data\/)/);
  });

  it('has it at the folder of the generated pages too, under its policy, as a page of the root', async () => {
    const [root, second] = await Promise.all(['polyref-site/index.html', 'polyref-site/reference/index.html'].map((file) => readFile(join(out, file), 'utf8')));
    expect(second).toBe(root?.replace('</head>', '<link rel="canonical" href="../"></head>'));
    expect(second).toContain('http-equiv="content-security-policy"');
    expect(second).not.toContain('http-equiv="refresh"');
  });

  it('indents the whole of a nested name, and breaks a value only where its parts end', async () => {
    const html = await readFile(join(out, 'polyref-site/reference/mongodb/_jobs/index.html'), 'utf8');
    expect(html).toMatch(/<td class="in1">\u2003<a [^>]*id="run_at\.day"/);
    expect(html).toContain('<code class="loose" dir="auto">{"reviewStatus":<wbr>"pending", "a":<wbr>1}</code>');
  });

  it('brings an icon, and a page for what is not there', async () => {
    expect(await readFile(join(out, 'polyref-site/favicon.svg'), 'utf8')).toContain('<svg');
    expect(await readFile(join(out, 'polyref-site/404.html'), 'utf8')).toContain('href="/docs/data/"');
  });

  it('says nothing of other tools or times, and warns of nothing', () => {
    expect(built.output).not.toMatch(/warn/i);
  });

  it('shows hostile names as text, searches under the base, and leads on', async () => {
    const tab = await browser.newPage();
    const complaints: string[] = [];
    tab.on('console', (message) => {
      if (message.type() === 'error' || message.type() === 'warning') complaints.push(message.text());
    });
    await tab.goto(`${site.origin}/docs/data/reference/mongodb/_jobs/`);
    expect(await tab.title()).toBe(`${HOSTILE} · Acme ${HOSTILE}`);
    expect(await tab.locator('h1').textContent()).toBe(HOSTILE);
    expect(await tab.locator('.site-title').textContent()).toContain(`Acme ${HOSTILE}`);
    expect(await tab.locator('main').textContent()).toContain('"straight quotes" -- and dashes');
    await typeQuery(tab, 'run_at');
    await tab.locator('.pr-hit.field .pr-hit-link').first().click();
    await tab.waitForURL('**/docs/data/reference/mongodb/_jobs/#run_at');
    expect(await tab.evaluate(() => 'ran' in globalThis)).toBe(false);
    expect(complaints).toEqual([]);
    await tab.close();
  });
});

it('a broken link fails the build, with page, link and what may have been meant', async () => {
  const out = await makeFolder('[a](./mongodb/_job.mdx) and [b](./mongodb/_jobs.mdx#run_att) and [c](../../../../public/catalogue.json)');
  try {
    const { code, output } = await buildSite({ POLYREF_OUT: out });
    expect(code).toBe(1);
    expect(output).toContain('3 broken links:\n  │   /: /reference/mongodb/_job/\n  │     There is no such page. Did you mean /reference/mongodb/_jobs/?');
    expect(output).toContain('  │   /: /reference/mongodb/_jobs/#run_att\n  │     The page has no #run_att. Did you mean #run_at?');
    expect(output).toContain('  │   /: /catalogue.json\n  │     There is no such page.');
  } finally {
    await rm(out, { recursive: true, force: true });
  }
});
