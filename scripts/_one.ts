import { tryStructure } from './fuzz/structure.ts';
const [from, to] = [Number(process.argv[2]), Number(process.argv[3])];
for (let seed = from; seed < to; seed += 1) {
  const start = performance.now();
  process.stdout.write(`${seed} `);
  const failures = tryStructure(seed);
  const ms = Math.round(performance.now() - start);
  if (ms > 1500 || failures.length) console.log(`${ms}ms ${failures.map((f) => f.message.slice(0, 900)).join('\n   ')}`);
}
