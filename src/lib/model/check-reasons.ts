import type { Drafts } from './draft.ts';
import type { Location } from './location.ts';
import { retentionsOf } from './retention.ts';
import type { NamedEntity, Report } from './named-entity.ts';

/** An exception without its reason is a mistake: nobody could tell it from an oversight. */
export function checkReasons(drafts: Drafts, named: readonly NamedEntity[], report: Report): void {
  const check = (reason: string | undefined, subject: string, location: Location, address?: string) => {
    if (reason === undefined || reason.trim() !== '') return;
    report({ rule: 'missing-reason', severity: 'error', ...(address === undefined ? {} : { address }), message: `${subject} has no reason.`, hint: 'Say why, in a sentence.', location });
  };
  for (const { address, draft } of named) {
    const at = (option: string) => draft.optionLocations[option] ?? draft.location;
    const { tenancy, status } = draft;
    if (tenancy?.kind === 'shared') check(tenancy.reason, `The tenancy of \`${address}\``, at('tenancy'), address);
    if (tenancy?.kind === 'perTenant') for (const { value, reason } of tenancy.exceptions) check(reason, `The value \`${JSON.stringify(value)}\` in the tenancy of \`${address}\``, at('tenancy'), address);
    for (const each of retentionsOf(draft)) if (each.kind === 'atLeast') check(each.reason, `The retention of \`${address}\``, at('retention'), address);
    if (status.kind === 'deprecated') check(status.reason, `The deprecation of \`${address}\``, at('status'), address);
    check(draft.referencesNothing, `That \`${address}\` references nothing`, at('referencesNothing'), address);
    for (const field of draft.fields) {
      if (field.reference === undefined) continue;
      const pointer = `${address}.${field.path}`;
      const location = field.referenceLocation ?? field.location;
      if (field.reference.kind === 'oneOf' || field.reference.kind === 'any') check(field.reference.undiscriminated, `That nothing says which target \`${pointer}\` means`, location, pointer);
      const { whenTargetGoes } = field.reference;
      if (whenTargetGoes?.action === 'nothing' || whenTargetGoes?.action === 'never') check(whenTargetGoes.reason, `What \`${pointer}\` says of the end of its target`, location, pointer);
    }
  }
  for (const { address, reason, location } of drafts.tombstones) check(reason, `The end of \`${address}\``, location, address);
  for (const { name, retains = [], location } of drafts.processes) for (const { entity, reason } of retains) check(reason, `The entry \`${entity}\` in \`retains\` of the process "${name}"`, location);
  for (const claim of drafts.claims) for (const { address, reason } of claim.check.except) check(reason, `The exception \`${address}\` of the claim "${claim.sentence}"`, claim.location);
}
