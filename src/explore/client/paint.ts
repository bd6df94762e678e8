import { isSeen, levelAt, takeBrush, type Brush } from './brush.ts';
import type { Camera, Size } from './camera.ts';
import { NOTHING, type Emphasis } from './emphasis.ts';
import type { Choice } from './explore-state.ts';
import type { Leg, Legs } from './legs.ts';
import { paintBox } from './paint-box.ts';
import { paintBundles } from './paint-bundles.ts';
import { paintCard, paintTitle } from './paint-group.ts';
import { paintLine } from './paint-line.ts';
import { paintNames } from './paint-names.ts';
import type { Palette } from './palette.ts';
import type { Scene } from './scene.ts';

/** What one frame shows. */
export interface Frame {
  readonly scene: Scene;
  readonly legs: Legs;
  readonly emphasis: Emphasis;
  readonly camera: Camera;
  readonly palette: Palette;
  /** Colour of each entity. */
  readonly colours: readonly string[];
  readonly chosen: Choice | undefined;
  readonly goal: number | undefined;
  readonly hovered: Choice | undefined;
  readonly hoveredGroup: number | undefined;
  /** Where the keyboard is. */
  readonly focused: number | undefined;
}

/** Draws a frame; only what is in view. */
export function paint(context: CanvasRenderingContext2D, stage: Size, density: number, given: Frame): void {
  const frame = fromAfar(given);
  const { scene, camera, palette, emphasis } = frame;
  context.setTransform(density, 0, 0, density, 0, 0);
  context.globalAlpha = 1;
  context.fillStyle = palette.bg;
  context.fillRect(0, 0, stage.width, stage.height);
  const brush = takeBrush(context, scene, palette, camera, stage);
  const groups = scene.layout.groups.flatMap((rect, group) => (rect && isSeen(rect, brush.view) ? [{ rect, group }] : []));
  const seen = groups.flatMap(({ group }) => (scene.members[group] ?? []).filter((entity) => isSeen(scene.boxes[entity] ?? [0, 0, 0, 0], brush.view)));
  for (const { rect, group } of groups) paintCard(brush, rect, group === frame.hoveredGroup);
  if (brush.level !== 'groups') for (const leg of quietLines(brush, frame, seen)) paintLine(brush, leg, 'quiet');
  const strong = emphasis.lines.slice(0, MOST_STRONG);
  const crowd = strong.length > CROWD;
  // Few lines lie over the boxes, where one can follow them; many would hide what the boxes say.
  if (crowd) for (const leg of strong) paintLine(brush, leg, 'many');
  for (const entity of seen) paintBox(brush, frame, entity);
  if (brush.level === 'groups' && frame.hoveredGroup === undefined) paintBundles(brush, frame);
  for (const { rect, group } of groups) paintTitle(brush, rect, group, frame);
  if (brush.level === 'groups' && frame.hoveredGroup !== undefined) paintBundles(brush, frame);
  // From afar a title would hide what stands out below it.
  if (brush.level === 'groups' && emphasis.lines.length > 0) for (const entity of seen) if (emphasis.lit.has(entity)) paintBox(brush, frame, entity);
  if (!crowd) for (const leg of strong) paintLine(brush, leg, 'strong');
  if (brush.level === 'groups') paintNames(brush, frame);
}

/** More lines than this at once tell nobody anything. */
const MOST_STRONG = 1500;
/** Of hundreds of lines that a filter asks for one sees nothing from afar: the lines between groups count them. */
function fromAfar(frame: Frame): Frame {
  const tangled = levelAt(frame.camera.scale) === 'groups' && frame.chosen === undefined && frame.emphasis.lines.length > CROWD;
  return tangled ? { ...frame, emphasis: NOTHING } : frame;
}

/** Beyond these one no longer follows each. */
const CROWD = 24;
/** Faint lines beyond this become a tangle. */
const MOST_QUIET = 160;

/** The lines of what is in view that nobody asked for: none where they would be too many, or where something else stands out. */
function quietLines({ scene, level }: Brush, frame: Frame, seen: readonly number[]): readonly Leg[] {
  const { legs, emphasis } = frame;
  if (emphasis.others === 'faint' || emphasis.lines.length > CROWD) return [];
  const inView = new Set(seen);
  const strong = new Set(emphasis.lines);
  const own = seen.flatMap((entity) => (legs.out[entity] ?? []).filter((leg) => !isCommon(leg, frame) && scene.wanted[leg.at] === true && inView.has(leg.to) && !strong.has(leg) && scene.passing[leg.from] === true && scene.passing[leg.to] === true));
  return own.length > (level === 'fields' ? MOST_QUIET : MOST_QUIET / 2) ? own.filter(({ from, to }) => scene.system.entities[from]?.group === scene.system.entities[to]?.group).slice(0, MOST_QUIET) : own;
}

/** Lines to what nearly everything points at say little and hide much: they wait until they are asked for. */
function isCommon({ reference, to }: Leg, { legs, scene }: Frame): boolean {
  return reference.kind === 'any' || scene.system.entities[to]?.tenancy === 'tenant' || (legs.into[to]?.length ?? 0) > HUB;
}

const HUB = 16;
