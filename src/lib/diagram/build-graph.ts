import { decodeEntityCodes } from './clean-source.ts';
import type { Cardinality, Graph, GraphEnd, GraphEntity, GraphField, GraphRelation, Mark } from './graph.ts';

/** Joins what the text says into a graph: relations find the rows that their labels name, comments give altered names back. */
export function buildGraph(parsed: Parsed): Graph {
  const indexes = new Map(parsed.entities.map((entity, index) => [entity.id, index]));
  const entities = parsed.entities.map(entityOf);
  const relations = parsed.relations.map((relation): GraphRelation => {
    const from = indexes.get(relation.from) ?? 0;
    const to = indexes.get(relation.to) ?? 0;
    const { paths, note, mark } = readLabel(relation.label, entities[from]);
    const end = (entity: number, path: string | undefined, cardinality: Cardinality): GraphEnd => {
      const field = path === undefined ? undefined : fieldNamed(entities[entity], path);
      return { entity, ...(path === undefined ? {} : { path }), ...(field === undefined ? {} : { field }), cardinality };
    };
    return {
      from: end(from, paths?.[0], relation.fromCardinality),
      to: end(to, paths?.[1], relation.toCardinality),
      enforced: relation.enforced,
      namesFields: paths?.[1] !== undefined,
      ...(note === '' ? {} : { label: note }),
      ...markOf(mark),
    };
  });
  return {
    ...(parsed.title === undefined ? {} : { title: readable(parsed.title) }),
    ...(parsed.description === undefined ? {} : { description: readable(parsed.description) }),
    entities,
    relations,
  };
}

/** As the grammar gives it: entity codes are not decoded, so that a separator inside a name is told from a real one. */
export interface Parsed {
  readonly title: string | undefined;
  readonly description: string | undefined;
  readonly entities: readonly ParsedEntity[];
  readonly relations: readonly ParsedRelation[];
}

export interface ParsedEntity {
  readonly id: string;
  readonly name: string;
  readonly classes: readonly string[];
  readonly attributes: readonly { readonly type: string; readonly name: string; readonly keys: readonly string[]; readonly comment: string }[];
}

export interface ParsedRelation {
  readonly from: string;
  readonly to: string;
  readonly label: string;
  readonly fromCardinality: Cardinality;
  readonly toCardinality: Cardinality;
  readonly enforced: boolean;
}

const MARKS: readonly string[] = ['added', 'removed', 'changed'] satisfies readonly Mark[];
const NOT_A_STORE = new Set(['default', 'focus', 'group', ...MARKS]);
/** `postgresql.*`, and `postgresql.* by mongodb.audit_logs.resourceId` for those that this field may point at. */
const ANY_ID = /^[^.]+\.\*(?:$| by )/;

function entityOf(parsed: ParsedEntity): GraphEntity {
  const store = parsed.classes.find((name) => !NOT_A_STORE.has(name));
  const kind = ANY_ID.test(parsed.id) ? 'any' : parsed.classes.includes('group') ? 'group' : 'entity';
  return {
    id: decodeEntityCodes(parsed.id),
    name: readable(parsed.name),
    ...(store === undefined ? {} : { store }),
    focus: parsed.classes.includes('focus'),
    ...markOf(parsed.classes.find((name) => MARKS.includes(name))),
    kind,
    fields: parsed.attributes.map(kind === 'group' ? countOf : fieldOf),
  };
}

/** A row of a group says in its comment how many there are: `15 collections`. A hand-written one may have none. */
function countOf(attribute: ParsedEntity['attributes'][number]): GraphField {
  const field = fieldOf(attribute);
  return field.comment === undefined ? field : { name: field.comment, type: field.type, keys: field.keys };
}

/**
 * In generated text a comment gives back what Mermaid's syntax could not hold: `meta.ownerId`, or `status : enum('a', 'b')` when the
 * type changed as well. A comment that does not spell the attribute's name is a remark of the author.
 */
function fieldOf(marked: ParsedEntity['attributes'][number]): GraphField {
  const [mark, comment] = splitMark(marked.comment);
  return { ...unmarkedField({ ...marked, comment }), ...markOf(mark) };
}

/** `added · meta.ownerId` → `added`, `meta.ownerId` */
function splitMark(text: string): readonly [mark: string | undefined, rest: string] {
  const [first = '', ...rest] = text.split(' · ');
  return MARKS.includes(first) ? [first, rest.join(' · ')] : [undefined, text];
}

function markOf(mark: string | undefined): { readonly mark?: Mark } {
  return mark === undefined ? {} : { mark: mark as Mark };
}

function unmarkedField(attribute: ParsedEntity['attributes'][number]): GraphField {
  const { keys } = attribute;
  const type = readable(attribute.type).replace(/~([^~]*)~/g, '<$1>');
  if (attribute.type === 'template' && attribute.name === 'key' && attribute.comment !== '') return { name: 'key', type, keys, template: readable(attribute.comment) };
  const colon = attribute.comment.indexOf(' : ');
  const path = readable(colon < 0 ? attribute.comment : attribute.comment.slice(0, colon));
  const name = decodeEntityCodes(attribute.name);
  if (path === '' || !isSpelling(name, path)) return { name, type, keys, ...(attribute.comment === '' ? {} : { comment: readable(attribute.comment) }) };
  return { name: path, type: colon < 0 ? type : readable(attribute.comment.slice(colon + 3)), keys };
}

/**
 * `goalId → ref_id · only when set` names two fields and adds a note. A label that is the name of a field of the first entity says where
 * the line starts. Any other label is words to show.
 */
function readLabel(label: string, from: GraphEntity | undefined): { readonly paths?: readonly [string, string?]; readonly note: string; readonly mark?: string | undefined } {
  const text = label.trim();
  const middle = text.indexOf(' · ');
  const fields = /^(.+?) → (.+)$/.exec(middle < 0 ? text : text.slice(0, middle));
  if (fields?.[1] !== undefined && fields[2] !== undefined) {
    const remark = middle < 0 ? '' : text.slice(middle + 3);
    return { paths: [readable(fields[1]), readable(fields[2])], note: readable(remark), mark: splitMark(remark)[0] };
  }
  const words = readable(text);
  return from?.fields.some((field) => field.name === words) === true ? { paths: [words], note: '' } : { note: words };
}

function fieldNamed(entity: GraphEntity | undefined, path: string): number | undefined {
  const exact = entity?.fields.findIndex((field) => field.name === path) ?? -1;
  if (exact >= 0) return exact;
  const alike = entity?.fields.findIndex((field) => isSpelling(field.name, path)) ?? -1;
  return alike < 0 ? undefined : alike;
}

/** Whether the word is what becomes of the path when it is made acceptable to Mermaid: the same letters and digits. */
function isSpelling(word: string, path: string): boolean {
  const letters = lettersOf(path);
  return letters === lettersOf(word) || (letters === '' && word === 'field');
}

function lettersOf(name: string): string {
  return name.replaceAll('|', 'or').replace(/[^\p{L}\p{N}]+|[\u{10000}-\u{10ffff}]/gu, '');
}

function readable(text: string): string {
  return decodeEntityCodes(text.replace(/<br\s*\/?>/gi, ' ')).replace(/\s+/g, ' ').trim();
}
