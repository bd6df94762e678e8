import { attribute, codeFence, escapeHeading, escapeText, inlineCode, linkTarget } from '../../../src/lib/emit/mdx/escape.ts';
import { renderMarkdown, renderMarkdownInline } from '../../../src/lib/emit/mdx/markdown.ts';
import { table } from '../../../src/lib/emit/mdx/table.ts';
import { shown } from './visible-text.ts';

/** A piece of a page, and the line that a reader must see of it; absent where the text is Markdown of its own. */
export interface Fragment {
  readonly mdx: string;
  readonly visible?: string;
}

/** Each place that a text can have on a page, with its nearest neighbours. */
const PLACES: readonly ((text: string, other: string) => Fragment)[] = [
  (text) => ({ mdx: escapeText(text), visible: shown(text) }),
  (text, other) => ({ mdx: `${escapeText(text)}[${inlineCode(other)}](./x.mdx)${escapeText(other)}`, visible: shown(text) }),
  (text) => ({ mdx: `- **Owner:** ${escapeText(text)}\n- ${escapeText(text)}`, visible: shown(text) }),
  (text) => ({ mdx: `> **Deprecated:** ${escapeText(text)}`, visible: shown(text) }),
  (text) => ({ mdx: `## ${escapeHeading(text)}`, visible: shown(text) }),
  (text) => ({ mdx: `x ${inlineCode(text)} y`, visible: shown(text) }),
  (text) => ({ mdx: inlineCode(text), visible: shown(text) }),
  (text, other) => ({ mdx: `[${inlineCode(text)}](${linkTarget(`https://e.example/${other}`)}) and [${escapeText(text)}](./y.mdx#${linkTarget(other)})`, visible: shown(text) }),
  (text, other) => ({ mdx: table(['A', escapeText(other)], [[escapeText(text), inlineCode(other)], [renderMarkdownInline(other), inlineCode(text)], [`<a id=${attribute(text)}></a>${inlineCode(text)}<br/>${escapeText(other)}`, 'z']]), visible: shown(text) }),
  (text, other) => ({ mdx: table(['A', 'B'], Array.from({ length: 41 }, () => [escapeText(text), `[${inlineCode(text)}](${linkTarget(`https://e.example/${other}`)})`])), visible: shown(text) }),
  (text, other) => ({ mdx: `<Timeline record=${attribute(text)} bytes=${attribute(other)}>[${inlineCode(text)}](./x.mdx)</Timeline>`, visible: shown(text) }),
  (text, other) => ({ mdx: `<Facts>\n\n- **A:** ${renderMarkdownInline(text)}\n- **B:** ${renderMarkdownInline(other)}\n\n</Facts>` }),
  (text, other) => ({ mdx: codeFence(text, `js title="${other}"`) }),
  (text) => ({ mdx: renderMarkdown(text) }),
  (text, other) => ({ mdx: renderMarkdown(`- ${text}\n\n  ${other.replaceAll('\n', '\n  ')}`) }),
  (text, other) => ({ mdx: renderMarkdown(`> ${text}\n>\n> - \`\`\`js ${other.replaceAll('\n', ' ')}\n>   ${other.replaceAll('\n', '\n>   ')}\n>   \`\`\``) }),
  (text, other) => ({ mdx: renderMarkdown(`1. a\n\n   \`\`\`\n   ${text.replaceAll('\n', '\n   ')}\n   \`\`\`\n\n   ${other}`) }),
  (text, other) => ({ mdx: renderMarkdown(`**${text}** \`${other}\` *${text}* ~~${other}~~ [${text}](${other})`) }),
];

/** The text, with another one beside it, in one of the places. */
export function fragmentOf(at: number, text: string, other: string): Fragment {
  const place = PLACES[at];
  if (place === undefined) throw new Error(`There is no place ${at}.`);
  return place(text, other);
}

export const PLACE_COUNT = PLACES.length;
