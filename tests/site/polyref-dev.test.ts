import { expect, it } from 'vitest';
import { oneAtATime } from '../../src/site/polyref-dev.ts';

it('oneAtATime runs once for a burst of wishes, and once more for those that come while it runs', async () => {
  const events: string[] = [];
  const ends: (() => void)[] = [];
  const run = oneAtATime(async () => {
    events.push('begins');
    await new Promise<void>((end) => ends.push(end));
    events.push('ends');
  }, 0);
  const until = async (count: number) => {
    while (events.length < count) await new Promise((done) => setTimeout(done, 1));
  };
  run();
  run();
  run();
  await until(1);
  run();
  run();
  ends[0]?.();
  await until(3);
  ends[1]?.();
  await until(4);
  run();
  await until(5);
  ends[2]?.();
  await until(6);
  expect(events).toEqual(['begins', 'ends', 'begins', 'ends', 'begins', 'ends']);
});
