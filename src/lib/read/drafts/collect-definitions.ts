import type { LocatedFile, LocatedValue } from '../locate/located.ts';
import type { Definition } from '../../dsl/definition.ts';
import type { Location } from '../../model/location.ts';
import { compareText } from '../../model/compare-text.ts';

/** A definition as it was exported, and where it stands. */
export interface FoundDefinition {
  /** Recognised by its `kind` alone: its options may still be anything. */
  readonly definition: Readonly<Record<string, unknown>> & { readonly kind: Definition['kind'] };
  readonly place: LocatedValue;
}

/** One file that ran. */
export interface RunFile {
  /** As locations say it. */
  readonly file: string;
  readonly exports: Readonly<Record<string, unknown>>;
  readonly located: LocatedFile | undefined;
}

/**
 * Every definition that is exported: by itself, in a list or in an object. One that is exported several times counts once,
 * at the place where it is made. Sorted by place.
 */
export function collectDefinitions(files: readonly RunFile[]): readonly FoundDefinition[] {
  const found: (FoundDefinition & { readonly rank: number })[] = [];
  for (const { file, exports, located } of files) {
    for (const [name, value] of Object.entries(exports)) {
      const place = located?.exports.get(name) ?? nowhere({ file, line: 1, column: 1 });
      visit(value, place, place.passedOn ? PASSED_ON : BY_ITSELF, found, new Set());
    }
  }
  found.sort((a, b) => a.rank - b.rank || byPlace(a.place.at, b.place.at));
  const first = new Map<unknown, FoundDefinition>();
  for (const { definition, place } of found) if (!first.has(definition)) first.set(definition, { definition, place });
  return [...first.values()].sort((a, b) => byPlace(a.place.at, b.place.at));
}

const [BY_ITSELF, AMONG_OTHERS, PASSED_ON] = [0, 1, 2];

function visit(value: unknown, place: LocatedValue, rank: number, found: (FoundDefinition & { readonly rank: number })[], seen: Set<unknown>): void {
  if (typeof value !== 'object' || value === null || seen.has(value)) return;
  seen.add(value);
  if (isDefinition(value)) {
    found.push({ definition: value, place, rank });
    return;
  }
  const prototype: unknown = Object.getPrototypeOf(value);
  if (!Array.isArray(value) && prototype !== Object.prototype && prototype !== null && !isModule(value)) return;
  for (const [name, member] of Object.entries(value)) {
    const known = place.members.get(name);
    visit(member, known ?? { ...nowhere(place.at), doc: place.doc, options: place.options, fields: place.fields }, Math.max(rank, AMONG_OTHERS as number), found, seen);
  }
}

function isDefinition(value: object): value is FoundDefinition['definition'] {
  return 'kind' in value && typeof value.kind === 'string' && value.kind.startsWith('polyref.');
}

function isModule(value: object): boolean {
  return Object.prototype.toString.call(value) === '[object Module]';
}

function nowhere(at: Location): LocatedValue {
  return { at, doc: '', passedOn: true, options: new Map(), fields: new Map(), members: new Map() };
}

function byPlace(a: Location, b: Location): number {
  return compareText(a.file, b.file) || a.line - b.line || a.column - b.column;
}
