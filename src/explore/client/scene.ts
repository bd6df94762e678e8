import { boxSize, headerHeight } from '../system/box-size.ts';
import { layOut } from '../system/lay-out.ts';
import { bundleReferences, type Bundle } from '../system/bundle-references.ts';
import { BOX } from '../system/dimensions.ts';
import type { Corner, LaidOutSystem, Rect } from '../system/lay-out-system.ts';
import type { System } from '../system/system.ts';
import type { ExploreState } from './explore-state.ts';
import type { Facet } from './facets.ts';
import { applyFilters, passesReference } from './filters.ts';
import { neighbourhood } from './neighbourhood.ts';

/** What there is to draw, from the system and what a reader has chosen; made anew when a choice changes it, not for a frame. */
export interface Scene {
  readonly system: System;
  readonly layout: LaidOutSystem;
  /** Entities by group, of those that are placed. */
  readonly members: readonly (readonly number[])[];
  /** Whether an entity is in the picture at all. */
  readonly placed: readonly boolean[];
  /** Whether it passes the filters; others are faint. */
  readonly passing: readonly boolean[];
  /** Whether a reference is one of those asked for. */
  readonly wanted: readonly boolean[];
  readonly bundles: readonly Bundle[];
  readonly boxes: readonly Rect[];
}

export function buildScene(system: System, facets: readonly Facet[], state: Pick<ExploreState, 'filters' | 'only' | 'chosen' | 'depth'>, shape: StageShape): Scene {
  const passing = applyFilters(state.filters, facets, system.entities.length);
  const near = state.chosen !== undefined && state.depth !== undefined ? neighbourhood(system, state.chosen.entity, state.depth) : undefined;
  const some = passing.includes(true);
  const placed = system.entities.map((_, at) => (near?.has(at) ?? true) && (!state.only || !some || passing[at] === true || at === state.chosen?.entity));
  const whole = !placed.includes(false);
  const layout = whole && (shape === 'wide' || system.entities.length > MOST_TALL) ? system.layout : layOut(system, { wanted: (at) => placed[at] === true, aspect: shape === 'tall' ? 0.7 : whole ? 1.6 : 1.2 });
  const wanted = system.references.map((reference) => placed[reference.from] === true && passesReference(reference, state.filters, passing));
  return {
    system,
    layout,
    members: system.groups.map((_, group) => system.entities.flatMap((entity, at) => (entity.group === group && placed[at] === true ? [at] : []))),
    placed,
    passing,
    wanted,
    bundles: bundleReferences(system, (reference, at) => wanted[at] === true && reference.targets.some(([to]) => placed[to] === true)),
    boxes: system.entities.map((entity, at) => {
      const [x, y] = layout.boxes[at] ?? [0, 0];
      const { width, height } = boxSize(entity);
      return [x, y, width, height];
    }),
  };
}

/** A phone is held upright; its picture is laid out in the browser, higher than wide. */
export type StageShape = 'wide' | 'tall';

/** A phone should not have to lay out more than this before it shows something. */
const MOST_TALL = 300;

export function wholeOf({ layout }: Scene): Rect {
  return [0, 0, layout.width, layout.height];
}

/** The height, in the picture, of the middle of a field's row; of the row that counts the rest where it has none of its own; of the head for a key. */
export function rowHeight({ system, boxes }: Scene, entity: number, field: number): number {
  const [, top] = boxes[entity] ?? [0, 0];
  const own = system.entities[entity];
  if (own === undefined) return top;
  const head = headerHeight(own.name);
  if (field < 0) return top + head / 2;
  const row = own.rows.indexOf(field);
  return top + head + ((row < 0 ? own.rows.length : row) + 0.5) * BOX.row;
}

/** What lies at a point of the picture. */
export function findAt(scene: Scene, [x, y]: Corner): { readonly kind: 'nothing' } | { readonly kind: 'group'; readonly group: number } | { readonly kind: 'box'; readonly entity: number; readonly field?: number | undefined } {
  const group = scene.layout.groups.findIndex((rect) => rect && isWithin(rect, x, y));
  if (group < 0) return { kind: 'nothing' };
  const entity = scene.members[group]?.find((at) => isWithin(scene.boxes[at] ?? [0, 0, 0, 0], x, y));
  if (entity === undefined) return { kind: 'group', group };
  const own = scene.system.entities[entity];
  const row = Math.floor((y - (scene.boxes[entity]?.[1] ?? 0) - headerHeight(own?.name ?? '')) / BOX.row);
  const field = own?.rows[row];
  return field === undefined ? { kind: 'box', entity } : { kind: 'box', entity, field };
}

function isWithin([left, top, width, height]: Rect, x: number, y: number): boolean {
  return x >= left && y >= top && x <= left + width && y <= top + height;
}
