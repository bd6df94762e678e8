import { existsSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { managerOf, type Runner } from '../model/runner.ts';

/**
 * What starts Polyref in a folder of a repository, from what is committed there, so that it is the same on every machine: the nearest lockfile or `packageManager`
 * decides. Nothing above the repository is looked at.
 * @param folder absolute path
 */
export function findRunner(folder: string): Runner {
  const { name, packageManager } = manifestIn(folder);
  if (name === 'polyref') return 'npm run';
  const found = managerOf(packageManager, (file) => existsSync(join(folder, file)));
  if (found !== undefined) return found.runner;
  return existsSync(join(folder, '.git')) || dirname(folder) === folder ? 'npx' : findRunner(dirname(folder));
}

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
