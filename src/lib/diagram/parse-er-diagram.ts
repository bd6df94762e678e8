import { buildGraph, type ParsedEntity, type ParsedRelation } from './build-graph.ts';
import { cleanSource, decodeEntityCodes } from './clean-source.ts';
import { DiagramError } from './diagram-error.ts';
import type { Graph } from './graph.ts';

/** Reads `erDiagram` text with Mermaid's own grammar, in Node and in the browser alike. Throws `DiagramError`. */
export async function parseErDiagram(text: string): Promise<Graph> {
  const source = cleanSource(text);
  if (!isErDiagram(text)) throw new DiagramError('The text is not an erDiagram: its first word must be `erDiagram`.', firstLine(source.text));
  const parser = await loadGrammar();
  const target = createTarget();
  // No `await` between these two lines: the parser is shared, with Mermaid's own drawing too where that runs on the same page.
  parser.yy = target.actions;
  try {
    parser.parse(`${source.text.trimStart()}\n`);
  } catch (error) {
    // The grammar takes no blank line before its first word.
    throw errorOf(error, firstLine(source.text) - 1);
  }
  return buildGraph({ ...target.parsed, title: target.parsed.title ?? source.title });
}

/** Whether Mermaid would read the text as an `erDiagram`. */
export function isErDiagram(text: string): boolean {
  return /^\s*erDiagram\b/.test(cleanSource(text).text);
}

interface Grammar {
  yy: object;
  parse(text: string): unknown;
}

let grammar: Promise<Grammar> | undefined;

/** Mermaid takes a third of a second to load, so only the first diagram asks for it. */
function loadGrammar(): Promise<Grammar> {
  grammar ??= (async () => {
    const { default: mermaid } = await import('mermaid');
    // Diagram kinds register lazily: without a first parse there is "No diagram type detected".
    await mermaid.parse('erDiagram');
    const diagram = await mermaid.mermaidAPI.getDiagramFromText('erDiagram');
    const parser: unknown = diagram.getParser().parser;
    if (!isGrammar(parser)) throw new DiagramError('This version of mermaid has no erDiagram grammar where it was expected.');
    return parser;
  })();
  return grammar;
}

function isGrammar(value: unknown): value is Grammar {
  return typeof value === 'object' && value !== null && 'parse' in value && typeof value.parse === 'function';
}

interface RawAttribute {
  readonly type: string;
  readonly name: string;
  readonly keys?: readonly string[];
  readonly comment?: string;
}

/**
 * What the grammar calls while it reads. Mermaid's own collector needs a DOM for titles and groups and shares its state between
 * diagrams; this one collects the same calls as plain data.
 */
function createTarget() {
  const entities = new Map<string, { id: string; alias: string; classes: string[]; attributes: RawAttribute[] }>();
  const relations: ParsedRelation[] = [];
  const parsed: { title: string | undefined; description: string | undefined; entities: readonly ParsedEntity[]; relations: readonly ParsedRelation[] } = {
    title: undefined,
    description: undefined,
    get entities() {
      return [...entities.values()].map(({ id, alias, classes, attributes }) => ({
        id, name: alias || id, classes, attributes: attributes.map(({ type, name, keys = [], comment = '' }) => ({ type, name, keys, comment })),
      }));
    },
    relations,
  };
  const addEntity = (id: string, alias = ''): void => {
    const known = entities.get(id);
    if (known === undefined) entities.set(id, { id, alias, classes: [], attributes: [] });
    else if (known.alias === '') known.alias = alias;
  };
  const actions = {
    Cardinality: { ZERO_OR_ONE: 'zero-or-one', ZERO_OR_MORE: 'zero-or-more', ONE_OR_MORE: 'one-or-more', ONLY_ONE: 'exactly-one', MD_PARENT: 'exactly-one' },
    Identification: { IDENTIFYING: '--', NON_IDENTIFYING: '..' },
    subgraphDepth: 0,
    addEntity,
    // The grammar collects attributes from the last to the first.
    addAttributes: (id: string, attributes: readonly RawAttribute[]): void => {
      addEntity(id);
      entities.get(id)?.attributes.push(...attributes.toReversed());
    },
    addRelationship: (from: string, label: string, to: string, spec: { cardA: ParsedRelation['toCardinality']; cardB: ParsedRelation['toCardinality']; relType: string }): void => {
      addEntity(from);
      addEntity(to);
      relations.push({
        // The grammar reads the two signs the other way round.
        from, to, label, fromCardinality: spec.cardB, toCardinality: spec.cardA, enforced: spec.relType === '--',
      });
    },
    setClass: (ids: readonly string[], classes: readonly string[]): void => {
      for (const id of ids) entities.get(id)?.classes.push(...classes);
    },
    setAccTitle: (title: string): void => {
      parsed.title = title;
    },
    setAccDescription: (description: string): void => {
      parsed.description = description;
    },
    // A drawing has one look and one direction of its own; groups are not drawn.
    setDirection: (): void => {},
    addClass: (): void => {},
    addCssStyles: (): void => {},
    addSubGraph: (group: { text: string }): string => group.text,
  };
  return { actions, parsed };
}

/**
 * Mermaid's message with the line of the token that it stumbled over; its own number is that of the token before.
 * @param skipped lines of the text that the grammar did not see
 */
function errorOf(error: unknown, skipped: number): DiagramError {
  if (!(error instanceof Error)) return new DiagramError(String(error));
  const line = 'hash' in error ? lineOf(error.hash) : undefined;
  const message = decodeEntityCodes(error.message.trimEnd());
  if (line === undefined) return new DiagramError(message);
  return new DiagramError(message.replace(/^((?:Parse|Lexical) error on line) \d+[:.]?/, `$1 ${line + skipped}:`), line + skipped);
}

function lineOf(hash: unknown): number | undefined {
  if (typeof hash !== 'object' || hash === null || !('line' in hash) || typeof hash.line !== 'number') return undefined;
  // Counted from 0, and at the end of the token.
  const within = 'text' in hash && typeof hash.text === 'string' ? hash.text.split('\n').length - 1 : 0;
  return hash.line + 1 - within;
}

function firstLine(text: string): number {
  return text.split('\n').findIndex((line) => line.trim() !== '') + 1 || 1;
}
