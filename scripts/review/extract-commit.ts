import { existsSync } from 'node:fs';
import { mkdir, realpath, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, isAbsolute, join } from 'node:path';
import { isWithin } from '../../src/lib/disk/is-within.ts';
import { withScratchFolder } from '../../src/lib/disk/scratch-folder.ts';
import { UsageError } from '../command.ts';
import type { Repository, TreeEntry } from './git.ts';

/**
 * Puts the source files of a commit into a scratch folder, gives that to `use`, and removes it. Packages are those of the working tree.
 * Neither the index nor the working tree is touched. Files are written as they were committed, by us: a checkout of git would run the filters that are set up.
 */
export async function withCommit<Result>(repository: Repository, commit: string, schemaPath: string, use: (folder: string) => Promise<Result>): Promise<Result> {
  return withScratchFolder(await realpath(tmpdir()), async (scratch) => {
    const tree = join(scratch, 'tree');
    await mkdir(tree);
    await writeSources(repository, commit, tree);
    await linkPackages(repository.root, tree, schemaPath);
    return use(tree);
  });
}

/** A definition may import a shape from anywhere in the repository. */
const SOURCE = /\.(?:[mc]?ts|[mc]?js|json)$/;

async function writeSources(repository: Repository, commit: string, tree: string): Promise<void> {
  const sources = (await repository.files(commit)).filter(({ path }) => SOURCE.test(path));
  for (const { path } of sources) if (!isSafePath(path)) throw new UsageError(`The base holds a file with an unsafe path: \`${path}\`. Name another base.`);
  await writeEach(sources.filter(({ kind }) => kind === 'file'), repository, async (path, content) => {
    await mkdir(dirname(join(tree, path)), { recursive: true });
    // Where the disk does not tell upper from lower case, the first of two files stays.
    await writeFile(join(tree, path), content, { flag: 'wx' }).catch(unless('EEXIST'));
  });
  // When every file is written, none can be written through a link.
  await writeEach(sources.filter(({ kind }) => kind === 'link'), repository, async (path, content) => {
    const target = content.toString('utf8');
    if (isAbsolute(target)) return;
    const link = join(tree, path);
    await mkdir(dirname(link), { recursive: true });
    // Windows allows links to some users only.
    await symlink(target, link).catch(unless('EEXIST', 'EPERM'));
    const found = await realpath(link).catch(() => undefined);
    if (found === undefined || !isWithin(found, tree)) await rm(link, { force: true });
  });
}

async function writeEach(entries: readonly TreeEntry[], repository: Repository, write: (path: string, content: Buffer) => Promise<void>): Promise<void> {
  const paths = entries.values();
  for await (const content of repository.objects(entries.map(({ id }) => id))) {
    const entry = paths.next().value;
    if (entry !== undefined) await write(entry.path, content);
  }
}

/** Whether a path stays in its folder on every system, and out of the folders of git. */
function isSafePath(path: string): boolean {
  const isSafe = (part: string) => part !== '' && part !== '.' && part !== '..' && !/^(?:\.git|git~\d+)[ .]*$/i.test(part.replace(/[\u200c-\u200f\u202a-\u202e\u206a-\u206f\ufeff]/g, ''));
  return path.split(process.platform === 'win32' ? /[/\\:]/ : '/').every(isSafe);
}

/** The `node_modules` of every folder on the way to the schema. */
async function linkPackages(root: string, tree: string, schemaPath: string): Promise<void> {
  const steps = dirname(schemaPath) === '.' ? [] : dirname(schemaPath).split('/');
  for (let taken = 0; taken <= steps.length; taken += 1) {
    const way = steps.slice(0, taken).join('/');
    const packages = join(root, way, 'node_modules');
    if (!existsSync(packages) || !existsSync(join(tree, way))) continue;
    // Somebody may have committed them.
    await symlink(packages, join(tree, way, 'node_modules'), 'junction').catch(unless('EEXIST'));
  }
}

/** For `catch`: an error of another kind goes on. */
function unless(...codes: readonly string[]): (error: NodeJS.ErrnoException) => void {
  return (error) => {
    if (!codes.includes(error.code ?? '')) throw error;
  };
}
