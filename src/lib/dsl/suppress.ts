import type { PathHint } from './path-of.ts';
import { wordOn, type WordOn } from './word.ts';

/**
 * Excuses what a rule finds here, with a reason that a reviewer accepts: the finding stays visible on the pages, but no longer counts.
 * It stands in the definition that it excuses. One that excuses nothing any more, or is past its date, is a finding itself.
 *
 * @param rule id of the rule, as findings show it: `'dangling-reference'`
 * @example
 * suppress: [
 *   suppress('dangling-reference', { at: 'activityId', reason: 'Readers of old logs expect it.' }),
 *   suppress('missing-owner', { reason: 'Found with the agents team.', until: '2027-03-01', issue: 'https://example.com/issues/7' }),
 * ]
 */
export function suppress<Path extends string = string>(rule: string, options: SuppressOptions<NoInfer<Path>>): WordOn<'suppress', Path> {
  return wordOn('suppress', rule, options);
}

export interface SuppressOptions<Path extends string = string> {
  /** Why it is tolerable. Markdown. */
  readonly reason: string;
  /** In an entity, the path of one field: `'items[].sku'`. Without it, whatever the rule finds in the definition. */
  readonly at?: PathHint<Path>;
  /** The last day on which it counts: `'2027-03-01'`. */
  readonly until?: string;
  /** Where the mending is planned: a URL, or a key of your tracker. */
  readonly issue?: string;
}

/** What `suppress(…)` says, as an object. */
export interface SuppressSpec<Path extends string = string> extends SuppressOptions<Path> {
  /** Id of the rule, as findings show it: `'dangling-reference'`. */
  readonly rule: string;
}

/** What every definition may hold. */
export interface Suppressible<Path extends string = string> {
  /** Findings that are known and tolerated, each with its reason: `[suppress('missing-owner', { reason: 'Found with the agents team.' })]`. */
  readonly suppress?: readonly (SuppressSpec<Path> | WordOn<'suppress', Path>)[];
}
