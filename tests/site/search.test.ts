import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import * as pagefind from 'pagefind';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { findHits, type Hit, type TextIndex } from '../../src/site/search/find-hits.ts';
import type { SearchEntry } from '../../src/site/search/search-entry.ts';
import { readPage } from '../../src/site/read-page.ts';
import { readSearchDocument } from '../../src/site/search-document.ts';
import { serve, type Served } from './serve.ts';

const ODD = ['constructor', '__proto__', 'index', 'con', 'aux', 'a "quoted" <name>', '{x}', 'fs.files', '🦊', '顧客🦊注文', '顧客注文明細', '주문내역', 'заказы', 'คำสั่งซื้อ', 'UserEvents', 'userEvents', 'user_events', 'user', 'users', 'the', 'retention', '-', '${x}'];
const NAMES = [...ODD, ...Array.from({ length: 300 - ODD.length }, (_, at) => `${['order', 'item', 'user', 'event', 'log'][at % 5]}_${['items', 'log', 'events', 'state'][at % 4]}_${at}`)];
const escape = (text: string) => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;');
const entityPage = (name: string, at: number, mark = '') =>
  `<html><body><main data-pagefind-body><h1 data-pr-entity="MongoDB"${mark}>${escape(name)}</h1><p>Holds ${escape(NAMES.slice(at, at + 9).reverse().join(' and '))}. この表は顧客の注文を保存する。</p><table><tbody><tr><td><a id="ref_id"></a>ref_id</td></tr><tr><td><a id="f${at}"></a>f${at}</td></tr></tbody></table></main></body></html>`;
const PAGES: readonly (readonly [route: string, html: string])[] = [
  ...NAMES.map((name, at): readonly [string, string] => [`reference/mongodb/${at}`, entityPage(name, at)]),
  ['reference/mongodb/gone', entityPage('order_gone', 3, ' data-pr-removed')],
  ['reference/retention', '<html><body><main data-pagefind-body><h1>Retention</h1><h2 id="s3">S3</h2><p>user users order_items_20 fs.files 顧客注文明細</p></main></body></html>'],
  ['reference/rules/orders', '<html><body><main data-pagefind-body><h1>order-rule</h1><p>user users order_items_20 users users fs.files</p></main></body></html>'],
];

let folder: string;
let site: Served;
let index: TextIndex;
const entries: SearchEntry[] = [];

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'polyref-search-'));
  const made = (await pagefind.createIndex()).index!;
  for (const [route, html] of PAGES) {
    const { entry, html: content } = readSearchDocument(readPage(html).body!, route);
    entries.push(entry);
    await made.addHTMLFile({ url: `/${route}/`, content });
  }
  await made.writeFiles({ outputPath: join(folder, 'pagefind') });
  await pagefind.close();
  site = await serve(folder);
  const engine = (await import(/* @vite-ignore */ pathToFileURL(join(folder, 'pagefind/pagefind.js')).href)) as TextIndex & { readonly options: (options: object) => Promise<void> };
  await engine.options({ basePath: `${site.origin}/pagefind/`, baseUrl: '/' });
  index = engine;
});

afterAll(async () => {
  await site?.close();
  await rm(folder, { recursive: true, force: true });
});

const find = async (query: string): Promise<readonly Hit[]> => {
  const hits: Hit[] = [];
  for (const load of (await findHits(query, { entries, index, base: '/' })).slice(0, 400)) {
    const hit = await load();
    if (hit !== undefined) hits.push(hit);
  }
  return hits;
};
const firstOf = async (query: string): Promise<Hit | undefined> => (await findHits(query, { entries, index, base: '/' }))[0]?.();

describe('300 entities', () => {
  it('the exact name is the first hit, with its fields', async () => {
    for (const [at, name] of NAMES.entries()) {
      const first = await firstOf(name);
      expect([name, first?.href, first?.parts.map(({ title }) => title)]).toEqual([name, `/reference/mongodb/${at}/`, ['ref_id', `f${at}`]]);
    }
  });

  it('a field is found by its address', async () => {
    for (const [at, name] of NAMES.entries()) expect([name, (await firstOf(`${name}.f${at}`))?.href]).toEqual([name, `/reference/mongodb/${at}/#f${at}`]);
  });

  it.each(['客注文', '文明', '注文明', '문내'])('the middle of a name without spaces is found: %s', async (query) => {
    expect((await firstOf(query))?.title).toContain(query);
  });

  it.each(['客の注', '文を保', '存す'])('the middle of a text without spaces is found, and shown as it was written: %s', async (query) => {
    const [hit] = await find(query);
    expect(hit?.excerpt).toContain(`<mark>${query}</mark>`);
    expect(hit?.excerpt).not.toContain('\u2060');
  });

  it('what mentions a name comes after it: pages, then notes of entities, then rules and removed entities', async () => {
    const kinds = (await find('fs.files')).map(({ kind }) => kind);
    expect([...new Set(kinds)]).toEqual(['entity', 'page', 'rule', 'removed']);
    expect(kinds[0]).toBe('entity');
    expect(kinds[1]).toBe('page');
    expect(kinds.slice(2, -2).every((kind) => kind === 'entity')).toBe(true);
    expect(kinds.slice(-2)).toEqual(['rule', 'removed']);
    expect((await find('order_gon'))[0]).toMatchObject({ kind: 'removed', place: 'MongoDB · removed' });
  });
});
