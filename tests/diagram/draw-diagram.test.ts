import { readFileSync, readdirSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { DIAGRAM_CSS, drawDiagram, DiagramError, escapeXml, layOut, parseErDiagram, standaloneSvg } from '../../src/lib/diagram/index.ts';

const overview = readFileSync(new URL('overview.mmd', import.meta.url), 'utf8');
const neighbourhood = readFileSync(new URL('neighbourhood.mmd', import.meta.url), 'utf8');
const href = (entity: string, field?: string) => ({ href: `/reference/${entity.replace('.', '/')}/${field === undefined ? '' : `#${field}`}` });

/** Reads the drawing as XML and gives its texts; throws where it is not well formed. */
function textsOf(svg: string): readonly string[] {
  const open: string[] = [];
  const texts: string[] = [];
  const unescape = (text: string): string => text.replace(/&(?:amp|lt|gt|quot|#39);/g, (code) => ({ '&amp;': '&', '&lt;': '<', '&gt;': '>', '&quot;': '"', '&#39;': '\'' })[code] ?? code);
  let at = 0;
  const token = /<(\/?)([a-z]+)((?:\s[a-zA-Z-]+="[^"<]*")*)(\/?)>|([^<]+)/gy;
  for (let match = token.exec(svg); match !== null; match = token.exec(svg)) {
    at = token.lastIndex;
    const [, closing, name = '', attributes = '', empty, text] = match;
    if (text !== undefined) texts.push(unescape(text));
    else if (closing === '/') expect(open.pop()).toBe(name);
    else if (empty !== '/') open.push(name);
    expect(attributes.replace(/"[^"]*"/g, '""')).not.toMatch(/\s(?:style|on\w+)=/);
  }
  expect(at).toBe(svg.length);
  expect(open).toEqual([]);
  return texts;
}

describe('goldens', () => {
  test('two entities', async () => {
    const { svg } = await drawDiagram('erDiagram\n  "a.x"["x"]:::mongodb,focus {\n    ObjectId _id PK\n    string other_id FK\n  }\n  "b.y"["y"]:::s3 {\n    template key "{id}/y.md"\n  }\n  "a.x" }o..o| "b.y" : "other_id → key · when set"', { title: 'x and y', href });
    await expect(`${svg}\n`).toMatchFileSnapshot('golden/two-entities.svg');
  });

  test('a neighbourhood, by itself', async () => {
    const { svg } = await drawDiagram(neighbourhood, { title: 'The neighbourhood of activity_outputs' });
    await expect(`${standaloneSvg(svg)}\n`).toMatchFileSnapshot('golden/neighbourhood.svg');
  });

  test('the overview', async () => {
    const drawing = await drawDiagram(overview, { title: 'Everything', href });
    await expect(`${drawing.svg}\n`).toMatchFileSnapshot('golden/overview.svg');
    await expect(`${drawing.relations.map((parts) => parts.map(({ text, entity, field }) => (entity === undefined ? text : `[${text}](${href(entity, field).href})`)).join('')).join('\n')}\n`).toMatchFileSnapshot('golden/overview-relations.txt');
  });
});

test('the same text gives the same bytes', async () => {
  const [first, second] = await Promise.all([drawDiagram(overview, { title: 'x' }), drawDiagram(overview, { title: 'x' })]);
  expect(first).toEqual(second);
});

test('a drawing takes at most 2 KB an entity', async () => {
  for (const text of [overview, neighbourhood]) {
    const { svg, entities } = await drawDiagram(text, { title: 'x', href });
    expect(svg.length / entities).toBeLessThan(2048);
  }
});

test('every box and every row is a link with a title', async () => {
  const { svg } = await drawDiagram(neighbourhood, { title: 'x', href });
  const links = [...svg.matchAll(/<a href="([^"]*)"[^>]*><title>([^<]+)<\/title>/g)].map(([, target, title]) => `${title} → ${target}`);
  const start = links.indexOf('mongodb.activity_outputs → /reference/mongodb/activity_outputs/');
  expect(links.slice(start, start + 5)).toEqual([
    'mongodb.activity_outputs → /reference/mongodb/activity_outputs/',
    'activity_outputs._id: ObjectId → /reference/mongodb/activity_outputs/#_id',
    'activity_outputs.activityId: ULID → /reference/mongodb/activity_outputs/#activityId',
    'activity_outputs.activityRunId: ULID → /reference/mongodb/activity_outputs/#activityRunId',
    'activity_outputs.s3Key: string → /reference/mongodb/activity_outputs/#s3Key',
  ]);
  expect(links).toContain('mongodb.activity_outputs: + 10 more → /reference/mongodb/activity_outputs/');
  expect(links).toContain('activity-outputs.key: {tenantId}/activity-outputs/{activityId}/{refId}.{ext} → /reference/s3/activity-outputs/#key');
});

test('colours are variables of the style sheet, each a token of the design, in light and in dark', async () => {
  const { svg } = await drawDiagram(overview, { title: 'x' });
  expect(svg).not.toMatch(/#[0-9a-f]{3,6}"|rgb|fill="|stroke="/);
  const tokens = readFileSync(new URL('../../src/styles/tokens.css', import.meta.url), 'utf8');
  const roles = new Map([...DIAGRAM_CSS.matchAll(/(--pr-d-[a-z-]+):var\((--pr-[a-z0-9-]+)\)/g)].map(([, role = '', token = '']) => [role, token]));
  for (const [, name = ''] of DIAGRAM_CSS.matchAll(/var\((--pr-d-[a-z-]+)\)/g)) expect(roles.has(name), name).toBe(true);
  for (const token of roles.values()) expect(tokens).toMatch(token === '--pr-soft' ? /--pr-soft: \d+%/ : new RegExp(`${token}: light-dark\\(#[0-9a-f]{6}, #[0-9a-f]{6}\\)`));
  expect(DIAGRAM_CSS).not.toMatch(/#[0-9a-f]{3}/);
});

test('name and description are announced, the links in the drawing stay reachable', async () => {
  const { svg } = await drawDiagram('erDiagram\n a ||--|| b : x', { title: 'A & "B"', description: 'How <they> meet', id: 'one' });
  expect(svg).toMatch(/^<svg class="pr-d w\d+" viewBox="[^"]+" width="\d+" height="\d+" role="group" aria-labelledby="one-t one-d"><title id="one-t">A &amp; &quot;B&quot;<\/title><desc id="one-d">How &lt;they&gt; meet<\/desc>/);
});

test('title and description come from the text when nobody gives others', async () => {
  const { svg, title } = await drawDiagram('erDiagram\n accTitle: Shops\n accDescr: Who buys what\n a');
  expect(title).toBe('Shops');
  expect(textsOf(svg)).toEqual(expect.arrayContaining(['Shops', 'Who buys what']));
  expect(textsOf((await drawDiagram('erDiagram\n a ||--|| b : x\n a ||--|| b : y')).svg)).toEqual(expect.arrayContaining(['Entity relations', '2 entities, 2 relations.']));
});

describe('hostile text shows as text', () => {
  const HOSTILE = [
    '<script>alert(1)</script>', '"><img src=x onerror=alert(1)>', '{process.exit()}', '`${1}`', ']]>', '--- | ---', 'import x from "y"', '&lt;b&gt;', '%%{init', '</title></svg>',
  ];

  test.each(HOSTILE)('%s', async (text) => {
    const coded = [...text].map((character) => (/[A-Za-z0-9 ]/.test(character) ? character : `#${character.codePointAt(0)};`)).join('');
    const { svg } = await drawDiagram(`erDiagram\n  "a"["${coded}"] {\n    string x "${coded}"\n  }\n  "b"["b"]\n  "a" ||--|| "b" : "x → y · ${coded}"`, { title: text, description: text, href: () => ({ href: text, title: text }) });
    const texts = textsOf(svg);
    expect(texts.filter((candidate) => candidate === text).length).toBeGreaterThanOrEqual(4);
    expect(svg).not.toMatch(/<(?:script|img)/);
  });

  test('control characters and marks that turn the text around are shown as such', () => {
    expect(escapeXml('a\u0000b\u202Ec\u2066d\uD800')).toBe('a\uFFFDb\uFFFDc\uFFFDd\uFFFD');
  });
});

test('a name of hundreds of characters is shortened in its middle, the whole is in the title', async () => {
  const name = `start_${'x'.repeat(500)}_end`;
  const { svg } = await drawDiagram(`erDiagram\n  a {\n    string ${name}\n  }`);
  expect(textsOf(svg)).toContain(`a.${name}: string`);
  expect(textsOf(svg).some((text) => text.includes('…'))).toBe(true);
});

test('the header of a box holds a name of any length in a few lines', async () => {
  for (const name of ['x'.repeat(300), 'long_name_'.repeat(30), '日本'.repeat(150)]) {
    const { boxes } = await layOut(await parseErDiagram(`erDiagram\n  "s.a"["${name}"]`));
    expect(boxes[0]?.name.length).toBeLessThanOrEqual(4);
    expect(boxes[0]?.width).toBeLessThanOrEqual(380);
    expect(textsOf((await drawDiagram(`erDiagram\n  "s.${name}"["${name}"]`)).svg)).toContain(`s.${name}`);
  }
});

test('text that the face does not have is fitted into its place', async () => {
  const { svg } = await drawDiagram('erDiagram\n  a["日本"]');
  expect(svg).toContain('textLength="24" lengthAdjust="spacingAndGlyphs">日本</text>');
});

test('no entity is an error that says what to do', async () => {
  await expect(drawDiagram('erDiagram')).rejects.toEqual(new DiagramError('The diagram names no entity. Add a line such as `CUSTOMER ||--o{ ORDER : places`.'));
});

test('the drawing room needs nothing of Node', () => {
  const folder = new URL('../../src/lib/diagram/', import.meta.url);
  for (const file of readdirSync(folder)) {
    const foreign = [...readFileSync(new URL(file, folder), 'utf8').matchAll(/(?:from|import\() ?'([^']+)'/g)].map(([, name]) => name ?? '').filter((name) => !name.startsWith('./'));
    expect(foreign.filter((name) => !['mermaid', 'elkjs/lib/elk.bundled.js', 'elkjs/lib/elk-api.js'].includes(name))).toEqual([]);
  }
});
