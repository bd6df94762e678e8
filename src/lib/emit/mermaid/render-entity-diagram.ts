import { catalogIndexOf, type CatalogIndex } from '../../analysis/catalog-index.ts';
import type { Catalog } from '../../model/catalog.ts';
import type { Entity } from '../../model/entity.ts';
import type { Diagram } from './diagram.ts';
import { MOST_BOXES } from './size.ts';
import { renderSurroundings, shownOfAll, withinReach } from './surroundings.ts';

/**
 * An entity with its fields, and every entity that it points at or that may point at it.
 * @param depth how many references away an entity may be
 */
export function renderEntityDiagram(catalog: Catalog, entity: Entity, depth: Depth = 1): Diagram {
  const index = catalogIndexOf(catalog);
  // Those at the edge are drawn as neighbours of the others; half of the boxes are left for them.
  const inner = withinReach(entity, depth - 1, MOST_BOXES / 2, index);
  const drawn = renderSurroundings(inner, 'all', depth === 1 ? MOST_NEIGHBOURS : MOST_BOXES - inner.length, index);
  const notes = depth === 1 ? shownOfAll(drawn, `that are connected with ${entity.name}`, 'The tables of references list every one.') : shownWithin(depth, entity, inner.length - 1 + drawn.shown, index);
  const isAlone = index.referencesOut(entity).length === 0 && index.referencesIn(entity).length === 0;
  return { title: isAlone ? `${entity.name}, which no reference starts or ends at` : `The neighbourhood of ${entity.name}`, text: drawn.text, notes };
}

/** Counts all that is so near: what lies behind an entity that is not drawn is no neighbour of one that is. */
function shownWithin(depth: Depth, entity: Entity, shown: number, index: CatalogIndex): readonly string[] {
  const all = withinReach(entity, depth, Infinity, index).length - 1;
  return shown === all ? [] : [`Shows ${shown} of the ${all} entities within ${depth} references of ${entity.name}, the nearest and most connected first.`];
}

export type Depth = 1 | 2 | 3;

/** As many as can be told apart on one screen. */
const MOST_NEIGHBOURS = 24;
