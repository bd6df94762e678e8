import { describeDuration, parseDuration } from '../../model/duration.ts';
import type { StorageTransition } from '../../model/entity.ts';
import { STORAGE_CLASSES } from '../../model/stores/storage-classes.ts';
import { defineRule } from '../define-rule.ts';

/*
 * Sources: https://docs.aws.amazon.com/AmazonS3/latest/userguide/storage-class-intro.html#sc-compare (minimum storage duration) and
 * https://docs.aws.amazon.com/AmazonS3/latest/API/API_Transition.html: until lately S3 refused less than 30 days before STANDARD_IA and ONEZONE_IA, as regions in China still do.
 */
export const storageClassMinimum = defineRule({
  id: 'storage-class-minimum',
  family: 'keys',
  severity: 'warning',
  statement: 'Objects stay in a storage class for as long as it is charged.',
  why: 'The cheaper storage classes have a minimum storage duration: 30 days for the infrequent access classes, 90 days for Glacier, 180 days for Deep Archive. An object that expires or moves on earlier is charged to the end of it, and for the move. The rule that was to save money then costs more than none.',
  mend: [
    'Move later, expire later, or leave the class out:',
    "```ts\n// before\nlifecycle({ transitions: [{ to: 'GLACIER', after: '30 days' }], expireAfter: '60 days' })\n\n// after\nlifecycle({ expireAfter: '60 days' })\n```",
  ].join('\n\n'),
  *check({ catalog }) {
    for (const family of catalog.entities) {
      if (family.kind !== 'objects') continue;
      for (const { transitions = [], expireAfter, oldVersionTransitions = [], expireOldVersionsAfter } of family.lifecycle) {
        for (const { what, hint } of [...faultsOf(transitions, expireAfter, 'objects'), ...faultsOf(oldVersionTransitions, expireOldVersionsAfter, 'old versions')]) {
          yield { entity: family.address, message: `A lifecycle rule of \`${family.address}\` ${what}.`, hint };
        }
      }
    }
  },
});

interface Fault {
  readonly what: string;
  readonly hint: string;
}

const DAY = 86_400;

function* faultsOf(moves: readonly StorageTransition[], expiry: string | undefined, what: string): Iterable<Fault> {
  const inOrder = [...moves].sort((a, b) => seconds(a.after) - seconds(b.after));
  for (const [at, { to, after }] of inOrder.entries()) {
    const { minimumDays } = STORAGE_CLASSES[to];
    if (NEEDS_AGE.has(to) && seconds(after) < 30 * DAY) yield { what: `moves ${what} to ${to} after ${after}, and not every region of S3 accepts less than 30 days`, hint: 'Move them after 30 days or more.' };
    const next = inOrder[at + 1];
    const end = next?.after ?? expiry;
    if (end === undefined) continue;
    const stay = seconds(end) - seconds(after);
    // An end that is not later is an error of its own.
    if (stay <= 0 || stay >= minimumDays * DAY) continue;
    const then = next === undefined ? 'expires them' : `moves them on to ${next.to}`;
    yield { what: `moves ${what} to ${to} and ${then} ${describeDuration(stay)} later, and S3 charges ${to} for at least ${minimumDays} days`, hint: `Keep them there for ${minimumDays} days, or leave ${to} out.` };
  }
}

const NEEDS_AGE: ReadonlySet<string> = new Set(['STANDARD_IA', 'ONEZONE_IA']);

function seconds(duration: string): number {
  return parseDuration(duration) ?? 0;
}
