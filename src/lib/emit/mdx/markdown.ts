import { markdownToMdast, type MdastNode } from 'satteri';
import { isSafeLink } from '../../gate/safe-link.ts';
import { emphasise, marksFit, trimSpaces, type Mark } from './emphasise.ts';
import { codeFence, escapeInline, escapeLineStart, inlineCode, linkTarget } from './escape.ts';
import { wholeTable } from './table.ts';

/**
 * Markdown that schema authors write → MDX that says the same and can do nothing else: HTML, JSX, expressions and imports
 * show as text, images become links, links go to the web, to mail or to a relative file only, and headings become bold lines,
 * so that no author's heading takes the anchor of a section of the page.
 *
 * @param linkCode turns inline code that names something of the catalog into a link; undefined leaves it code
 */
export function renderMarkdown(markdown: string, linkCode: LinkCode = noLinks): string {
  const simple = renderSimple(markdown, linkCode);
  return simple ?? blocks(childrenOf(parse(markdown)), { linkCode, inCell: false });
}

/** The same for a table cell or a list item: one line, without blocks. */
export function renderMarkdownInline(markdown: string, linkCode: LinkCode = noLinks): string {
  const simple = renderSimple(markdown, linkCode)?.replaceAll('\n', ' ');
  return simple ?? childrenOf(parse(markdown)).map((node) => flat(node, { linkCode, inCell: true })).filter((part) => part !== '').join('<br/>');
}

export type LinkCode = (code: string) => string | undefined;

interface Way {
  readonly linkCode: LinkCode;
  readonly inCell: boolean;
}

function noLinks(): undefined {
  return undefined;
}

function parse(markdown: string): MdastNode {
  return markdownToMdast(markdown, { features: { gfm: { footnotes: false }, frontmatter: false } });
}

/** Most descriptions are a paragraph with names in it: those need no parser. Undefined when the text holds anything else. */
function renderSimple(markdown: string, linkCode: LinkCode): string | undefined {
  const text = markdown.trim();
  if (!SIMPLE.test(text) || /^(?:[-+=:&\d]|import\b|export\b)|www\.|--| {2}| $|!$/im.test(text)) return undefined;
  return text.includes('`') ? text.replace(/`([^`]+)`/g, (_, code: string) => linkCode(code) ?? inlineCode(code)) : text;
}

/** Letters, digits, harmless punctuation, underscores within words, inline code; a further line begins with a letter. */
const SIMPLE = /^(?:[\p{L}\p{N} ,;'’"()/%€…–—→·?.!+=-]|(?<=[\p{L}\p{N}])_(?=[\p{L}\p{N}])|[:&](?=\s)|\n(?=\p{L})|`(?! )[^`|\n\\]+(?<! )`)*$/u;

function blocks(nodes: readonly MdastNode[], way: Way): string {
  return nodes.map((node) => block(node, way)).filter((text) => text !== '').join('\n\n');
}

