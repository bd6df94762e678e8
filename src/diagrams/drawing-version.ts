import { createHash } from 'node:crypto';
import { readFileSync, readdirSync } from 'node:fs';
import { versionOf } from './brought-along.ts';

/** Changes with the code that draws and with the libraries that it draws with, so that a cached drawing is never of an older look. */
export function drawingVersion(): string {
  const hash = createHash('sha256');
  for (const folder of [new URL('../lib/diagram/', import.meta.url), new URL('./', import.meta.url)]) {
    for (const file of readdirSync(folder).filter((name) => /\.[jt]s$/.test(name)).sort()) hash.update(file).update('\0').update(readFileSync(new URL(file, folder))).update('\0');
  }
  for (const library of ['elkjs', 'mermaid']) hash.update(versionOf(library));
  return hash.digest('hex').slice(0, 16);
}
