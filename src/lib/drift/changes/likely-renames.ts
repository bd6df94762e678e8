import type { Entity } from '../../model/entity.ts';
import type { Field } from '../../model/field.ts';
import { suggestions } from '../../model/suggest.ts';

/** The one among new entities that has most of the fields of one that is gone: likely what it became. Only ever a suggestion. */
export function likelyHeirOf(gone: Entity, added: readonly Entity[]): Entity | undefined {
  const paths = new Set(gone.fields.map((field) => field.path));
  const scored = added
    .map((entity) => {
      const shared = entity.fields.filter((field) => paths.has(field.path)).length;
      const all = paths.size + entity.fields.length - shared;
      return { entity, score: all === 0 ? 0 : shared / all };
    })
    .filter(({ score }) => score >= MOSTLY_THE_SAME)
    .sort((a, b) => b.score - a.score);
  return onlyBest(scored)?.entity;
}

/** The one among new fields beside it that is of the same type and either spelt alike, described alike, or the only pointer where one is gone. */
export function likelyNewName(gone: Field, added: readonly Field[]): Field | undefined {
  const parentOf = (path: string) => path.slice(0, path.lastIndexOf('.') + 1);
  const alike = added.filter((field) => parentOf(field.path) === parentOf(gone.path) && field.type === gone.type && field.keys.join() === gone.keys.join());
  const near = suggestions(gone.name, alike.map((field) => field.name));
  const likely = alike.filter((field) => near.includes(field.name) || (field.description !== '' && field.description === gone.description) || sharesWord(gone.name, field.name) || field.keys.includes('FK'));
  return likely.length === 1 ? likely[0] : undefined;
}

/** `createdAt` and `created_on`, `tag` and `webhookTag`; what every second name ends with says nothing. */
function sharesWord(a: string, b: string): boolean {
  const wordsOf = (name: string) => name.split(/(?=[A-Z])|[_\W]+/).map((word) => word.toLowerCase()).filter((word) => word !== '' && !COMMON_WORDS.has(word));
  const [first, second] = [wordsOf(a), wordsOf(b)];
  const isWithin = (few: readonly string[], many: readonly string[]) => few.length > 0 && few.every((word) => many.includes(word));
  return first.some((word) => word.length > 3 && second.includes(word)) || isWithin(first, second) || isWithin(second, first);
}

const COMMON_WORDS: ReadonlySet<string> = new Set(['id', 'ids', 'ref', 'key', 'at', 'on', 'by', 'is', 'has', 'of', 'to']);

/** Of two that fit equally well neither is likely. */
function onlyBest<Scored extends { readonly score: number }>(scored: readonly Scored[]): Scored | undefined {
  const [first, second] = scored;
  return first !== undefined && first.score > (second?.score ?? -1) ? first : undefined;
}

const MOSTLY_THE_SAME = 0.6;
