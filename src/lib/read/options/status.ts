import type { Status } from '../../model/entity.ts';
import { name, oneOfWords, optionsOf, text, wordOf } from './expect.ts';

export const status = oneOfWords<Status>(
  [
    wordOf('stable', [], () => ({ kind: 'stable' })),
    wordOf('experimental', [text.optional()], ([note]) => (note === undefined ? { kind: 'experimental' } : { kind: 'experimental', note })),
    wordOf('deprecated', [text, optionsOf('a status', { since: name.exactOptional(), useInstead: name.exactOptional() })], ([reason, options]) => ({ kind: 'deprecated', reason, ...options })),
  ],
  { expected: 'a status', hint: "Write stable, experimental('…') or deprecated('why')." },
);
