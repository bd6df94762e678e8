import { distance } from 'fastest-levenshtein';
import { lettersOf } from './alike-names.ts';
import { compareText } from './compare-text.ts';

/**
 * A question that ends a message about an unknown word: ``Did you mean `retention`?``; empty when nothing is near.
 * At most two suggestions, the nearest first; equally near ones by code unit, so that the same input always asks the same.
 */
export function didYouMean(word: string, candidates: Iterable<string>): string {
  const near = suggestions(word, candidates);
  return near.length === 0 ? '' : `Did you mean ${near.map((candidate) => `\`${candidate}\``).join(' or ')}?`;
}

/** The nearest candidates, at most two; none when nothing is near. */
export function suggestions(word: string, candidates: Iterable<string>): readonly string[] {
  // Nobody mistypes a name of that length, and comparing it takes time.
  if (word === '' || word.length > MOST_CHARACTERS) return [];
  // A third of the word may differ: enough for a slip of the hand, too little to offer a different word.
  const limit = Math.max(1, Math.floor(word.length / 3));
  const scored: { candidate: string; score: number }[] = [];
  for (const candidate of new Set(candidates)) {
    if (candidate === word) continue;
    // The lengths alone often rule a candidate out, and there may be thousands.
    if (Math.abs(candidate.length - word.length) > limit && !sameLetters(word, candidate)) continue;
    const score = sameLetters(word, candidate) ? 0 : slips(word.toLowerCase(), candidate.toLowerCase());
    if (score <= limit) scored.push({ candidate, score });
  }
  scored.sort((a, b) => a.score - b.score || compareText(a.candidate, b.candidate));
  const best = scored[0];
  // A second one only helps when it is about as near as the first.
  return best === undefined ? [] : scored.filter(({ score }) => score <= best.score + 1).slice(0, 2).map(({ candidate }) => candidate);
}

const MOST_CHARACTERS = 200;

/** Letters wrong, missing or too many; two that changed places are one slip. */
function slips(a: string, b: string): number {
  const count = distance(a, b);
  return count === 2 && a.length === b.length && [...a].sort().join('') === [...b].sort().join('') ? 1 : count;
}

function sameLetters(a: string, b: string): boolean {
  return lettersOf(a) === lettersOf(b);
}
