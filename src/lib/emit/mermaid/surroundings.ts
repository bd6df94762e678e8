import type { CatalogIndex } from '../../analysis/catalog-index.ts';
import { compareText } from '../../model/compare-text.ts';
import type { Entity } from '../../model/entity.ts';
import type { Reference } from '../../model/reference.ts';
import { anyBox, entityBox } from './entity-box.ts';
import { arrowInto, arrowsOf, edgeOf, endOf, type AnyOf, type Arrow } from './arrows.ts';
import { coloursOf } from './colours.ts';
import { MARK_COLOURS, type Marks } from './marks.ts';
import { renderErDiagram, type ErBox, type ErEdge } from './er-diagram.ts';

/**
 * Draws entities and what they are connected with: every arrow that starts or ends at one of `own`.
 * @param rows what the boxes of `own` show; with `all` the first of them is in focus, and the others show what takes part
 * @param most neighbours drawn, the most connected first; the others become one box, `…`
 * @param marks what changed, in its own colours; those of the stores then step back
 */
export function renderSurroundings(own: readonly Entity[], rows: 'keys' | 'all', most: number, index: CatalogIndex, marks?: Marks): Surroundings {
  const ownAddresses = new Set(own.map((entity) => entity.address));
  const arrows = ownArrows(own, rows, ownAddresses, index);
  const neighbours = rankNeighbours(arrows, ownAddresses, index);
  // A single one left over takes no more room as itself than as "1 more".
  const shown = new Set(neighbours.length <= most + 1 ? neighbours : neighbours.slice(0, most));
  const isDrawn = (address: string) => ownAddresses.has(address) || shown.has(address);
  const drawn = arrows.filter((arrow) => isDrawn(arrow.from.entity) && (arrow.to.kind === 'anyOf' || isDrawn(arrow.to.entity)));
  const boxes = [
    ...own.map((entity, at) => entityBox(entity, rows === 'all' && at > 0 ? 'touched' : rows, takingPart(drawn, entity.address), marks)),
    ...neighbours.filter((address) => shown.has(address)).sort(compareText).flatMap((address) => {
      const entity = index.entities.get(address);
      return entity === undefined ? [] : [entityBox(entity, 'touched', takingPart(drawn, address), marks)];
    }),
    ...anyBoxes(drawn, index),
  ];
  const leftOut = neighbours.length - shown.size;
  const rest = leftOut > 0 ? summary(arrows, drawn, ownAddresses, leftOut) : { boxes: [], edges: [] };
  const text = renderErDiagram([...boxes, ...rest.boxes], [...drawn.map((arrow) => edgeOf(arrow, marks)).sort(compareEdges), ...rest.edges], marks === undefined ? coloursOf(index.catalog) : MARK_COLOURS);
  return { text, shown: shown.size, neighbours: neighbours.length };
}

export interface Surroundings {
  readonly text: string;
  /** How many of the neighbours are drawn as themselves. */
  readonly shown: number;
  /** How many entities the drawn ones are connected with. */
  readonly neighbours: number;
}

/** `Shows the 24 most connected of the 70 entities that …`; no note where all are drawn. */
export function shownOfAll({ shown, neighbours }: Surroundings, whichEntities: string, whereAll: string): readonly string[] {
  return shown === neighbours ? [] : [`Shows the ${shown} most connected of the ${neighbours} entities ${whichEntities}. ${whereAll}`];
}

/** The entities within so many references of one, in either direction, nearest first and itself before all; at most so many. */
export function withinReach(entity: Entity, steps: number, most: number, index: CatalogIndex): readonly Entity[] {
  const reached = new Map([[entity.address, entity]]);
  let edge: readonly Entity[] = [entity];
  for (let step = 0; step < steps && reached.size < most; step += 1) {
    const addresses = new Set(reached.keys());
    const found = rankNeighbours(ownArrows(edge, step === 0 ? 'all' : 'keys', addresses, index), addresses, index).slice(0, most - reached.size);
    edge = found.flatMap((address) => index.entities.get(address) ?? []);
    for (const next of edge) reached.set(next.address, next);
  }
  return [...reached.values()];
}

/** By source, target and label: as a reader scans them. */
export function compareEdges(a: ErEdge, b: ErEdge): number {
  return compareText(a.from, b.from) || compareText(a.to, b.to) || compareText(JSON.stringify(a.label), JSON.stringify(b.label));
}

/** A box for each choice among a store's entities that arrows lead to. */
function anyBoxes(arrows: readonly Arrow[], index: CatalogIndex): readonly ErBox[] {
  const ends = Map.groupBy(arrows.flatMap(({ to }) => (to.kind === 'anyOf' ? [to] : [])), (end) => end.id);
  return [...ends].sort(([a], [b]) => compareText(a, b)).flatMap(([, [first, ...others]]) => (first === undefined ? [] : [anyBox([first, ...others], index)]));
}

