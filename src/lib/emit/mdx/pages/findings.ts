import { count } from '../count.ts';
import { countBadges, findingsTable, suppressedTable, type FindingColumn } from '../findings-table.ts';
import { buildLinks } from '../links.ts';
import { section } from '../page.ts';
import type { PageMaker, Site } from '../site.ts';

const COLUMNS: readonly FindingColumn[] = ['severity', 'rule', 'store', 'owner', 'where'];

/** Everything that the rules found, and everything that is excused with its reason. */
export const findingsPage: PageMaker = (site) => {
  const { findings, suppressed, rules } = site.review;
  if (rules.length === 0) return [];
  const file = 'findings.mdx';
  const links = buildLinks(site, file);
  const sections = [
    section(2, 'What counts', filtered(findingsTable(findings, COLUMNS, site, links))),
    section(2, 'What is suppressed', suppressed.length === 0 ? '' : 'Known and tolerated, each with the reason for it.', filtered(suppressedTable(suppressed, COLUMNS, site, links))),
  ];
  return [
    {
      file,
      title: 'Findings',
      description: 'What the rules find in this schema, and what is excused with which reason.',
      body: [introduction(site), `${links.page('rules/index.mdx', 'The rules')} say of each what it finds, why it matters, how to mend it, and how to suppress it.`, ...sections],
    },
  ];
};

function introduction({ review: { findings, suppressed, rules } }: Site): string {
  const asked = rules.filter(({ severity }) => severity !== 'off').length;
  const excused = suppressed.length === 0 ? '' : ` ${count(suppressed.length, 'finding is', 'findings are')} suppressed, with the reason.`;
  const found = findings.length === 0 ? `Nothing: ${asked} rules were asked, and none has anything to say that counts.` : `${countBadges(findings)} from ${asked} rules.`;
  return `${found}${excused}`;
}

/** A script puts choices above the table; without one every row is there. */
function filtered(table: string): string {
  return table === '' ? '' : `<Findings>\n\n${table}\n\n</Findings>`;
}
