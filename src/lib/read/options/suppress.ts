import type * as z from 'zod-own';
import type { SuppressOptions } from '../../dsl/suppress.ts';
import { keysOf, listOf, name, optionsOf, text, wordOf, wordsOr, type Expectation } from './expect.ts';

const NOUN = 'a suppression';
const ONE: Expectation = { expected: 'a suppression', hint: "Write suppress('missing-owner', { reason: '…' })." };

/** As written. That a reason is missing is said of every exception alike, later. */
export interface ReadSuppression extends Partial<SuppressOptions> {
  readonly rule: string;
}

const OPTIONS = { reason: text.exactOptional(), until: name.exactOptional(), issue: name.exactOptional() };

export const suppressions = suppressionsWith(OPTIONS);

/** Of an entity, whose fields may have suppressions of their own. */
export const suppressionsAt = suppressionsWith({ ...OPTIONS, at: name.exactOptional() });

function suppressionsWith(options: Readonly<Record<string, z.ZodType<string>>>) {
  const made = wordOf('suppress', [name, optionsOf(NOUN, options)], ([rule, rest]): ReadSuppression => ({ rule, ...rest }));
  const written = keysOf({ rule: name, ...options }, ONE, NOUN) as unknown as z.ZodType<ReadSuppression>;
  return listOf(wordsOr<ReadSuppression>([made], written, ONE), { expected: 'a list of suppressions', hint: "Write [suppress('missing-owner', { reason: '…' })]." });
}
