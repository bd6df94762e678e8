import { parseDuration } from '../lib/model/duration.ts';

/** One bar of a timeline, in per cent of its width. */
export interface LifeBar {
  readonly kind: 'record' | 'bytes' | 'lock';
  /** How long, as it was given. */
  readonly words: string;
  /** So far it is there for sure. */
  readonly sure: number;
  /** Here it is gone. */
  readonly end: number;
  /** It has no end. */
  readonly isOpen: boolean;
}

/** `{ record: 'at least 2 years', bytes: 'forever' }` → bars. What cannot be read as a length has a bar of none. */
export function parseTimeline({ record, bytes, lock }: { readonly record?: string; readonly bytes?: string; readonly lock?: string }): readonly LifeBar[] {
  return [...barsOf('record', record), ...barsOf('bytes', bytes), ...barsOf('lock', lock)];
}

function barsOf(kind: LifeBar['kind'], text = ''): readonly LifeBar[] {
  return text.split(';').map((part) => part.trim()).filter((part) => part !== '').map((words) => {
    const [min, max] = rangeOf(words);
    return { kind, words, sure: positionOf(min), end: positionOf(max), isOpen: max === Infinity };
  });
}

function rangeOf(words: string): readonly [min: number, max: number] {
  if (words === 'forever') return [Infinity, Infinity];
  const open = /^at least (.+)$/.exec(words);
  if (open !== null) return [parseDuration(open[1] ?? '') ?? 0, Infinity];
  const [from = '', to = from] = words.split(' to ');
  return [parseDuration(from) ?? 0, parseDuration(to) ?? 0];
}

/** Ten years stand at 92 per cent, and what has no end at 100; in between each length is shortened by its logarithm. */
export function positionOf(seconds: number): number {
  if (seconds === Infinity) return 100;
  const share = Math.log(1 + seconds / 3600) / Math.log(1 + TEN_YEARS / 3600);
  return Math.round(Math.min(98, 92 * share) * 100) / 100;
}

const TEN_YEARS = 315_360_000;
