import { Command, InvalidArgumentError } from 'commander';
import { renderBench } from './bench/render-bench.ts';
import { runBench, runOwnEdits, type BenchRun } from './bench/run-bench.ts';
import { takeTerminal } from './terminal.ts';

/** `npm run bench`: how long each stage takes on synthetic schemas. */
const program = new Command('bench')
  .description('Writes schemas of 100, 1,000 and 10,000 entities into a temporary folder and measures the time and peak memory of each stage, each in a separate process.\nThe site of 10,000 entities is only built with --entities 10000.')
  .option('--entities <number>', 'this size only, beside the 100 that it is compared with', size)
  .option('--no-site', 'without building the site, and without a browser')
  .addHelpText('after', '\nExamples:\n  npm run bench                                  all sizes, in some minutes\n  npm run bench -- --entities 1000 --no-site     only the generator, in seconds')
  .exitOverride((error) => process.exit(error.exitCode === 0 ? 0 : 2));

const { entities, site } = program.parse().opts<{ entities?: number; site: boolean }>();
const terminal = takeTerminal();
const sizes = entities === undefined ? [100, 1000, 10_000] : [...new Set([100, entities])];
const runs: BenchRun[] = [];
for (const each of sizes) runs.push(await runBench(each, { site: site && (each <= 1000 || each === entities), say: terminal.progress }));
terminal.outText(renderBench(runs, site ? await runOwnEdits(terminal.progress) : undefined));

function size(text: string): number {
  const number = Number(text);
  if (!Number.isInteger(number) || number < 5 || number > 100_000) throw new InvalidArgumentError('It must be a whole number from 5 to 100000.');
  return number;
}
