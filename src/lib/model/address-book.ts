import type { FieldAddress } from './reference.ts';
import { didYouMean } from './suggest.ts';

/** What an address book is made of: an entity's address and the paths of its fields. */
export interface AddressBookEntry {
  readonly address: string;
  readonly fields: readonly { readonly path: string }[];
}

/** Finds what an address in text means. Names may hold dots, so an address is looked up, never split. */
export interface AddressBook {
  /** The entity's address, or what is wrong. */
  readonly entity: (text: string) => Found<string>;
  readonly field: (text: string) => Found<FieldAddress>;
  /** An entity, or a field of one. */
  readonly entityOrField: (text: string) => Found<{ readonly entity: string; readonly field?: string }>;
}

export type Found<Value> = { readonly found: Value } | Missing;

export interface Missing {
  /** Continues a sentence: `there is no entity …`. */
  readonly problem: string;
  readonly hint: string;
  /** The entity that was meant could not be read at all, which is said elsewhere. */
  readonly consequence: boolean;
}

/** A tombstone as the address book needs it. */
interface Gone {
  readonly address: string;
  readonly replacedBy?: string;
}

/**
 * @param unreadable addresses of entities whose file could not be read: looking for them is no mistake of its own
 */
export function buildAddressBook(entries: readonly AddressBookEntry[], tombstones: readonly Gone[], unreadable: readonly string[]): AddressBook {
  const fieldsOf = new Map(entries.map((entry) => [entry.address, new Set(entry.fields.map((field) => field.path))]));
  const gone = new Map(tombstones.map((tombstone) => [tombstone.address, tombstone]));
  const missing = new Set(unreadable);
  // What could not be read may well be what was meant.
  const known = [...fieldsOf.keys(), ...unreadable];

  const entity = (text: string): Found<string> => {
    if (fieldsOf.has(text)) return { found: text };
    const tombstone = gone.get(text);
    if (tombstone !== undefined) {
      const hint = tombstone.replacedBy === undefined ? 'Point at a living entity.' : `It was replaced by \`${tombstone.replacedBy}\`.`;
      return { problem: `\`${text}\` was eliminated`, hint, consequence: false };
    }
    const owner = prefixesOf(text).find((prefix) => fieldsOf.has(prefix));
    if (owner !== undefined) {
      return { problem: `\`${text}\` is not an entity`, hint: `Name the entity alone: \`${owner}\`.`, consequence: false };
    }
    return { problem: `there is no entity \`${text}\``, hint: hintFor(text, known), consequence: missing.has(text) };
  };

  const field = (text: string): Found<FieldAddress> => {
    const owners = prefixesOf(text).filter((prefix) => fieldsOf.has(prefix));
    for (const owner of owners) {
      const path = text.slice(owner.length + 1);
      if (fieldsOf.get(owner)?.has(path) === true) return { found: { entity: owner, field: path } };
    }
    const owner = owners[0];
    if (owner !== undefined) {
      const paths = fieldsOf.get(owner) ?? [];
      const path = text.slice(owner.length + 1);
      const near = didYouMean(path, paths).replace(/`([^`]+)`/g, `\`${owner}.$1\``);
      return { problem: `\`${owner}\` has no field \`${path}\``, hint: near || listFields(owner, paths), consequence: false };
    }
    if (fieldsOf.has(text)) {
      return { problem: `\`${text}\` is an entity, not a field`, hint: listFields(text, fieldsOf.get(text) ?? []), consequence: false };
    }
    const prefixes = prefixesOf(text);
    const tombstone = prefixes.find((prefix) => gone.has(prefix));
    if (tombstone !== undefined) return notFound(entity(tombstone));
    const guess = prefixes[0] ?? text;
    const near = didYouMean(text, allFields(fieldsOf)) || hintFor(guess, known);
    return { problem: `there is no field \`${text}\``, hint: near, consequence: prefixes.some((prefix) => missing.has(prefix)) };
  };

  return {
    entity,
    field,
    entityOrField: (text) => {
      if (fieldsOf.has(text)) return { found: { entity: text } };
      return prefixesOf(text).some((prefix) => fieldsOf.has(prefix)) ? field(text) : notFound(entity(text));
    },
  };
}

/** The same failure, of a search for something else. */
function notFound(result: Found<string>): Missing {
  if ('problem' in result) return result;
  throw new Error(`${result.found} was found after all.`);
}

/** `a.b.c` → `a.b`, `a`: longest first, so that a name that holds a dot wins over a shorter one. */
function prefixesOf(text: string): readonly string[] {
  const prefixes: string[] = [];
  for (let at = text.lastIndexOf('.'); at > 0; at = text.lastIndexOf('.', at - 1)) prefixes.push(text.slice(0, at));
  return prefixes;
}

function hintFor(text: string, known: readonly string[]): string {
  const bare = nameOf(text);
  // The right name in the wrong store, or in none, is the commonest slip of all.
  const elsewhere = known.filter((address) => nameOf(address) === bare).slice(0, 2);
  if (elsewhere.length > 0) return `Did you mean ${elsewhere.map((address) => `\`${address}\``).join(' or ')}?`;
  return didYouMean(text, known) || 'An address begins with its store: `postgresql.activities.ref_id`.';
}

function nameOf(address: string): string {
  return address.slice(address.indexOf('.') + 1);
}

function* allFields(fieldsOf: ReadonlyMap<string, ReadonlySet<string>>): Iterable<string> {
  for (const [address, paths] of fieldsOf) for (const path of paths) yield `${address}.${path}`;
}

function listFields(address: string, paths: Iterable<string>): string {
  const some = [...paths].slice(0, 5).map((path) => `\`${path}\``);
  return some.length === 0 ? `\`${address}\` has no fields.` : `It has ${some.join(', ')}${some.length === 5 ? ', …' : ''}.`;
}
