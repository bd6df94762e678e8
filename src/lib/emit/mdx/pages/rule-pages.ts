import { emphasise } from '../emphasise.ts';
import { codeFence, escapeText, inlineCode } from '../escape.ts';
import { countBadges, findingsTable, severityBadge, suppressedTable } from '../findings-table.ts';
import { buildLinks } from '../links.ts';
import { renderMarkdown } from '../markdown.ts';
import { facts, section, type Page } from '../page.ts';
import type { ReviewedRule } from '../review.ts';
import type { PageMaker, Site } from '../site.ts';
import { table } from '../table.ts';

/** The list of all rules, and one page for each. */
export const rulePages: PageMaker = (site) => (site.review.rules.length === 0 ? [] : [listOfRules(site), ...site.review.rules.flatMap((rule) => rulePage(rule, site))]);

function listOfRules(site: Site): Page {
  const { rules } = site.review;
  const file = 'rules/index.mdx';
  const links = buildLinks(site, file);
  const families = [...Map.groupBy(rules, ({ family }) => family)];
  return {
    file,
    title: 'Rules',
    description: 'What must hold of a schema, by family, and how often it does not hold here.',
    body: () => [
      `${rules.length} rules look at all stores together: at what no database can see, because it ends at the border of each. ${links.page('findings.mdx', 'What they find here')}.`,
      ...families.map(([family, those]) => {
        const rows = those.map((rule) => [links.rule(rule.id), severityBadge(rule.severity), foundHere(rule, site), escapeText(rule.statement)]);
        return section(2, capital(family), table(['Rule', 'Severity', 'Found here', 'What must hold'], rows));
      }),
    ],
  };
}

function rulePage(rule: ReviewedRule, site: Site): readonly Page[] {
  const file = site.ruleFiles.get(rule.id);
  if (file === undefined) return [];
  const links = buildLinks(site, file);
  const { findings, suppressed } = site.review;
  const isOwn = ({ rule: id }: { readonly rule: string }) => id === rule.id;
  // A rule's own words are about examples: a name in them is not that of something here.
  const markdown = (text: string) => renderMarkdown(text);
  return [
    {
      file,
      title: rule.id,
      description: rule.statement,
      body: () => [
        emphasise('**', escapeText(rule.statement)),
        facts([
          ['Family', links.page('rules/index.mdx', rule.family, rule.family)],
          ['Severity', severityBadge(rule.severity)],
          ['Found here', foundHere(rule, site)],
        ]),
        section(2, 'Why', markdown(rule.why)),
        section(2, 'What is found', markdown(rule.example ?? '')),
        section(2, 'How to fix it', markdown(rule.mend)),
        section(2, 'How to suppress it', rule.family === 'exceptions' ? '' : markdown(rule.suppress ?? DEFAULT_SUPPRESS), rule.family === 'exceptions' ? '' : suppression(rule.id)),
        section(2, 'Options', optionsOf(rule)),
        section(
          2,
          'Here',
          rule.severity === 'off' ? 'The configuration has switched it off.' : findings.some(isOwn) || suppressed.some((each) => isOwn(each.finding)) ? '' : 'Nothing is found.',
          findingsTable(findings.filter(isOwn), ['severity', 'owner', 'where'], site, links),
          suppressedTable(suppressed.filter((each) => isOwn(each.finding)), ['where'], site, links),
        ),
      ],
    },
  ];
}

const DEFAULT_SUPPRESS = 'When it is right all the same, say so in the definition that it is about, with a reason that a reviewer accepts. The finding stays visible with that reason, and no longer counts.';

function suppression(id: string): string {
  return codeFence(`suppress: [suppress('${id}', { reason: '…' })],`, 'ts');
}

function optionsOf(rule: ReviewedRule): string {
  const rows = Object.entries(rule.options).map(([name, option]) => [inlineCode(name), inlineCode(JSON.stringify(option.default)), renderMarkdown(option.description)]);
  if (rows.length === 0) return '';
  const [first] = Object.entries(rule.options);
  const example = codeFence(`export default defineConfig({\n  rules: { '${rule.id}': ['${rule.severity === 'off' ? 'warning' : rule.severity}', { ${first?.[0] ?? ''}: ${JSON.stringify(first?.[1].default)} }] },\n});`, 'ts');
  return `${table(['Option', 'Default', 'What it is'], rows)}\n\nSet in \`polyref.config.ts\`:\n\n${example}`;
}

function foundHere({ id }: ReviewedRule, { review }: Site): string {
  const suppressed = review.suppressed.filter(({ finding }) => finding.rule === id).length;
  const counted = countBadges(review.findings.filter(({ rule }) => rule === id));
  return [counted, suppressed === 0 ? '' : `${suppressed} suppressed`].filter((text) => text !== '').join(', ');
}

function capital(text: string): string {
  return escapeText(`${text.charAt(0).toUpperCase()}${text.slice(1)}`);
}
