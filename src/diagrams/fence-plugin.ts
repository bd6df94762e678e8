import { existsSync, readFileSync } from 'node:fs';
import { relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { MdastPluginEntry } from 'satteri';
import { DiagramError, escapeXml, isErDiagram, type Drawing } from '../lib/diagram/index.ts';
import { renderBrokenFigure, renderFigure } from './render-figure.ts';
import { resolveLinks, type HrefFor } from './resolve-links.ts';

/**
 * Draws ```` ```mermaid ```` fences while a page is compiled, in Markdown and MDX alike. It works on the Markdown tree, before code blocks
 * are highlighted, so its place among the plugins does not matter. Other kinds of Mermaid diagram become `<pre class="mermaid">`.
 */
export function fencePlugin(options: FenceOptions): MdastPluginEntry {
  return ({ fileURL, source, sourceFormat }) => {
    const file = fileURL === undefined ? '' : fileURLToPath(fileURL);
    const used = new Map<string, number>();
    return {
      name: 'polyref-diagrams',
      options: { position: true },
      async code(node) {
        if (node.lang !== 'mermaid') return undefined;
        const html = await renderFence(node.value.replaceAll('\r\n', '\n'), titleOf(node.meta), { file, source, line: node.position?.start.line ?? 1 }, used, options);
        return sourceFormat === 'mdx' ? (htmlInMdx(html) as never) : { type: 'html', value: html };
      },
    };
  };
}

export interface FenceOptions {
  readonly draw: (text: string, title: string | undefined) => Promise<Drawing>;
  readonly hrefFor: HrefFor;
  /** In a build a diagram that cannot be read fails it; in the dev server the page shows why. */
  readonly failOnError: boolean;
  /** Folder that file names in messages are relative to. */
  readonly root: string;
}

/** The HTML that stands for a fence. `used` counts the drawings of the page so far. */
export async function renderFence(text: string, title: string | undefined, place: FencePlace, used: Map<string, number>, options: FenceOptions): Promise<string> {
  if (!isErDiagram(text)) return `<pre class="mermaid not-content"${title === undefined ? '' : ` title="${escapeXml(title)}"`}>${escapeXml(text)}</pre>`;
  try {
    const drawing = await options.draw(text, title);
    return renderFigure({ ...drawing, svg: distinct(resolveLinks(drawing.svg, options.hrefFor), used), source: text, hasCaption: title !== undefined, hrefFor: options.hrefFor });
  } catch (error) {
    if (!(error instanceof DiagramError)) throw error;
    // The fence's own line stands before the first line of the text.
    const line = linesBefore(place) + place.line + (error.line ?? 0);
    const where = `${relative(options.root, place.file).replaceAll('\\', '/')}:${line}`;
    if (options.failOnError) throw Object.assign(new Error(`${where}: this Mermaid diagram cannot be drawn. ${error.message}`), { line, column: 1 });
    return renderBrokenFigure(`${where}: this Mermaid diagram cannot be drawn.`, error.message, text);
  }
}

interface FencePlace {
  readonly file: string;
  /** What is compiled: the file, or what remains of it without its front matter. */
  readonly source: string;
  /** Line of the fence in the source, from 1. */
  readonly line: number;
}

/** Lines of the file that stand before what is compiled. */
function linesBefore({ file, source }: FencePlace): number {
  if (!existsSync(file)) return 0;
  const text = readFileSync(file, 'utf8').replace(/\r\n?/g, '\n');
  const body = source.replace(/\r\n?/g, '\n');
  const blank = /^\s*/.exec(body)?.[0] ?? '';
  const start = text.indexOf(body.trim());
  return start < 0 ? 0 : text.slice(0, start).split('\n').length - blank.split('\n').length;
}

/** The same drawing twice on a page: the ids of the second get a number. */
function distinct(svg: string, used: Map<string, number>): string {
  const id = /aria-labelledby="(\w+)-t/.exec(svg)?.[1];
  if (id === undefined) return svg;
  const count = (used.get(id) ?? 0) + 1;
  used.set(id, count);
  return count === 1 ? svg : svg.replaceAll(`${id}-`, `${id}_${count}-`);
}

/** The title that a fence names behind its language. */
export function titleOf(meta: string | null | undefined): string | undefined {
  return /(?:^|\s)title="([^"]*)"/.exec(meta ?? '')?.[1] ?? /(?:^|\s)title='([^']*)'/.exec(meta ?? '')?.[1];
}

/** HTML that MDX passes through as it is: braces in it are no expressions, tags no components. */
function htmlInMdx(html: string): object {
  return {
    type: 'mdxJsxFlowElement',
    name: 'Fragment',
    attributes: [{ type: 'mdxJsxAttribute', name: 'set:html', value: { type: 'mdxJsxAttributeValueExpression', value: JSON.stringify(html) } }],
    children: [],
  };
}
