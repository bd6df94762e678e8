import { countByRule } from '../../../model/count-by-rule.ts';
import type { Finding } from '../../../model/finding.ts';
import { commandOf } from '../../../model/runner.ts';
import { count } from '../count.ts';
import { countBadges, findingsTable, severityBadge, suppressedTable, type FindingColumn } from '../findings-table.ts';
import { inlineCode } from '../escape.ts';
import { buildLinks, type Links } from '../links.ts';
import { section } from '../page.ts';
import type { PageMaker, Site } from '../site.ts';
import { foldedTable } from '../table.ts';

/** The findings themselves begin on the first screen. */
const MOST_RULES = 12;

/** More than a reader can look through, and than a page should weigh. */
const MOST_FINDINGS = 300;

/** Everything that the rules found, and everything that is suppressed, with its reason. */
export const findingsPage: PageMaker = (site) => {
  const { findings, suppressed, rules } = site.review;
  if (rules.length === 0) return [];
  const file = 'findings.mdx';
  // Of one store there is nothing to choose.
  const columns: readonly FindingColumn[] = site.index.catalog.stores.length < 2 ? ['severity', 'rule', 'owner', 'where'] : ['severity', 'rule', 'store', 'owner', 'where'];
  const links = buildLinks(site, file);
  const sections = [
    section(2, 'By rule', byRule(findings, links)),
    section(2, 'Active findings', filtered(findingsTable(findings, columns, site, links, MOST_FINDINGS))),
    section(2, 'Suppressed findings', filtered(suppressedTable(suppressed, columns, site, links))),
  ];
  return [
    {
      file,
      title: 'Findings',
      description: 'What the rules find in this schema, and what is suppressed for which reason.',
      body: () => [introduction(site), `${links.page('rules/index.mdx', 'The rules')} explain what each finds, why it matters, and how to fix or suppress it.`, ...sections],
    },
  ];
};

function introduction({ review: { findings, suppressed, rules, runner } }: Site): string {
  const ran = rules.filter(({ severity }) => severity !== 'off').length;
  const found = findings.length === 0 ? `${count(ran, 'rule', 'rules')} ran, without an active finding.` : `${countBadges(findings)} from ${count(ran, 'rule', 'rules')}.`;
  const shown = findings.length > MOST_FINDINGS ? ` The table shows the ${MOST_FINDINGS} most severe of ${findings.length}; ${inlineCode(commandOf(runner, ['lint', '--verbose']))} prints all of them, and each entity’s page has its own.` : '';
  const tolerated = suppressed.length === 0 ? '' : ` ${count(suppressed.length, 'finding is', 'findings are')} suppressed, each with its reason.`;
  return `${found}${shown}${tolerated}`;
}

/** What to look at first: how often each rule found something. Of a few findings the table below is overview enough. */
function byRule(findings: readonly Finding[], links: Links): string {
  const rules = countByRule(findings);
  if (findings.length < 10 || rules.length < 2) return '';
  return foldedTable(`${rules.length} rules with findings`, ['Severity', 'Rule', 'Findings'], rules.map(({ severity, rule, count: number }) => [severityBadge(severity), links.rule(rule), String(number)]), MOST_RULES);
}

/** A script puts choices above the table; without one every row is there. */
function filtered(table: string): string {
  return table === '' ? '' : `<Findings>\n\n${table}\n\n</Findings>`;
}
