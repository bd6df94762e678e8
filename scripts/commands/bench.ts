import { UsageError, type CliCommand } from '../command.ts';
import type { BenchRun } from '../bench/run-bench.ts';

export const benchCommand: CliCommand = {
  name: 'bench',
  summary: 'measure each stage on synthetic schemas',
  description: 'Writes schemas of 100, 1,000 and 10,000 entities into a temporary folder and measures each stage in a process of its own, with its peak memory.\nThe site of 10,000 is only built when that size is asked for by name.',
  options: [
    { flags: '--entities <number>', description: 'this size only, beside the 100 that it is compared with' },
    { flags: '--no-site', description: 'without building the site, and without a browser' },
  ],
  examples: [
    ['bench', 'all sizes: some minutes'],
    ['bench --entities 1000 --no-site', 'the generator alone, in seconds'],
  ],
  async run({ options, terminal }) {
    const asked = sizeOf(options['entities']);
    const sizes = asked === undefined ? [100, 1000, 10_000] : [...new Set([100, asked])];
    // It needs a browser and other packages for work on Polyref, which are not installed with it.
    const [{ runBench, runOwnEdits }, { renderBench }] = await Promise.all([import('../bench/run-bench.ts'), import('../bench/render-bench.ts')]);
    const runs: BenchRun[] = [];
    for (const size of sizes) runs.push(await runBench(size, { site: options['site'] !== false && (size <= 1000 || size === asked), say: terminal.progress }));
    terminal.outText(renderBench(runs, options['site'] === false ? undefined : await runOwnEdits(terminal.progress)));
    return 0;
  },
};

function sizeOf(value: unknown): number | undefined {
  if (value === undefined) return undefined;
  const size = Number(value);
  if (!Number.isInteger(size) || size < 5 || size > 100_000) throw new UsageError(`--entities must be a whole number from 5 to 100000, not \`${String(value)}\`.`);
  return size;
}
