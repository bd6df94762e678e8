/** Measures of the picture in its own pixels, which are those of the screen where it is shown at its natural size. */
export const BOX = { width: 232, header: 30, line: 15, row: 20, padding: 10, name: 13, text: 12, nameLimit: 18, least: 94 } as const;

/** Fewer rows are filled up with fields that take part in nothing; of more, the last ones fold into a count. */
export const ROWS = { least: 5, most: 12 } as const;

/** Space between boxes, around them in their group, for the group's title, and between groups. */
export const SPACE = { column: 30, row: 20, padding: 18, title: 44, groups: 32, margin: 8 } as const;
