import { resolve } from 'node:path';

/** What git runs with. */
export interface GitEnvironment {
  readonly variables: NodeJS.ProcessEnv;
  /** Before the command: `-c`, `core.fsmonitor=false`, … */
  readonly flags: readonly string[];
}

/**
 * Git that reads a repository and does nothing else: it runs no program, asks nobody, fetches nothing, and says the same whatever the user or the repository has set.
 * @param userSettings also read the global and the system's settings: only there can a user trust a repository of somebody else
 * @param gitDir take the repository that `GIT_DIR` names, if it does
 */
export function gitEnvironment(from: NodeJS.ProcessEnv, { userSettings = false, gitDir = false }: { readonly userSettings?: boolean; readonly gitDir?: boolean } = {}): GitEnvironment {
  const kept = [...WHERE_TO_LOOK, ...(userSettings ? USER_SETTINGS : [])];
  const isKept = (name: string) => !/^(?:GIT_|LC_|LANGUAGE$)/i.test(name) || kept.some((prefix) => name.toUpperCase().startsWith(prefix));
  const inherited = Object.fromEntries(Object.entries(from).filter(([name]) => isKept(name)));
  return { variables: { ...inherited, ...VARIABLES, ...(userSettings ? {} : NO_USER_SETTINGS), ...(gitDir ? gitDirOf(from) : {}) }, flags: ['--no-pager', '--no-optional-locks', ...SETTINGS.flatMap((setting) => ['-c', setting])] };
}

/** Git for Windows opens this name as the others open theirs. */
const NOTHING = process.platform === 'win32' ? 'NUL' : '/dev/null';

/** Variables of git that only say how far to look for a repository. All the others are dropped. */
const WHERE_TO_LOOK = ['GIT_CEILING_DIRECTORIES', 'GIT_DISCOVERY_ACROSS_FILESYSTEM'];

/** Variables that say which settings there are: one prefix for all of them. */
const USER_SETTINGS = ['GIT_CONFIG_'];

const NO_USER_SETTINGS = { GIT_CONFIG_NOSYSTEM: '1', GIT_CONFIG_SYSTEM: NOTHING, GIT_CONFIG_GLOBAL: NOTHING };

const VARIABLES: Readonly<Record<string, string>> = {
  // Messages are read by us, and texts come as bytes.
  LC_ALL: 'C',
  GIT_PAGER: 'cat',
  GIT_TERMINAL_PROMPT: '0',
  GIT_OPTIONAL_LOCKS: '0',
  GIT_ATTR_NOSYSTEM: '1',
  // History as it was committed.
  GIT_NO_REPLACE_OBJECTS: '1',
  GIT_GRAFT_FILE: NOTHING,
  // A partial clone would fetch what it lacks, and a remote may run a program for that.
  GIT_NO_LAZY_FETCH: '1',
  GIT_ALLOW_PROTOCOL: '',
  // Can be set in files that are read before `-c`.
  GIT_TRACE2: '0',
  GIT_TRACE2_EVENT: '0',
  GIT_TRACE2_PERF: '0',
};

/** For what no variable and no flag of a command decides. */
const SETTINGS: readonly string[] = [
  // Programs.
  'core.fsmonitor=false', `core.hooksPath=${NOTHING}`, 'core.pager=cat', 'core.askPass=', 'core.sshCommand=', 'core.gitProxy=', 'core.alternateRefsCommand=', 'credential.helper=', 'diff.external=',
  'protocol.allow=never', 'gc.auto=0', 'maintenance.auto=false',
  // A bare repository inside of a working tree would bring its own settings.
  'safe.bareRepository=explicit',
  // What comes out.
  'advice.graftFileDeprecated=false', `core.attributesFile=${NOTHING}`, `core.excludesFile=${NOTHING}`, 'core.quotePath=false', 'core.warnAmbiguousRefs=false', 'color.ui=false', 'column.ui=never', 'i18n.logOutputEncoding=UTF-8',
  'log.showSignature=false', 'log.follow=false', 'log.mailmap=false', 'log.decorate=false', 'log.diffMerges=off', 'format.pretty=medium', 'diff.orderFile=', 'diff.renames=false',
  'grep.patternType=default', 'grep.fullName=false', 'grep.lineNumber=false', 'grep.column=false', 'grep.fallbackToNoIndex=false', 'submodule.recurse=false',
];

/** Relative paths in these count from the current folder. */
function gitDirOf(from: NodeJS.ProcessEnv): NodeJS.ProcessEnv {
  return Object.fromEntries(['GIT_DIR', 'GIT_WORK_TREE', 'GIT_COMMON_DIR'].flatMap((name) => (from[name] === undefined ? [] : [[name, resolve(from[name])]])));
}
