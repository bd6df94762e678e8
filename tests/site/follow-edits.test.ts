import { expect, it } from 'vitest';
import type { Finding } from '../../src/lib/model/finding.ts';
import { followEdits, type LiveSchema, type ReadSchema } from '../../src/site/dev/follow-edits.ts';

const mistake: Finding = { rule: 'unknown-reference-target', severity: 'error', message: 'mongodb.jbos is no entity.' };

/** A schema whose every step waits until the test lets it go on, and what was heard of it. */
function followed() {
  const heard: string[] = [];
  const waiting: { readonly step: string; readonly go: (result: unknown) => void }[] = [];
  const step = (name: string) => new Promise<never>((done, fail) => {
    heard.push(name);
    waiting.push({ step: name, go: (result) => (result instanceof Error ? fail(result) : done(result as never)) });
  });
  let isOvertaken = (): boolean => false;
  const schema: LiveSchema = {
    files: () => [],
    read: () => step('reads'),
    write: (read, overtaken) => {
      isOvertaken = overtaken;
      return step(`writes ${nameOf(read)}`);
    },
  };
  const edited = followEdits(schema, {
    show: async (read) => void heard.push(`shows ${nameOf(read)}`),
    written: (changed) => heard.push(`has written ${changed.join()}`),
    tell: (findings) => heard.push(`tells ${findings.map(({ message }) => message).join()}`),
  }, 0);
  /** Waits for a step to begin, and ends it. */
  const goOn = async (name: string, result: unknown): Promise<void> => {
    await expect.poll(() => waiting[0]?.step).toBe(name);
    waiting.shift()?.go(result);
  };
  return { heard, edited, goOn, isOvertaken: () => isOvertaken() };
}

const good = (name: string): ReadSchema => ({ kind: 'read', catalog: { name } as never, paths: [], sketchOf: () => undefined });
const nameOf = ({ catalog }: ReadSchema): string => (catalog as unknown as { readonly name: string }).name;
const unreadable = { kind: 'unreadable', findings: [mistake] };

it('shows what was read before it writes it, and reads once for a burst of edits', async () => {
  const { heard, edited, goOn } = followed();
  edited();
  edited();
  edited();
  await goOn('reads', good('one'));
  await goOn('writes one', { kind: 'written', changed: ['a.mdx'] });
  await expect.poll(() => heard).toEqual(['reads', 'shows one', 'writes one', 'has written a.mdx']);
  edited();
  await goOn('reads', good('two'));
  await goOn('writes two', { kind: 'written', changed: [] });
});

it('gives a writing up for an edit that comes meanwhile', async () => {
  const { heard, edited, goOn, isOvertaken } = followed();
  edited();
  await goOn('reads', good('one'));
  await expect.poll(() => heard.at(-1)).toBe('writes one');
  expect(isOvertaken()).toBe(false);
  edited();
  expect(isOvertaken()).toBe(true);
  await goOn('writes one', { kind: 'overtaken' });
  await goOn('reads', good('two'));
  await goOn('writes two', { kind: 'written', changed: ['a.mdx'] });
  await expect.poll(() => heard).toEqual(['reads', 'shows one', 'writes one', 'reads', 'shows two', 'writes two', 'has written a.mdx']);
});

it('tells a mistake, and still writes the last good state that it overtook', async () => {
  const { heard, edited, goOn } = followed();
  edited();
  await goOn('reads', good('one'));
  await expect.poll(() => heard.at(-1)).toBe('writes one');
  edited();
  await goOn('writes one', { kind: 'overtaken' });
  await goOn('reads', unreadable);
  await goOn('writes one', { kind: 'written', changed: [] });
  await expect.poll(() => heard).toEqual(['reads', 'shows one', 'writes one', 'reads', 'tells mongodb.jbos is no entity.', 'writes one', 'has written ']);
});

it('tells what the disk refuses, and what nobody foresaw, and goes on', async () => {
  const { heard, edited, goOn } = followed();
  edited();
  await goOn('reads', good('one'));
  await goOn('writes one', { kind: 'unwritable', findings: [{ ...mistake, message: 'The disk is full.' }] });
  await expect.poll(() => heard.at(-1)).toBe('tells The disk is full.');
  edited();
  await goOn('reads', new Error('Lightning.'));
  await expect.poll(() => heard.at(-1)).toBe('tells Lightning.');
  edited();
  await goOn('reads', good('two'));
  await goOn('writes two', { kind: 'written', changed: ['b.mdx'] });
  await expect.poll(() => heard.at(-1)).toBe('has written b.mdx');
});
