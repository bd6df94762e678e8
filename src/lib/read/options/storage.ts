import { STORAGE_CLASS_NAMES } from '../../model/stores/storage-classes.ts';
import { choice, keysOf, listOf, name, optionsOf, size, text, wordOf, wordsOr, type Expectation } from './expect.ts';

/** How MongoDB and S3 keep what they hold. */

export const capped = keysOf({ maxBytes: size('1_000_000'), maxDocuments: size('10_000').exactOptional() }, { expected: 'a size', hint: 'Write { maxBytes: 1_000_000 }.' }, 'a capped collection');

export const timeSeries = keysOf(
  { timeField: name, metaField: name.exactOptional(), granularity: choice(['seconds', 'minutes', 'hours']).exactOptional() },
  { expected: 'a time series', hint: "Write { timeField: 'at', metaField: 'device' }." },
  'a time series',
);

const RULE: Expectation = { expected: 'a lifecycle rule', hint: "Write lifecycle({ prefix: 'tmp/', expireAfter: '7 days' })." };
const tag = keysOf({ key: name, value: name }, { expected: 'a tag', hint: "Write { key: 'tmp', value: 'yes' }." }, 'a tag');
const transitions = listOf(
  keysOf({ to: choice(STORAGE_CLASS_NAMES), after: name }, { expected: 'a transition', hint: "Write { to: 'STANDARD_IA', after: '30 days' }." }, 'a transition'),
  { expected: 'a list of transitions', hint: "Write [{ to: 'STANDARD_IA', after: '30 days' }]." },
);
export const lifecycle = listOf(
  keysOf(
    {
      prefix: name.exactOptional(), tag: tag.exactOptional(), expireAfter: name.exactOptional(), transitions: transitions.exactOptional(), expireOldVersionsAfter: name.exactOptional(),
      oldVersionTransitions: transitions.exactOptional(), abortUploadsAfter: name.exactOptional(), note: text.exactOptional(),
    },
    RULE,
    'a lifecycle rule',
  ),
  { expected: 'a list of lifecycle rules', hint: "Write [lifecycle({ prefix: 'tmp/', expireAfter: '7 days' })]." },
);

interface ObjectLock {
  readonly mode: 'governance' | 'compliance';
  readonly for: string;
  readonly prefix?: string;
}

const LOCK: Expectation = { expected: 'an Object Lock', hint: "Write compliance('7 years') or governance('30 days')." };
const prefix = name.exactOptional();
const lockWord = (mode: ObjectLock['mode']) => wordOf(mode, [name, optionsOf('an Object Lock', { prefix })], ([length, options]): ObjectLock => ({ mode, for: length, ...options }));
export const objectLock = wordsOr<ObjectLock>(
  [lockWord('compliance'), lockWord('governance')],
  keysOf({ mode: choice(['governance', 'compliance']), for: name, prefix }, LOCK, 'an Object Lock'),
  LOCK,
);
