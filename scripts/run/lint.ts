import { lint, singleFindings, updateBaseline, type LintInputs, type LintResult, type Report } from '../../src/lib/index.ts';
import { minimumProblem } from '../../src/lib/read/config/read-config.ts';
import { COVERAGE_METRICS } from '../../src/lib/model/coverage-metric.ts';
import { routeOfPage, rulePagePath } from '../../src/lib/model/page-path.ts';
import { UsageError, type CommandContext, type ExitCode } from '../command.ts';
import { printFindings } from '../print.ts';
import { commandLine, type Project } from '../project.ts';
import { renderCoverage } from '../render-coverage.ts';
import { reportPlanOf } from '../report-options.ts';
import { systemInputsOf, today } from '../system-options.ts';
import { writeReport } from '../write-report.ts';

/** What `polyref lint` does. */
export async function runLint({ project, options, terminal }: CommandContext): Promise<ExitCode> {
  const only = options['rule'] as readonly string[] | undefined;
  // A rule that is named is printed with everything that it finds.
  const plan = { ...reportPlanOf(options), verbose: only !== undefined };
  const inputs: LintInputs = { ...systemInputsOf(project, options), today: today(), minimum: minimumOf(options['min']) };
  if (options['updateBaseline'] === true) {
    if (only !== undefined) throw new UsageError('--update-baseline needs the findings of all rules: leave --rule out.');
    const updated = await updateBaseline(inputs);
    if (updated.kind === 'unreadable') return unreadable(updated.findings, terminal, project);
    const { holds, held } = updated;
    const change = held === undefined ? '' : holds === held ? ', as before' : `, ${held - holds} fewer than before`;
    terminal.err(`Wrote ${inputs.baseline?.name ?? 'polyref.baseline.json'}: ${holds} ${holds === 1 ? 'finding' : 'findings'}${change}.`);
  }
  terminal.progress('Running the rules …');
  const result = await lint({ ...inputs, only });
  terminal.progress('');
  if (result.kind === 'unreadable') return unreadable(result.findings, terminal, project);
  const code = await writeReport(reportOf(result, project, only), plan, { project, terminal }, { files: [inputs.config, inputs.baseline].flatMap((named) => named?.path ?? []), folders: [] });
  if (options['coverage'] === true) {
    // A document that is printed must stay one.
    const print = plan.outputs.some((output) => output.file === undefined && output.reporter.shape === 'document') ? terminal.errText : terminal.outText;
    print(renderCoverage(result.coverage));
  }
  return code;
}

function unreadable(findings: Parameters<typeof printFindings>[0], terminal: CommandContext['terminal'], project: Project): 2 {
  printFindings(findings, terminal, project);
  return 2;
}

function reportOf({ findings, suppressed, rules, docs, baseline }: Linted, project: Project, only: readonly string[] | undefined): Report {
  return {
    command: 'lint',
    findings,
    suppressed,
    next: only === undefined ? nextSteps(findings, baseline !== undefined, project) : [],
    showRule: (rule) => commandLine(project, 'lint', '--rule', rule),
    rules: rules.flatMap(({ severity, ...rule }) => (severity === 'off' ? [] : [{ ...rule, severity, ...(docs === undefined ? {} : { url: `${docs}${routeOfPage(rulePagePath(rule.id))}/` }) }])),
  };
}

type Linted = Extract<LintResult, { readonly kind: 'linted' }>;

/** The lines at the end of a report: how to look up a rule, and, from `MANY` findings on, how to start with a baseline. */
function nextSteps(findings: Linted['findings'], hasBaseline: boolean, project: Project): readonly string[] {
  const single = singleFindings(findings);
  const [worst] = findings.filter(({ severity }) => severity === 'error');
  return [
    ...(worst === undefined ? [] : ['', `Next: fix the errors. \`${commandLine(project, 'explain', worst.rule)}\` explains a rule.`]),
    ...(hasBaseline || single.length < MANY ? [] : [...(worst === undefined ? [''] : []), `In an existing system: \`${commandLine(project, 'lint', '--update-baseline')}\` records what is there, and from then on only new findings are reported.`]),
  ];
}

const MANY = 20;

function minimumOf(value: unknown): NonNullable<LintInputs['minimum']> {
  const texts = Array.isArray(value) ? value.flatMap((text) => String(text).split(',')) : [];
  return Object.fromEntries(texts.flatMap((text) => {
    const [percent = '', name] = text.split('=').reverse();
    const number = percent.trim() === '' ? Number.NaN : Number(percent);
    const names = name === undefined ? COVERAGE_METRICS : [name.trim()];
    return names.map((each) => {
      const problem = minimumProblem(each, number);
      if (problem !== undefined) throw new UsageError(`--min ${text}: ${problem.message} ${problem.hint}`);
      return [each, number];
    });
  }));
}
