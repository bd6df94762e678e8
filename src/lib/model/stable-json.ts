import { escapeHidden } from './visible-line.ts';

/**
 * JSON to be read in a pull request: what fits on one line stands on one, so that a changed field is one changed line; the rest is indented by one space a level.
 * Keys keep their order, which is that of the types or of the author. Ends with a line end. It can be printed: what cannot be seen is escaped.
 */
export function stableJson(value: unknown): string {
  const parts: string[] = [];
  write(value, '', parts);
  parts.push('\n');
  return escapeHidden(parts.join(''));
}

/** Columns of a line, its key and comma not counted: a field with its place in the source fits. */
const WIDTH = 240;

function write(value: unknown, indent: string, into: string[]): void {
  if (typeof value !== 'object' || value === null || roomLeft(value, WIDTH - indent.length) >= 0) {
    into.push(JSON.stringify(value) ?? 'null');
    return;
  }
  const inner = `${indent} `;
  let between = `\n${inner}`;
  if (Array.isArray(value)) {
    into.push('[');
    for (const item of value as readonly unknown[]) {
      into.push(between);
      write(item, inner, into);
      between = `,\n${inner}`;
    }
    into.push(`\n${indent}]`);
    return;
  }
  into.push('{');
  for (const [key, item] of Object.entries(value)) {
    if (item === undefined) continue;
    into.push(between, JSON.stringify(key), ': ');
    write(item, inner, into);
    between = `,\n${inner}`;
  }
  into.push(`\n${indent}}`);
}

/** What is left of a line when a value stands on it, escapes not counted; below zero as soon as it is known not to fit. */
function roomLeft(value: unknown, room: number): number {
  if (typeof value === 'string') return room - value.length - 2;
  if (typeof value !== 'object' || value === null) return room - String(value).length;
  let left = room - 2;
  if (Array.isArray(value)) {
    for (const item of value as readonly unknown[]) {
      if (left < 0) return left;
      left = roomLeft(item, left) - 1;
    }
    return left;
  }
  for (const key in value) {
    if (left < 0) return left;
    left = roomLeft((value as Readonly<Record<string, unknown>>)[key], left - key.length - 4);
  }
  return left;
}
