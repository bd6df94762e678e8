import { validateWorkflow } from '@action-validator/core';
import { expect, test } from 'vitest';
import { parse } from 'yaml';
import { choosePackageManager, type ManagerEvidence } from '../../src/lib/init/package-manager.ts';
import { renderWorkflow } from '../../src/lib/init/render-workflow.ts';

const none: ManagerEvidence = { declared: undefined, lockfile: undefined, lockText: undefined };
const BERRY = '# yarn\n\n__metadata:\n  version: 8\n';

const cases: Readonly<Record<string, { readonly evidence: Partial<ManagerEvidence>; readonly lockFolder?: string; readonly packageFolder?: string; readonly action?: string; readonly schema?: string; readonly out?: string }>> = {
  'npm': { evidence: { lockfile: 'package-lock.json' } },
  'without-lockfile': { evidence: {} },
  'pnpm': { evidence: { lockfile: 'pnpm-lock.yaml' }, packageFolder: 'packages/db', action: 'packages/db/node_modules/polyref' },
  'pnpm-declared': { evidence: { lockfile: 'pnpm-lock.yaml', declared: 'pnpm@10.1.0+sha512.abc' }, lockFolder: 'web', packageFolder: 'web', action: 'web/node_modules/polyref' },
  'yarn-1': { evidence: { lockfile: 'yarn.lock', lockText: '# yarn lockfile v1\n' } },
  'bun': { evidence: { lockfile: 'bun.lock' }, lockFolder: 'web', packageFolder: 'web', action: 'web/node_modules/polyref' },
  'yarn-4': { evidence: { lockfile: 'yarn.lock', lockText: BERRY }, lockFolder: 'web shop', packageFolder: 'web shop', action: 'web shop/node_modules/polyref', schema: 'docs: #1', out: 'site' },
};

test.each(Object.entries(cases))('%s', async (name, { evidence, lockFolder = '.', packageFolder = '.', action = 'node_modules/polyref', ...more }) => {
  const given = { ...none, ...evidence };
  const text = renderWorkflow({ manager: choosePackageManager(given), lockFolder, lockfile: given.lockfile, packageFolder, action, ...more });
  await expect(text).toMatchFileSnapshot(`expected/workflow-${name}.yml`);
  expect(validateWorkflow(text)).toEqual({ actionType: 'workflow', errors: [] });
  const { jobs } = parse(text) as { readonly jobs: { readonly polyref: { readonly steps: readonly { readonly uses?: string; readonly with?: unknown }[] } } };
  const last = jobs.polyref.steps.at(-1);
  expect(last?.uses).toBe(`./${action}`);
  expect(last?.with ?? {}).toEqual({ ...(packageFolder === '.' ? {} : { 'working-directory': packageFolder }), ...more });
});

test.each<[string | undefined, string]>([
  [undefined, 'npm install'],
  ['pnpm@9.0.0', 'pnpm install'],
  ['yarn@1.22.22', 'yarn install'],
  // In CI this Yarn refuses to write a lockfile unless it is told to.
  ['yarn@4.5.0', 'yarn install --no-immutable'],
  ['bun@1.2.0', 'bun install'],
])('without a lockfile, %s does not ask for one', (declared, install) => {
  const text = renderWorkflow({ manager: choosePackageManager({ ...none, declared }), lockFolder: '.', lockfile: undefined, packageFolder: '.', action: 'node_modules/polyref' });
  expect(text).toContain(`\n      - run: ${install}\n`);
});

test.each<[Partial<ManagerEvidence>, string, string]>([
  [{}, 'npx polyref', 'npm ci'],
  [{ declared: 'bun@1.2.0' }, 'bunx polyref', 'bun install --frozen-lockfile'],
  [{ declared: 'pnpm@9.0.0' }, 'pnpm polyref', 'pnpm install --frozen-lockfile'],
  [{ declared: 'yarn@1.22.22' }, 'yarn polyref', 'yarn install --frozen-lockfile'],
  [{ declared: 'yarn@4.5.0' }, 'yarn polyref', 'yarn install --immutable'],
  // The lockfile decides: it is what CI installs from.
  [{ declared: 'pnpm@9.0.0', lockfile: 'package-lock.json' }, 'npx polyref', 'npm ci'],
  [{ lockfile: 'yarn.lock', lockText: BERRY.replaceAll('\n', '\r\n') }, 'yarn polyref', 'yarn install --immutable'],
])('%j', (evidence, polyref, install) => {
  expect(choosePackageManager({ ...none, ...evidence })).toMatchObject({ polyref, install });
});
