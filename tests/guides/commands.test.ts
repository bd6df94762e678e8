import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { commands } from '../../scripts/commands/index.ts';
import { packageRoot } from '../../scripts/project.ts';
import { gitProject } from '../cli/git-project.ts';
import { runPolyref, smallSchema } from '../cli/run-polyref.ts';

const guide = (name: string) => readFileSync(join(packageRoot, `src/content/docs/guides/${name}.mdx`), 'utf8');
/** Every command line of a guide: in its examples, and in its sentences. */
const linesOf = (text: string) => [...text.matchAll(/npx polyref ([^`\n]+?)(?: +#.*)?(?=`|\n)/g)].map(([, line = '']) => line);

test('the guide lists every command', () => {
  expect([...guide('commands').matchAll(/^\| `(\w+)` \|/gm)].map(([, name]) => name).sort()).toEqual(commands.map(({ name }) => name).sort());
});

test('what the guide of monorepos types works in a package and from the root', async () => {
  const project = await gitProject({ 'package.json': '{ "workspaces": ["packages/*"] }\n', 'packages/db/package.json': '{ "name": "db" }\n' });
  const db = { cwd: join(project.cwd, 'packages/db') };
  const lines = linesOf(guide('monorepo'));
  expect(lines).toEqual(['init', 'generate', 'check', 'check --schema packages/db/schema']);
  for (const line of lines) expect({ line, ...(await runPolyref(line.split(' '), line.includes('--schema') ? project : db)) }).toMatchObject({ line, code: 0, err: '' });
  expect((await project.git('ls-files', '--others', '--exclude-standard')).split('\n').filter((path) => !path.startsWith('packages/db/'))).toEqual(['.github/workflows/polyref.yml']);
});

test('what the guide of commands types works on a schema beside', async () => {
  const project = await gitProject(Object.fromEntries(Object.entries(smallSchema).map(([path, text]) => [`shop/${path}`, text])));
  const here = { cwd: join(project.cwd, 'docs') };
  const lines = linesOf(guide('commands')).filter((line) => line.includes('--'));
  expect(lines.map((line) => line.split(' ')[0])).toEqual(['check', 'build']);
  await project.commit({ 'docs/notes.txt': '' });
  await runPolyref(['generate', '--schema', '../shop/schema'], here);
  for (const line of lines) expect({ line, ...(await runPolyref(line.split(' '), here)) }).toMatchObject({ line, code: 0, err: '' });
});
