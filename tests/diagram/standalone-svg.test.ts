import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { makeLightPalette } from '../../scripts/make-light-palette.ts';
import { LIGHT_PALETTE } from '../../src/lib/diagram/light-palette.ts';
import { DRAWING_STYLE } from '../../src/lib/diagram/drawing-style.ts';
import { drawDiagram, standaloneSvg } from '../../src/lib/diagram/index.ts';
import { matchesSelector, specificityOf } from '../../src/lib/diagram/matches-selector.ts';
import { parseSvg, type SvgElement } from '../../src/lib/diagram/svg-tree.ts';

const TEXT = 'erDiagram\n  "a.x"["x"]:::mongodb,focus {\n    ObjectId _id PK\n    string other_id FK\n  }\n  "b.y"["y"]:::s3 {\n    template key "{tenantId}/outputs/{activityId}/{reference}.md"\n  }\n  "c.z"["z"]:::redis\n  "a.x" }o..o| "b.y" : "other_id → key · when set"\n  "c.z" ||--|| "a.x" : "id → _id"';

/** Every element of a file, the root first. */
function elementsOf(svg: string): readonly SvgElement[] {
  const below = (element: SvgElement): readonly SvgElement[] => [element, ...element.children.flatMap((child) => (typeof child === 'string' ? [] : below(child)))];
  return below(parseSvg(svg));
}

