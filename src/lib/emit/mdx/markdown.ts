import { markdownToMdast, type MdastNode } from 'satteri';
import { codeFence, escapeInline, escapeLineStart, inlineCode, linkTarget } from './escape.ts';
import { table } from './table.ts';

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
  if (!SIMPLE.test(text) || /^(?:[-+*_=:&\d]|import\b|export\b)|www\.|--| {2}| $/im.test(text)) return undefined;
  return text.includes('`') ? text.replace(/`([^`]+)`/g, (_, code: string) => linkCode(code) ?? inlineCode(code)) : text;
}

/** Letters, digits, harmless punctuation, emphasis, inline code; a further line begins with a letter. */
const SIMPLE = /^(?:[\p{L}\p{N} ,;'’"()/%€$…–—→·?.!+=*_-]|[:&](?=\s)|\n(?=\p{L})|`[^`|\n\\]+`)*$/u;

function blocks(nodes: readonly MdastNode[], way: Way): string {
  return nodes.map((node) => block(node, way)).filter((text) => text !== '').join('\n\n');
}

function block(node: MdastNode, way: Way): string {
  switch (node.type) {
    case 'heading':
      return `**${phrasing(node, way)}**`;
    case 'thematicBreak':
      return '***';
    case 'blockquote':
      return indent(blocks(node.children, way), '> ', '> ');
    case 'list':
      return node.children
        .map((item, at) => {
          const mark = node.ordered === true ? `${(node.start ?? 1) + at}. ` : '- ';
          const box = item.type === 'listItem' && typeof item.checked === 'boolean' ? `[${item.checked ? 'x' : ' '}] ` : '';
          return indent(box + blocks(childrenOf(item), way), mark, ' '.repeat(mark.length));
        })
        .join(node.spread === true ? '\n\n' : '\n');
    case 'code':
      return codeFence(node.value, [node.lang ?? '', node.meta ?? ''].join(' '));
    case 'table':
      return authorTable(node.children.map((row) => childrenOf(row).map((cell) => phrasing(cell, { ...way, inCell: true }))));
    default:
      return lineStarts(inline(node, way));
  }
}

/** A block pressed into one line. */
function flat(node: MdastNode, way: Way): string {
  switch (node.type) {
    case 'heading':
      return `**${phrasing(node, way)}**`;
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
      return way.inCell ? escapeInline(node.value) : node.value.split(/\r\n?|\n/).map((line) => escapeInline(line).replaceAll('|', '\\|')).join('\n');
    case 'inlineCode':
      return way.linkCode(node.value) ?? inlineCode(node.value);
    case 'break':
      return way.inCell ? '<br/>' : '\\\n';
    case 'strong':
      return marked('**', node, way);
    case 'emphasis':
      return marked('*', node, way);
    case 'delete':
      return marked('~~', node, way);
    case 'image':
      return linked(node.url, escapeInline(node.alt || node.url));
    case 'link':
      return linked(node.url, phrasing(node, { ...way, linkCode: noLinks }));
    default:
      return 'children' in node ? phrasing(node, way) : 'value' in node && typeof node.value === 'string' ? escapeInline(node.value) : '';
  }
}

function phrasing(node: MdastNode, way: Way): string {
  const parts = childrenOf(node).map((child) => inline(child, way));
  // What ends one part and means nothing there may mean something with the next: `!` before a link makes an image of it.
  return parts.map((part, at) => (/[!:@]$/.test(part) && /^\S/.test(parts[at + 1] ?? '') ? `${part.slice(0, -1)}\\${part.slice(-1)}` : part)).join('');
}

/** Emphasis; a mark beside a space would mark nothing. */
function marked(mark: string, node: MdastNode, way: Way): string {
  const inside = phrasing(node, way);
  const text = inside.trim();
  return text === '' ? inside : inside.replace(text, () => `${mark}${text}${mark}`);
}

function linked(url: string, text: string): string {
  return isSafeLink(url) ? `[${text}](${linkTarget(url)})` : text;
}

/** To the web, to mail, to an anchor or to a relative file; never to a scheme that runs something, nor to `//host`. */
function isSafeLink(url: string): boolean {
  const bare = url.replace(/[\u0000-\u0020\u007f-\u009f]/g, '');
  if (/^(https?:\/\/|mailto:)/i.test(bare)) return true;
  return bare !== '' && !/^[/\\]{2}/.test(bare) && !/^[^/?#]*:/.test(bare);
}

function lineStarts(text: string): string {
  return text.split('\n').map((line) => escapeLineStart(line.trimStart())).join('\n').trim();
}

function authorTable([head = [], ...rows]: readonly (readonly string[])[]): string {
  return table(head, rows.map((row) => head.map((_, at) => row[at] ?? '')));
}

function indent(text: string, first: string, rest: string): string {
  return text.split('\n').map((line, at) => (at === 0 ? (first + line).trimEnd() : line === '' ? rest.trimEnd() : rest + line)).join('\n');
}

function childrenOf(node: MdastNode): readonly MdastNode[] {
  return 'children' in node ? (node.children as readonly MdastNode[]) : [];
}
