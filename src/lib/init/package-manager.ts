import { MANAGERS, managerOf, type Manager } from '../model/runner.ts';

/** What installs packages and runs their commands in a repository. */
export interface PackageManager {
  readonly name: Manager['name'];
  /** Runs a command of an installed package: `npx polyref`. */
  readonly polyref: string;
  /** Installs what the lockfile says, in CI; fails without one. */
  readonly install: string;
  /** Installs in CI where there is no lockfile. */
  readonly installUnlocked: string;
  /** A version to set up in CI, where no `packageManager` names one. */
  readonly setup: 'none' | 'declared' | 'version';
}

/** What tells the package manager of a repository. */
export interface ManagerEvidence {
  /** `packageManager` of a package.json: `pnpm@10.1.0`. */
  readonly declared: string | undefined;
  /** Name of the nearest lockfile. */
  readonly lockfile: string | undefined;
  /** Its text; asked of `yarn.lock` only, whose first lines tell Yarn 1 from later ones. */
  readonly lockText: string | undefined;
}

export const LOCKFILES: readonly string[] = MANAGERS.flatMap(({ lockfiles }) => lockfiles);

/** Without a lockfile and a declaration it is npm, which every Node has. */
export function choosePackageManager({ declared, lockfile, lockText }: ManagerEvidence): PackageManager {
  const major = /^\w+@(\d+)/.exec(declared ?? '')?.[1];
  switch (managerOf(declared, (name) => name === lockfile)?.name) {
    case 'pnpm':
      return { name: 'pnpm', polyref: 'pnpm polyref', install: 'pnpm install --frozen-lockfile', installUnlocked: 'pnpm install', setup: declared?.startsWith('pnpm@') === true ? 'declared' : 'version' };
    case 'yarn': {
      const isClassic = lockText === undefined ? major === '1' : !/^__metadata:/m.test(lockText);
      return { name: 'yarn', polyref: 'yarn polyref', install: `yarn install ${isClassic ? '--frozen-lockfile' : '--immutable'}`, installUnlocked: `yarn install${isClassic ? '' : ' --no-immutable'}`, setup: isClassic ? 'none' : 'declared' };
    }
    case 'bun':
      return { name: 'bun', polyref: 'bunx polyref', install: 'bun install --frozen-lockfile', installUnlocked: 'bun install', setup: 'none' };
    default:
      return { name: 'npm', polyref: 'npx polyref', install: 'npm ci', installUnlocked: 'npm install', setup: 'none' };
  }
}
