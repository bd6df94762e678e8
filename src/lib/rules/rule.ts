import type { Analyses } from '../analysis/analyses.ts';
import type { Severity } from '../model/finding.ts';
import type { Location } from '../model/location.ts';

/** What must hold of a catalog: one file, one test, one generated page. Made with `defineRule`. */
export interface Rule extends RuleDescription {
  readonly kind: 'polyref.rule';
  /** Reports every place where the statement does not hold. A pure function: it never throws, sorts, filters or formats. */
  readonly check: (context: RuleContext) => Iterable<RuleReport>;
}

/** What readers are told of a rule. */
export interface RuleDescription {
  /** Permanent, in kebab-case, named after the fault: `missing-retention`. */
  readonly id: string;
  /** The group that its page is listed in. */
  readonly family: RuleFamily;
  /** Unless the configuration says otherwise. */
  readonly severity: Severity;
  /** One sentence that says what must hold. */
  readonly statement: string;
  /** Markdown: why it matters, with a real example. */
  readonly why: string;
  /** Markdown: what is found. */
  readonly example?: string;
  /** Markdown: how to mend it, with a short definition before and after. */
  readonly mend: string;
  /** Markdown: when it is right to suppress it. */
  readonly suppress?: string;
  /** What the configuration may set, by name: `{ max: { default: 20, description: 'How many columns are too many.' } }`. */
  readonly options: Readonly<Record<string, RuleOption>>;
  /** For a rule whose findings are one fact about a store or the system when there are several: how to say it once. */
  readonly summary?: RuleSummary;
}

/** One finding in place of several. In the texts `{count}` is how many there are, `{store}` where they are (`PostgreSQL`, `MongoDB and S3`), `{entities}` how many entities there are (`157 tables`). */
export interface RuleSummary {
  /** A clause, which the names of the first few follow: `{count} of {entities} in {store} have no owner`. Where some are suppressed or in the baseline, their number follows, and no share of all is said. */
  readonly message: string;
  /** What to do about it. Default: the hint of the first. */
  readonly hint?: string;
}

export type RuleFamily = 'references' | 'lifetimes' | 'keys' | 'tenancy' | 'stores' | 'documentation' | 'exceptions';

/** Something that the configuration may set. Its type is that of its default. */
export interface RuleOption {
  readonly default: OptionValue;
  /** One sentence, Markdown. */
  readonly description: string;
}

export type OptionValue = number | string | boolean | readonly string[];

/** What a rule is given: the catalog, what can be asked of it (each answer is computed once, for all rules), its own options. */
export interface RuleContext<Options = Readonly<Record<string, OptionValue>>> extends Analyses {
  readonly options: Options;
}

/** One place where a rule does not hold. */
export type RuleReport = Subject & {
  /** One sentence: what is wrong, in the reader's own names. */
  readonly message: string;
  /** What to do about it. */
  readonly hint?: string;
  /** Default: that of the field, else of whatever else it is about. */
  readonly location?: Location;
};

/** What a report is about; suppressions stand in its definition. */
export type Subject =
  /** An entity's address; with `field`, a path in it. */
  | { readonly entity: string; readonly field?: string }
  /** By name. */
  | { readonly process: string }
  /** By sentence. */
  | { readonly claim: string }
  /** By id. */
  | { readonly store: string }
  /** By name. */
  | { readonly domain: string }
  /** By address. */
  | { readonly tombstone: string }
  /** The system as a whole. */
  | { readonly system: true };
