import type { Retention } from '../../model/retention.ts';
import { choice, either, listOf, name, oneOfWords, optionsOf, text, wordOf, type Expectation } from './expect.ts';

const EXPECTED: Expectation = {
  expected: 'a retention',
  hint: "Write permanent(), expires('90 days', { after: '…' }), keptAtLeast(…), locked(…) or withParent(…).",
};
const NOUN = 'a retention';
const note = text.exactOptional();

const one = oneOfWords<Retention>(
  [
    wordOf('permanent', [optionsOf(NOUN, { note })], ([options]) => ({ kind: 'permanent', ...options })),
    wordOf('expires', [name, optionsOf(NOUN, { after: name.exactOptional(), where: text.exactOptional(), note })], ([after, { after: field, ...rest }]) => ({
      kind: 'expires', after, ...(field !== undefined ? { field } : {}), ...rest,
    })),
    wordOf('keptAtLeast', [name, optionsOf(NOUN, { reason: text, note })], ([length, options]) => ({ kind: 'atLeast', for: length, ...options })),
    wordOf('locked', [name, optionsOf(NOUN, { mode: choice(['governance', 'compliance']).exactOptional(), note })], ([length, options]) => ({ kind: 'locked', for: length, ...options })),
    wordOf('withParent', [name, optionsOf(NOUN, { within: name.exactOptional(), by: name.exactOptional(), note })], ([parent, options]) => ({ kind: 'withParent', parent, ...options })),
  ],
  EXPECTED,
);

/** One retention, or a list of several that hold at once. */
export const retention = either(Array.isArray, listOf(one, EXPECTED).refine((list) => list.length > 0, { error: () => JSON.stringify(EXPECTED) }), one.transform((each): readonly Retention[] => [each]));
