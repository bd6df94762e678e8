/**
 * What `exports` of Polyref's package.json names → URL, where code of a team can import it: always of the Polyref that runs, whichever is installed where the file
 * stands. Undefined is what only pages and other programs use.
 */
export const POLYREF_MODULES: ReadonlyMap<string, string | undefined> = new Map([
  ['polyref', new URL('../../dsl/index.ts', import.meta.url).href],
  ['polyref/generator', new URL('../../index.ts', import.meta.url).href],
  ['polyref/components', undefined],
  ['polyref/report.schema.json', undefined],
  ['polyref/package.json', undefined],
]);
