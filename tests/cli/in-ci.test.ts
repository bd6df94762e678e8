import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { packageRoot } from '../../scripts/project.ts';
import { gitProject } from './git-project.ts';
import { runPolyref, smallSchema } from './run-polyref.ts';

/** Every command line of the guide and of the workflow, as it stands there. */
const COMMANDS = [...new Set(['src/content/docs/guides/in-ci.mdx', '.github/workflows/polyref.yml'].flatMap((path) => [...readFileSync(join(packageRoot, path), 'utf8').matchAll(/^.*npx polyref .*$/gm)].flatMap(([line]) => line.split('&&').flatMap((part) => /npx polyref (.+)$/.exec(part.replace(/ +#.*$/, '').trim())?.[1] ?? []))))];

test('the guide has the commands that one copies', () => {
  expect(COMMANDS).toContain('check');
  expect(COMMANDS.filter((line) => line.startsWith('diff')).length).toBeGreaterThan(4);
});

test('each runs on a branch that has nothing to say, and is content', async () => {
  const { cwd, git, commit } = await gitProject(smallSchema);
  await runPolyref(['generate'], { cwd });
  await commit({});
  await git('update-ref', 'refs/remotes/origin/main', 'HEAD');
  await git('switch', '--quiet', '--create', 'feature');
  for (const line of COMMANDS) {
    const args = line.replace(/\$(CI_MERGE_REQUEST_TARGET_BRANCH_NAME|TARGET)/, 'main').split(' ').map((word) => word.replaceAll('"', ''));
    expect({ line, ...(await runPolyref(args, { cwd })) }).toMatchObject({ line, code: 0 });
  }
}, 240_000);
