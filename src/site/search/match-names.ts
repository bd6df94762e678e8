import { lastStep } from '../../lib/model/last-step.ts';
import { ANSWERS, type Answer } from './answers.ts';
import type { SearchEntry } from './search-entry.ts';

/** What is called as a reader types, best first. Nothing else can come before `first`: that is what the words of a text cannot promise. */
export function matchNames(entries: readonly SearchEntry[], query: string): NameMatches {
  const typed = query.trim();
  if (typed === '') return { first: [], last: [] };
  const wanted = keysOf(typed);
  const ranked: { readonly rank: number; readonly order: number; readonly hit: NameHit }[] = [];
  const add = (rank: number | undefined, hit: NameHit): void => {
    if (rank !== undefined) ranked.push({ rank, order: ranked.length, hit });
  };
  for (const entry of entries) {
    const own = closeness(entry.title, typed, wanted);
    const full = entry.store === undefined ? undefined : closeness(`${entry.store}.${entry.title}`, typed, wanted);
    const near = full !== undefined && full < PART ? Math.min(full, own ?? full) : own;
    add(near === undefined ? undefined : near + (near < PART ? EXACT[entry.kind] : PARTLY[entry.kind]), { kind: 'page', entry });
    if (entry.kind !== 'entity' && entry.kind !== 'page') continue;
    for (const [anchor, name] of entry.parts) {
      const hit: NameHit = { kind: 'part', entry, anchor, name };
      if (entry.kind === 'page') add(rankOf(closeness(name, typed, wanted), 50, undefined), hit);
      else if (isAddress(entry, name, wanted)) add(20, hit);
      else add(rankOf(Math.min(closeness(name, typed, wanted) ?? Infinity, closeness(lastStep(name), typed, wanted) ?? Infinity), 30, 80), hit);
    }
  }
  for (const answer of ANSWERS) if (answers(answer, typed)) add(60, { kind: 'answer', answer });
  const sorted = ranked.sort((a, b) => a.rank - b.rank || shorter(a.hit, b.hit) || a.order - b.order);
  return { first: sorted.filter(({ rank }) => rank < LAST).map(({ hit }) => hit), last: sorted.filter(({ rank }) => rank >= LAST).map(({ hit }) => hit) };
}

export interface NameMatches {
  readonly first: readonly NameHit[];
  /** Rules and removed entities of which the name holds what was typed: they come after what the text of pages has. */
  readonly last: readonly NameHit[];
}

export type NameHit =
  | { readonly kind: 'page'; readonly entry: SearchEntry }
  | { readonly kind: 'part'; readonly entry: SearchEntry; readonly anchor: string; readonly name: string }
  | { readonly kind: 'answer'; readonly answer: Answer };

/** Ranks by what the name belongs to: entities, then (20) a field with its entity, (30) a field, pages and rules, (60) an answer, then what holds the text somewhere. */
const EXACT: Readonly<Record<SearchEntry['kind'], number>> = { entity: 0, page: 40, rule: 44, removed: 47 };
const LAST = 200;
const PARTLY: Readonly<Record<SearchEntry['kind'], number>> = { entity: 70, page: 90, rule: LAST, removed: LAST };

/** From here on only a part of the name was typed. */
const PART = 3;

function rankOf(near: number | undefined, exact: number, partly: number | undefined): number | undefined {
  if (near === undefined || near === Infinity) return undefined;
  return near < PART ? near + exact : partly === undefined ? undefined : near + partly;
}

/** 0 the name itself, 1 in another case, 2 with other signs between its words; 3 its beginning, 4 the beginning of a word in it, 5 somewhere, 6 somewhere with other signs. */
function closeness(name: string, typed: string, wanted: Keys): number | undefined {
  if (name === typed) return 0;
  const own = keysOf(name);
  if (own.folded === wanted.folded) return 1;
  if (own.bare !== '' && own.bare === wanted.bare) return 2;
  if (own.folded.startsWith(wanted.folded) || (wanted.bare !== '' && own.bare.startsWith(wanted.bare))) return 3;
  const at = own.folded.indexOf(wanted.folded);
  if (at > 0) return /[\p{L}\p{N}]$/u.test(own.folded.slice(0, at)) ? 5 : 4;
  return wanted.bare.length > 1 && own.bare.includes(wanted.bare) ? 6 : undefined;
}

/** `activities.ref_id` or `postgresql.activities.ref_id`. */
function isAddress({ title, store = '' }: SearchEntry, field: string, { folded }: Keys): boolean {
  return [`${title}.${field}`, `${store}.${title}.${field}`].some((address) => keysOf(address).folded === folded);
}

/** Every word of what it is asked as, at least its beginning; a beginning of three letters is too little to know what is meant. */
function answers({ asked }: Answer, typed: string): boolean {
  const words = wordsOf(typed);
  return asked.some((phrase) => {
    const said = wordsOf(phrase);
    return ` ${words} `.includes(` ${said} `) || (words.length > 3 && said.startsWith(words));
  });
}

function wordsOf(text: string): string {
  return text.normalize('NFKC').toLowerCase().replace(/[^\p{L}\p{M}\p{N}]+/gu, ' ').trim();
}

/** Of names that are equally close the shorter one is meant sooner; hits for fields keep the order of the site. */
function shorter(a: NameHit, b: NameHit): number {
  return a.kind === 'page' && b.kind === 'page' ? a.entry.title.length - b.entry.title.length : 0;
}

interface Keys {
  /** Without the difference of cases and widths. */
  readonly folded: string;
  /** Letters and digits alone: `activityoutputs` for `activity_outputs`. */
  readonly bare: string;
}

function keysOf(text: string): Keys {
  const folded = text.normalize('NFKC').toLowerCase();
  return { folded, bare: folded.replace(/[^\p{L}\p{M}\p{N}]+/gu, '') };
}
