import { createHash } from 'node:crypto';
import { readFileSync, readdirSync } from 'node:fs';
import { createRequire } from 'node:module';

/** Changes with the code that draws and with the libraries that it draws with, so that a cached drawing is never of an older look. */
export function drawingVersion(): string {
  const hash = createHash('sha256');
  const require = createRequire(import.meta.url);
  for (const folder of [new URL('../lib/diagram/', import.meta.url), new URL('./', import.meta.url)]) {
    for (const file of readdirSync(folder).filter((name) => name.endsWith('.ts')).sort()) hash.update(file).update('\0').update(readFileSync(new URL(file, folder))).update('\0');
  }
  for (const library of ['elkjs', 'mermaid']) {
    const manifest: unknown = JSON.parse(readFileSync(require.resolve(`${library}/package.json`), 'utf8'));
    hash.update(String(typeof manifest === 'object' && manifest !== null && 'version' in manifest ? manifest.version : ''));
  }
  return hash.digest('hex').slice(0, 16);
}
