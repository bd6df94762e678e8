import type { Decision, PackageManager } from '../../src/lib/init/index.ts';
import { compareText } from '../../src/lib/model/compare-text.ts';
import { quoteWord } from '../quote-word.ts';

/** What became of each file, and the two commands that come next. */
export function describeInit(decisions: readonly Decision[], { shown, manager, missingPackages, flags }: Surroundings): readonly string[] {
  const created = decisions.filter((decision) => decision.kind === 'create');
  const edited = decisions.filter((decision) => decision.kind === 'add-scripts');
  const stays = decisions.flatMap((decision) => (decision.kind === 'leave' || (decision.kind === 'add-scripts' && decision.scripts.length > 0) ? [decision] : []));
  const command = (name: string) => [manager.polyref, name, ...flags.map(quoteWord)].join(' ');
  const width = Math.max(command('generate').length, command('start').length);
  return [
    ...(created.length === 0 ? [] : ['Created:', ...created.map(({ path }) => `  ${shown(path)}`).sort(compareText)]),
    ...edited.map(({ path, added }) => `Added to ${shown(path)}: ${added.join(', ')}`),
    ...(created.length + edited.length > 0 ? [] : [stays.length === 0 ? 'Nothing to write: everything is there.' : 'Nothing was written.']),
    ...(stays.length === 0 ? [] : ['', 'Left as they are:', ...stays.flatMap((decision) => describeLeft(decision, shown))]),
    ...(missingPackages.length === 0 ? [] : ['', `No package.json here lists ${missingPackages.join(' and ')}: CI installs what is listed. Add ${missingPackages.length === 1 ? 'it' : 'them'} to devDependencies.`]),
    '',
    'Next:',
    `  ${command('generate').padEnd(width)}  writes the pages: commit them with the schema`,
    `  ${command('start').padEnd(width)}  builds the site and serves it on this machine`,
  ];
}

interface Surroundings {
  /** Path relative to the repository → as the reader sees it. */
  readonly shown: (path: string) => string;
  readonly manager: PackageManager;
  readonly missingPackages: readonly string[];
  /** As typed. */
  readonly flags: readonly string[];
}

function describeLeft(decision: Extract<Decision, { readonly kind: 'leave' | 'add-scripts' }>, shown: (path: string) => string): readonly string[] {
  const path = shown(decision.path);
  if (decision.scripts.length > 0) return [`  ${path}: its ${decision.scripts.length === 1 ? 'script' : 'scripts'} ${decision.scripts.join(', ')}`];
  if (decision.kind === 'leave' && decision.lacks.length > 0) return [`  ${path}, which lacks:`, ...decision.lacks.map((line) => `    ${line}`)];
  return [`  ${path}`];
}
