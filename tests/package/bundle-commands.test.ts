import { expect, test } from 'vitest';
import { keepPlaces } from '../../scripts/package/bundle-commands.ts';

/** What a source becomes, and what it names of the site. */
function kept(path: string, code: string): readonly [string, readonly string[]] {
  const named = new Set<string>();
  return [keepPlaces(code, path, named), [...named]];
}

test('what Node runs is a file of the bundle', () => {
  expect(kept('src/lib/read/sandbox/open-sandbox.ts', "new Worker(new URL('./sandbox-worker.ts', import.meta.url));")).toEqual(["new Worker(new URL('./sandbox-worker.js', import.meta.url));", []]);
  expect(kept('src/lib/read/modules/own-modules.ts', "new URL('../../dsl/index.ts', import.meta.url).href")).toEqual(["new URL('./polyref.js', import.meta.url).href", []]);
});

test('what the site is made of stays where it is', () => {
  expect(kept('src/explore/polyref-explore.ts', "new URL('./explore-data.ts', import.meta.url)")).toEqual(["new URL('../src/explore/explore-data.js', import.meta.url)", ['src/explore/explore-data.ts']]);
  expect(kept('src/diagrams/drawing-version.ts', "[new URL('../lib/diagram/', import.meta.url), new URL('./', import.meta.url)]")).toEqual([
    "[new URL('../src/lib/diagram/', import.meta.url), new URL('../src/diagrams/', import.meta.url)]", ['src/lib/diagram/', 'src/diagrams/'],
  ]);
});

test('a folder above is that of the source, and nothing to be packed', () => {
  expect(kept('scripts/project.ts', "new URL('.', import.meta.url)")).toEqual(["new URL('../scripts/', import.meta.url)", []]);
  expect(kept('src/lib/read/modules/resolve-plugin.ts', "new URL('../..', import.meta.url)")).toEqual(["new URL('../src/lib/', import.meta.url)", []]);
});

test('a file that asks where it is gets the place of its source; a text that says so stays', () => {
  expect(kept('src/lib/read/locate/ts.ts', "createRequire(import.meta.url)('ts-morph'); const text = 'import.meta.url';")).toEqual([
    "createRequire(new URL('../src/lib/read/locate/ts.js', import.meta.url).href)('ts-morph'); const text = 'import.meta.url';", [],
  ]);
});

test('what would be another folder in the bundle is not packed', () => {
  expect(() => kept('src/a.ts', 'const here = import.meta.dirname;')).toThrow('src/a.ts uses import.meta.dirname, which is another one in the bundle: use import.meta.url.');
});
