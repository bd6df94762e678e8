/** What installs packages and runs their commands in a repository. */
export interface PackageManager {
  readonly name: 'npm' | 'pnpm' | 'yarn';
  /** Runs a command of an installed package: `npx polyref`. */
  readonly polyref: string;
  /** Installs what the lockfile says, in CI. */
  readonly install: string;
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

export const LOCKFILES = ['package-lock.json', 'npm-shrinkwrap.json', 'pnpm-lock.yaml', 'yarn.lock'] as const;

/** A lockfile says more than a declaration: it is what CI installs from. Without either it is npm, which every Node has. */
export function choosePackageManager({ declared, lockfile, lockText }: ManagerEvidence): PackageManager {
  const [, name, major] = /^(npm|pnpm|yarn)@(\d+)/.exec(declared ?? '') ?? [];
  if (lockfile === 'pnpm-lock.yaml' || (lockfile === undefined && name === 'pnpm')) {
    return { name: 'pnpm', polyref: 'pnpm polyref', install: 'pnpm install --frozen-lockfile', setup: name === 'pnpm' ? 'declared' : 'version' };
  }
  if (lockfile === 'yarn.lock' || (lockfile === undefined && name === 'yarn')) {
    const isClassic = lockText === undefined ? major === '1' : !/^__metadata:/m.test(lockText);
    return { name: 'yarn', polyref: 'yarn polyref', install: `yarn install ${isClassic ? '--frozen-lockfile' : '--immutable'}`, setup: isClassic ? 'none' : 'declared' };
  }
  return { name: 'npm', polyref: 'npx polyref', install: 'npm ci', setup: 'none' };
}
