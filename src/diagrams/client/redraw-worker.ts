import elkApi from 'elkjs/lib/elk-api.js';
import ElkWorker from 'elkjs/lib/elk-worker.min.js?worker';
import { slimCatalogName } from '../slim-catalog-name.ts';
import { applyChoices, DiagramError, drawGraph, legendOf, LINE_STYLES, parseErDiagram, useElk, type Detail } from '../../lib/diagram/index.ts';
import type { Catalog } from '../../lib/model/catalog.ts';
import { renderEntityDiagram, type Depth } from '../../lib/emit/mermaid/render-entity-diagram.ts';
import { linksOfCatalog } from '../links-of-catalog.ts';
import { renderFigure } from '../render-figure.ts';
import { linkName, resolveLinks } from '../resolve-links.ts';
import { textOfGraph } from './text-of-graph.ts';
import { withAllFields } from './with-all-fields.ts';

// Draws a diagram again as its reader chose: deeper, with more or fewer rows, without some stores or lines.
useElk(async () => new elkApi.default({ workerFactory: () => new ElkWorker() }));

// The thread starts when a reader reaches for a choice: the grammar, which is large, comes meanwhile.
void parseErDiagram('erDiagram').catch(() => undefined);

export interface RedrawRequest {
  readonly id: number;
  /** Base path of the site: begins and ends with a slash. */
  readonly base: string;
  /** Mermaid text of the page's own drawing. */
  readonly text: string;
  readonly title: string;
  readonly detail: Detail;
  readonly depth: Depth;
  /** Classes of stores, and `line-…` for styles of lines. */
  readonly hide: readonly string[];
  /** Of the frame, in pixels. */
  readonly width: number;
}

export type RedrawAnswer = { readonly id: number; readonly html: string } | { readonly id: number; readonly problem: string };

addEventListener('message', async ({ data }: MessageEvent<RedrawRequest>) => {
  const answer: RedrawAnswer = await draw(data).then(
    (html) => ({ id: data.id, html }),
    (error: unknown) => ({ id: data.id, problem: error instanceof DiagramError ? error.message : `The picture could not be drawn again. ${error instanceof Error ? error.message : String(error)}` }),
  );
  postMessage(answer);
});

async function draw({ id, base, text, title, detail, depth, hide, width }: RedrawRequest): Promise<string> {
  const catalog = await loadCatalog(base);
  const own = await parseErDiagram(text);
  const focus = own.entities.find((entity) => entity.focus)?.id;
  const entity = catalog?.entities.find(({ address }) => address === focus);
  const deeper = catalog === undefined || entity === undefined || depth === 1 ? undefined : renderEntityDiagram(catalog, entity, depth).text;
  const whole = deeper === undefined ? own : await parseErDiagram(deeper);
  const rich = detail === 'all' && catalog !== undefined ? withAllFields(whole, catalog) : whole;
  const graph = applyChoices(rich, { detail, hiddenStores: hide.filter((name) => !name.startsWith('line-')), hiddenStyles: LINE_STYLES.filter((style) => hide.includes(`line-${style}`)) });
  if (graph.entities.length === 0) throw new DiagramError('Everything is hidden: press a store or a line in the legend to show it again.');
  const drawing = await drawGraph(graph, { title, href: linkName, maxWidth: Math.min(1600, Math.max(480, width)), id: `live${id}`, ...(detail === 'all' ? { maxRows: Infinity } : {}) });
  const hrefFor = catalog === undefined ? () => undefined : linksOfCatalog(catalog, base);
  // The legend has what is hidden too, to show it again.
  return renderFigure({ ...drawing, ...legendOf(rich), svg: resolveLinks(drawing.svg, hrefFor), source: textOfGraph(graph, catalog), hasCaption: false, hrefFor });
}

const catalogs = new Map<string, Promise<Catalog | undefined>>();

/** Undefined where the site has none: its diagrams are hand-written, and show no more than their text says. */
function loadCatalog(base: string): Promise<Catalog | undefined> {
  const known = catalogs.get(base) ?? fetch(`${base}${slimCatalogName}`).then((response) => (response.ok ? response.json() as Promise<Catalog> : undefined)).catch(() => undefined);
  catalogs.set(base, known);
  return known;
}
