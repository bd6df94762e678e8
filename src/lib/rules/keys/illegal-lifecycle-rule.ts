import { DAY, describeDuration, secondsOf } from '../../model/duration.ts';
import type { LifecycleRule, StorageTransition } from '../../model/entity.ts';
import { inTimeOrder, STORAGE_CLASSES } from '../../model/stores/storage-classes.ts';
import { defineRule } from '../define-rule.ts';

/*
 * Sources: https://docs.aws.amazon.com/AmazonS3/latest/userguide/lifecycle-transition-general-considerations.html (supported transitions; at least 30 days before STANDARD_IA and
 * ONEZONE_IA; one rule cannot move objects on before the minimum storage duration has passed, which two rules can, at its price),
 * https://docs.aws.amazon.com/AmazonS3/latest/userguide/intro-lifecycle-rules.html (actions and filters: unfinished uploads cannot be selected by a tag),
 * https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/aws-properties-s3-bucket-rule.html (a rule needs an action).
 */
export const illegalLifecycleRule = defineRule({
  id: 'illegal-lifecycle-rule',
  family: 'keys',
  severity: 'error',
  statement: 'S3 accepts every lifecycle rule.',
  why: 'S3 refuses the whole lifecycle configuration of a bucket when one of its rules cannot work: objects moved back to an earlier class or on before the minimum storage duration of a class has passed, an expiry before the last transition, unfinished uploads selected by a tag. The rules of all other families then do not apply either.',
  mend: [
    'Put the transitions in the order of the storage classes, far enough apart, and the expiry after the last one:',
    "```ts\n// before\nlifecycle({ transitions: [{ to: 'GLACIER', after: '30 days' }, { to: 'STANDARD_IA', after: '90 days' }], expireAfter: '60 days' })\n\n// after\nlifecycle({ transitions: [{ to: 'STANDARD_IA', after: '30 days' }, { to: 'GLACIER', after: '90 days' }], expireAfter: '1 year' })\n```",
  ].join('\n\n'),
  *check({ catalog }) {
    for (const family of catalog.entities) {
      if (family.kind !== 'objects') continue;
      for (const rule of family.lifecycle) {
        for (const { what, hint } of faultsOf(rule)) yield { entity: family.address, message: `S3 refuses a lifecycle rule of \`${family.address}\`: ${what}.`, hint };
      }
    }
  },
});

interface Fault {
  readonly what: string;
  readonly hint: string;
}

function* faultsOf(rule: LifecycleRule): Iterable<Fault> {
  const { tag, abortUploadsAfter, expireAfter, expireOldVersionsAfter, transitions = [], oldVersionTransitions = [] } = rule;
  const isIdle = expireAfter === undefined && expireOldVersionsAfter === undefined && abortUploadsAfter === undefined && transitions.length + oldVersionTransitions.length === 0;
  if (isIdle) yield { what: 'it has no action', hint: 'Say what it does: `expireAfter`, `transitions`, `expireOldVersionsAfter`, `oldVersionTransitions` or `abortUploadsAfter`.' };
  if (tag !== undefined && abortUploadsAfter !== undefined) yield { what: 'it aborts unfinished uploads and selects by a tag, which S3 does not accept together', hint: 'Write a rule of its own for `abortUploadsAfter`, without a tag.' };
  yield* faultsOfMoves(transitions, expireAfter, 'objects');
  yield* faultsOfMoves(oldVersionTransitions, expireOldVersionsAfter, 'old versions');
}

function* faultsOfMoves(moves: readonly StorageTransition[], expiry: string | undefined, what: string): Iterable<Fault> {
  const inOrder = inTimeOrder(moves);
  for (const [at, move] of inOrder.entries()) {
    const { minimumAgeDays } = STORAGE_CLASSES[move.to];
    if (secondsOf(move.after) < minimumAgeDays * DAY) yield { what: `it moves ${what} to ${move.to} after ${move.after}, and S3 allows that only after ${minimumAgeDays} days`, hint: `Move them after ${minimumAgeDays} days or later.` };
    const before = inOrder[at - 1];
    if (before === undefined) continue;
    const { leadsTo, minimumDays } = STORAGE_CLASSES[before.to];
    const stay = secondsOf(move.after) - secondsOf(before.after);
    if (before.to === move.to) yield { what: `it moves ${what} to ${move.to} twice`, hint: 'Keep one of the two.' };
    else if (!leadsTo.includes(move.to)) yield { what: `it moves ${what} from ${before.to} to ${move.to}, and S3 has no such transition`, hint: `From ${before.to}, ${onwards(before)}.` };
    else if (stay < minimumDays * DAY) yield { what: `it moves ${what} from ${before.to} to ${move.to} after ${describeDuration(stay)}, and ${before.to} has a minimum storage duration of ${minimumDays} days`, hint: `Keep them in ${before.to} for ${minimumDays} days, or leave it out.` };
  }
  const last = inOrder.at(-1);
  if (last !== undefined && expiry !== undefined && secondsOf(expiry) <= secondsOf(last.after)) yield { what: `it expires ${what} after ${expiry}, and moves them to ${last.to} after ${last.after}`, hint: 'Let the expiry come later than the last transition, or remove the transition.' };
}

function onwards({ to }: StorageTransition): string {
  const { leadsTo } = STORAGE_CLASSES[to];
  return leadsTo.length === 0 ? 'objects cannot be moved further' : `objects can be moved to ${leadsTo.join(', ')}`;
}
