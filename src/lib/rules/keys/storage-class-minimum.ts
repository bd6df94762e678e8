import { DAY, describeDuration, secondsOf } from '../../model/duration.ts';
import type { StorageTransition } from '../../model/entity.ts';
import { inTimeOrder, STORAGE_CLASSES } from '../../model/stores/storage-classes.ts';
import { defineRule } from '../define-rule.ts';

/*
 * Sources: https://docs.aws.amazon.com/AmazonS3/latest/userguide/storage-class-intro.html#sc-compare (minimum storage duration) and
 * https://docs.aws.amazon.com/AmazonS3/latest/userguide/lifecycle-expire-general-considerations.html#lifecycle-expire-minimum-storage (its charge when objects expire).
 */
export const storageClassMinimum = defineRule({
  id: 'storage-class-minimum',
  family: 'keys',
  severity: 'warning',
  statement: 'Objects stay in a storage class for its minimum storage duration before they expire.',
  why: 'The cheaper storage classes have a minimum storage duration: 30 days for the infrequent access classes, 90 days for Glacier, 180 days for Deep Archive. An object that expires earlier is charged for the rest of it, and for the transition. A rule that was meant to save money then costs more than no rule.',
  mend: [
    'Expire later, or remove the transition:',
    "```ts\n// before\nlifecycle({ transitions: [{ to: 'GLACIER', after: '30 days' }], expireAfter: '60 days' })\n\n// after\nlifecycle({ expireAfter: '60 days' })\n```",
  ].join('\n\n'),
  *check({ catalog }) {
    for (const family of catalog.entities) {
      if (family.kind !== 'objects') continue;
      for (const { transitions, expireAfter, oldVersionTransitions, expireOldVersionsAfter } of family.lifecycle) {
        for (const { what, hint } of [...earlyEnd('objects', transitions, expireAfter), ...earlyEnd('old versions', oldVersionTransitions, expireOldVersionsAfter)]) {
          yield { entity: family.address, message: `A lifecycle rule of \`${family.address}\` ${what}.`, hint };
        }
      }
    }
  },
});

/** Where objects go last; that they move on too early is an error of its own. */
function* earlyEnd(what: string, moves: readonly StorageTransition[] = [], expiry?: string): Iterable<{ readonly what: string; readonly hint: string }> {
  const last = inTimeOrder(moves).at(-1);
  if (last === undefined || expiry === undefined) return;
  const { minimumDays } = STORAGE_CLASSES[last.to];
  const stay = secondsOf(expiry) - secondsOf(last.after);
  // So is an expiry that is not later.
  if (stay <= 0 || stay >= minimumDays * DAY) return;
  yield { what: `moves ${what} to ${last.to} and expires them ${describeDuration(stay)} later, and S3 charges ${last.to} for at least ${minimumDays} days`, hint: `Keep them there for ${minimumDays} days, or leave ${last.to} out.` };
}
