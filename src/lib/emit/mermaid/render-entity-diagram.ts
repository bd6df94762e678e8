import { catalogIndexOf } from '../../analysis/catalog-index.ts';
import type { Catalog } from '../../model/catalog.ts';
import type { Entity } from '../../model/entity.ts';
import type { Diagram } from './diagram.ts';
import { MOST_BOXES } from './size.ts';
import { renderSurroundings, withinReach } from './surroundings.ts';

/**
 * An entity with its fields, and every entity that it points at or that may point at it.
 * @param depth how many references away an entity may be
 */
export function renderEntityDiagram(catalog: Catalog, entity: Entity, depth: Depth = 1): Diagram {
  const index = catalogIndexOf(catalog);
  // Those at the edge are drawn as neighbours of the others; half of the boxes are left for them.
  const inner = withinReach(entity, depth - 1, MOST_BOXES / 2, index);
  const { text, leftOut } = renderSurroundings(inner, 'all', depth === 1 ? MOST_NEIGHBOURS : MOST_BOXES - inner.length, index);
  const notes = leftOut > 0 ? [`${leftOut} more entities are connected with ${entity.name}; the tables of references name every one.`] : [];
  const isAlone = index.referencesOut(entity).length === 0 && index.referencesIn(entity).length === 0;
  return { title: isAlone ? `${entity.name}, which no reference starts or ends at` : `The neighbourhood of ${entity.name}`, text, notes };
}

export type Depth = 1 | 2 | 3;

/** As many as can be told apart on one screen. */
const MOST_NEIGHBOURS = 24;
