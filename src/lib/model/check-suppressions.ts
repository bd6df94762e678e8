import type { Drafts } from './draft.ts';
import type { NamedEntity, Report } from './named-entity.ts';
import { didYouMean } from './suggest.ts';
import type { Suppression } from './suppression.ts';

/** Reports suppressions without a reason, with a day that the calendar does not have, or at a field that is not there. */
export function checkSuppressions(drafts: Drafts, named: readonly NamedEntity[], report: Report): void {
  for (const { address, draft, placeholders } of named) {
    const paths = draft.kind === 'objects' ? placeholders : draft.fields.map((field) => field.path);
    for (const suppression of draft.suppressions ?? []) {
      check(suppression, `\`${address}\``, report, address);
      if (suppression.at !== undefined && !paths.includes(suppression.at)) reportField(suppression, suppression.at, address, paths, report);
    }
  }
  const others = [
    ...(drafts.system === undefined ? [] : [{ label: 'the system', of: drafts.system }]),
    ...drafts.stores.map((store) => ({ label: `the store \`${store.id}\``, of: store })),
    ...drafts.domains.map((domain) => ({ label: `the domain \`${domain.name}\``, of: domain })),
    ...drafts.tombstones.map((tombstone) => ({ label: `\`${tombstone.address}\``, of: tombstone })),
    ...drafts.processes.map((process) => ({ label: `the process "${process.name}"`, of: process })),
    ...drafts.claims.map((claim) => ({ label: `the claim "${claim.sentence}"`, of: claim })),
  ];
  for (const { label, of } of others) for (const suppression of of.suppressions ?? []) check(suppression, label, report);
}

function check({ rule, reason, until, location }: Suppression, where: string, report: Report, address?: string): void {
  const about = address === undefined ? {} : { address };
  if (reason.trim() === '') {
    report({ rule: 'missing-reason', severity: 'error', ...about, message: `The suppression of \`${rule}\` in ${where} has no reason.`, hint: 'Say why it is tolerable, in a sentence.', location });
  }
  if (until !== undefined && !isDay(until)) {
    report({ rule: 'bad-date', severity: 'error', ...about, message: `The suppression of \`${rule}\` in ${where} ends on \`${until}\`, which is no day.`, hint: "Write year, month and day, as in '2027-03-01'.", location });
  }
}

function reportField({ rule, location }: Suppression, at: string, address: string, paths: readonly string[], report: Report): void {
  const hint = didYouMean(at, paths);
  const message = `The suppression of \`${rule}\` in \`${address}\` names \`${at}\`, and \`${address}\` has no such field.`;
  report({ rule: 'unknown-field', severity: 'error', address, message, ...(hint === '' ? {} : { hint }), location });
}

function isDay(text: string): boolean {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(text)) return false;
  const time = Date.parse(`${text}T00:00:00Z`);
  return Number.isFinite(time) && new Date(time).toISOString().startsWith(text);
}
