import { describeRelations, type DescribedRelation } from './describe-relations.ts';
import { DiagramError } from './diagram-error.ts';
import { layOut, type LayoutOptions } from './lay-out.ts';
import type { LineStyle } from './layout.ts';
import { parseErDiagram } from './parse-er-diagram.ts';
import { renderSvg, type RenderOptions } from './render-svg.ts';

/**
 * Draws `erDiagram` text. The same text and options give the same bytes, in Node and in the browser.
 * Throws `DiagramError` when the text cannot be read or names no entity.
 */
export async function drawDiagram(text: string, options: DrawOptions = {}): Promise<Drawing> {
  const graph = await parseErDiagram(text);
  if (graph.entities.length === 0) throw new DiagramError('The diagram names no entity. Add a line such as `CUSTOMER ||--o{ ORDER : places`.');
  const layout = await layOut(graph, options);
  const title = options.title ?? graph.title ?? 'Entity relations';
  const description = options.description ?? graph.description ?? `${count(graph.entities.length, 'entity', 'entities')}, ${count(graph.relations.length, 'relation', 'relations')}.`;
  return {
    svg: renderSvg(layout, { title, description, href: options.href, stores: options.stores, id: options.id, standalone: options.standalone }),
    title,
    relations: describeRelations(graph),
    styles: LINE_STYLES.filter((style) => layout.lines.some((line) => line.style === style && line.branches.some(({ relation }) => graph.relations[relation]?.namesFields === true))),
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
  readonly entities: number;
}

const LINE_STYLES: readonly LineStyle[] = ['database', 'application', 'objects'];

function count(number: number, one: string, many: string): string {
  return `${number} ${number === 1 ? one : many}`;
}
