import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { packageRoot } from '../../scripts/project.ts';

interface LockEntry {
  readonly version?: string;
  readonly resolved?: string;
  readonly integrity?: string;
  readonly link?: boolean;
  readonly hasInstallScript?: boolean;
  readonly dev?: boolean;
  readonly optionalDependencies?: Readonly<Record<string, string>>;
}

const lock = JSON.parse(readFileSync(join(packageRoot, 'package-lock.json'), 'utf8')) as { readonly packages: Readonly<Record<string, LockEntry>> };
/** Every package that is downloaded: all but this repository and its own folders below `tools`. */
const downloaded = Object.entries(lock.packages).filter(([path, { link }]) => path.includes('node_modules/') && link !== true);

test('every package that is installed is checked against a SHA-512 of the lockfile', () => {
  expect(downloaded.length).toBeGreaterThan(500);
  expect(downloaded.filter(([, { integrity }]) => !/^sha512-[A-Za-z0-9+/]{86}==$/.test(integrity ?? '')).map(([path]) => path)).toEqual([]);
});

test('every package comes from the configured registry: no entry names a host, a Git address or a file', () => {
  expect(Object.entries(lock.packages).filter(([, { resolved }]) => resolved !== undefined)).toEqual(
    ['node', 'typescript-5.4', 'typescript-5.6', 'typescript-5.9'].map((name) => [`node_modules/polyref-${name}`, { resolved: `tools/${name}`, link: true }]),
  );
});

test('the optional packages of every platform are locked, not only those of one machine', () => {
  const missing = Object.entries(lock.packages).flatMap(([path, { optionalDependencies = {} }]) => Object.keys(optionalDependencies).filter((name) => !isLocked(path, name)).map((name) => `${path} needs ${name}`));
  expect(missing).toEqual([]);
});

test('one package has an install script: that of esbuild looks whether its program is the right one', () => {
  expect(downloaded.filter(([, { hasInstallScript }]) => hasInstallScript === true).map(([path]) => path)).toEqual(['node_modules/esbuild']);
});

test('Node itself is installed for work on this repository alone', () => {
  const nodes = downloaded.filter(([path]) => /^node_modules\/node-(bin-)?(darwin|linux|win)-/.test(path));
  expect(nodes.length).toBe(6);
  expect(nodes.filter(([, { dev }]) => dev !== true)).toEqual([]);
});

/** As Node looks for a package: beside the one that needs it, then in every folder above. */
function isLocked(path: string, name: string): boolean {
  for (let at = path; ; at = at.slice(0, Math.max(0, at.lastIndexOf('/node_modules/')))) {
    if (lock.packages[`${at === '' ? '' : `${at}/`}node_modules/${name}`] !== undefined) return true;
    if (at === '') return false;
  }
}
