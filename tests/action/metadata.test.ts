import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { validateAction } from '@action-validator/core';
import { expect, test } from 'vitest';
import { packageRoot } from '../../scripts/project.ts';
import { readAction } from './run-action.ts';

test('the metadata is what GitHub takes, and the validator notices what it does not take', async () => {
  const text = await readFile(join(packageRoot, 'action.yml'), 'utf8');
  expect(validateAction(text)).toEqual({ actionType: 'action', errors: [] });
  expect(validateAction(text.replaceAll('      shell: bash\n', '')).errors).not.toEqual([]);
  expect(validateAction(text.replace('using: composite', 'using: composit')).errors).not.toEqual([]);
});

test('nothing from outside is a part of a script: values come through env', async () => {
  const { runs } = await readAction();
  const scripts = runs.steps.flatMap(({ run }) => (run === undefined ? [] : [run]));
  expect(scripts.length).toBeGreaterThan(5);
  expect(scripts.filter((script) => script.includes('${{'))).toEqual([]);
});

test('every action of others is named by its commit, with its version behind', async () => {
  const lines = (await readFile(join(packageRoot, 'action.yml'), 'utf8')).split('\n').filter((line) => /\buses: /.test(line));
  expect(lines.length).toBe(3);
  expect(lines.filter((line) => !/uses: [\w/-]+@[0-9a-f]{40} # v\d+\.\d+\.\d+$/.test(line))).toEqual([]);
});

test('each input is used, and what is used is an input', async () => {
  const { inputs, runs } = await readAction();
  const used = new Set([...JSON.stringify(runs).matchAll(/\binputs\.([\w-]+)/g)].map(([, name]) => name));
  expect([...used].sort()).toEqual(Object.keys(inputs).sort());
});
