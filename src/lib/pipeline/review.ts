import { acceptChanges, type Acceptances } from '../drift/changes/accept-changes.ts';
import { compareCatalogs } from '../drift/changes/compare-catalogs.ts';
import { findingOf } from '../drift/changes/change-findings.ts';
import type { Catalog } from '../model/catalog.ts';
import type { Change } from '../model/change.ts';
import type { Finding } from '../model/finding.ts';
import type { SuppressedFinding } from '../model/suppression.ts';

/** Compares two catalogs and says what counts: every change that nobody accepted, and every acceptance that is wrong. */
export function review({ base, head, accepted = '', baseAccepted = '', isWithin = false }: ReviewInput): Review {
  const changes = compareCatalogs(base, head);
  const acceptances = acceptChanges(changes, { accepted, baseAccepted, isWithin });
  const [open, excused] = [changes.filter((change) => !acceptances.accepted.has(change)), [...acceptances.accepted]];
  return {
    changes,
    open,
    mistakes: acceptances.findings,
    findings: [...acceptances.findings, ...open.map(findingOf)],
    accepted: excused.map(([change, { reason, location }]): SuppressedFinding => ({ finding: findingOf(change), excuse: { kind: 'acceptance', reason, location } })),
  };
}

export interface ReviewInput extends Partial<Acceptances> {
  readonly base: Catalog;
  readonly head: Catalog;
}

export interface Review {
  /** All, the worst first. */
  readonly changes: readonly Change[];
  /** Those that nobody accepted. */
  readonly open: readonly Change[];
  /** Acceptances that are wrong. */
  readonly mistakes: readonly Finding[];
  /** Mistakes, then open changes. */
  readonly findings: readonly Finding[];
  readonly accepted: readonly SuppressedFinding[];
}
