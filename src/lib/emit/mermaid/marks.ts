/** What became of something between two schemas. The site's drawing knows these words, as classes of boxes and at the start of comments and notes. */
export type Mark = 'added' | 'removed' | 'changed';

/** What is marked in one diagram. */
export interface Marks {
  /** By address. */
  readonly entities: ReadonlyMap<string, Mark>;
  /** By address, then by path; the key of an object family is `key`. */
  readonly fields: ReadonlyMap<string, ReadonlyMap<string, MarkedField>>;
  /** References by the entity that they start in, then by the field. */
  readonly pointers: ReadonlyMap<string, ReadonlyMap<string, Mark>>;
}

/** A row, and, where the row itself does not show it, what it is that changed. Plain text. */
export interface MarkedField {
  readonly mark: Mark;
  readonly note?: string | undefined;
}

/** Before the name of a box, for readers who see no colours. */
export const SIGNS: Readonly<Record<Mark, string>> = { added: '+', removed: '−', changed: '~' };

/** Class → style, for readers on GitHub: lines that stand out from white and from black alike. */
export const MARK_COLOURS: ReadonlyMap<string, string> = new Map([
  ['added', 'stroke:#2da44e,stroke-width:3px'],
  ['removed', 'stroke:#e5534b,stroke-width:3px,stroke-dasharray:6 3'],
  ['changed', 'stroke:#c69026,stroke-width:3px'],
]);
