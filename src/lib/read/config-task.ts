import { isPlainObject, originalOf, plainData, type Plain } from './options/plain-data.ts';
import type { TaskContext } from './sandbox/protocol.ts';

/** The exported configuration as plain data. Runs in the sandbox, where its functions stay. */
export default function readExport({ url }: { readonly url: string }, { exportsOf }: TaskContext): ConfigOutput {
  const value = plainData(exportsOf(url)?.['default']);
  if (!isPlainObject(value) || value['kind'] !== 'polyref.config') return { kind: 'none', isExported: value !== undefined };
  const marks: MarkedPlace[] = [];
  return { kind: 'config', value: withoutMarks(value, [], marks) as Readonly<Record<string, unknown>>, marks };
}

export type ConfigOutput = { readonly kind: 'none'; /** There is a default export, and it is something else. */ readonly isExported: boolean } | { readonly kind: 'config'; readonly value: Readonly<Record<string, unknown>>; readonly marks: readonly MarkedPlace[] };

/** Where something stood that is not plain data: it cannot cross from thread to thread. */
export interface MarkedPlace {
  readonly path: readonly string[];
  /** What it is, in words that follow "is". */
  readonly description: string;
  readonly isFunction: boolean;
}

function withoutMarks(value: Plain, path: readonly string[], marks: MarkedPlace[]): unknown {
  if (typeof value === 'symbol') {
    marks.push({ path, description: value.description ?? '', isFunction: typeof originalOf(value) === 'function' });
    return undefined;
  }
  if (typeof value !== 'object' || value === null) return value;
  if (Array.isArray(value)) return value.map((each: Plain, at) => withoutMarks(each, [...path, String(at)], marks));
  return Object.fromEntries(Object.entries(value).map(([key, each]) => [key, withoutMarks(each, [...path, key], marks)]));
}
