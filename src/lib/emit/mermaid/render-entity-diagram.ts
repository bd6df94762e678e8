import type { Catalog } from '../../model/catalog.ts';
import type { Entity } from '../../model/entity.ts';
import type { Diagram } from './diagram.ts';
import { lookUp } from './look-up.ts';
import { renderSurroundings } from './surroundings.ts';

/** An entity with its fields, and every entity that it points at or that may point at it. */
export function renderEntityDiagram(catalog: Catalog, entity: Entity): Diagram {
  const index = lookUp(catalog);
  const { text, leftOut } = renderSurroundings([entity], 'all', MOST_NEIGHBOURS, index);
  const notes = leftOut > 0 ? [`${leftOut} more entities are connected with ${entity.name}; the tables of references name every one.`] : [];
  const isAlone = index.referencesOut(entity).length === 0 && index.referencesIn(entity).length === 0;
  return { title: isAlone ? `${entity.name}, which no reference starts or ends at` : `The neighbourhood of ${entity.name}`, text, notes };
}

/** As many as can be told apart on one screen. */
const MOST_NEIGHBOURS = 24;
