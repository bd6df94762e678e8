import { parseArgs } from 'node:util';
import { fuzzTargets } from './index.ts';

/** `npm run fuzz -- structure --seed 7 --count 20000`; without a name, every target. */
const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { seed: { type: 'string', default: '1' }, count: { type: 'string', default: '10000' }, seconds: { type: 'string' } },
});
const unknown = positionals.filter((name) => !fuzzTargets.some((target) => target.name === name));
if (unknown.length > 0) {
  console.error(`There is no target ${unknown.join(', ')}. Targets:\n${fuzzTargets.map(({ name, summary }) => `  ${name}  ${summary}`).join('\n')}`);
  process.exit(2);
}
let failed = 0;
for (const target of fuzzTargets.filter(({ name }) => positionals.length === 0 || positionals.includes(name))) {
  let done = 0;
  const failures = await target.run({
    seed: Number(values.seed),
    count: Number(values.count),
    seconds: values.seconds === undefined ? undefined : Number(values.seconds),
    onProgress: (count) => {
      done = count;
      if (count % 1_000 === 0) console.error(`${target.name}: ${count} inputs`);
    },
  });
  failed += failures.length;
  for (const { seed, input, message } of failures) console.log(`${target.name} --seed ${seed} --count 1\n  ${message}\n  ${input}\n`);
  console.log(`${target.name}: ${done} inputs, ${failures.length} failures`);
}
process.exitCode = failed === 0 ? 0 : 1;