describe('a file', () => {
  test('holds elements and attributes of SVG 1.1 alone, and values that need no page', async () => {
    const { svg } = await drawDiagram(TEXT, { title: 'x', href: () => ({ href: '/x/' }) });
    const elements = elementsOf(standaloneSvg(svg));
    expect([...new Set(elements.map(({ name }) => name))].sort()).toEqual(['desc', 'g', 'path', 'rect', 'svg', 'text', 'title', 'tspan']);
    const attributes = elements.flatMap((element) => [...element.attributes]);
    expect([...new Set(attributes.map(([name]) => name))].sort()).toEqual([
      'aria-hidden', 'aria-labelledby', 'class', 'd', 'dy', 'fill', 'fill-opacity', 'font-family', 'font-size', 'font-weight', 'height', 'id', 'pointer-events', 'role', 'rx', 'stroke', 'stroke-dasharray',
      'stroke-linecap', 'stroke-linejoin', 'stroke-opacity', 'stroke-width', 'text-anchor', 'text-rendering', 'transform', 'viewBox', 'width', 'x', 'xml:space', 'xmlns', 'y',
    ]);
    for (const [name, value] of attributes) {
      if (/^(?:fill|stroke)$/.test(name)) expect(value).toMatch(/^(?:#[0-9a-f]{6}|none)$/);
      if (/-(?:opacity|width|size|weight)$/.test(name)) expect(value).toMatch(/^\d*\.?\d+$/);
      expect(value).not.toMatch(/var\(|calc\(|currentColor|url\(|light-dark|color-mix/);
    }
    for (const { name, attributes: own } of elements) {
      if (name === 'path' || name === 'rect' || name === 'text') expect(own.has('fill'), `${name} ${own.get('d') ?? ''}`).toBe(true);
    }
  });

  test('has a background, its name and its description', async () => {
    const { svg } = await drawDiagram(TEXT, { title: 'A & "B"', description: 'How <they> meet', id: 'one' });
    expect(standaloneSvg(svg)).toMatch(/^<svg xmlns="http:\/\/www\.w3\.org\/2000\/svg" class="pr-d" viewBox="-\.5 -\.5 (\d+) (\d+)" width="\1" height="\2" role="group" aria-labelledby="one-t one-d" font-family="[^"]*monospace" font-size="12" text-rendering="geometricPrecision"><title id="one-t">A &amp; &quot;B&quot;<\/title><desc id="one-d">How &lt;they&gt; meet<\/desc><rect x="-0.5" y="-0.5" width="\1" height="\2" fill="#ffffff"\/>/);
  });

  test('has links with a whole address alone: what leads from page to page leads nowhere from a file', async () => {
    const withLinks = (href: string) => drawDiagram(TEXT, { title: 'x', href: () => ({ href }) }).then(({ svg }) => [...standaloneSvg(svg).matchAll(/href="([^"]*)"/g)].map(([, target]) => target));
    expect(new Set(await withLinks('https://docs.example.com/x/?a=1&b=2#c'))).toEqual(new Set(['https://docs.example.com/x/?a=1&amp;b=2#c']));
    for (const href of ['/reference/x/', '#x', 'polyref:a', 'javascript:alert(1)', 'data:text/html,x', '']) expect(await withLinks(href), href).toEqual([]);
  });

  test('takes the colours that it is given', async () => {
    const { svg } = await drawDiagram(TEXT, { title: 'x' });
    const file = standaloneSvg(svg, { ...LIGHT_PALETTE, bg: '#14161a', green: '#62c894' });
    expect(file).toMatch(/<\/desc><rect [^>]*fill="#14161a"\/>/);
    expect(file).toContain('fill="#62c894"');
    expect(file).not.toContain(LIGHT_PALETTE.green);
  });

  test('is the same for the same drawing', async () => {
    const [one, two] = await Promise.all([drawDiagram(TEXT), drawDiagram(TEXT)]);
    expect(standaloneSvg(one.svg)).toBe(standaloneSvg(two.svg));
  });
});

test('what is no drawing is refused, and not written half', () => {
  for (const broken of ['', 'x', '<svg>', '<svg></g>', '<svg><g></svg></g>', '<svg a=1/>', '<svg a="<"/>', '<svg/><']) expect(() => standaloneSvg(broken), broken).toThrow(/^The drawing /);
});

test('the light palette is that of the tokens; write it with `node scripts/make-light-palette.ts`', () => {
  expect(makeLightPalette()).toBe(readFileSync(new URL('../../src/lib/diagram/light-palette.ts', import.meta.url), 'utf8'));
});

describe('selectors', () => {
  const path = (...steps: readonly string[]): readonly SvgElement[] => steps.map((step) => {
    const [name = '', ...classes] = step.split('.');
    return { name, attributes: new Map([['class', classes.join(' ')]]), children: [] };
  });

  test.each([
    ['', ['svg'], true], ['', ['svg', 'g'], false],
    ['.h', ['svg', 'path.h'], true], ['.h', ['svg', 'path.hh'], false], ['text', ['svg', 'text.n'], true],
    ['.b.removed .o', ['svg', 'g.b.removed', 'rect.o'], true], ['.b.removed .o', ['svg', 'g.b', 'rect.o'], false],
    ['.b a path:not(.h)', ['svg', 'g.b', 'a', 'path'], true], ['.b a path:not(.h)', ['svg', 'g.b', 'a', 'path.h'], false],
    ['.b g path:not(.h)', ['svg', 'g.b', 'path'], false],
    ['.b .added > path:not(.h)', ['svg', 'g.b', 'a.added', 'path'], true], ['.b .added > path:not(.h)', ['svg', 'g.b', 'a.added', 'g', 'path'], false],
    ['.b .added > path:not(.h)', ['svg', 'g.b.added', 'path'], false],
    ['.lit > .b:not(.on)', ['svg.lit', 'g.b'], true], ['.lit > .b:not(.on)', ['svg.lit', 'g.b.on'], false],
    ['.l.on .f', ['svg', 'g.l.on', 'g.la', 'path.f'], true],
  ] as const)('%s of %j: %s', (selector, steps, expected) => {
    expect(matchesSelector(path(...steps), selector)).toBe(expected);
  });

  test('the more classes, the stronger; then the more names of elements', () => {
    const sorted = ['', 'rect', 'text', '.o', '.l path', '.l .f', '.l.on path', '.b a path:not(.h)', '.b .added > path:not(.h)'];
    expect([...sorted].reverse().sort((a, b) => specificityOf(a) - specificityOf(b)).map(specificityOf)).toEqual(sorted.map(specificityOf));
    expect(specificityOf('.b .added > path:not(.h)')).toBe(301);
  });

  test('the look of a drawing has no other kinds', () => {
    for (const [selector] of DRAWING_STYLE) expect(selector).toMatch(/^(?:[a-z]*(?:\.\w+)*(?::not\(\.\w+\))?(?: > | |$))*$/);
  });
});
