import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { mdxToJs } from 'satteri';
import { escapeHeading, escapeText, inlineCode } from '../../src/lib/emit/mdx/escape.ts';
import { renderMarkdown, renderMarkdownInline } from '../../src/lib/emit/mdx/markdown.ts';
import { NO_REVIEW } from '../../src/lib/emit/mdx/review.ts';
import { table } from '../../src/lib/emit/mdx/table.ts';
import { renderSite } from '../../src/lib/emit/render-pages.ts';
import { hostileCatalog } from './hostile-catalog.ts';
import { HOSTILE_TEXTS } from './hostile-texts.ts';
import { foreignNodes, nodesOf, PARSERS, textOf, withoutFrontmatter } from './parse-mdx.ts';
import { sampleCatalog } from './sample-catalog.ts';

const sample = sampleCatalog();
const piece = fc.oneof(fc.constantFrom(...HOSTILE_TEXTS), fc.string({ unit: fc.constantFrom(...'`|\\{}<>[]()*_~#&!:-+=.1 \nax;"\'/') }), fc.string({ unit: 'grapheme' }));
const hostileText = fc.array(piece, { minLength: 1, maxLength: 4 }).map((pieces) => pieces.join(''));

/** How text is expected to show: on one line, with what cannot be seen made visible. */
function shown(text: string): string {
  return text
    .toWellFormed()
    .replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f-\u009f]/g, '\ufffd')
    .replace(/[\u2028\u2029]/g, ' ')
    .replace(/[\u202a-\u202e\u2066-\u2069]/g, (mark) => `⟨U+${mark.charCodeAt(0).toString(16).toUpperCase()}⟩`)
    .replace(/\s+/gu, ' ')
    .trim();
}

function squeezed(text: string): string {
  return text.replace(/\s+/gu, ' ').trim();
}

describe.each(Object.entries(PARSERS))('read by %s', (parser, parse) => {
  const isFast = parser === 'Sätteri';

  test.each(HOSTILE_TEXTS.map((text, at) => [JSON.stringify(text), text, at] as const))('%s in every name and sentence is text', (_, text, at) => {
    const mdx = [...renderSite(hostileCatalog(sample, text), NO_REVIEW)].filter(([path]) => path.endsWith('.mdx'));
    // The slow parser reads every sixth page of each text, other pages for other texts.
    for (const [path, page] of mdx.filter((_, nth) => isFast || (nth + at) % 6 === 0)) expect(foreignNodes(parse(withoutFrontmatter(page))), path).toEqual([]);
  });

  test('backticks of one row do not reach into the next', () => {
    const names = ['mongodb.`.x', '```mermaid graph TD ```', 'postgresql.p.{', '`', '}'];
    const tree = parse(table(['x', 'y'], names.map((name) => [inlineCode(name), inlineCode('ok')])));
    expect(nodesOf(tree).filter((node) => node.type === 'tableCell').map(textOf)).toEqual(['x', 'y', ...names.flatMap((name) => [name, 'ok'])]);
  });

  test('plain text shows as it is, wherever it stands', () => {
    fc.assert(
      fc.property(hostileText, (text) => {
        const tree = parse(`${escapeText(text)}\n\n- **x:** ${escapeText(text)}\n\n## ${escapeHeading(text)}\n\n${table(['x', 'y'], [[escapeText(text), inlineCode(text)]])}\n`);
        expect(foreignNodes(tree)).toEqual([]);
        const nodes = nodesOf(tree);
        const wanted = shown(text);
        if (wanted !== '') expect(squeezed(textOf(tree.children![0]!))).toBe(wanted);
        expect(squeezed(textOf(nodes.find((node) => node.type === 'listItem')!))).toBe(squeezed(`x: ${wanted}`));
        expect(squeezed(textOf(nodes.find((node) => node.type === 'heading')!))).toBe(wanted);
        const [, row] = nodes.filter((node) => node.type === 'tableRow');
        expect(row?.children?.map((cell) => squeezed(textOf(cell)))).toEqual([wanted, ...(wanted === '' ? [] : [wanted])]);
      }),
      { numRuns: isFast ? 1000 : 150 },
    );
  });

  test("an author's Markdown stays Markdown", () => {
    fc.assert(
      fc.property(hostileText, (text) => {
        expect(foreignNodes(parse(renderMarkdown(text)))).toEqual([]);
        const row = nodesOf(parse(table(['x', 'y'], [[renderMarkdownInline(text), 'last']]))).filter((node) => node.type === 'tableRow')[1];
        expect(foreignNodes(row!)).toEqual([]);
        expect(textOf(row!.children!.at(-1)!)).toBe('last');
      }),
      { numRuns: isFast ? 1000 : 150 },
    );
  });
});

test('pages of a hostile catalog compile, each with a title and a description that YAML can read', () => {
  for (const text of HOSTILE_TEXTS) {
    for (const [path, page] of renderSite(hostileCatalog(sample, text), NO_REVIEW)) {
      if (!path.endsWith('.mdx')) continue;
      const { code, frontmatter } = mdxToJs(page);
      expect(code, path).toContain('function MDXContent(');
      const [title, description, ...rest] = (frontmatter?.value ?? '').trim().split('\n');
      // A JSON string is a YAML string.
      expect(() => JSON.parse((title ?? '').replace(/^title: /, ''))).not.toThrow();
      expect(() => JSON.parse((description ?? '').replace(/^description: /, ''))).not.toThrow();
      // Only the page that takes the whole width says more, and nothing of the schema.
      expect(rest, path).toEqual(path.endsWith('/explore.mdx') ? ['tableOfContents: false'] : []);
    }
  }
});
