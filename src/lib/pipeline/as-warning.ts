import type { Finding } from '../model/finding.ts';

/** The pages are written all the same; `check` is where a claim that does not hold fails. */
export function asWarning(finding: Finding): Finding {
  return finding.severity === 'error' ? { ...finding, severity: 'warning' } : finding;
}
