import { existsSync } from 'node:fs';
import { mkdir, realpath, symlink } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { withScratchFolder } from '../../src/lib/disk/scratch-folder.ts';
import type { Repository } from './git.ts';

/**
 * Puts the source files of a commit into a scratch folder, gives that to `use`, and removes it. Packages are those of the working tree.
 * Neither the index nor the working tree is touched.
 */
export async function withCommit<Result>(repository: Repository, commit: string, schemaPath: string, use: (folder: string) => Promise<Result>): Promise<Result> {
  return withScratchFolder(await realpath(tmpdir()), async (scratch) => {
    const tree = join(scratch, 'tree');
    const env = { GIT_INDEX_FILE: join(scratch, 'index') };
    await mkdir(tree);
    await expectSuccess(repository.run(['read-tree', commit], { env }));
    const listed = await repository.run(['ls-files', '-z', '--', ...SOURCES], { env });
    // What `git lfs` would download is no source file.
    await expectSuccess(repository.run(['-c', 'filter.lfs.smudge=', '-c', 'filter.lfs.process=', '-c', 'filter.lfs.required=false', 'checkout-index', '-z', '--stdin', '--force', `--prefix=${tree}/`], { env, input: listed.out }));
    await linkPackages(repository.root, tree, schemaPath);
    return use(tree);
  });
}

/** A definition may import a shape from anywhere in the repository. */
const SOURCES = ['*.ts', '*.mts', '*.cts', '*.js', '*.mjs', '*.cjs', '*.json'];

/** The `node_modules` of every folder on the way to the schema. */
async function linkPackages(root: string, tree: string, schemaPath: string): Promise<void> {
  const steps = dirname(schemaPath) === '.' ? [] : dirname(schemaPath).split('/');
  for (let taken = 0; taken <= steps.length; taken += 1) {
    const way = steps.slice(0, taken).join('/');
    const packages = join(root, way, 'node_modules');
    if (!existsSync(packages) || !existsSync(join(tree, way))) continue;
    await symlink(packages, join(tree, way, 'node_modules'), 'junction').catch((error: NodeJS.ErrnoException) => {
      // Somebody committed them.
      if (error.code !== 'EEXIST') throw error;
    });
  }
}

async function expectSuccess(running: ReturnType<Repository['run']>): Promise<void> {
  const { code, err } = await running;
  if (code !== 0) throw new Error(`git could not give the files of the base: ${err.trim()}`);
}
