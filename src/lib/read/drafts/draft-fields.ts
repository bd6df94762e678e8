import type { FieldDraft } from '../../model/draft.ts';
import { ended } from '../../model/ended.ts';
import type { Finding } from '../../model/finding.ts';
import type { Location } from '../../model/location.ts';
import { didYouMean } from '../../model/suggest.ts';
import type { LocatedValue } from '../locate/located.ts';
import type { ReadEntity } from '../options/definitions.ts';
import { originalOf, thrownText } from '../options/plain-data.ts';
import { convertProperties, convertShape, type ConvertedShape, type ShapeFailure } from '../shape/convert-shape.ts';
import { jsonToFields, MOST_FIELDS, type ShapeField, type ShapeProblem } from '../shape/json-to-fields.ts';
import type { JsonShape } from '../shape/json-shape.ts';
import { NotASchema, ShapeTooLarge } from '../shape/measure-shape.ts';
import { publishSchema } from '../shape/publish-schema.ts';
import type { Vocabulary } from '../shape/type-words.ts';

export interface DraftedFields {
  readonly fields: readonly FieldDraft[];
  /** Of one record, as readers get it. */
  readonly jsonSchema: Readonly<Record<string, unknown>>;
  /** What the shape itself says of the whole; empty unless somebody described it. */
  readonly description: string;
  readonly findings: readonly Finding[];
}

/** The fields of an entity: what its Zod shape says, what stands beside it in the source, and what is laid over it by path. */
export function draftFields(definition: ReadEntity, address: string, place: LocatedValue): DraftedFields {
  const option = definition.kind === 'polyref.collection' ? 'document' : definition.kind === 'polyref.table' ? 'columns' : 'parameters';
  const nearest = place.options.get(option) ?? place.at;
  const findings: Finding[] = [];
  const placeOf = (path: string) => locationOf(path, place, nearest);
  const { shape, failures } = shapeOf(definition);
  for (const failure of failures) findings.push(failureFinding(failure, address, failure.path === '' ? nearest : placeOf(failure.path)));
  const read = shape === undefined ? undefined : fieldsOf(shape, definition.kind);
  if (read?.failure !== undefined) findings.push(failureFinding(read.failure, address, nearest));
  if (shape === undefined || read?.failure !== undefined || read === undefined) return { fields: [], jsonSchema: {}, description: '', findings };
  for (const problem of read.problems) findings.push(findingOf(problem, address, option, problem.path === '' ? nearest : placeFor(problem, place, placeOf)));
  const drafts = overlay(read.fields.map((field) => draftOf(field, place, placeOf)), definition, address, place, findings);
  const descriptions = new Map(drafts.map((field) => [field.path, field.description]));
  const description = typeof shape['description'] === 'string' ? shape['description'] : '';
  return { fields: drafts, jsonSchema: publishSchema(shape, (path) => descriptions.get(path) ?? ''), description, findings };
}

const VOCABULARIES: Readonly<Record<ReadEntity['kind'], Vocabulary>> = { 'polyref.collection': 'mongodb', 'polyref.table': 'postgresql', 'polyref.objects': 'json' };

function shapeOf(definition: ReadEntity): ConvertedShape {
  switch (definition.kind) {
    case 'polyref.collection':
      return definition.options.document === undefined ? NO_SHAPE : convertShape(originalOf(definition.options.document));
    case 'polyref.table':
      return definition.options.columns === undefined ? NO_SHAPE : convertShape(originalOf(definition.options.columns));
    case 'polyref.objects':
      return convertProperties(Object.fromEntries(Object.entries(definition.options.parameters ?? {}).map(([name, mark]) => [name, originalOf(mark)])));
  }
}

/** That there is none is told elsewhere. */
const NO_SHAPE: ConvertedShape = { shape: undefined, failures: [] };

function fieldsOf(shape: JsonShape, kind: ReadEntity['kind']): ReturnType<typeof jsonToFields> & { readonly failure?: ShapeFailure } {
  try {
    return jsonToFields(shape, VOCABULARIES[kind]);
  } catch (error) {
    return { fields: [], problems: [], failure: { path: '', error } };
  }
}

