/** What a team imports of Polyref, by name → URL: always of the Polyref that runs, whichever is installed where the file stands. */
export const OWN_MODULES: ReadonlyMap<string, string> = new Map([
  ['polyref', new URL('../../dsl/index.ts', import.meta.url).href],
  ['polyref/generator', new URL('../../index.ts', import.meta.url).href],
]);
