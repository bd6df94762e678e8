import type { TaskContext } from './sandbox/protocol.ts';

/** The exported configuration as plain data, and where functions stood in it. Runs in the sandbox, where the functions stay. */
export default function readExport({ url }: { readonly url: string }, { exportsOf }: TaskContext): ConfigOutput {
  const value = exportsOf(url)?.['default'];
  if (typeof value !== 'object' || value === null || !('kind' in value) || value.kind !== 'polyref.config') return { kind: 'none' };
  const functions: (readonly string[])[] = [];
  return { kind: 'config', value: plainCopy(value, [], functions, new Set()) as Readonly<Record<string, unknown>>, functions };
}

export type ConfigOutput = { readonly kind: 'none' } | { readonly kind: 'config'; readonly value: Readonly<Record<string, unknown>>; readonly functions: readonly (readonly string[])[] };

/** What cannot be copied is left out; a circle ends where it closes. */
function plainCopy(value: unknown, path: readonly string[], functions: (readonly string[])[], inside: Set<unknown>): unknown {
  if (typeof value === 'function') {
    functions.push(path);
    return undefined;
  }
  if (typeof value !== 'object' || value === null) return typeof value === 'symbol' ? String(value) : value;
  if (inside.has(value) || path.length > MOST_DEEP) return undefined;
  inside.add(value);
  const copied = Array.isArray(value)
    ? value.map((each, at) => plainCopy(each, [...path, String(at)], functions, inside))
    : Object.fromEntries(Object.entries(value).map(([key, each]) => [key, plainCopy(each, [...path, key], functions, inside)]));
  inside.delete(value);
  return copied;
}

const MOST_DEEP = 20;
