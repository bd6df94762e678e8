import { types } from 'node:util';
import { compareText } from '../../model/compare-text.ts';
import { ended } from '../../model/ended.ts';
import type { Finding } from '../../model/finding.ts';
import type { Location } from '../../model/location.ts';
import type { LocatedFile, LocatedValue } from '../locate/located.ts';
import { shorten } from '../../model/shorten.ts';
import { isPlainObject, plainDefinition, thrownText } from '../options/plain-data.ts';

/** A definition as it was exported, and where it stands. */
export interface FoundDefinition {
  /** Recognised by its `kind` alone: its options may still be anything, but reading them runs no code of the schema. Of an export that cannot be read, there is only the kind. */
  readonly definition: Readonly<Record<string, unknown>> & { readonly kind: string };
  readonly place: LocatedValue;
  /** Why it cannot be read. */
  readonly fault?: Finding;
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
 * at the place where it is made. Sorted by place. What throws when it is looked at is found too, with its fault.
 */
export function collectDefinitions(files: readonly RunFile[]): readonly FoundDefinition[] {
  const found: Ranked[] = [];
  for (const { file, exports, located } of files) {
    const whole = nowhere({ file, line: 1, column: 1 });
    const looking: Looking = { found, seen: new Set(), faults: 0 };
    const names = attempt(() => Object.keys(exports), 'module', whole, looking) ?? [];
    for (const name of names) {
      const place = located?.exports.get(name) ?? whole;
      visit(() => exports[name], name, place, place.passedOn ? PASSED_ON : BY_ITSELF, 0, { found, seen: new Set(), faults: 0 });
    }
  }
  found.sort((a, b) => a.rank - b.rank || byPlace(a.place.at, b.place.at));
  const first = new Map<unknown, FoundDefinition>();
  for (const { rank: _rank, ...each } of found) if (!first.has(each.definition)) first.set(each.definition, each);
  return [...first.values()].sort((a, b) => byPlace(a.place.at, b.place.at));
}

type Ranked = FoundDefinition & { readonly rank: number };

interface Looking {
  readonly found: Ranked[];
  readonly seen: Set<unknown>;
  /** Reported so far; one export has no more of them than somebody reads. */
  faults: number;
}

const [BY_ITSELF, AMONG_OTHERS, PASSED_ON] = [0, 1, 2];

/** Lists and objects deeper than this hold no definitions that anybody would find. */
const MOST_LEVELS = 32;
/** A proxy may hold another under every name, without end. */
const MOST_OBJECTS = 200_000;
const MOST_FAULTS = 20;

function visit(read: () => unknown, name: string, place: LocatedValue, rank: number, level: number, looking: Looking): void {
  const members = attempt(() => membersOf(read(), place, rank, looking), name, place, looking) ?? [];
  if (level >= MOST_LEVELS) return;
  for (const [member, readMember] of members) {
    if (looking.seen.size > MOST_OBJECTS) return;
    const known = place.members.get(member);
    const at = known ?? { ...nowhere(place.at), doc: place.doc, options: place.options, fields: place.fields };
    visit(readMember, `${name}.${member}`, at, Math.max(rank, AMONG_OTHERS as number), level + 1, looking);
  }
}

/** What a list or a plain object holds; a definition holds nothing more, and is found. */
function membersOf(value: unknown, place: LocatedValue, rank: number, { found, seen }: Looking): readonly (readonly [string, () => unknown])[] {
  if (typeof value !== 'object' || value === null || seen.has(value)) return [];
  seen.add(value);
  if (seen.size > MOST_OBJECTS) throw new Error(`it holds more than ${MOST_OBJECTS.toLocaleString('en-US')} objects`);
  if (isDefinition(value)) {
    const definition = plainDefinition(value);
    if (!isPlainObject(definition)) throw new Error(typeof definition === 'symbol' ? `it is ${definition.description}` : 'it is not a definition');
    found.push({ definition: definition as FoundDefinition['definition'], place, rank });
    return [];
  }
  if (!Array.isArray(value) && !isPlain(value) && !types.isModuleNamespaceObject(value)) return [];
  return Object.keys(value).map((member) => [member, () => (value as Readonly<Record<string, unknown>>)[member]]);
}

/** Getters and proxies run code of the schema, and that may throw anything. */
function attempt<Value>(look: () => Value, name: string, place: LocatedValue, looking: Looking): Value | undefined {
  try {
    return look();
  } catch (error) {
    looking.faults += 1;
    if (looking.faults > MOST_FAULTS) return undefined;
    const why = thrownText(error);
    const fault: Finding = {
      rule: 'unreadable-export',
      severity: 'error',
      message: `The export \`${shorten(name)}\` cannot be read${why === '' ? '.' : `: ${ended(why)}`}`,
      hint: 'Export definitions as they are, without a getter or a proxy around them.',
      location: place.at,
    };
    looking.found.push({ definition: { kind: 'unreadable' }, place, rank: BY_ITSELF as number, fault });
    return undefined;
  }
}

function isDefinition(value: object): boolean {
  return 'kind' in value && typeof value.kind === 'string' && value.kind.startsWith('polyref.');
}

function isPlain(value: object): boolean {
  const prototype: unknown = Object.getPrototypeOf(value);
  return prototype === null || prototype === Object.prototype;
}

function nowhere(at: Location): LocatedValue {
  return { at, doc: '', passedOn: true, options: new Map(), fields: new Map(), members: new Map() };
}

function byPlace(a: Location, b: Location): number {
  return compareText(a.file, b.file) || a.line - b.line || a.column - b.column;
}
