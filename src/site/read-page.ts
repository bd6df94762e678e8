import { createHash } from 'node:crypto';
import { defaultTreeAdapter, parse, type DefaultTreeAdapterTypes } from 'parse5';

type Node = DefaultTreeAdapterTypes.ChildNode;
export type Element = DefaultTreeAdapterTypes.Element;

/** What a built page holds, for those who check it, protect it and index it. */
export interface PageFacts {
  /** Every fragment that a link may name. */
  readonly ids: ReadonlySet<string>;
  /** Every `href` and `src` of the page, in its diagrams too, each once, in the order of the page. */
  readonly links: readonly string[];
  /** `sha256-…` of each script and style element that stands in the page itself. */
  readonly scriptHashes: readonly string[];
  readonly styleHashes: readonly string[];
  /** Does the browser draw a Mermaid diagram here? */
  readonly drawsMermaid: boolean;
  /** What the page says that it is about. */
  readonly description?: string;
  /** The content without the site's frame; absent when the page is not to be searched. */
  readonly body?: Element;
}

export function readPage(html: string): PageFacts {
  const ids = new Set<string>();
  const links = new Set<string>();
  const scripts = new Set<string>();
  const styles = new Set<string>();
  let drawsMermaid = false;
  let description: string | undefined;
  let body: Element | undefined;
  const pending: Node[] = [...parse(html).childNodes].reverse();
  for (let node = pending.pop(); node !== undefined; node = pending.pop()) {
    if (!defaultTreeAdapter.isElementNode(node)) continue;
    for (const { name, value } of node.attrs) {
      if (name === 'id') ids.add(value);
      else if (name === 'name' && node.tagName === 'a') ids.add(value);
      else if (name === 'href' || name === 'src') links.add(value);
      else if (name === 'data-pagefind-body') body = node;
    }
    if (node.tagName === 'meta' && attribute(node, 'name') === 'description') description = attribute(node, 'content');
    if (node.tagName === 'script' && !hasAttribute(node, 'src') && isCode(node)) scripts.add(hashOf(textOf(node)));
    else if (node.tagName === 'style') styles.add(hashOf(textOf(node)));
    if (node.tagName === 'pre' && attribute(node, 'class')?.startsWith('mermaid')) drawsMermaid = true;
    for (let index = node.childNodes.length - 1; index >= 0; index--) pending.push(node.childNodes[index] as Node);
    if (node.tagName === 'template') pending.push(...(node as DefaultTreeAdapterTypes.Template).content.childNodes);
  }
  return { ids, links: [...links], scriptHashes: [...scripts], styleHashes: [...styles], drawsMermaid, ...(description === undefined ? {} : { description }), ...(body ? { body } : {}) };
}

export function attribute(element: Element, name: string): string | undefined {
  return element.attrs.find((candidate) => candidate.name === name)?.value;
}

export function hasAttribute(element: Element, name: string): boolean {
  return element.attrs.some((candidate) => candidate.name === name);
}

/** All text below a node, as it stands. */
export function textOf(node: Node): string {
  if (defaultTreeAdapter.isTextNode(node)) return node.value;
  return 'childNodes' in node ? node.childNodes.map((child) => textOf(child)).join('') : '';
}

/** A script of another type, such as JSON, is data and runs nowhere. */
function isCode(script: Element): boolean {
  return /^($|module$|text\/javascript$)/.test(attribute(script, 'type') ?? '');
}

function hashOf(text: string): string {
  return `sha256-${createHash('sha256').update(text).digest('base64')}`;
}
