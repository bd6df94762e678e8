import { spawn } from 'node:child_process';
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { parse } from 'yaml';
import { packageRoot } from '../../scripts/project.ts';
import { temporaryFolder } from '../disk/temporary-folder.ts';
import { evaluateExpression, fillIn, isTrue, type ExpressionNames } from './evaluate-expression.ts';

export interface Step {
  readonly id?: string;
  readonly name?: string;
  readonly if?: string;
  readonly run?: string;
  readonly shell?: string;
  readonly uses?: string;
  readonly with?: Readonly<Record<string, string>>;
  readonly env?: Readonly<Record<string, string>>;
  readonly 'working-directory'?: string;
}

export interface ActionFile {
  readonly inputs: Readonly<Record<string, { readonly default: string }>>;
  readonly outputs: Readonly<Record<string, { readonly value: string }>>;
  readonly runs: { readonly using: string; readonly steps: readonly Step[] };
}

export async function readAction(): Promise<ActionFile> {
  return parse(await readFile(join(packageRoot, 'action.yml'), 'utf8')) as ActionFile;
}

export interface ActionRun {
  /** 0 when no step failed, else the exit code of the first that did. */
  readonly code: number;
  readonly outputs: Readonly<Record<string, string>>;
  /** What all steps printed, to both streams. */
  readonly log: string;
  readonly summary: string;
  /** The actions that would have run, with what they were given. */
  readonly used: readonly { readonly uses: string; readonly with: Readonly<Record<string, string>> }[];
}

export interface ActionOptions {
  readonly workspace: string;
  readonly inputs?: Readonly<Record<string, string>>;
  /** The context `github`, but for the token. */
  readonly github: Readonly<Record<string, unknown>>;
  readonly api?: string;
  /** Default: the package that is installed in the workspace. */
  readonly actionPath?: string;
  /** What actions say that are not run, by name. */
  readonly answers?: Readonly<Record<string, Readonly<Record<string, string>>>>;
}

/** Runs the steps of `action.yml` as a runner does: each script in bash with its files for outputs and the summary. Actions of others are only noted. */
export async function runAction({ workspace, inputs = {}, github, api = '', actionPath = join(workspace, 'node_modules/polyref'), answers = {} }: ActionOptions): Promise<ActionRun> {
  const action = await readAction();
  const temp = await temporaryFolder();
  const steps: Record<string, { outputs: Readonly<Record<string, string>> }> = {};
  const state = { code: 0, log: '', used: [] as { uses: string; with: Readonly<Record<string, string>> }[] };
  const contextOf = (given: Readonly<Record<string, string>>): ExpressionNames => ({ contexts: { github: { ...github, token: 'a-token' }, inputs: given, steps }, hasFailed: state.code !== 0 });
  const filled = Object.fromEntries(Object.entries(action.inputs).map(([name, { default: value }]) => [name, inputs[name] ?? fillIn(value, contextOf({}))]));
  const summary = join(temp, 'summary.md');
  await writeFile(summary, '');
  for (const [number, step] of action.runs.steps.entries()) {
    const names = contextOf(filled);
    const condition = step.if ?? 'success()';
    const runs = isTrue(evaluateExpression(condition, names)) && (state.code === 0 || /\b(?:always|failure)\(\)/.test(condition));
    if (!runs) continue;
    const values = (map: Readonly<Record<string, string>> = {}) => Object.fromEntries(Object.entries(map).map(([name, value]) => [name, fillIn(value, names)]));
    const note = (outputs: Readonly<Record<string, string>>) => {
      if (step.id !== undefined) steps[step.id] = { outputs };
    };
    if (step.uses !== undefined) {
      state.used.push({ uses: step.uses, with: values(step.with) });
      note(answers[step.uses.split('@')[0] ?? ''] ?? {});
      continue;
    }
    const output = join(temp, `output-${number}`);
    await mkdir(join(temp, 'runner'), { recursive: true });
    await writeFile(output, '');
    const script = join(temp, `step-${number}.sh`);
    await writeFile(script, step.run ?? '');
    const { code, log } = await runBash(script, join(workspace, fillIn(step['working-directory'] ?? '.', names)), {
      ...values(step.env),
      GITHUB_OUTPUT: output, GITHUB_STEP_SUMMARY: summary, GITHUB_ACTION_PATH: actionPath, GITHUB_WORKSPACE: workspace, GITHUB_REPOSITORY: String(github['repository']), GITHUB_API_URL: api,
      GITHUB_ACTIONS: 'true', CI: 'true', RUNNER_TEMP: join(temp, 'runner'),
    });
    state.log += log;
    if (state.code === 0) state.code = code;
    note(Object.fromEntries((await readFile(output, 'utf8')).split('\n').filter((line) => line !== '').map((line) => [line.slice(0, line.indexOf('=')), line.slice(line.indexOf('=') + 1)])));
  }
  const outputs = Object.fromEntries(Object.entries(action.outputs).map(([name, { value }]) => [name, fillIn(value, contextOf(filled))]));
  return { ...state, outputs, summary: await readFile(summary, 'utf8') };
}

function runBash(script: string, cwd: string, env: Readonly<Record<string, string>>): Promise<{ readonly code: number; readonly log: string }> {
  return new Promise((done, fail) => {
    const child = spawn('bash', ['--noprofile', '--norc', '-eo', 'pipefail', script], { cwd, env: { HOME: process.env['HOME'] ?? '', PATH: `${dirname(process.execPath)}:${process.env['PATH'] ?? ''}`, ...env }, stdio: ['ignore', 'pipe', 'pipe'] });
    let log = '';
    for (const stream of [child.stdout, child.stderr]) stream.setEncoding('utf8').on('data', (text: string) => (log += text));
    child.on('error', fail);
    child.on('close', (code) => done({ code: code ?? 1, log }));
  });
}
