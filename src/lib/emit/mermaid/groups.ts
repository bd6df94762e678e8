import type { CatalogIndex } from '../../analysis/catalog-index.ts';
import { compareText } from '../../model/compare-text.ts';
import type { Entity } from '../../model/entity.ts';
import type { Reference } from '../../model/reference.ts';
import { storeFacts } from '../../model/stores/index.ts';
import { arrowsOf } from './arrows.ts';
import { coloursOf } from './colours.ts';
import type { Diagram } from './diagram.ts';
import { renderErDiagram, type ErBox, type ErRow } from './er-diagram.ts';
import { className, attributeWord } from './escape.ts';
import { MOST_BOXES } from './size.ts';
import { compareEdges, countEdge } from './surroundings.ts';

/**
 * Draws more entities than one picture holds: a box for each domain (`domain/billing`) or store (`mongodb`) with how many there are,
 * and an edge where references go from one to the other. What `own` points at outside of it is drawn as its store.
 */
export function renderGroups(own: readonly Entity[], by: 'domain' | 'store', index: CatalogIndex): Omit<Diagram, 'title'> {
  const domains = new Set(own.map((entity) => entity.domain));
  const byDomain = by === 'domain' && domains.size <= MOST_BOXES;
  const ownAddresses = new Set(own.map((entity) => entity.address));
  const groupOf = (address: string): string | undefined => {
    const entity = index.entities.get(address);
    if (entity === undefined) return undefined;
    return byDomain && ownAddresses.has(address) && entity.domain !== undefined ? domainId(entity.domain) : entity.store;
  };
  const edges = edgesBetween(own, groupOf, index);
  const drawn = edges.slice(0, MOST_EDGES);
  const outside = new Set(drawn.flatMap((edge) => [edge.from, edge.to]));
  const members = Map.groupBy(own, (entity) => groupOf(entity.address) ?? '');
  for (const id of outside) if (!members.has(id)) members.set(id, []);
  const boxes = [...members].sort(([a], [b]) => compareText(a, b)).map(([id, entities]) => groupBox(id, entities, index));
  return {
    text: renderErDiagram(boxes, drawn.map((edge) => countEdge(edge.from, edge.to, edge.count, edge.byDatabase)).sort(compareEdges), coloursOf(index.catalog)),
    notes: [
      `${own.length} entities are too many for one picture: ${describeBoxes(members, index)}.`,
      ...(edges.length > drawn.length ? [`Drawn are the ${drawn.length} of ${edges.length} connections that most references share.`] : []),
    ],
  };
}

interface GroupEdge {
  readonly from: string;
  readonly to: string;
  readonly count: number;
  readonly byDatabase: boolean;
}

/** References between different groups, heaviest first. */
function edgesBetween(own: readonly Entity[], groupOf: (address: string) => string | undefined, index: CatalogIndex): readonly GroupEdge[] {
  const references = new Set<Reference>(own.flatMap((entity) => [...index.referencesOut(entity), ...index.referencesIn(entity)]));
  const edges = new Map<string, GroupEdge>();
  for (const reference of references) {
    const from = groupOf(reference.from.entity);
    const targets = arrowsOf(reference, index).flatMap(({ to }) => (to.kind === 'entity' ? [groupOf(to.entity)] : (to.targets?.map(groupOf) ?? [to.store])));
    for (const to of new Set(targets)) {
      if (from === undefined || to === undefined || from === to) continue;
      const byDatabase = reference.enforcement.by === 'database';
      const known = edges.get(`${from}\0${to}`) ?? { from, to, count: 0, byDatabase };
      edges.set(`${from}\0${to}`, { ...known, count: known.count + 1, byDatabase: known.byDatabase && byDatabase });
    }
  }
  return [...edges.values()].sort((a, b) => b.count - a.count || compareText(a.from, b.from) || compareText(a.to, b.to));
}

/** What the boxes stand for, in words: one by one where some of them are stores among domains. */
function describeBoxes(members: ReadonlyMap<string, readonly Entity[]>, index: CatalogIndex): string {
  const labelsOf = (fits: (entities: readonly Entity[]) => boolean) =>
    [...members].flatMap(([id, entities]) => (index.stores.has(id) && fits(entities) ? [index.stores.get(id)?.label ?? id] : [])).sort(compareText);
  const [without, whole] = [labelsOf((entities) => entities.length > 0), labelsOf((entities) => entities.length === 0)];
  if (without.length + whole.length === members.size) return 'each box stands for a store';
  const their = (labels: readonly string[]) => (labels.length === 1 ? 'its' : 'their');
  return [
    'each box stands for a domain',
    ...(without.length === 0 ? [] : [`${inSequence(without)} for ${their(without)} entities without a domain`]),
    ...(whole.length === 0 ? [] : [`${inSequence(whole)} for all ${their(whole)} entities`]),
  ].join(', ');
}

/** `a, b and c` */
function inSequence(parts: readonly string[]): string {
  return parts.length < 2 ? parts.join('') : `${parts.slice(0, -1).join(', ')} and ${parts.at(-1)}`;
}

function groupBox(id: string, entities: readonly Entity[], index: CatalogIndex): ErBox {
  const store = index.stores.get(id);
  const rows = [...Map.groupBy(entities, (entity) => entity.store)].sort(([a], [b]) => compareText(a, b)).map(([storeId, ones]) => countRow(storeId, ones.length, index));
  if (store === undefined) return { id, name: id.slice(domainId('').length), classes: ['group'], rows };
  return { id, name: store.label, classes: [className(id), 'group'], rows };
}

/** `PostgreSQL tables "120 tables"`: the site's drawing shows the number as the row's name, Mermaid's own beside it. */
function countRow(storeId: string, count: number, index: CatalogIndex): ErRow {
  const [one, many] = storeFacts(storeId).entityWord;
  return { type: index.stores.get(storeId)?.label ?? storeId, path: attributeWord(many, 'entities'), keys: [], comment: `${count} ${count === 1 ? one : many}` };
}

/** Id of a domain's box; an address never holds a slash before its first dot. */
function domainId(name: string): string {
  return `domain/${name}`;
}

/** Where lines begin to hide each other. */
const MOST_EDGES = 90;
