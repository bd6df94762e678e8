import type { Catalog } from '../model/catalog.ts';
import { FEW_INSTANCES, type Finding } from '../model/finding.ts';
import { inSequence, someInSequence } from '../model/in-sequence.ts';
import { storeFacts } from '../model/stores/index.ts';
import type { RuleSummary } from '../rules/rule.ts';
import type { ConfiguredRule } from './settings.ts';

/**
 * Says once what several findings of a rule say of a store, or of the system. Suppressions and the baseline have been applied to each of them: a new one is still noticed. From two findings
 * on they are one, so that their number never grows because one of them was fixed.
 * @param excused what is suppressed or in the baseline: the share of all entities would leave it out
 */
export function summarizeFindings(findings: readonly Finding[], rules: ReadonlyMap<string, Pick<ConfiguredRule, 'summary'>>, catalog: Catalog, excused: readonly Finding[]): readonly Finding[] {
  const stores = new Map(catalog.entities.map(({ address, store }) => [address, store]));
  const groups = Map.groupBy(findings.filter(({ entity = '' }) => stores.has(entity)), ({ rule }) => rule);
  const said = new Set<string>();
  return findings.flatMap((finding) => {
    const summary = rules.get(finding.rule)?.summary;
    const group = groups.get(finding.rule) ?? [];
    if (summary === undefined || !stores.has(finding.entity ?? '') || group.length < 2) return [finding];
    if (said.has(finding.rule)) return [];
    said.add(finding.rule);
    const of = new Set(group.map(({ entity = '' }) => stores.get(entity) ?? ''));
    const besides = excused.filter(({ rule, entity = '' }) => rule === finding.rule && of.has(stores.get(entity) ?? '')).length;
    return [summaryOf(group, summary, { of, besides }, catalog)];
  });
}

/** Names in a summary of many. */
const NAMED = 3;

function summaryOf(instances: readonly Finding[], { message, hint }: RuleSummary, { of, besides }: { readonly of: ReadonlySet<string>; readonly besides: number }, { stores, entities }: Catalog): Finding {
  const [first] = instances;
  const concerned = stores.filter(({ id }) => of.has(id));
  const [only, ...others] = concerned;
  if (first === undefined || only === undefined) throw new Error('A summary needs findings of entities.');
  const all = entities.filter(({ store }) => of.has(store)).length;
  const [one, many] = others.length === 0 ? storeFacts(only.id).entityWord : ['entity', 'entities'];
  const texts: Readonly<Record<string, string>> = { count: String(instances.length), entities: `${all} ${all === 1 ? one : many}`, store: inSequence(concerned.map(({ label }) => label)) };
  const filled = (text: string) => text.replace(/\{(count|entities|store)\}/g, (_, name: string) => texts[name] ?? '');
  const { rule, severity, location } = first;
  // Of those that are not excused no share can be said that is true of all.
  const clause = besides === 0 ? filled(message) : `${filled(message.replace('{count} of {entities}', `{count} ${many}`))}, besides ${besides} that ${besides === 1 ? 'is' : 'are'} suppressed or in the baseline`;
  const todo = hint ?? first.hint;
  return {
    rule,
    severity,
    address: others.length === 0 ? only.id : 'system',
    message: `${clause}: ${someInSequence(instances.map(({ address = '' }) => `\`${address}\``), instances.length <= FEW_INSTANCES ? FEW_INSTANCES : NAMED)}.`,
    ...(todo === undefined ? {} : { hint: filled(todo) }),
    ...(location === undefined ? {} : { location }),
    instances,
  };
}
