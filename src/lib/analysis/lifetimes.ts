import type { Catalog } from '../model/catalog.ts';
import type { Entity } from '../model/entity.ts';
import { describeDuration, parseDuration } from '../model/duration.ts';
import { inSequence } from '../model/in-sequence.ts';
import type { Reference } from '../model/reference.ts';
import { bucketRules, type BucketRule } from './bucket-rules.ts';
import { catalogIndexOf } from './catalog-index.ts';
import { compareLifetimes } from './compare-lifetimes.ts';
import { buildDeletions, type Deletions } from './erasure/deletions.ts';
import { buildLifetimes, type Lasting, type Lifetime } from './lifetime.ts';
import { possibleTargets } from './possible-targets.ts';
import { sameKeys } from './same-keys.ts';

/** What becomes of a reference as time goes by. */
export interface LifetimeVerdict {
  /** Id of the reference. */
  readonly reference: string;
  readonly kind: LifetimeVerdictKind;
  /** How long a reader may meet the fault: `66 days`, `forever`. */
  readonly window?: string;
  /** One or two sentences, Markdown; names of entities and fields are inline code. */
  readonly sentence: string;
  /** Why the author holds it to be tolerable, where the definition says so. */
  readonly accepted?: string;
}

export type LifetimeVerdictKind = 'orphan' | 'dangling' | 'unknown' | 'over-retained' | 'safe';

/** Worst first: the order in which readers want them. */
export const LIFETIME_VERDICTS: readonly LifetimeVerdictKind[] = ['orphan', 'dangling', 'unknown', 'over-retained', 'safe'];

/** Judges every reference, in the order of `catalog.references`. */
export function judgeLifetimes(catalog: Catalog, lifetimeOf: LifetimeOf = buildLifetimes(catalog)): readonly LifetimeVerdict[] {
  return catalog.references.map(lifetimeJudge(catalog, lifetimeOf));
}

/** Judges references of a catalog, one at a time. One with several targets has the verdict of its worst. */
export function lifetimeJudge(catalog: Catalog, lifetimeOf: LifetimeOf = buildLifetimes(catalog)): (reference: Reference) => LifetimeVerdict {
  const entities = new Map(catalog.entities.map((entity) => [entity.address, entity]));
  const deletions = buildDeletions(catalogIndexOf(catalog));
  const pointersTo = Map.groupBy(catalog.references.filter(({ target }) => target.kind === 'objects'), ({ target }) => (target.kind === 'objects' ? target.entity : ''));
  let rules: ReadonlyMap<string, readonly BucketRule[]> | undefined;
  const rulesOf = (family: string) => (rules ??= bucketRules(catalog)).get(family) ?? [];
  let mayNameSame: ReturnType<typeof sameKeys> | undefined;
  const othersThatKnow = (reference: Reference, family: string): readonly string[] => {
    mayNameSame ??= sameKeys(catalog);
    const others = (pointersTo.get(family) ?? []).filter((other) => other.from.entity !== reference.from.entity && mayNameSame?.(reference, other));
    return [...new Set(others.map((other) => other.from.entity))];
  };
  return (reference) => {
    const targets = possibleTargets(reference.target, catalog).flatMap(({ entity }) => entities.get(entity) ?? []);
    const verdicts = targets.map((target) => judge(reference, target, { lifetimeOf, deletions, othersThatKnow: () => othersThatKnow(reference, target.address), rulesOf: () => rulesOf(target.address) }));
    const worst = LIFETIME_VERDICTS.flatMap((kind) => verdicts.find((verdict) => verdict.kind === kind) ?? [])[0];
    return { reference: reference.id, ...(worst ?? { kind: 'unknown', sentence: 'Nothing in the catalog can be meant, so nothing is known of its lifetime.' }) };
  };
}

/** The lifetime of an entity, by its address. */
export type LifetimeOf = (address: string) => Lifetime;

/** Asked only where bytes may be left behind. */
interface BucketFacts {
  /** Addresses of other entities whose records know the same keys. */
  readonly othersThatKnow: () => readonly string[];
  readonly rulesOf: () => readonly BucketRule[];
}

type Judgement = Omit<LifetimeVerdict, 'reference'>;

interface Known extends BucketFacts {
  readonly lifetimeOf: LifetimeOf;
  readonly deletions: Deletions;
}

