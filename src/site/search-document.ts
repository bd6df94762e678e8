import { defaultTreeAdapter, type DefaultTreeAdapterTypes } from 'parse5';
import { attribute, hasAttribute, textOf, type Element } from './read-page.ts';
import type { SearchEntry } from './search/search-entry.ts';
import { spreadWords } from './search/spread-words.ts';

type Node = DefaultTreeAdapterTypes.ChildNode;

/**
 * What the search index is given in place of a page: its text as headings and paragraphs, and nothing of the page's frame, its drawings or its code.
 *
 * Each row that has an anchor becomes a heading with that anchor, so that a field is found, and opened, by itself, and the index splits its name into parts
 * (`activityId`, `output_ref`). The page itself holds nothing that is there for the search alone. On pages of entities the fields come last and are the only places within the
 * page that are results: a table of references names a field more often than its own row does. What the page and its parts are called is listed beside: names are found by themselves.
 */
export function readSearchDocument(body: Element, route: string, about?: string): { readonly html: string; readonly entry: SearchEntry } {
  const heading = findElement(body, ({ tagName }) => tagName === 'h1');
  const title = heading ? clean(textOf(heading)) : '';
  const store = heading && attribute(heading, 'data-pr-entity');
  const isEntity = store !== undefined;
  const kind = isEntity ? (hasAttribute(heading as Element, 'data-pr-removed') ? 'removed' : 'entity') : /^reference\/rules\/./.test(route) ? 'rule' : 'page';
  const document: SearchDocument = { isEntity, blocks: [], fields: [], parts: [] };
  addChildren(body, document);
  const html = [
    '<!doctype html><html lang="en"><body>',
    `<main data-pagefind-body data-pagefind-filter="kind:${kind}">`,
    `<h1 data-pagefind-weight="${isEntity ? 10 : 6}">${escape(title)}</h1>`,
    ...document.blocks,
    ...document.fields,
    '</main></body></html>',
  ].join('\n');
  return { html, entry: { title, kind, route, ...(isEntity ? { store } : {}), ...(about === undefined ? {} : { about }), parts: kind === 'rule' || kind === 'removed' ? [] : document.parts } };
}

interface SearchDocument {
  readonly isEntity: boolean;
  readonly blocks: string[];
  /** Rows of an entity's page that have an anchor. */
  readonly fields: string[];
  /** Anchor and name of each field, or of each section. */
  readonly parts: (readonly [string, string])[];
}

function addChildren(parent: Element, document: SearchDocument): void {
  for (const node of parent.childNodes) {
    // On an entity's page the relations in words below its diagram stay out: its tables say the same.
    if (defaultTreeAdapter.isElementNode(node)) {
      if (!isLeftOut(node) && !(document.isEntity && node.tagName === 'figure')) addElement(node, document);
    } else addParagraph(textOf(node), document.blocks);
  }
}

function addElement(element: Element, document: SearchDocument): void {
  const { tagName } = element;
  if (/^h[2-6]$/.test(tagName) && !document.isEntity) {
    const id = attribute(element, 'id');
    if (id !== undefined) document.parts.push([id, clean(readable(element))]);
    document.blocks.push(`<${tagName}${id ? ` id="${escapeAttribute(id)}"` : ''} data-pagefind-weight="1">${escape(clean(readable(element)))}</${tagName}>`);
  } else if (tagName === 'tr') addRow(element, document);
  else if (/^(p|li|summary|dt|h[2-6])$/.test(tagName)) addParagraph(readable(element), document.blocks);
  else addChildren(element, document);
}

/** A row is one paragraph; with an anchor it is a heading, its first cell, and a paragraph, the others. Heads of tables stay out. */
function addRow(row: Element, { isEntity, blocks, fields, parts }: SearchDocument): void {
  if (row.parentNode && 'tagName' in row.parentNode && row.parentNode.tagName === 'thead') return;
  const cells = row.childNodes.filter((node): node is Element => defaultTreeAdapter.isElementNode(node)).map((cell) => clean(readable(cell)));
  const anchor = findElement(row, (element) => hasAttribute(element, 'id'));
  const [name = '', ...rest] = cells;
  const together = (texts: readonly string[]): string => texts.filter((text) => text !== '').join(' · ');
  if (anchor === undefined) return addParagraph(together(cells), blocks);
  const into = isEntity ? fields : blocks;
  if (isEntity) parts.push([attribute(anchor, 'id') ?? '', name]);
  into.push(`<h4 id="${escapeAttribute(attribute(anchor, 'id') ?? '')}" data-pagefind-weight="${isEntity ? 7 : 2}">${escape(name)}</h4>`);
  addParagraph(together(rest), into);
}

function addParagraph(text: string, into: string[]): void {
  const line = clean(text);
  if (line !== '') into.push(`<p>${escape(line)}</p>`);
}

function isLeftOut(element: Element): boolean {
  return (
    ['svg', 'script', 'style', 'pre', 'h1', 'nav', 'footer', 'template', 'button', 'starlight-toc', 'mobile-starlight-toc'].includes(element.tagName) || hasAttribute(element, 'data-pagefind-ignore') ||
    /\bsl-anchor-link\b/.test(attribute(element, 'class') ?? '')
  );
}

/** Text as people read it: blocks apart, without what is there for the eye or for assistive technology alone. */
function readable(node: Node): string {
  if (defaultTreeAdapter.isTextNode(node)) return node.value;
  if (!defaultTreeAdapter.isElementNode(node) || isLeftOut(node) || /\bsr-only\b/.test(attribute(node, 'class') ?? '')) return '';
  const text = node.childNodes.map((child) => readable(child)).join('');
  return ['br', 'p', 'li', 'td', 'div'].includes(node.tagName) ? `${text} ` : text;
}

function findElement(root: Element, fits: (element: Element) => boolean): Element | undefined {
  const pending: Node[] = [...root.childNodes].reverse();
  for (let node = pending.pop(); node !== undefined; node = pending.pop()) {
    if (!defaultTreeAdapter.isElementNode(node)) continue;
    if (fits(node)) return node;
    pending.push(...[...node.childNodes].reverse());
  }
  return undefined;
}

function clean(text: string): string {
  return text.replace(/\s+/g, ' ').trim();
}

/** Everything that goes into the index passes here. */
function escape(text: string): string {
  return spreadWords(text).replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;');
}

function escapeAttribute(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('"', '&quot;');
}
