import type { Definition } from '../../dsl/definition.ts';
import type { Finding } from '../../model/finding.ts';
import { didYouMean } from '../../model/suggest.ts';
import type { LocatedValue } from '../locate/located.ts';
import { DEFINITION_WORDS, type DefinitionWord, type ReadDefinition } from '../options/definitions.ts';
import { shorten } from '../../model/shorten.ts';
import { isPlainObject, type Plain, type PlainObject } from '../options/plain-data.ts';
import { describeValue, problemsOf } from '../options/problems.ts';

/**
 * Leaves of a definition what can be used: options that do not exist or are of the wrong kind are reported and taken out.
 * `undefined` when what remains makes no definition: its name is missing, or it is of a kind that nobody knows.
 */
export function checkDefinition(definition: PlainObject & { readonly kind: string }, place: LocatedValue): { readonly usable: ReadDefinition | undefined; readonly findings: readonly Finding[] } {
  const word = Object.hasOwn(DEFINITION_WORDS, definition.kind) ? DEFINITION_WORDS[definition.kind as Definition['kind']] : undefined;
  if (word === undefined) return { usable: undefined, findings: [unknownDefinition(definition.kind, place)] };
  const name = definition[word.name];
  const wrongName = faultOfName(name, word);
  if (wrongName !== undefined) {
    return { usable: undefined, findings: [{ rule: 'bad-option', severity: 'error', message: wrongName, hint: `Write ${word.example}.`, location: place.at }] };
  }
  const { options, findings } = checkOptions(definition, String(name), word, place);
  return { usable: { kind: definition.kind, name, options } as ReadDefinition, findings };
}

/** Of an entity. */
export function addressOf(definition: Readonly<Record<string, unknown>>): { readonly address?: string } {
  const { kind, name, schema } = definition;
  if (kind === 'polyref.collection') return { address: `mongodb.${String(name)}` };
  if (kind === 'polyref.objects') return { address: `s3.${String(name)}` };
  if (kind === 'polyref.table') return { address: `postgresql.${typeof schema === 'string' && schema !== 'public' ? `${schema}.` : ''}${String(name)}` };
  return {};
}

/** One after the other, so that what is right of them can be used. */
function checkOptions(definition: PlainObject & { readonly kind: string }, name: string, word: DefinitionWord, place: LocatedValue) {
  const findings: Finding[] = [];
  const options: Record<string, unknown> = {};
  const given = optionsIn(definition, word);
  const about = addressOf({ kind: definition.kind, name, schema: isPlainObject(given) ? given['schema'] : undefined });
  const label = about.address === undefined ? `the ${word.word === 'eliminated' ? 'tombstone' : word.word} \`${name}\`` : `\`${about.address}\``;
  const report = (rule: string, message: string, hint: string, places: readonly string[] = []) => {
    const location = places.map((each) => place.options.get(each)).find((found) => found !== undefined) ?? place.at;
    findings.push({ rule, severity: 'error', ...about, message, ...(hint === '' ? {} : { hint }), location });
  };
  if (given !== undefined && !isPlainObject(given)) {
    const found = describeValue(given);
    report('bad-option', `The options of ${label} are ${found}, not an object of options.`, `Write ${word.example.includes('{') ? word.example : `${word.example.slice(0, -1)}, { … })`}.`);
    return { options, findings };
  }
  const names = Object.keys(word.options);
  for (const [key, value] of Object.entries(given ?? {})) {
    const schema = Object.hasOwn(word.options, key) ? word.options[key] : undefined;
    if (schema === undefined) {
      const hint = didYouMean(key, names) || (names.length === 0 ? 'It takes no options.' : `It takes ${names.map((each) => `\`${each}\``).join(', ')}.`);
      report('unknown-option', `\`${shorten(key)}\` is not an option of ${label}.`, hint, [key]);
      continue;
    }
    const result = (schema as import('zod-own').ZodType).safeParse(value);
    if (result.success) options[key] = result.data;
    else for (const { rule, places, subject, predicate, hint } of problemsOf(result.error, [key], given ?? {})) report(rule, `${subject} of ${label}${predicate}`, hint, places);
  }
  for (const [key, example] of Object.entries(word.required)) {
    if (given?.[key] === undefined) report('bad-option', `${label.charAt(0).toUpperCase()}${label.slice(1)} has no \`${key}\`.`, `Add ${key}: ${example}.`);
  }
  return { options, findings };
}

/** As the word keeps them; a definition that was written out by hand may have them beside its name. */
function optionsIn(definition: PlainObject, { name }: DefinitionWord): Plain {
  const { kind: _kind, [name]: _name, options, ...beside } = definition;
  return Object.keys(beside).length === 0 ? options : { ...(isPlainObject(options) ? options : {}), ...beside };
}

function unknownDefinition(kind: string, place: LocatedValue): Finding {
  const kinds = Object.keys(DEFINITION_WORDS).map((each) => each.slice('polyref.'.length));
  const word = kind.slice('polyref.'.length);
  const hint = didYouMean(word, kinds) || 'The definition comes from another version of Polyref, or was not made by one of its words.';
  return { rule: 'unknown-definition', severity: 'error', message: `\`${shorten(word)}\` is not a kind of definition.`, hint, location: place.at };
}

const MOST_NAME = 1_000;

function faultOfName(name: Plain, { article, name: what, word }: DefinitionWord): string | undefined {
  if (typeof name !== 'string' || name.trim() === '') return `${article} has no ${what}: the first argument of \`${word}()\` is ${describeValue(name)}.`;
  return name.length > MOST_NAME ? `The ${what} of a ${word} has ${name.length.toLocaleString('en-US')} characters, and ${MOST_NAME.toLocaleString('en-US')} are the most.` : undefined;
}
