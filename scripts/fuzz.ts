import { Command, InvalidArgumentError } from 'commander';
import { fuzzTargets } from './fuzz/index.ts';
import { runTarget, type SeededFailure } from './fuzz/run-target.ts';

/** `npm run fuzz`: attacks Polyref with random input, for as long as one likes. */
const program = new Command('fuzz')
  .description('Attacks Polyref with random input. The same seed tries the same input.')
  .argument('[targets...]', `what to attack; all of them by default\n${fuzzTargets.map(({ name, summary }) => `  ${name}: ${summary}`).join('\n')}`)
  .option('--seconds <number>', 'stop each target after so many seconds (default: 60)', whole)
  .option('--count <number>', 'stop each target after so many inputs, whatever time they take', whole)
  .option('--seed <number>', 'the first seed', whole, 1)
  .addHelpText('after', '\nExit code: 0 nothing was found, 1 something was found, 2 the arguments are wrong.\n\nExamples:\n  npm run fuzz -- text --count 5000000\n  npm run fuzz -- text --seed 4711 --count 1   one batch again')
  .exitOverride((error) => process.exit(error.exitCode === 0 ? 0 : 2));

const { args } = program.parse();
const { seconds, count, seed } = program.opts<{ seconds?: number; count?: number; seed: number }>();
const unknown = args.find((name) => fuzzTargets.every((target) => target.name !== name));
if (unknown !== undefined) program.error(`Unknown target \`${unknown}\`. Targets: ${fuzzTargets.map(({ name }) => name).join(', ')}.`);

let found = 0;
for (const target of fuzzTargets.filter(({ name }) => args.length === 0 || args.includes(name))) {
  const begin = performance.now();
  const elapsed = (): number => (performance.now() - begin) / 1000;
  const isDone = (tried: number): boolean => {
    if (process.stderr.isTTY) process.stderr.write(`\r${target.name}: ${number(tried)} ${target.unit}`);
    return count === undefined ? elapsed() >= (seconds ?? 60) : tried >= count;
  };
  const run = await runTarget(target, seed, isDone);
  if (process.stderr.isTTY) process.stderr.write('\r\u001b[K');
  for (const failure of run.failures) process.stdout.write(`${describe(failure, target.name)}\n\n`);
  const outcome = run.failures.length === 0 ? 'nothing found' : `${run.failures.length} found`;
  process.stdout.write(`${target.name}: ${number(run.tried)} ${target.unit} (seeds ${run.seeds[0]} to ${run.seeds[1] - 1}) and ${number(run.known)} of the corpus in ${elapsed().toFixed(0)} s: ${outcome}.\n`);
  found += run.failures.length;
}
process.exitCode = found === 0 ? 0 : 1;

function describe({ input, problem, seed: from }: SeededFailure, target: string): string {
  const again = from === undefined ? 'It stands in the corpus.' : `Again: npm run fuzz -- ${target} --seed ${from} --count 1`;
  return `${problem}\n  Input: ${input}\n  ${again}`;
}

function number(value: number): string {
  return value.toLocaleString('en');
}

function whole(text: string): number {
  if (!/^\d{1,10}$/.test(text)) throw new InvalidArgumentError('It must be a whole number.');
  return Number(text);
}
