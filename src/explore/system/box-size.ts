import { wrapText } from '../../lib/diagram/fit-text.ts';
import { BOX } from './dimensions.ts';
import type { SystemEntity } from './system.ts';

/** Of an entity's box. */
export function boxSize(entity: Pick<SystemEntity, 'name' | 'rows' | 'fields'> | undefined): { readonly width: number; readonly height: number } {
  if (entity === undefined) return { width: 0, height: 0 };
  const rows = entity.rows.length + (entity.rows.length < entity.fields.length ? 1 : 0);
  return { width: BOX.width, height: Math.max(BOX.least, headerHeight(entity.name) + rows * BOX.row + 4) };
}

export function headerHeight(name: string): number {
  return BOX.header + (nameLines(name).length - 1) * BOX.line;
}

/** A name as the head of its box shows it. */
export function nameLines(name: string, limit: number = BOX.nameLimit): readonly string[] {
  const key = `${limit} ${name}`;
  const lines = known.get(key) ?? wrapText(name, limit, 3 * BOX.nameLimit);
  known.set(key, lines);
  return lines;
}

/** A picture that is zoomed asks for the same lines sixty times a second. */
const known = new Map<string, readonly string[]>();