function judge(reference: Reference, to: Entity, known: Known): Judgement {
  const { lifetimeOf, deletions, othersThatKnow, rulesOf } = known;
  const { enforcement, from } = reference;
  const pointer = `\`${from.entity}.${from.field}\``;
  const target = `\`${to.address}\``;
  if (enforcement.by === 'database') return { kind: 'safe', sentence: `The database keeps ${pointer} true: on delete, ${enforcement.onDelete}.` };
  const a = lifetimeOf(from.entity);
  const b = lifetimeOf(to.address);
  if (a.kind === 'eliminated') return { kind: 'safe', sentence: `\`${from.entity}\` was eliminated: nothing holds the pointer any more.` };
  if (b.kind === 'eliminated') return { kind: 'dangling', window: FOREVER, sentence: `${target} was eliminated: a reader of ${pointer} must expect to find nothing.` };
  // Whatever their retentions promise: a process may delete the one and not the other.
  const onlyTarget = enforcement.whenTargetGoes?.action === 'delete' ? deletions.withoutDeleting : deletions.without;
  const deleted = from.entity === to.address ? [] : onlyTarget(to.address, from.entity);
  if (deleted.length > 0) return dangling(reference, to, a.kind === 'known' ? a.max : Infinity, { deletedBy: deleted.map(({ process }) => process) });
  if (a.kind === 'unknown' || b.kind === 'unknown') {
    const silent = [...(a.kind === 'unknown' ? [`\`${from.entity}\``] : []), ...(b.kind === 'unknown' && to.address !== from.entity ? [target] : [])];
    return { kind: 'unknown', sentence: `${silent.join(' and ')} ${silent.length === 1 ? 'declares' : 'declare'} no retention that could be compared.` };
  }
  // Two records of one entity need not go together: they share no more than what both of them go with.
  const [one, other] = from.entity === to.address ? [withoutItself(a), withoutItself(b)] : [a, b];
  const { gap, surplus, together } = compareLifetimes(one, other, to.kind === 'objects' ? 'together' : 'apart');
  if (together !== undefined) return judgeTogether(reference, to, together, gap);
  const whenTargetGoes = enforcement.whenTargetGoes;
  if (whenTargetGoes?.action === 'never') return { kind: 'safe', sentence: `${target} cannot go before ${pointer}: ${whenTargetGoes.reason ?? ''}` };
  // "Permanent" only means that nothing goes by itself: whoever says that nothing happens when it does go accepts what is then left.
  if (gap > 0 || (whenTargetGoes?.action === 'nothing' && b.min === Infinity)) return dangling(reference, to, gap > 0 ? gap : a.max, b);
  // Records that go on a day which nobody can name leave their bytes behind all the same.
  const goesSomeDay = a.max === Infinity && a.ends && b.max === Infinity;
  if (to.kind === 'objects' && (surplus > 0 || goesSomeDay)) {
    const others = othersThatKnow().filter((address) => outlives(lifetimeOf(address), b.max));
    if (others.length > 0) return { kind: 'safe', sentence: `${target} outlives ${pointer}, and ${others.map((address) => `\`${address}\``).join(', ')} still knows its keys.` };
    const gone = goesSomeDay ? `Records of \`${from.entity}\` go by themselves` : `\`${from.entity}\` goes after ${describeDuration(a.max)}`;
    if (surplus === Infinity || goesSomeDay) return { kind: 'orphan', window: FOREVER, sentence: `${gone}, and nothing else knows where the bytes in ${target} are; no lifecycle rule removes ${rulesOf().some(({ rule }) => rule.expireAfter !== undefined) ? 'all of them' : 'them'}.` };
    return { kind: 'over-retained', window: describeDuration(surplus), sentence: `${gone}, while the bytes in ${target} stay ${describeDuration(b.max)}.` };
  }
  const left = to.kind === 'objects' ? leftBehind(reference, to, b.max, known) : undefined;
  if (left !== undefined) return left;
  const reason = b.min === Infinity ? `${target} never expires` : `${target} stays ${describeDuration(b.min)} at least`;
  const length = a.max === Infinity ? '' : ` ${pointer} exists for at most ${describeDuration(a.max)};`;
  const race = a.background && a.max === b.min ? ' A TTL runs late and in the background: for some minutes one may be there without the other.' : '';
  return { kind: 'safe', sentence: `${length.trimStart()}${length === '' ? '' : ' '}${reason}.${race}` };
}

function withoutItself(lifetime: Lasting): Lasting {
  return { ...lifetime, follows: lifetime.follows.slice(1) };
}

