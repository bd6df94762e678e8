import type { Finding } from '../model/finding.ts';
import type { SuppressedFinding } from '../model/suppression.ts';
import type { Applied, SuppressionFault } from './apply-suppressions.ts';
import type { LintSettings } from './settings.ts';

/** Takes out what the configuration ignores; a pattern that meets nothing is at fault. */
export function applyIgnores(findings: readonly Finding[], ignored: LintSettings['ignored'], ran: ReadonlySet<string>): Applied {
  const patterns = ignored.map((each) => ({ each, pattern: patternOf(each.addresses) }));
  const used = new Set<unknown>();
  const counted: Finding[] = [];
  const suppressed: SuppressedFinding[] = [];
  for (const finding of findings) {
    const found = patterns.find(({ each, pattern }) => (each.rules?.includes(finding.rule) ?? true) && [finding.address, finding.entity].some((address) => address !== undefined && pattern.test(address)));
    if (found === undefined) counted.push(finding);
    else suppressed.push({ finding, excuse: { kind: 'configuration', reason: found.each.reason } });
    used.add(found?.each);
  }
  const faults = ignored
    .filter((each) => !used.has(each) && (each.rules === undefined || each.rules.some((rule) => ran.has(rule))))
    .map(({ addresses, location }): SuppressionFault => ({
      rule: 'unused-suppression', message: `Nothing is found at \`${addresses}\`, which the configuration ignores.`, hint: 'Take it out.', ...(location === undefined ? {} : { location }),
    }));
  return { counted, suppressed, faults };
}

function patternOf(addresses: string): RegExp {
  return new RegExp(`^${addresses.split('*').map((text) => text.replace(/[\\^$.|?+()[\]{}]/g, '\\$&')).join('.*')}$`, 's');
}
