import { MANAGERS } from '../model/runner.ts';
import type { PackageManager } from './package-manager.ts';
import { PINNED } from './pinned-actions.ts';

/** What a workflow has to know of a repository. Paths are relative to its root, with forward slashes; `.` is the root. */
export interface WorkflowInputs {
  readonly manager: PackageManager;
  /** Folder of the lockfile. */
  readonly lockFolder: string;
  /** The lockfile's name; undefined where there is none yet. */
  readonly lockfile: string | undefined;
  /** Folder that commands run in. */
  readonly packageFolder: string;
  /** Folder of the installed package, which holds the action. */
  readonly action: string;
  /** Relative to `packageFolder`; absent where they are the default. */
  readonly schema?: string;
  readonly out?: string;
}

/** The workflow that runs check, lint and diff on each pull request, by the action of the installed package. */
export function renderWorkflow(inputs: WorkflowInputs): string {
  return `${[
    'name: Polyref',
    '',
    'on:',
    '  pull_request:',
    '  push:',
    '    branches: [main, master]',
    '',
    'permissions:',
    '  contents: read',
    '  pull-requests: write # the comment',
    '  security-events: write # the upload to code scanning',
    '',
    'jobs:',
    '  polyref:',
    '    runs-on: ubuntu-latest',
    '    steps:',
    `      - uses: ${PINNED.checkout}`,
    '        with:',
    '          fetch-depth: 0 # `diff` compares with the commit where the branch left the main one',
    '          persist-credentials: false',
    ...installSteps(inputs),
    `      # The action is part of the installed package, so it always has ${inputs.lockfile === undefined ? 'its version' : 'the version of the lockfile'}.`,
    ...polyrefStep(inputs),
  ].join('\n')}\n`;
}

/** The step that checks this schema. */
function polyrefStep({ action, packageFolder, schema, out }: WorkflowInputs): readonly string[] {
  const settings = [
    ...(packageFolder === '.' ? [] : [`working-directory: ${yamlText(packageFolder)}`]),
    ...(schema === undefined ? [] : [`schema: ${yamlText(schema)}`]),
    ...(out === undefined ? [] : [`out: ${yamlText(out)}`]),
  ];
  return [`      - uses: ${yamlText(`./${action}`)}`, ...(settings.length === 0 ? [] : ['        with:', ...settings.map((line) => `          ${line}`)])];
}

/** The lines of the step for this schema that a workflow of the team's own lacks; none where it has them all. */
export function missingStep(inputs: WorkflowInputs, workflow: string): readonly string[] {
  const step = polyrefStep(inputs);
  return `${workflow.replaceAll('\r\n', '\n')}\n`.includes(`${step.join('\n')}\n`) ? [] : step.map((line) => line.slice(INDENT));
}

const INDENT = '      '.length;

function installSteps({ manager, lockFolder, lockfile }: WorkflowInputs): readonly string[] {
  const isAtRoot = lockFolder === '.';
  // The cache of setup-node does not know Bun.
  const isCached = lockfile !== undefined && manager.name !== 'bun';
  return [
    ...setupSteps(manager, lockFolder),
    `      - uses: ${PINNED.setupNode}`,
    '        with:',
    '          node-version: 24',
    ...(isCached ? [`          cache: ${manager.name}`] : []),
    ...(!isCached || isAtRoot ? [] : [`          cache-dependency-path: ${yamlText(`${lockFolder}/${lockfile}`)}`]),
    ...(lockfile === undefined ? [`      # There is no lockfile, so versions may differ from run to run. Commit ${lockfileOf(manager)}, and run instead: ${manager.install}`] : []),
    `      - run: ${lockfile === undefined ? manager.installUnlocked : manager.install}`,
    ...(isAtRoot ? [] : [`        working-directory: ${yamlText(lockFolder)}`]),
  ];
}

/** The one that this package manager writes. */
function lockfileOf({ name }: PackageManager): string {
  return MANAGERS.find((manager) => manager.name === name)?.lockfiles[0] ?? 'its lockfile';
}

function setupSteps({ name, setup }: PackageManager, lockFolder: string): readonly string[] {
  if (name === 'bun') return [`      - uses: ${PINNED.setupBun}`];
  if (name === 'npm' || setup === 'none') return [];
  if (name === 'yarn') return ['      - run: corepack enable'];
  const settings = setup === 'version' ? ['          version: 10'] : lockFolder === '.' ? [] : [`          package_json_file: ${yamlText(`${lockFolder}/package.json`)}`];
  return [`      - uses: ${PINNED.setupPnpm}`, ...(settings.length === 0 ? [] : ['        with:', ...settings])];
}

/** Plain where YAML reads a text plainly, else quoted. */
function yamlText(text: string): string {
  return /^[\w.][\w./@-]*$/.test(text) ? text : JSON.stringify(text);
}
