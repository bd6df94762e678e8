import { isDeepStrictEqual } from 'node:util';
import type { Claim, ClaimCheck } from '../../model/claim.ts';
import { codeSpan } from '../../model/code-span.ts';
import { defineFamily, type ChangeDraft } from './change-family.ts';

type Kind = 'claim-added' | 'claim-removed' | 'claim-reworded' | 'claim-excepted' | 'claim-tightened' | 'claim-changed';

/** What is promised of the whole system. */
export const claimChanges = defineFamily<Kind>({
  title: 'Claims',
  kinds: {
    'claim-added': 'Something is promised that was not.',
    'claim-removed': 'Something is not promised any more.',
    'claim-reworded': 'A promise reads differently; its check is the same.',
    'claim-excepted': 'A promise has an exception more.',
    'claim-tightened': 'A promise has an exception less.',
    'claim-changed': 'A promise is checked otherwise.',
  },
  *find({ base, head }) {
    const before = new Map(base.catalog.claims.map((claim) => [claim.sentence, claim]));
    const after = new Map(head.catalog.claims.map((claim) => [claim.sentence, claim]));
    const gone = new Set([...before.values()].filter((claim) => !after.has(claim.sentence)));
    for (const claim of after.values()) {
      const old = before.get(claim.sentence);
      if (old !== undefined) {
        yield* checkChanged(old, claim);
        continue;
      }
      const same = [...gone].find((other) => isDeepStrictEqual(other.check, claim.check));
      if (same === undefined) yield { kind: 'claim-added', level: 'safe', ...about(claim), message: `It is claimed now: “${claim.sentence}”`, effect: 'No data changes; `polyref check` fails from now on where it does not hold.', todo: '' };
      else {
        gone.delete(same);
        yield { kind: 'claim-reworded', level: 'safe', ...about(claim), was: about(same).address, message: `The claim “${same.sentence}” reads “${claim.sentence}” now.`, effect: 'No data changes: its check is the same.', todo: '' };
      }
    }
    for (const claim of gone) {
      yield { kind: 'claim-removed', level: 'dangerous', ...about(claim), message: `It is not claimed any more: “${claim.sentence}”`, effect: 'Nothing checks it from now on; what relies on it is not warned.', todo: 'Make sure that nobody relies on it, or keep it and name what does not fit under `except`.' };
    }
  },
});

function* checkChanged(base: Claim, head: Claim): Iterable<ChangeDraft<Kind>> {
  const [before, after] = [base, head].map(({ check }) => check.except.map(({ address }) => address)) as [string[], string[]];
  const listed = (addresses: readonly string[]) => addresses.map((address) => codeSpan(address)).join(', ');
  const [added, removed] = [after.filter((address) => !before.includes(address)), before.filter((address) => !after.includes(address))];
  if (added.length > 0) yield { kind: 'claim-excepted', level: 'dangerous', ...about(head), message: `The claim “${head.sentence}” excepts ${listed(added)} now.`, effect: 'What relies on the claim must know the exception.', todo: 'Make sure that the reason for it is a good one.' };
  if (removed.length > 0) yield { kind: 'claim-tightened', level: 'safe', ...about(head), message: `The claim “${head.sentence}” does not except ${listed(removed)} any more.`, effect: 'No data changes; it has to hold there too from now on.', todo: '' };
  const plain = (check: ClaimCheck) => ({ ...check, except: [] });
  if (!isDeepStrictEqual(plain(base.check), plain(head.check))) yield { kind: 'claim-changed', level: 'dangerous', ...about(head), message: `The claim “${head.sentence}” is checked otherwise than before.`, effect: 'It may hold now for less than it did.', todo: 'Make sure that the new check means what the sentence says.' };
}

function about(claim: Claim): { readonly address: string; readonly location: Claim['location'] } {
  return { address: `claim:${claim.sentence}`, location: claim.location };
}
