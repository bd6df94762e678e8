import { reporters, type Reporter } from '../src/lib/index.ts';
import { didYouMean } from '../src/lib/model/suggest.ts';
import { UsageError } from './command.ts';
import { pathOption } from './path-option.ts';
import { quoteWord } from './quote-word.ts';

/** What to report, where to, and when that fails. */
export interface ReportPlan {
  readonly outputs: readonly Output[];
  readonly quiet: boolean;
  readonly maxWarnings: number;
  /** Every finding in full, whatever the command line says otherwise. */
  readonly verbose?: boolean;
}

export interface Output {
  readonly reporter: Reporter;
  /** As typed; absent: it is printed. */
  readonly file?: string;
}

/** Reads `reportFlags`; throws `UsageError` for what cannot be meant. */
export function reportPlanOf(options: Readonly<Record<string, unknown>>): ReportPlan {
  const { format, output, quiet, maxWarnings } = options;
  const texts = Array.isArray(format) ? format.flatMap((text) => String(text).split(',')) : ['terminal'];
  const named = texts.map(outputOf);
  const outputs = typeof output === 'string' ? withFile(named, pathOption('--output', output)) : named;
  checkPlaces(outputs);
  return { outputs, quiet: quiet === true, maxWarnings: limitOf(maxWarnings) };
}

function outputOf(text: string): Output {
  const at = text.indexOf('=');
  const name = (at === -1 ? text : text.slice(0, at)).trim();
  const file = at === -1 ? undefined : text.slice(at + 1).trim();
  if (name === '') throw new UsageError('--format has an empty name. Write the formats with commas between them: --format terminal,json=FILE');
  const reporter = reporters.find((each) => each.name === name);
  if (reporter === undefined) {
    const names = reporters.map((each) => each.name);
    throw new UsageError(`--format knows no \`${name}\`. ${didYouMean(name, names) || `There are ${listed(names, 'and')}.`}`);
  }
  if (file === '') throw new UsageError(`--format ${name}= names no file.`);
  return { reporter, ...(file === undefined ? {} : { file: pathOption(`--format ${name}=`, file) }) };
}

function withFile(outputs: readonly Output[], file: string): readonly Output[] {
  const printed = outputs.filter((output) => output.file === undefined);
  const [only] = printed;
  if (only === undefined) throw new UsageError(`--output ${file} has no format to write: each names a file of its own.`);
  if (printed.length > 1) {
    throw new UsageError(`--output ${file} could be for ${listed(printed.map((output) => output.reporter.name))}: name the file with its format, --format ${quoteWord(`${only.reporter.name}=${file}`)}`);
  }
  return outputs.map((output) => (output === only ? { ...output, file } : output));
}

/** A document that is printed stands alone, and a file holds one report. */
function checkPlaces(outputs: readonly Output[]): void {
  const printed = outputs.filter((output) => output.file === undefined);
  const whole = printed.find((output) => output.reporter.shape === 'document');
  if (whole !== undefined && printed.length > 1) {
    const { name } = whole.reporter;
    throw new UsageError(`--format ${printed.map((output) => output.reporter.name).join(',')} would print ${name} among other lines: give it a file, --format ${name}=FILE.`);
  }
  for (const { file } of outputs) {
    if (file !== undefined && outputs.filter((output) => output.file === file).length > 1) throw new UsageError(`--format would write two reports to ${file}.`);
  }
}

function limitOf(value: unknown): number {
  if (value === undefined) return Infinity;
  if (!/^\d+$/.test(String(value))) throw new UsageError(`--max-warnings must be a whole number, 0 or more, not \`${String(value)}\`.`);
  return Number(value);
}

function listed(names: readonly string[], word = 'or'): string {
  return names.length < 2 ? names.join('') : `${names.slice(0, -1).join(', ')} ${word} ${names.at(-1)}`;
}
