import type { Entity } from '../../model/entity.ts';
import { storeFacts } from '../../model/stores/index.ts';
import { className } from './escape.ts';
import type { AnyOf } from './arrows.ts';
import type { ErBox, ErRow } from './er-diagram.ts';
import type { CatalogIndex } from '../../analysis/catalog-index.ts';
import type { Marks } from './marks.ts';

/**
 * The box of an entity.
 * `rows`: `keys` its keys and what takes part, `touched` its primary key and what takes part, `all` every field of its own level too.
 * @param taking fields that an arrow of this diagram starts or ends at
 * @param marks what is marked; a marked field has a row
 */
export function entityBox(entity: Entity, rows: 'keys' | 'touched' | 'all', taking: ReadonlySet<string>, marks?: Marks): ErBox {
  const focus = rows === 'all' ? ['focus'] : [];
  const marked = marks?.fields.get(entity.address);
  const shown = [...keyRow(entity), ...fieldRows(entity, rows, marked === undefined ? taking : new Set([...taking, ...marked.keys()]))];
  return {
    id: entity.address,
    name: entity.name,
    classes: [className(entity.store), ...focus],
    ...(marks === undefined ? {} : { mark: marks.entities.get(entity.address) }),
    rows: marked === undefined ? shown : shown.map((row) => ({ ...row, ...marked.get(row.path) })),
  };
}

/** The box that stands for some entity of a store, with the rows that arrows end at. @param ends the arrows' ends at this box, one at least */
export function anyBox(ends: readonly [AnyOf, ...AnyOf[]], index: CatalogIndex): ErBox {
  const [{ id, store, targets }] = ends;
  const fields = [...new Set(ends.flatMap((end) => end.fields))];
  const entities = targets ?? index.stores.get(store)?.entities ?? [];
  const [one, many] = storeFacts(store).entityWord;
  const label = index.stores.get(store)?.label ?? store;
  const typeOf = (path: string) => index.field(entities.find((address) => index.field(address, path) !== undefined) ?? '', path)?.type ?? 'any';
  return {
    id,
    name: targets === undefined ? `any ${label} ${one}` : `one of ${targets.length} ${label} ${many}`,
    classes: [className(store)],
    rows: fields.map((path) => ({ type: typeOf(path), path, keys: [] })),
  };
}

function keyRow(entity: Entity): readonly ErRow[] {
  return entity.kind === 'objects' ? [{ type: 'template', path: 'key', keys: [], comment: entity.key.template }] : [];
}

function fieldRows(entity: Entity, rows: 'keys' | 'touched' | 'all', taking: ReadonlySet<string>): readonly ErRow[] {
  const shown = entity.fields.filter((field) => {
    if (taking.has(field.path)) return true;
    if (rows === 'all') return field.depth === 0;
    // A key template holds its placeholders; their rows would only say it again.
    if (entity.kind === 'objects') return false;
    return field.keys.includes('PK') || (rows === 'keys' && field.keys.includes('FK'));
  });
  return shown.map((field) => ({ type: field.type, path: field.path, keys: field.keys }));
}
