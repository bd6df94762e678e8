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
