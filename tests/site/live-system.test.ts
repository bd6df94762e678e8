import type { NormalizedHotChannelClient, ViteDevServer } from 'vite';
import { afterEach, expect, it } from 'vitest';
import type { System } from '../../src/explore/system/system.ts';
import { liveSystem } from '../../src/site/dev/live-system.ts';
import { loadSiteTree } from '../../src/site/out-folder-plugin.ts';
import { seedCatalog } from '../explore/seed-catalog.ts';

const catalog = await seedCatalog();
const called = (name: string) => ({ ...catalog, system: { ...catalog.system, name } });

/** A dev server that nobody started, and the pages that are open. */
function open() {
  const clients = new Set<NormalizedHotChannelClient>();
  let begins: (data: undefined, client: NormalizedHotChannelClient) => void = () => undefined;
  let answers: (request: { readonly url: string }, response: object, next: () => void) => void = () => undefined;
  const live = liveSystem({
    ws: { clients, on: (_event: string, listener: typeof begins) => { begins = listener; } },
    middlewares: { use: (listener: typeof answers) => { answers = listener; } },
  } as unknown as ViteDevServer, { base: '/docs/', publicDir: '/shop/public' });
  forget.push(live.forget);
  const page = () => {
    const sent: string[] = [];
    const client = { send: (event: string, system: System) => sent.push(`${event} ${system.name}`) } as unknown as NormalizedHotChannelClient;
    clients.add(client);
    return { sent, explore: () => begins(undefined, client) };
  };
  /** What is answered; `passed on` where this server leaves the answer to others. */
  const ask = (url: string): string => {
    let answer = 'passed on';
    answers({ url }, { writeHead: () => ({ end: (text: string) => { answer = (JSON.parse(text) as System).name; } }) }, () => undefined);
    return answer;
  };
  return { live, page, ask };
}

const forget: (() => void)[] = [];
afterEach(() => {
  for (const each of forget.splice(0)) each();
});

it('sends what was read to who explores, and to nobody else', () => {
  const { live, page } = open();
  const [one, other] = [page(), page()];
  one.explore();
  live.read(called('Shop'));
  live.read(called('Shop, edited'));
  expect(one.sent).toEqual(['polyref:system Shop', 'polyref:system Shop, edited']);
  expect(other.sent).toEqual([]);
});

it('gives who begins to explore what was read last', () => {
  const { live, page } = open();
  live.read(called('Shop'));
  live.read(called('Shop, edited'));
  const late = page();
  late.explore();
  expect(late.sent).toEqual(['polyref:system Shop, edited']);
});

it('answers for the file of the picture once something was read, and until nobody serves it', () => {
  const { live, ask } = open();
  expect(ask('/docs/explore.json')).toBe('passed on');
  live.read(called('Shop'));
  expect([ask('/docs/explore.json?t=1'), ask('/docs/catalog.json')]).toEqual(['Shop', 'passed on']);
  live.forget();
  expect(ask('/docs/explore.json')).toBe('passed on');
});

it('lets the navigation be of what was read, before that is written', () => {
  const { live } = open();
  live.read(called('Shop'));
  expect(loadSiteTree('/shop/public/catalog.json').title).toBe('Shop');
  live.forget();
  expect(loadSiteTree('/shop/public/catalog.json').title).toBe('Polyref');
});
