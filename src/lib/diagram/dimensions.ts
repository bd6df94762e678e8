/** Measures of the drawing, in pixels at its natural size. Port positions are whole numbers, so that lines fall on pixels. */
export const SIZE = {
  header: 28,
  row: 20,
  /** Each further line of a wrapped name. */
  line: 14,
  /** Distance of two lines that meet one row from the same side; no two feet touch. */
  port: 10,
  /** The same where one of them has a label. */
  labelledPort: 13,
  padding: 10,
  /** Between a name and its type. */
  gap: 12,
  glyph: 14,
  minWidth: 116,
  nameText: 12,
  typeText: 10.5,
  markText: 9,
  labelText: 10,
  /** Length of a crow's foot with its circle. */
  foot: 17,
  /** Empty space around the whole drawing. */
  margin: 8,
} as const;

/** Widest name before it wraps, in characters; key templates wrap earlier, since they have natural places to do so. */
export const WRAP = { name: 44, template: 32, type: 26, label: 36 } as const;

/** A header takes about two lines of Latin letters; beyond this many characters its name is shortened in its middle. */
export const LONGEST_HEADER = 80;

/** Beyond this many characters the text of a row is shortened in its middle; its whole stands in the title. */
export const ABSURD = 160;
