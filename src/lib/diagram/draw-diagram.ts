import { describeRelations, type DescribedRelation } from './describe-relations.ts';
import { DiagramError } from './diagram-error.ts';
import { layOut, type LayoutOptions } from './lay-out.ts';
import type { Graph } from './graph.ts';
import { LINE_STYLES, type LineStyle } from './line-style.ts';
import { parseErDiagram } from './parse-er-diagram.ts';
import { renderSvg, type RenderOptions } from './render-svg.ts';
import { looksOf, type StoreLook } from './store-look.ts';

/**
 * Draws `erDiagram` text. The same text and options give the same bytes, in Node and in the browser.
 * Throws `DiagramError` when the text cannot be read or names no entity.
 */
export async function drawDiagram(text: string, options: DrawOptions = {}): Promise<Drawing> {
  return drawGraph(await parseErDiagram(text), options);
}

/** As `drawDiagram`, for a graph that was already read, and maybe chosen from. */
export async function drawGraph(graph: Graph, options: DrawOptions = {}): Promise<Drawing> {
  if (graph.entities.length === 0) throw new DiagramError('The diagram names no entity. Add a line such as `CUSTOMER ||--o{ ORDER : places`.');
  const layout = await layOut(graph, options);
  const title = options.title ?? graph.title ?? 'Entity relations';
  const description = options.description ?? graph.description ?? `${count(graph.entities.length, 'entity', 'entities')}, ${count(graph.relations.length, 'relation', 'relations')}.`;
  return {
    svg: renderSvg(layout, { title, description, href: options.href, stores: options.stores, id: options.id, standalone: options.standalone }),
    title,
    relations: describeRelations(graph),
    styles: LINE_STYLES.filter((style) => layout.lines.some((line) => line.style === style && line.branches.some(({ relation }) => graph.relations[relation]?.namesFields === true))),
    stores: [...looksOf(graph, options.stores)].map(([store, look]) => ({ store, ...look })),
    entities: graph.entities.length,
  };
}

export interface DrawOptions extends LayoutOptions, Partial<RenderOptions> {}

export interface Drawing {
  readonly svg: string;
  readonly title: string;
  /** Each relation in words, in the order of the text. */
  readonly relations: readonly DescribedRelation[];
  /** The styles of line that tell who keeps a reference, for a legend; none where the text names no fields. */
  readonly styles: readonly LineStyle[];
  /** The stores of its boxes, sorted, with their looks, for a legend. */
  readonly stores: readonly (StoreLook & { readonly store: string })[];
  readonly entities: number;
}

function count(number: number, one: string, many: string): string {
  return `${number} ${number === 1 ? one : many}`;
}
