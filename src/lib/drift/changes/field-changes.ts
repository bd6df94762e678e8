import { codeSpan } from '../../model/code-span.ts';
import type { Entity } from '../../model/entity.ts';
import type { Field } from '../../model/field.ts';
import { firstSentence } from '../../model/first-sentence.ts';
import { someInSequence } from '../../model/in-sequence.ts';
import type { ChangeContext, EntityPair } from './change-context.ts';
import { defineFamily, type ChangeDraft } from './change-family.ts';
import { describeUses } from './field-uses.ts';
import { likelyNewName } from './likely-renames.ts';
import { fieldName, nameOf, refusesMisfits, targetName } from './words.ts';

type Kind = 'field-added' | 'required-field-added' | 'field-removed' | 'field-renamed';

/** Fields that came, went, and go by another name. What is inside of a field that came or went, or is of another type now, comes and goes with it. */
export const fieldChanges = defineFamily<Kind>({
  title: 'Fields',
  kinds: {
    'field-added': 'A field is new, and records that exist need none of it.',
    'required-field-added': 'A field is new, and every record must have it; those that exist do not.',
    'field-removed': 'A field is not described any more.',
    'field-renamed': 'A field has another name.',
  },
  *find(context) {
    for (const pair of context.pairs) {
      // The placeholders of a key come and go with its template.
      if (pair.base.kind !== pair.head.kind || pair.head.kind === 'objects') continue;
      if (pair.fields.length === pair.base.fields.length && pair.fields.length === pair.head.fields.length) continue;
      const changed = new Set(pair.fields.flatMap(({ base, head }) => (base.type === head.type ? [] : [head.path])));
      const added = outermost(pair.head.fields, pair.base.fields, changed);
      const removed = outermost(pair.base.fields, pair.head.fields, changed);
      for (const field of added) yield fieldAdded(field, pair.head, context);
      for (const field of removed) yield fieldRemoved(field, pair, added, context);
    }
    for (const pair of context.pairs) yield* fieldsRenamed(pair, context);
  },
});

/** Fields that the others do not have, without those inside of another such field, or of one whose type changed. */
function outermost(fields: readonly Field[], others: readonly Field[], changed: ReadonlySet<string>): readonly Field[] {
  const known = new Set(others.map((field) => field.path));
  const outside = new Set(changed);
  return fields.filter((field) => {
    if (known.has(field.path)) return false;
    const isInside = isBelowAny(field.path, outside);
    outside.add(field.path);
    return !isInside;
  });
}