function failureFinding({ path, error }: ShapeFailure, address: string, location: Location): Finding {
  const at = path === '' ? address : `${address}.${path}`;
  if (error instanceof ShapeTooLarge) return { rule: 'bad-shape', severity: 'error', address: at, message: `The shape of \`${at}\` is too large to be shown.`, hint: SMALLER, location };
  if (error instanceof NotASchema) return { rule: 'bad-shape', severity: 'error', address: at, message: `The shape of \`${at}\` cannot be read: ${error.message}`, hint: 'Write a Zod schema there, such as z.string().', location };
  const why = isZodsOwn(error) ? 'it holds something that is not a Zod schema' : thrownText(error);
  const message = `The shape of \`${at}\` cannot be read${why === '' ? '.' : `: ${ended(why)}`}`;
  const hint = error instanceof RangeError ? 'A recursive shape must come back to the same Zod object, not make a new one each time.' : 'Zod itself refuses it.';
  return { rule: 'bad-shape', severity: 'error', address: at, message, hint, location };
}

/** What only looks like a schema of Zod has no definition to walk. */
function isZodsOwn(error: unknown): boolean {
  return error instanceof TypeError && /^.*(?:\n\s+at [^\n]*\(<anonymous>\))*\n\s+at [^\n]*[\\/](?:zod|read[\\/]shape|polyref[\\/]build[\\/]run)[\\/]/.test(error.stack ?? '');
}

/** A word's own place, where it stands in one of its own; else that of its field. */
function placeFor({ path, kind }: ShapeProblem, place: LocatedValue, placeOf: (path: string) => Location): Location {
  return (kind === 'word' ? place.fields.get(path)?.reference : undefined) ?? placeOf(path);
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
  const outer = path.replace(/(?:\[\]|\{(?:key)?\})$/, '');
  if (outer !== path) return outer;
  const dot = path.lastIndexOf('.');
  return dot === -1 ? '' : path.slice(0, dot);
}

function overlay(fields: readonly FieldDraft[], { options }: ReadEntity, address: string, place: LocatedValue, findings: Finding[]): readonly FieldDraft[] {
  const byPath = new Map(fields.map((field) => [field.path, field]));
  const plain = new Map(fields.map((field) => [withoutBrackets(field.path), field.path]));
  const lay = (option: 'references' | 'classification' | 'formerFields', apply: (field: FieldDraft, path: string) => FieldDraft) => {
    for (const path of Object.keys(options[option] ?? {})) {
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
    const reference = options.references?.[path];
    const location = place.options.get(`references.${path}`) ?? place.options.get('references');
    return reference === undefined ? field : { ...field, reference, ...(location !== undefined ? { referenceLocation: location } : {}) };
  });
  lay('classification', (field, path) => {
    const classification = options.classification?.[path];
    return classification === undefined ? field : { ...field, classification };
  });
  lay('formerFields', (field, path) => {
    const formerly = options.formerFields?.[path];
    return formerly === undefined ? field : { ...field, formerly };
  });
  return fields.map((field) => byPath.get(field.path) ?? field);
}

function withoutBrackets(path: string): string {
  return path.replace(/\[\]|\{(?:key)?\}/g, '');
}

const SMALLER = 'Write z.record(z.string(), z.unknown()) in the place of a part that nobody reads about.';

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
};

function findingOf({ path, kind, type, problem }: ShapeProblem, address: string, option: string, location: Location): Finding {
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
    case 'word': {
      const { rule = 'bad-option', subject = '', predicate = '', hint = '' } = problem ?? {};
      return { rule, severity: 'error', address: at, message: `${subject} at \`${at}\`${predicate}`, ...(hint === '' ? {} : { hint }), location };
    }
    case 'too-large':
      return {
        rule: 'bad-shape', severity: 'error', address, message: `The shape of \`${address}\` has more than ${MOST_FIELDS.toLocaleString('en-US')} fields.`,
        hint: SMALLER, location,
      };
    case 'several-references':
      return {
        rule: 'several-references', severity: 'error', address: at, message: `\`${at}\` has more than one reference.`,
        hint: 'Write one that has several targets: refByType(…), or refToOneOf(…) with the reason why nothing tells them apart.', location,
      };
    case 'different-options':
      return {
        rule: 'several-references', severity: 'error', address: at, message: `\`${at}\` has a reference in several variants of a union, and their options differ.`,
        hint: 'Give all of them the same options; only their targets may differ.', location,
      };
    case 'nameless-reference':
      return {
        rule: 'bad-shape', severity: 'error', address, message: `\`${address}\` has a reference in properties that it does not name.`,
        hint: "Put them into a field of their own: owners: z.record(z.string(), ref('…')).", location,
      };
    case 'hidden-reference':
      return {
        rule: 'bad-shape', severity: 'error', address: at, message: `\`${at}\` has a reference that is only a part of its text.`,
        hint: 'Store the referenced key in a field of its own; for the key of an S3 object, write objectKey(…).', location,
      };
  }
}
