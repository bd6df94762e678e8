import type { Lit } from './light.ts';
import type { Picture, PictureRelation, RowPlace } from './picture.ts';
import type { ViewState } from './view-state.ts';

/** What is lit, by the names of a schema: they hold in every drawing of a diagram, and outlive an edit. */
export type LitNames = Pick<ViewState, 'on' | 'field' | 'to' | 'toField' | 'line'>;

/** @param place where it is, or where it begins */
export function namesOf(picture: Picture, lit: Lit, place: RowPlace | undefined): LitNames {
  const [from, relation] = [endOf(picture, place), lit.kind === 'relation' ? picture.relations[lit.relation] : undefined];
  if (from === undefined) return {};
  const own = { on: from.id, ...(from.field === undefined ? {} : { field: from.field }) };
  const to = endOf(picture, relation?.to);
  if (relation === undefined || to === undefined) return own;
  const line = linesBetween(picture, { ...own, to: to.id, toField: to.field }).indexOf(relation) + 1;
  return { ...own, to: to.id, ...(to.field === undefined ? {} : { toField: to.field }), ...(line < 2 ? {} : { line }) };
}

/** What the names mean in a picture. Where it does not show a line's rows, that is the line between its boxes if there is but one; where it shows none, the row or box that the line leaves. */
export function findLit(picture: Picture, names: LitNames): Lit | undefined {
  const box = picture.boxes.findIndex(({ id }) => id === names.on);
  if (box < 0) return undefined;
  const [exact, near] = [linesBetween(picture, names), linesBetween(picture, { on: names.on, to: names.to }, 'boxes')];
  const relation = exact[(names.line ?? 1) - 1] ?? exact[0] ?? (near.length === 1 ? near[0] : undefined);
  if (relation !== undefined) return { kind: 'relation', relation: picture.relations.indexOf(relation) };
  const row = names.field === undefined ? -1 : (picture.boxes[box]?.fields.indexOf(names.field) ?? -1);
  return row < 0 ? { kind: 'box', box } : { kind: 'row', box, row };
}

interface Ends {
  readonly on?: string | undefined;
  readonly field?: string | undefined;
  readonly to?: string | undefined;
  readonly toField?: string | undefined;
}

function linesBetween(picture: Picture, { on, field, to, toField }: Ends, how: 'rows' | 'boxes' = 'rows'): readonly PictureRelation[] {
  return picture.relations.filter((relation) => {
    const [a, b] = [endOf(picture, relation.from), endOf(picture, relation.to)];
    return a?.id === on && b?.id === to && (how === 'boxes' || (a?.field === field && b?.field === toField));
  });
}

function endOf({ boxes }: Picture, place: RowPlace | undefined): { readonly id: string; readonly field: string | undefined } | undefined {
  const box = place === undefined ? undefined : boxes[place.box];
  return place === undefined || box === undefined ? undefined : { id: box.id, field: box.fields[place.row] };
}