function isBelowAny(path: string, paths: ReadonlySet<string>): boolean {
  for (let end = path.length - 1; end > 0; end -= 1) if (/[.[{]/.test(path[end] ?? '') && paths.has(path.slice(0, end))) return true;
  return false;
}

function fieldAdded(field: Field, entity: Entity, { head }: ChangeContext): ChangeDraft<Kind> {
  const name = fieldName(entity, field);
  const target = head.referencesOfField(entity.address, field.path)[0];
  const what = [codeSpan(field.type), ...(target === undefined ? [] : [`pointing at ${targetName(target)}`]), ...(field.classification === undefined ? [] : [field.classification === 'personal' ? 'personal data' : 'a secret'])].join(', ');
  const described = field.description === '' ? '' : ` ${firstSentence(field.description)}`;
  const place = { entity: entity.address, field: field.path, location: field.location };
  const isTable = entity.kind === 'table';
  const mayLack = isTable ? field.nullable : field.optional;
  if (mayLack || field.default !== undefined || field.generated !== undefined) {
    return { kind: 'field-added', level: 'safe', ...place, message: `${name} is new, ${mayLack ? 'optional' : 'required'}: ${what}.${described}`, effect: valueInExisting(field, isTable), todo: '' };
  }
  return {
    kind: 'required-field-added',
    level: refusesMisfits(entity) ? 'breaking' : 'dangerous',
    ...place,
    message: `${name} is new and required${field.nullable ? ', though it may be null' : ''}: ${what}.${described}`,
    effect: isTable ? 'Adding it fails as soon as the table has a row.' : `Existing documents do not have it${refusesMisfits(entity) ? ', and MongoDB refuses them when they are next written' : ': readers that rely on it meet documents without it'}.`,
    todo: isTable ? 'Give it a default, or add it nullable, fill it, and make it required then.' : 'Make it optional, fill it in the existing documents, and make it required then.',
  };
}

/** What a record that exists has in a field that is new. */
function valueInExisting({ generated, default: value }: Field, isTable: boolean): string {
  if (generated !== undefined) return 'Existing rows get the generated value.';
  if (value !== undefined) return isTable ? `Existing rows get the default, ${codeSpan(value)}.` : `Existing documents do not have it; whoever reads them through the schema gets the default, ${codeSpan(value)}.`;
  return isTable ? 'Existing rows have null in it.' : 'Existing documents do not have it, and need not.';
}

function fieldRemoved(field: Field, { base, head }: EntityPair, added: readonly Field[], context: ChangeContext): ChangeDraft<Kind> {
  const uses = describeUses(field, base, context.base);
  const heir = likelyNewName(field, added);
  const likely = heir === undefined ? '' : `It looks like ${codeSpan(field.name)} became ${codeSpan(heir.path)}: if so, say it with ${codeSpan(`formerly(…, '${field.name}')`)}. `;
  const { isLost, effect, advice } = remainsOf(field, head);
  return {
    kind: 'field-removed',
    level: isLost || uses.length > 0 ? 'breaking' : 'dangerous',
    entity: head.address,
    field: field.path,
    message: `${fieldName(head, field)} was removed${uses.length === 0 ? '; nothing in the schema used it' : `, though ${someInSequence(uses, 3)}`}.`,
    effect,
    todo: `${likely}Make sure that no reader of ${nameOf(head)} needs ${advice}`,
    location: head.location,
  };
}

/** What becomes of the values of a field that is gone: only a column of its own is dropped with them. */
function remainsOf({ path, generated }: Field, head: Entity): Remains {
  if (head.kind !== 'table') return { isLost: false, effect: 'Existing documents keep it, with nothing that says what it is; those written from now on do not have it.', advice: 'the field, then remove what it holds.' };
  const [column = path] = /^[^.[{]+/.exec(path) ?? [];
  if (column !== path) return { isLost: false, effect: `Existing rows keep it inside ${codeSpan(column)}, with nothing that says what it is; those written from now on do not have it.`, advice: 'the field, then remove what it holds.' };
  if (generated !== undefined) return { isLost: false, effect: 'The column is dropped. What it held can be computed again.', advice: 'the column.' };
  return { isLost: true, effect: 'The column is dropped, and what it holds is lost.', advice: 'the column, and copy what anybody still needs: dropping it cannot be undone.' };
}

interface Remains {
  readonly isLost: boolean;
  readonly effect: string;
  /** What to do, behind "Make sure that no reader of it needs". */
  readonly advice: string;
}

function* fieldsRenamed({ head }: EntityPair, { renames }: ChangeContext): Iterable<ChangeDraft<Kind>> {
  if (head.kind === 'objects') return;
  const before = [...renames.entities].find(([, now]) => now === head.address)?.[0] ?? head.address;
  const renamed = new Map([...(renames.fields.get(before) ?? [])].map(([was, path]) => [path, was]));
  for (const field of head.fields) {
    const was = renamed.get(field.path);
    // Nested fields have another path because the field around them has another name.
    if (was === undefined || field.formerly !== was) continue;
    yield {
      kind: 'field-renamed',
      level: 'breaking',
      entity: head.address,
      field: field.path,
      was: `${before}.${was}`,
      message: `${codeSpan(`${before}.${was}`)} is called ${fieldName(head, field)} now.`,
      effect: head.kind === 'table' ? 'Software that still uses the old name fails.' : `Existing documents have it under the old name: whoever reads the new one finds nothing.`,
      todo: head.kind === 'table' ? 'Rename the column in the same deployment that switches its readers and writers.' : 'Write both names, copy the old to the new in the existing documents, switch the readers, and remove the old one last.',
      location: field.location,
    };
  }
}
