import type { Catalog } from '../model/catalog.ts';
import type { Finding } from '../model/finding.ts';
import { didYouMean } from '../model/suggest.ts';
import type { Suppression, SuppressedFinding } from '../model/suppression.ts';
import { describeSubject } from '../rules/subject.ts';
import type { Subject } from '../rules/rule.ts';

/**
 * Takes out what the definitions suppress, and finds what is wrong with the suppressions. One in an entity comes before one in its store, and that before one in the system: these hold for
 * everything in it.
 */
export function applySuppressions(findings: readonly Finding[], catalog: Catalog, { known, ran, today }: SuppressionOptions): Applied {
  const held = new Map(suppressionsOf(catalog).map(({ subject, suppressions }) => [describeSubject(subject).address, suppressions]));
  const valid = (suppression: Suppression) => today === undefined || suppression.until === undefined || suppression.until >= today;
  const stores = new Map([...catalog.entities, ...catalog.tombstones].map(({ address, store }) => [address, store]));
  const around = ({ address = '', entity = address }: Finding): readonly string[] => [...new Set([entity, stores.get(entity) ?? '', 'system'])];
  const used = new Set<Suppression>();
  const counted: Finding[] = [];
  const suppressed: SuppressedFinding[] = [];
  for (const finding of findings) {
    const suppression = around(finding).flatMap((holder) => held.get(holder) ?? []).find((each) => each.rule === finding.rule && valid(each) && (each.at === undefined || `${finding.entity}.${each.at}` === finding.address));
    if (suppression === undefined) {
      counted.push(finding);
      continue;
    }
    used.add(suppression);
    const { reason, until, issue, location } = suppression;
    suppressed.push({ finding, excuse: { kind: 'definition', reason, ...(until === undefined ? {} : { until }), ...(issue === undefined ? {} : { issue }), location } });
  }
  const faults = suppressionsOf(catalog).flatMap(({ subject, suppressions }) =>
    suppressions.flatMap((suppression): readonly SuppressionFault[] => {
      const about = { ...describeSubject(subject), location: suppression.location };
      const { rule, at, until } = suppression;
      const what = `The suppression of \`${rule}\` ${'entity' in subject ? `at \`${at === undefined ? about.address : `${about.address}.${at}`}\`` : `in ${nameOf(subject)}`}`;
      if (!known.includes(rule)) return [{ ...about, rule: 'unknown-rule', message: `${what} names no rule.`, hint: didYouMean(rule, known) || '`polyref explain` lists the rules.' }];
      if (!valid(suppression)) return [{ ...about, rule: 'expired-suppression', message: `${what} ended on ${until}.`, hint: 'Mend what it excuses, or give it a new day and say why.' }];
      // Whether it excuses something is only known of a rule that was asked.
      if (!ran.has(rule) || used.has(suppression)) return [];
      return [{ ...about, rule: 'unused-suppression', message: `${what} excuses nothing.`, hint: 'Take it out.' }];
    }),
  );
  return { counted, suppressed, faults };
}

export interface SuppressionOptions {
  /** Ids of all rules. */
  readonly known: readonly string[];
  /** Ids of the rules that were asked. */
  readonly ran: ReadonlySet<string>;
  /** `2027-03-01`; absent: nothing is past its day. */
  readonly today?: string | undefined;
}

export interface Applied {
  readonly counted: readonly Finding[];
  readonly suppressed: readonly SuppressedFinding[];
  readonly faults: readonly SuppressionFault[];
}

/** A finding of the engine, before its severity is known. */
export type SuppressionFault = Omit<Finding, 'severity'>;

function suppressionsOf(catalog: Catalog): readonly { readonly subject: Subject; readonly suppressions: readonly Suppression[] }[] {
  const holders: readonly { readonly subject: Subject; readonly of: { readonly suppressions?: readonly Suppression[] } }[] = [
    { subject: { system: true }, of: catalog.system },
    ...catalog.stores.map((of) => ({ subject: { store: of.id }, of })),
    ...catalog.domains.map((of) => ({ subject: { domain: of.name }, of })),
    ...catalog.entities.map((of) => ({ subject: { entity: of.address }, of })),
    ...catalog.tombstones.map((of) => ({ subject: { tombstone: of.address }, of })),
    ...catalog.processes.map((of) => ({ subject: { process: of.name }, of })),
    ...catalog.claims.map((of) => ({ subject: { claim: of.sentence }, of })),
  ];
  return holders.flatMap(({ subject, of }) => (of.suppressions === undefined ? [] : [{ subject, suppressions: of.suppressions }]));
}

function nameOf(subject: Exclude<Subject, { readonly entity: string }>): string {
  if ('system' in subject) return 'the system';
  const [kind = '', name = ''] = Object.entries(subject)[0] ?? [];
  return kind === 'tombstone' ? `\`${name}\`` : `the ${kind} “${name}”`;
}
