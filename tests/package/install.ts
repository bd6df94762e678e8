import { execFile } from 'node:child_process';
import { cp, mkdir, readdir, writeFile } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { promisify } from 'node:util';
import { packageRoot } from '../../scripts/project.ts';
import { put } from '../cli/run-polyref.ts';

const exec = promisify(execFile);

/** As somebody's shell has it: nothing of the npm or of the test runner that runs us. */
const env = Object.fromEntries(Object.entries(process.env).filter(([name]) => !/^(?:npm_|NODE_ENV$|VITEST)/i.test(name)));

/** Packs the working tree as it is; gives the path of the tarball. */
export async function packPolyref(folder: string): Promise<string> {
  await exec('npm', ['pack', '--pack-destination', folder], { cwd: packageRoot, env });
  const [name = ''] = await readdir(folder);
  return join(folder, name);
}

/** A bare repository whose only commit is the working tree as it is; gives its address. */
export async function repositoryOfPolyref(folder: string): Promise<string> {
  const git = async (...args: readonly string[]) => exec('git', ['-c', 'user.name=A', '-c', 'user.email=a@example.com', ...args], { env, maxBuffer: 2 ** 26 });
  const work = join(folder, 'work');
  await copyTree(work);
  for (const args of [['init', '--quiet', '--initial-branch=main'], ['add', '--all', '--force'], ['commit', '--quiet', '--message', 'All of it']]) await git('-C', work, ...args);
  await git('clone', '--quiet', '--bare', work, join(folder, 'polyref.git'));
  return `git+file://${join(folder, 'polyref.git')}`;
}

/** Again when a file of another test goes while it is copied. */
async function copyTree(to: string, tries = 3): Promise<void> {
  try {
    await cp(packageRoot, to, { recursive: true, filter: (path) => !LEFT_OUT.has(basename(path)) });
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ENOENT' || tries === 0) throw error;
    await copyTree(to, tries - 1);
  }
}

/** What git ignores, and its own folder. */
const LEFT_OUT: ReadonlySet<string> = new Set(['.git', '.astro', '.cache', 'build', 'coverage', 'dist', 'node_modules', 'polyref-site']);

/** A project with Polyref among its packages, installed as a stranger does. */
export async function installPolyref(cwd: string, what: string, manifest: object, files: Readonly<Record<string, string>>): Promise<string> {
  await mkdir(cwd, { recursive: true });
  await writeFile(join(cwd, 'package.json'), JSON.stringify(manifest));
  await put(cwd, files);
  await exec('npm', ['install', '--omit=dev', '--no-audit', '--no-fund', '--prefer-offline', what], { cwd, env, maxBuffer: 2 ** 26 });
  return join(cwd, 'node_modules/polyref/bin/polyref.js');
}
