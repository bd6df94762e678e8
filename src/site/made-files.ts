/**
 * What the site shows beyond the files on disk, or in their place, by the folder of its pages: absolute path → files. Pages are collected and rendered in the same process, by modules that
 * share no state with those of the command but what is global.
 */
export const madeFiles: Map<string, MadeFiles> = ((globalThis as unknown as Record<symbol, Map<string, MadeFiles>>)[Symbol.for('polyref.made-files')] ??= new Map());

/** Path of each file, relative to the out folder → what makes its text. */
export type MadeFiles = ReadonlyMap<string, () => string>;