/** Fields of an entity that arrows start or end at. */
function takingPart(arrows: readonly Arrow[], address: string): ReadonlySet<string> {
  return new Set(
    arrows.flatMap(({ reference, from, to }) => [
      ...(from.entity === address ? [from.field, ...(reference.alsoFrom ?? [])] : []),
      ...(to.kind === 'entity' && to.entity === address ? [to.field, ...(reference.target.kind === 'field' ? (reference.target.alsoTo ?? []) : [])] : []),
    ]),
  );
}

/** Every arrow of `own`, each once. A reference that may go to any of a store is drawn to the one entity in focus where it may lead there, else to the box for all. */
function ownArrows(own: readonly Entity[], rows: 'keys' | 'all', ownAddresses: ReadonlySet<string>, index: CatalogIndex): readonly Arrow[] {
  const focus = rows === 'all' ? own[0] : undefined;
  const drawn = (reference: Reference, isOwn: boolean): readonly Arrow[] => {
    const arrows = arrowsOf(reference, index);
    const wanted = isOwn ? arrows : arrows.filter(({ to }) => (to.kind === 'entity' ? ownAddresses.has(to.entity) : mayLeadInto(to, own)));
    if (focus === undefined || focus.address === reference.from.entity || arrows.some(({ to }) => to.kind === 'entity' && to.entity === focus.address)) return wanted;
    const into = arrowInto(focus.address, reference, index);
    return into === undefined ? wanted : [...wanted.filter(({ to }) => to.kind === 'entity'), into];
  };
  const outward = own.flatMap((entity) => index.referencesOut(entity));
  const inward = [...new Set(own.flatMap((entity) => index.referencesIn(entity)))].filter((reference) => !ownAddresses.has(reference.from.entity));
  return [...outward.flatMap((reference) => drawn(reference, true)), ...inward.flatMap((reference) => drawn(reference, false))];
}

/** Whether the choice is among `own`: not where they are of several stores, for there it may as well lead elsewhere. */
function mayLeadInto({ store, targets }: AnyOf, own: readonly Entity[]): boolean {
  return own.every((entity) => entity.store === store) && (targets === undefined || own.some((entity) => targets.includes(entity.address)));
}

/** The most connected first: what most references of the whole system start or end at. Equals by address. */
function rankNeighbours(arrows: readonly Arrow[], own: ReadonlySet<string>, index: CatalogIndex): string[] {
  const connections = new Map<string, number>();
  for (const address of arrows.flatMap(({ from, to }) => [from.entity, ...(to.kind === 'entity' ? [to.entity] : [])])) {
    const entity = own.has(address) || connections.has(address) ? undefined : index.entities.get(address);
    if (entity !== undefined) connections.set(address, new Set([...entity.referencesOut, ...entity.referencesIn]).size);
  }
  return [...connections].sort(([a, countA], [b, countB]) => countB - countA || compareText(a, b)).map(([address]) => address);
}

/** One box for the neighbours that are not drawn, and how many references go to and fro. */
function summary(arrows: readonly Arrow[], drawn: readonly Arrow[], own: ReadonlySet<string>, leftOut: number): { readonly boxes: readonly ErBox[]; readonly edges: readonly ErEdge[] } {
  const isDrawn = new Set(drawn);
  const pairs = new Map<string, { from: string; to: string; count: number; byDatabase: boolean }>();
  for (const arrow of arrows.filter((candidate) => !isDrawn.has(candidate))) {
    const from = own.has(arrow.from.entity) ? arrow.from.entity : REST;
    const to = own.has(endOf(arrow)) ? endOf(arrow) : REST;
    const byDatabase = arrow.reference.enforcement.by === 'database';
    const pair = pairs.get(`${from}\0${to}`) ?? { from, to, count: 0, byDatabase };
    pairs.set(`${from}\0${to}`, { ...pair, count: pair.count + 1, byDatabase: pair.byDatabase && byDatabase });
  }
  return {
    boxes: [{ id: REST, name: `${leftOut} more entities`, classes: ['group'], rows: [] }],
    edges: [...pairs.values()].map((pair): ErEdge => countEdge(pair.from, pair.to, pair.count, pair.byDatabase)).sort(compareEdges),
  };
}

/** An edge that stands for several references. */
export function countEdge(from: string, to: string, count: number, byDatabase: boolean): ErEdge {
  return { from, to, left: '}o', right: 'o{', line: byDatabase ? '--' : '..', label: { kind: 'count', text: count === 1 ? '1 reference' : `${count} references` } };
}

/** Id of the box for what is not drawn; no address can be this. */
const REST = '…';
