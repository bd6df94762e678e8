import { describeRelations, type DescribedRelation } from './describe-relations.ts';
import { DiagramError } from './diagram-error.ts';
import type { Graph } from './graph.ts';
import { layOut, type LayoutOptions } from './lay-out.ts';
import { legendOf, type Legend } from './legend-of.ts';
import { parseErDiagram } from './parse-er-diagram.ts';
import { renderSvg, type RenderOptions } from './render-svg.ts';

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
    svg: renderSvg(layout, { title, description, href: options.href, stores: options.stores, id: options.id }),
    title,
    relations: describeRelations(graph),
    ...legendOf(graph, options),
    entities: graph.entities.length,
  };
}

export interface DrawOptions extends LayoutOptions, Partial<RenderOptions> {}

export interface Drawing extends Legend {
  readonly svg: string;
  readonly title: string;
  /** Each relation in words, in the order of the text. */
  readonly relations: readonly DescribedRelation[];
  readonly entities: number;
}

function count(number: number, one: string, many: string): string {
  return `${number} ${number === 1 ? one : many}`;
}
