import type { JsonShape } from './json-shape.ts';
import { resolvePointer } from './flatten-shape.ts';

/**
 * A schema that can stand inside another: without a dialect, and with what its `$ref`s point at in their place.
 * One that contains itself ends as anything at all.
 */
export function inlineReferences(root: JsonShape): Record<string, unknown> {
  const { $schema: _dialect, $defs: _definitions, ...rest } = root;
  return inline(rest, root, [root]) as Record<string, unknown>;
}

function inline(value: unknown, root: JsonShape, inside: readonly unknown[]): unknown {
  if (Array.isArray(value)) return value.map((each) => inline(each, root, inside));
  if (typeof value !== 'object' || value === null) return value;
  const pointer = (value as JsonShape)['$ref'];
  if (typeof pointer !== 'string') return Object.fromEntries(Object.entries(value).map(([key, each]) => [key, inline(each, root, inside)]));
  const target = resolvePointer(root, pointer);
  return target === undefined || inside.includes(target) ? {} : inline({ ...target, ...value, $ref: undefined }, root, [...inside, target]);
}
