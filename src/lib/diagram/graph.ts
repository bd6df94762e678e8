/** What a diagram's text says, before anything has a place. Positions in lists are those of the text. */
export interface Graph {
  readonly title?: string;
  readonly description?: string;
  readonly entities: readonly GraphEntity[];
  readonly relations: readonly GraphRelation[];
}

export interface GraphEntity {
  /** As the text has it; in generated text, the entity's address. */
  readonly id: string;
  /** The name to show: the alias, or else the id. */
  readonly name: string;
  /** Mermaid class that names the store; absent in most hand-written text. */
  readonly store?: string;
  readonly focus: boolean;
  /** What became of it between two schemas: a class of the text. */
  readonly mark?: Mark;
  /** `any`: some entity of a store, the target of a polymorphic reference; `group`: all the entities of a domain or store, with their number in its rows. */
  readonly kind: 'entity' | 'any' | 'group';
  readonly fields: readonly GraphField[];
}

export interface GraphField {
  /** The true path, `meta.ownerId`, also where Mermaid's syntax could not hold it. */
  readonly name: string;
  readonly type: string;
  readonly keys: readonly string[];
  /** What a hand-written text says about the field. */
  readonly comment?: string;
  /** The key of an object family: what the field holds is this template. */
  readonly template?: string;
  /** What became of it: the first word of its comment, before a ` · ` or alone. */
  readonly mark?: Mark;
}

export interface GraphRelation {
  readonly from: GraphEnd;
  readonly to: GraphEnd;
  /** Solid when the database enforces it, else dashed (`--` and `..` in the text). */
  readonly enforced: boolean;
  /** Generated text names the two fields; there the line style tells who enforces the reference. */
  readonly namesFields: boolean;
  /** The words to draw at the line, absent when they would add nothing. */
  readonly label?: string;
  /** What became of it: the first word of its note. */
  readonly mark?: Mark;
}

export type Mark = 'added' | 'removed' | 'changed';

export interface GraphEnd {
  /** Index into `entities`. */
  readonly entity: number;
  /** Index into that entity's fields; absent when the text names none of them. */
  readonly field?: number;
  /** The field as the text names it, also when the entity has no such row. */
  readonly path?: string;
  readonly cardinality: Cardinality;
}

export type Cardinality = 'zero-or-one' | 'exactly-one' | 'zero-or-more' | 'one-or-more';
