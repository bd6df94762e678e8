import { readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { describeOutcome, FINDINGS, type Report } from '../src/lib/index.ts';
import type { CommandContext, ExitCode } from './command.ts';
import { fromHere } from './from-here.ts';
import type { Output, ReportPlan } from './report-options.ts';
import { wayInRepository } from './review/way-in-repository.ts';
import { withRunner } from './with-runner.ts';
import { writeReportFile, type ReportSources } from './write-report-file.ts';

/** Prints a report, or writes it to files; 1 when it holds an error or more warnings than may be. */
export async function writeReport(report: Report, plan: ReportPlan, { project, terminal }: Pick<CommandContext, 'project' | 'terminal'>, sources: ReportSources): Promise<ExitCode> {
  const root = dirname(project.schemaDir);
  const { findings, ...asked } = plan.quiet ? errorsOf(report) : report;
  const shown = { ...asked, findings: withRunner(findings, project) };
  const verbose = terminal.verbose || plan.verbose === true;
  const isForTerminal = ({ reporter }: Output) => reporter.name === 'terminal';
  const elsewhere = { base: plan.outputs.every(isForTerminal) ? '' : await wayInRepository(root), source: sourceReader(root), verbose };
  const here = { base: '', source: sourceReader(project.cwd), verbose };
  const hereShown = { ...shown, findings: fromHere(shown.findings, root, project) };
  for (const output of plan.outputs) {
    const render = (colour: boolean) => (isForTerminal(output) ? output.reporter.render(hereShown, { ...here, colour }) : output.reporter.render(shown, { ...elsewhere, colour }));
    if (output.file === undefined) {
      terminal.outText(render(terminal.colour));
      continue;
    }
    writeReportFile(output.file, render(false), project, sources);
    terminal.err(`Wrote ${output.file}: ${describeOutcome(shown.findings, shown.suppressed, shown.vocabulary)}.`);
  }
  const warnings = report.findings.filter((finding) => finding.severity === 'warning').length;
  if (warnings > plan.maxWarnings) terminal.err(`${warnings} ${warnings === 1 ? 'warning' : 'warnings'}, and --max-warnings allows ${plan.maxWarnings}.`);
  return warnings > plan.maxWarnings || report.findings.some((finding) => finding.severity === 'error') ? 1 : 0;
}

/** Without what `--quiet` leaves out, of which no report may say that there is nothing. */
function errorsOf(report: Report): Report {
  const { findings, vocabulary = FINDINGS } = report;
  const errors = findings.filter((finding) => finding.severity === 'error');
  return errors.length === findings.length ? report : { ...report, findings: errors, vocabulary: { ...vocabulary, nothing: vocabulary.nothingGrave } };
}

function sourceReader(root: string): (file: string) => string | undefined {
  const texts = new Map<string, string | undefined>();
  return (file) => {
    if (!texts.has(file)) texts.set(file, readText(join(root, file)));
    return texts.get(file);
  };
}

/** `undefined` when it cannot be read: a report without its lines is better than none. */
function readText(path: string): string | undefined {
  try {
    return readFileSync(path, 'utf8');
  } catch {
    return undefined;
  }
}
