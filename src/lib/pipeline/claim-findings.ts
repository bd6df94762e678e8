import { judgeClaims } from '../analysis/claims.ts';
import type { Catalog } from '../model/catalog.ts';
import type { Finding } from '../model/finding.ts';

/** A finding for each claim that does not hold. Its page shows the verdict too; here it can fail a check. */
export function claimFindings(catalog: Catalog): readonly Finding[] {
  return judgeClaims(catalog)
    .filter((verdict) => !verdict.holds)
    .map(({ claim, counterexamples }): Finding => {
      const unexplained = counterexamples.filter((one) => one.reason === undefined);
      const [first] = unexplained;
      const others = unexplained.length > 1 ? `, and ${unexplained.length - 1} more` : '';
      return {
        rule: 'claim-does-not-hold',
        severity: 'error',
        message: `The claim “${claim.sentence}” does not hold${first === undefined ? '' : `: \`${first.address}\` ${first.why}${others}`}.`,
        hint: 'Mend the definition, or name the address under `except` with the reason why it does not fit.',
        location: claim.location,
        ...(first === undefined ? {} : { address: first.address }),
      };
    });
}
