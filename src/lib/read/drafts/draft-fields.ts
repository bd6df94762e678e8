import type { EntityDefinition } from '../../dsl/definition.ts';
import type { FieldDraft } from '../../model/draft.ts';
import type { Finding } from '../../model/finding.ts';
import type { Location } from '../../model/location.ts';
import { didYouMean } from '../../model/suggest.ts';
import type { LocatedValue } from '../locate/located.ts';
import { jsonToFields, type ShapeField, type ShapeProblem } from '../shape/json-to-fields.ts';
import type { JsonShape } from '../shape/json-shape.ts';
import { publishSchema } from '../shape/publish-schema.ts';
import type { Vocabulary } from '../shape/type-words.ts';
import { zodPropertiesToJson, zodToJson } from '../shape/zod-to-json.ts';

export interface DraftedFields {
  readonly fields: readonly FieldDraft[];
  /** Of one record, as readers get it. */
  readonly jsonSchema: Readonly<Record<string, unknown>>;
  /** What the shape itself says of the whole; empty unless somebody described it. */
  readonly description: string;
  readonly findings: readonly Finding[];
}

/** The fields of an entity: what its Zod shape says, what stands beside it in the source, and what is laid over it by path. */
export function draftFields(definition: EntityDefinition, address: string, place: LocatedValue): DraftedFields {
  const option = definition.kind === 'polyref.collection' ? 'document' : definition.kind === 'polyref.table' ? 'columns' : 'parameters';
  const nearest = place.options.get(option) ?? place.at;
  const findings: Finding[] = [];
  let shape: JsonShape | undefined;
  try {
    shape = shapeOf(definition);
  } catch (error) {
    const message = `The shape of \`${address}\` cannot be read: ${error instanceof Error ? (error.message.split('\n')[0] ?? '') : String(error)}`;
    const hint = error instanceof RangeError ? 'A recursive shape must come back to the same Zod object, not make a new one each time.' : 'Zod itself refuses it.';
    findings.push({ rule: 'bad-shape', severity: 'error', address, message: ended(message), hint, location: nearest });
  }
  if (shape === undefined) return { fields: [], jsonSchema: {}, description: '', findings };
  const read = jsonToFields(shape, VOCABULARIES[definition.kind]);
  const placeOf = (path: string) => locationOf(path, place, nearest);
  for (const problem of read.problems) findings.push(findingOf(problem, address, option, problem.path === '' ? nearest : placeOf(problem.path)));
  const drafts = overlay(read.fields.map((field) => draftOf(field, place, placeOf)), definition, address, place, findings);
  const descriptions = new Map(drafts.map((field) => [field.path, field.description]));
  const description = typeof shape['description'] === 'string' ? shape['description'] : '';
  return { fields: drafts, jsonSchema: publishSchema(shape, (path) => descriptions.get(path) ?? ''), description, findings };
}

const VOCABULARIES: Readonly<Record<EntityDefinition['kind'], Vocabulary>> = { 'polyref.collection': 'mongodb', 'polyref.table': 'postgresql', 'polyref.objects': 'json' };

function shapeOf(definition: EntityDefinition): JsonShape | undefined {
  switch (definition.kind) {
    case 'polyref.collection':
      return zodToJson(definition.document);
    case 'polyref.table':
      return zodToJson(definition.columns);
    case 'polyref.objects':
      return zodPropertiesToJson(definition.parameters ?? {});
  }
}

function draftOf({ description, ...field }: ShapeField, place: LocatedValue, placeOf: (path: string) => Location): FieldDraft {
  const located = place.fields.get(field.path);
  const reference = field.reference === undefined ? undefined : located?.reference;
  return {
    ...field,
    description: located?.doc || (description ?? ''),
    location: placeOf(field.path),
    ...(reference !== undefined ? { referenceLocation: reference } : {}),
  };
}

/** Of the field itself, else of the nearest field around it. */
function locationOf(path: string, place: LocatedValue, nearest: Location): Location {
  for (let at = path; at !== ''; at = outerPath(at)) {
    const found = place.fields.get(at);
    if (found !== undefined) return found.at;
  }
  return nearest;
}