function block(node: MdastNode, way: Way): string {
  switch (node.type) {
    case 'heading':
      return lineStarts(emphasise('**', trimSpaces(phrasing(node, way))));
    case 'thematicBreak':
      return '***';
    case 'blockquote':
      return indent(blocks(node.children, way), '> ', '> ');
    case 'list':
      return node.children
        .map((item, at) => {
          const mark = node.ordered === true ? `${Math.min((node.start ?? 1) + at, LAST_NUMBER)}. ` : '- ';
          const content = blocks(childrenOf(item), way);
          const box = content !== '' && item.type === 'listItem' && typeof item.checked === 'boolean' ? `[${item.checked ? 'x' : ' '}] ` : '';
          return indent(box + content, mark, ' '.repeat(mark.length));
        })
        .join(node.spread === true ? '\n\n' : '\n');
    case 'code':
      return codeFence(node.value, [node.lang ?? '', node.meta ?? ''].join(' '));
    case 'table':
      return authorTable(node.children.map((row) => childrenOf(row).map((cell) => phrasing(cell, { ...way, inCell: true }))));
    default:
      // Before a list, lines often end with a colon, and with nothing behind it a colon begins no directive.
      return lineStarts(inline(node, way)).replace(/&#58;$/gm, ':');
  }
}

/** A block pressed into one line. */
function flat(node: MdastNode, way: Way): string {
  switch (node.type) {
    case 'heading':
      return emphasise('**', trimSpaces(phrasing(node, way)));
    case 'thematicBreak':
      return '';
    case 'list':
      return node.children.map((item) => `• ${childrenOf(item).map((child) => flat(child, way)).join(' ')}`).join('<br/>');
    case 'blockquote':
      return node.children.map((child) => flat(child, way)).join('<br/>');
    case 'code':
      return node.value.split('\n').map(inlineCode).filter((line) => line !== '').join('<br/>');
    case 'table':
      return node.children.map((row) => childrenOf(row).map((cell) => phrasing(cell, way)).join(' · ')).join('<br/>');
    default:
      return lineStarts(inline(node, way));
  }
}

function inline(node: MdastNode, way: Way): string {
  switch (node.type) {
    case 'text':
    case 'html':
      return way.inCell ? escapeInline(node.value) : node.value.split(/\r\n?|\n/).map(escapeInline).join('\n');
    case 'inlineCode':
      return way.linkCode(node.value) ?? inlineCode(node.value);
    case 'break':
      return '<br/>';
    case 'image':
      return linked(node.url, escapeInline(node.alt || node.url));
    case 'link':
      return linked(node.url, phrasing(node, { ...way, linkCode: noLinks }));
    default:
      return 'children' in node ? phrasing(node, way) : 'value' in node && typeof node.value === 'string' ? escapeInline(node.value) : '';
  }
}

function phrasing(node: MdastNode, way: Way): string {
  const children = childrenOf(node);
  const inside = children.map((child) => (markOf(child) === undefined ? inline(child, way) : phrasing(child, way)));
  return children.map((child, at) => {
    const mark = markOf(child);
    if (mark === undefined) return inside[at];
    // What is marked too counts as the mark: two of them side by side could be read as one.
    const beside = (other: number) => (children[other] === undefined ? '' : (markOf(children[other]) ?? (inside[other] || 'x')));
    return marked(mark, inside[at] ?? '', beside(at - 1), beside(at + 1));
  }).join('');
}

function markOf(node: MdastNode): Mark | undefined {
  switch (node.type) {
    case 'strong':
      return '**';
    case 'emphasis':
      return '*';
    case 'delete':
      return '~~';
    default:
      return undefined;
  }
}

/** Emphasis; a mark beside a space would mark nothing, so spaces stay outside. */
function marked(mark: Mark, inside: string, before: string, after: string): string {
  const text = trimSpaces(inside);
  if (text === '') return inside;
  const [start = '', end = ''] = inside.split(text);
  return `${start}${emphasise(mark, text, marksFit(mark, start === '' ? before : ' ', end === '' ? after : ' '))}${end}`;
}

function linked(url: string, text: string): string {
  return isSafeLink(url) ? `[${text}](${linkTarget(url)})` : text;
}

function lineStarts(text: string): string {
  return text.split('\n').map((line) => escapeLineStart(line.trimStart())).join('\n').trim();
}

function authorTable([head = [], ...rows]: readonly (readonly string[])[]): string {
  return wholeTable(head, rows.map((row) => head.map((_, at) => row[at] ?? '')));
}

function indent(text: string, first: string, rest: string): string {
  return text.split('\n').map((line, at) => (at === 0 ? (first + line).trimEnd() : line === '' ? rest.trimEnd() : rest + line)).join('\n');
}

/** A list item's number has nine digits at most. */
const LAST_NUMBER = 999_999_999;

function childrenOf(node: MdastNode): readonly MdastNode[] {
  return 'children' in node ? (node.children as readonly MdastNode[]) : [];
}
