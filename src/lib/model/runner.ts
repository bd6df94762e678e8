/** What starts Polyref in a repository: the script of Polyref's own, or what its package manager has for commands of packages. */
export type Runner = 'npm run' | 'npx' | 'pnpm' | 'yarn' | 'bunx';

/**
 * The command line that works there: `npx polyref lint --verbose`.
 * @param runner absent: that of Polyref's own repository
 * @param words command and arguments, quoted for a shell
 */
export function commandOf(runner: Runner | undefined, words: readonly string[]): string {
  const [command = '', ...more] = words;
  return runner === undefined || runner === 'npm run' ? ['npm run', command, ...(more.length === 0 ? [] : ['--', ...more])].join(' ') : [runner, 'polyref', ...words].join(' ');
}

/** Hints name commands as `polyref lint`; a reader gets them as they work in the repository. */
export function withCommands(hint: string, runner: Runner | undefined): string {
  return hint.replace(/`polyref ([a-z][^`]*)`/g, (_, words: string) => `\`${commandOf(runner, words.split(' '))}\``);
}

export interface Manager {
  readonly name: 'npm' | 'pnpm' | 'yarn' | 'bun';
  readonly runner: Runner;
  readonly lockfiles: readonly string[];
}

export const MANAGERS: readonly Manager[] = [
  { name: 'npm', runner: 'npx', lockfiles: ['package-lock.json', 'npm-shrinkwrap.json'] },
  { name: 'pnpm', runner: 'pnpm', lockfiles: ['pnpm-lock.yaml'] },
  { name: 'yarn', runner: 'yarn', lockfiles: ['yarn.lock'] },
  { name: 'bun', runner: 'bunx', lockfiles: ['bun.lock', 'bun.lockb'] },
];

/**
 * The package manager of a folder. A lockfile decides before a declaration, because CI installs from it.
 * @param declared `packageManager` of a package.json: `pnpm@10.1.0`
 */
export function managerOf(declared: unknown, hasFile: (name: string) => boolean): Manager | undefined {
  return MANAGERS.find(({ lockfiles }) => lockfiles.some(hasFile)) ?? MANAGERS.find(({ name }) => typeof declared === 'string' && declared.startsWith(`${name}@`));
}
