import type { ClaimCheck } from '../../model/claim.ts';
import { choice, keysOf, listOf, name, oneOfWords, optionsOf, text, wordOf } from './expect.ts';

const NOUN = 'this check';
const except = listOf(
  keysOf({ address: name, reason: text }, { expected: 'an address with its reason', hint: "Write { address: 'mongodb.skills', reason: '…' }." }, 'an exception'),
  { expected: 'a list of exceptions', hint: "Write [{ address: 'mongodb.skills', reason: '…' }]." },
).exactOptional();
const ends = { from: name, to: name, except };

export const check = oneOfWords<ClaimCheck>(
  [
    wordOf('noReferences', [optionsOf(NOUN, ends)], ([{ except: exceptions = [], ...rest }]) => ({ kind: 'noReferences', ...rest, except: exceptions })),
    wordOf('everyReference', [optionsOf(NOUN, { from: name, to: name, enforcedBy: choice(['application', 'database']).exactOptional(), toField: name.exactOptional(), type: name.exactOptional(), except })],
      ([{ except: exceptions = [], ...rest }]) => ({ kind: 'everyReference', ...rest, except: exceptions })),
    wordOf('everyEntity', [optionsOf(NOUN, { in: name, scopedBy: name.exactOptional(), retention: choice(['declared', 'permanent']).exactOptional(), except })],
      ([{ except: exceptions = [], ...rest }]) => ({ kind: 'everyEntity', ...rest, except: exceptions })),
  ],
  { expected: 'a check', hint: 'Write noReferences(…), everyReference(…) or everyEntity(…).' },
);
