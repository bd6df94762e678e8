import type { Drafts } from './draft.ts';
import type { NamedEntity, Report } from './named-entity.ts';

/** Reports what speaks of tenants where the system says that it has none. */
export function checkTenancy({ system, processes }: Drafts, named: readonly NamedEntity[], report: Report): void {
  if (system?.tenancy !== 'none') return;
  const hint = "Remove it, or remove tenancy: 'none' from the system.";
  for (const { address, draft } of named) {
    if (draft.tenancy === undefined) continue;
    report({ rule: 'tenancy-without-tenants', severity: 'error', address, message: `\`${address}\` declares a tenancy, and the system has no tenants.`, hint, location: draft.optionLocations['tenancy'] ?? draft.location });
  }
  for (const { name, erasesTenants, location } of processes) {
    if (erasesTenants === true) report({ rule: 'tenancy-without-tenants', severity: 'error', message: `The process "${name}" erases tenants, and the system has none.`, hint, location });
  }
}
