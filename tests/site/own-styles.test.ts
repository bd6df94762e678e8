import { join } from 'node:path';
import { build } from 'vite';
import { expect, test } from 'vitest';
import { ownStyles } from '../../src/site/own-styles.ts';
import { put } from '../cli/run-polyref.ts';
import { temporaryFolder } from '../disk/temporary-folder.ts';

/** What a build says that applies these style sheets. */
async function buildWith(files: Readonly<Record<string, string>>): Promise<string> {
  const folder = await temporaryFolder();
  await put(folder, { 'main.js': '', ...Object.fromEntries(Object.entries(files).map(([name, text]) => [`docs/${name}`, text])) });
  const css = Object.keys(files).map((name) => join(folder, 'docs', name));
  const built = build({ configFile: false, root: folder, logLevel: 'silent', build: { write: false, rolldownOptions: { input: join(folder, 'main.js') } }, plugins: [ownStyles({ folder, css })] });
  return built.then(() => 'built', (error: unknown) => (error as Error).message);
}

test('a style sheet that is no CSS is named, with the line', async () => {
  expect(await buildWith({ 'good.css': 'a { color: red; & b { color: light-dark(#fff, #000); } }\n', 'bad.css': 'a { color: red; }\n@media ( {\n' })).toContain(
    'docs/bad.css:2:11 is not a valid style sheet: Invalid media query. Correct the CSS there; `docs.css` applies it.',
  );
  expect(await buildWith({ 'all.css': "@import './part.css';\n", 'part.css': 'a:::b { color: red }\n' })).toContain('docs/part.css:1:5 is not a valid style sheet');
});

test('style sheets that are CSS are built, with the pictures that they name', async () => {
  expect(await buildWith({ 'a.css': ':root { --pr-accent: light-dark(#7a2e8f, #d9a2ea); }\n.b { background: url("./b.svg"); }\n', 'empty.css': '' })).toBe('built');
});
