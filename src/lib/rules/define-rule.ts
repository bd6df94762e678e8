import type { OptionValue, Rule, RuleContext, RuleDescription, RuleOption, RuleReport } from './rule.ts';

/**
 * A rule of Polyref, or of your own: list yours under `own` in `polyref.config.ts`.
 * `check` reports what does not hold; it is a generator, or returns a list.
 *
 * @example
 * ```ts
 * const ownerIsTeam = defineRule({
 *   id: 'owner-is-a-team', family: 'documentation', severity: 'warning',
 *   statement: 'Every owner is a team.',
 *   why: 'People move on; teams answer the phone.',
 *   mend: 'Name the team: `owner: \'team-billing\'`.',
 *   *check({ catalog }) {
 *     for (const { address, owner } of catalog.entities) {
 *       if (owner?.startsWith('team-') === false) yield { entity: address, message: `\`${address}\` belongs to \`${owner}\`, which is no team.` };
 *     }
 *   },
 * });
 * ```
 */
export function defineRule<const Options extends Readonly<Record<string, RuleOption>> = Record<never, RuleOption>>(rule: RuleSpec<Options>): Rule {
  try {
    // Nobody has checked the types of a configuration; text would be taken apart letter by letter.
    if (typeof (rule as unknown) !== 'object') throw new TypeError();
    const { check, options, ...description } = rule;
    // The engine gives a rule the options that it declares: their types are known here alone.
    return { ...description, kind: 'polyref.rule', options: options ?? {}, check: check as Rule['check'] };
  } catch {
    // What is no object, or throws when it is read, is no rule: the configuration says so, at its place.
    return { kind: 'not a rule' } as unknown as Rule;
  }
}

/** A rule as written: `check` knows the types of its options from their defaults. */
export interface RuleSpec<Options extends Readonly<Record<string, RuleOption>>> extends Omit<RuleDescription, 'options'> {
  /** What the configuration may set, by name: `{ max: { default: 20, description: 'How many columns are too many.' } }`. */
  readonly options?: Options;
  /** Reports every place where the statement does not hold. A pure function: it never throws, sorts, filters or formats. */
  readonly check: (context: RuleContext<{ readonly [Name in keyof Options]: Widened<Options[Name]['default']> }>) => Iterable<RuleReport>;
}

type Widened<Value extends OptionValue> = Value extends number ? number : Value extends string ? string : Value extends boolean ? boolean : readonly string[];