function outerPath(path: string): string {
  if (/(?:\[\]|\{\})$/.test(path)) return path.slice(0, -2);
  const dot = path.lastIndexOf('.');
  return dot === -1 ? '' : path.slice(0, dot);
}

function overlay(fields: readonly FieldDraft[], definition: EntityDefinition, address: string, place: LocatedValue, findings: Finding[]): readonly FieldDraft[] {
  const byPath = new Map(fields.map((field) => [field.path, field]));
  const plain = new Map(fields.map((field) => [withoutBrackets(field.path), field.path]));
  const lay = (option: 'references' | 'classification' | 'formerFields', apply: (field: FieldDraft, path: string) => FieldDraft) => {
    for (const path of Object.keys(definition[option] ?? {})) {
      const location = place.options.get(`${option}.${path}`) ?? place.options.get(option) ?? place.at;
      const found = byPath.get(path) ?? byPath.get(plain.get(withoutBrackets(path)) ?? '');
      if (found !== undefined) {
        byPath.set(found.path, apply(found, path));
        continue;
      }
      const message = `\`${option}\` of \`${address}\` names \`${path}\`, and \`${address}\` has no such field.`;
      const hint = didYouMean(path, byPath.keys());
      findings.push({ rule: 'unknown-field-path', severity: 'error', address, message, ...(hint === '' ? {} : { hint }), location });
    }
  };
  lay('references', (field, path) => {
    const reference = definition.references?.[path];
    const location = place.options.get(`references.${path}`) ?? place.options.get('references');
    return reference === undefined ? field : { ...field, reference, ...(location !== undefined ? { referenceLocation: location } : {}) };
  });
  lay('classification', (field, path) => {
    const classification = definition.classification?.[path];
    return classification === undefined ? field : { ...field, classification };
  });
  lay('formerFields', (field, path) => {
    const formerly = definition.formerFields?.[path];
    return formerly === undefined ? field : { ...field, formerly };
  });
  return fields.map((field) => byPath.get(field.path) ?? field);
}

function withoutBrackets(path: string): string {
  return path.replaceAll('[]', '').replaceAll('{}', '');
}

/** What to write instead of a type that nothing can store. */
const INSTEAD: Readonly<Record<string, string>> = {
  transform: 'Give the shape that is stored, after the transformation: `.transform(…).pipe(z.string())`.',
  custom: "Say its type: z.string(), z.date(), sqlType('…'), or .meta({ polyref: { type: '…' } }) on it.",
  function: 'A function cannot be stored; take it out.',
  promise: 'Give the shape of what the promise brings.',
  symbol: 'Use z.string() or z.enum([…]).',
  void: 'Take the field out, or use z.null().',
  undefined: 'Take the field out, or use z.null().',
  never: 'Take the field out.',
  nan: 'Use z.number().',
  success: 'Use z.boolean().',
};

function findingOf({ path, kind, type }: ShapeProblem, address: string, option: string, location: Location): Finding {
  const at = path === '' ? address : `${address}.${path}`;
  switch (kind) {
    case 'not-an-object':
      return {
        rule: 'bad-shape', severity: 'error', address, message: `\`${option}\` of \`${address}\` is \`${type}\`, not an object with fields.`,
        hint: `Write ${option}: z.object({ … }).`, location,
      };
    case 'unsupported':
      return {
        rule: 'unsupported-type', severity: 'error', address: at, message: `\`${at}\` has the Zod type \`${type}\`, which says nothing of what is stored.`,
        hint: INSTEAD[type] ?? "Use the type that is stored, or say it: .meta({ polyref: { type: '…' } }).", location,
      };
    case 'several-references':
      return {
        rule: 'several-references', severity: 'error', address: at, message: `\`${at}\` has more than one reference.`,
        hint: 'Write one that has several targets: refByType(…), or refToOneOf(…) with the reason why nothing tells them apart.', location,
      };
  }
}

function ended(sentence: string): string {
  return /[.!?]$/.test(sentence) ? sentence : `${sentence}.`;
}
