import { existsSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import type { Runner } from '../model/runner.ts';

/**
 * What starts Polyref in a folder of a repository, from what is committed there, so that it is the same on every machine: the nearest `packageManager` or lockfile
 * decides. Nothing above the repository is looked at.
 * @param folder absolute path
 */
export function findRunner(folder: string): Runner {
  const { name, packageManager } = manifestIn(folder);
  if (name === 'polyref') return 'npm run';
  const named = MANAGERS.find(({ manager }) => typeof packageManager === 'string' && packageManager.startsWith(`${manager}@`));
  const found = named ?? MANAGERS.find(({ lockfiles }) => lockfiles.some((file) => existsSync(join(folder, file))));
  if (found !== undefined) return found.runner;
  return existsSync(join(folder, '.git')) || dirname(folder) === folder ? 'npx' : findRunner(dirname(folder));
}

const MANAGERS: readonly { readonly manager: string; readonly runner: Runner; readonly lockfiles: readonly string[] }[] = [
  { manager: 'npm', runner: 'npx', lockfiles: ['package-lock.json', 'npm-shrinkwrap.json'] },
  { manager: 'pnpm', runner: 'pnpm', lockfiles: ['pnpm-lock.yaml'] },
  { manager: 'yarn', runner: 'yarn', lockfiles: ['yarn.lock'] },
  { manager: 'bun', runner: 'bunx', lockfiles: ['bun.lock', 'bun.lockb'] },
];

interface Manifest {
  readonly name?: unknown;
  readonly packageManager?: unknown;
}

function manifestIn(folder: string): Manifest {
  try {
    return (JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8')) ?? {}) as Manifest;
  } catch {
    // There is none, or none that a package manager could read either.
    return {};
  }
}
