/** A generated file before it is made: path relative to the out folder, and what makes its text. */
export type PlannedFile = readonly [path: string, render: () => string];