/** Both go with one record, which may be that of one of them. */
function judgeTogether(reference: Reference, to: Entity, together: string, gap: number): Judgement {
  const { from } = reference;
  const [source, target, common] = [from.entity, to.address, together].map((address) => `\`${address}\``);
  if (gap > 0) {
    const window = describeDuration(gap);
    return { kind: 'dangling', window, sentence: `\`${from.entity}\` goes with the record of ${common}, up to ${window} late; until then a reader of \`${from.entity}.${from.field}\` must expect to find ${to.kind === 'objects' ? 'no bytes' : 'nothing'}.` };
  }
  if (together !== from.entity && together !== to.address) return { kind: 'safe', sentence: `${source} and ${target} both go with the record of ${common} that they belong to.` };
  const child = together === from.entity ? target : source;
  return { kind: 'safe', sentence: `${child} goes with the record of ${common} that it belongs to.` };
}

/** Objects that remain when a process deletes the records that hold their keys. */
function leftBehind({ from }: Reference, to: Entity, max: number, { deletions, lifetimeOf, othersThatKnow }: Known): Judgement | undefined {
  const deletion = deletions.without(from.entity, to.address)[0];
  if (deletion === undefined || othersThatKnow().some((address) => outlives(lifetimeOf(address), max) && !deletion.removes(address))) return undefined;
  const gone = `The process “${deletion.process}” deletes records of \`${from.entity}\` but not the objects in \`${to.address}\``;
  if (max !== Infinity) return { kind: 'over-retained', window: describeDuration(max), sentence: `${gone}, which remain for up to ${describeDuration(max)}.` };
  return { kind: 'orphan', window: FOREVER, sentence: `${gone}, and nothing else holds their keys.` };
}

/** The window of what has no declared end. */
export const FOREVER = 'forever';

/**
 * @param length seconds for which it may be so at most
 * @param end what ends the target: its own lifetime, or processes, by their names
 */
function dangling(reference: Reference, to: Entity, length: number, end: Lasting | { readonly deletedBy: readonly string[] }): Judgement {
  const pointer = `\`${reference.from.entity}.${reference.from.field}\``;
  const what = to.kind === 'objects' ? 'find no bytes' : 'find nothing';
  const whenTargetGoes = reference.enforcement.by === 'application' ? reference.enforcement.whenTargetGoes : undefined;
  const begin = 'deletedBy' in end ? `${describeProcesses(end.deletedBy)} \`${to.address}\` but not \`${reference.from.entity}\`` : beginOf(to, end);
  if (whenTargetGoes?.action === 'nullify' || whenTargetGoes?.action === 'delete') {
    const done = whenTargetGoes.action === 'nullify' ? 'sets the pointer to null' : 'deletes the record';
    const late = whenTargetGoes.within === undefined ? undefined : parseDuration(whenTargetGoes.within);
    if (late === undefined) return { kind: 'safe', sentence: `${begin}; the application then ${done}.` };
    const window = describeDuration(late);
    return { kind: 'dangling', window, sentence: `${begin}; the application ${done} within ${window}, and until then a reader of ${pointer} may ${what}.` };
  }
  const window = length === Infinity ? FOREVER : describeDuration(length);
  const since = length === Infinity ? 'from then on' : `for up to ${window}`;
  const accepted = whenTargetGoes?.action === 'nothing' ? whenTargetGoes.reason : undefined;
  return { kind: 'dangling', window, sentence: `${begin}; ${since} a reader of ${pointer} must expect to ${what}.`, ...(accepted !== undefined ? { accepted } : {}) };
}

function describeProcesses(names: readonly string[]): string {
  const listed = inSequence(names.map((name) => `“${name}”`));
  return names.length === 1 ? `The process ${listed} deletes` : `The processes ${listed} delete`;
}

/** When a target may be gone first. */
function beginOf(to: Entity, { min, from }: Lasting): string {
  const itself = `\`${to.address}\``;
  if (min === Infinity || from === undefined) return `${itself} goes only when somebody deletes it`;
  const subject = from.entity === to.address ? itself : `${itself} goes with the record of \`${from.entity}\`, which`;
  if (from.field !== undefined && min === 0) return `${subject} expires at the date in its \`${from.field}\``;
  return `${subject} may be gone ${describeDuration(min)} after ${from.field === undefined ? 'it was written' : `its \`${from.field}\``}${ageOf(to)}`;
}

/** Bytes are written with their record; anything else may have been there before it is pointed at. */
function ageOf(to: Entity): string {
  return to.kind === 'objects' ? '' : ', and may be old when it is pointed at';
}

function outlives(lifetime: Lifetime, seconds: number): boolean {
  return lifetime.kind === 'known' && lifetime.min >= seconds;
}
