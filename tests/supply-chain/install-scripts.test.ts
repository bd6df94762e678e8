import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { packageRoot } from '../../scripts/project.ts';

test('nothing of Polyref runs when it is installed, and the README explains the one script that npm warns of', () => {
  const { scripts } = JSON.parse(readFileSync(join(packageRoot, 'package.json'), 'utf8')) as { readonly scripts: Readonly<Record<string, string>> };
  const warnedOf = ['preinstall', 'install', 'postinstall', 'prepare'].filter((name) => name in scripts);
  // npm runs the others in every installation.
  expect(warnedOf).toEqual(['prepare']);
  expect(readFileSync(join(packageRoot, 'README.md'), 'utf8')).toContain('warns that polyref has an install script, `prepare`.');
});
