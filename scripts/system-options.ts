import { resolve } from 'node:path';
import type { LintInputs } from '../src/lib/index.ts';
import type { CliOption } from './command.ts';
import type { Project } from './project.ts';

/** Options of every command that asks the rules. */
export const systemFlags: readonly CliOption[] = [
  { flags: '--config <file>', description: 'configuration (default: polyref.config.ts beside the schema folder)' },
  { flags: '--baseline <file>', description: 'baseline (default: polyref.baseline.json beside the schema folder)' },
];

export function systemInputsOf(project: Project, options: Readonly<Record<string, unknown>>): LintInputs {
  const named = (value: unknown) => (typeof value === 'string' ? { path: resolve(project.cwd, value), name: value } : undefined);
  return { schemaDir: project.schemaDir, schemaName: project.schemaName, timeout: project.timeout, config: named(options['config']), baseline: named(options['baseline']) };
}

/** `2027-03-01`, in UTC: the same for everybody. */
export function today(): string {
  return new Date().toISOString().slice(0, 10);
}
