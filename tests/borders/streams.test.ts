import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { packageRoot } from '../../scripts/project.ts';

/** Lines of code below some folders that match, as `path: line`. */
async function linesWith(pattern: RegExp, folders: readonly string[]): Promise<readonly string[]> {
  const found: string[] = [];
  for (const folder of folders) {
    for (const path of (await readdir(join(packageRoot, folder), { recursive: true })).sort()) {
      if (!/\.(?:ts|astro)$/.test(path)) continue;
      const lines = (await readFile(join(packageRoot, folder, path), 'utf8')).split('\n');
      found.push(...lines.filter((line) => pattern.test(line) && !/^\s*(?:\*|\/\/|\/\*\*)/.test(line)).map(() => `${folder}/${path.replaceAll('\\', '/')}`));
    }
  }
  return [...new Set(found)];
}

/** They are for those who work on Polyref, and print what they measured. */
const OWN_TOOLS = /^scripts\/(?:bench\/|(?:bench|fuzz)\.ts$|list-licenses\.ts$|build-package\.ts$|(?:make|draw|measure)-)/;

test('a command prints through its terminal: whoever writes to a stream by another way could print what a schema says as it is', async () => {
  const writers = await linesWith(/\bconsole\.\w|\bprocess\.(?:stdout|stderr)\b|\b_rawDebug\b/, ['scripts', 'src']);
  expect(writers.filter((path) => !OWN_TOOLS.test(path))).toEqual(['scripts/polyref.ts', 'scripts/terminal.ts', 'src/lib/read/sandbox/guard-process.ts']);
});

test('text for a terminal is made where it is made safe', async () => {
  expect(await linesWith(/\bas TerminalText\b|\bas unknown as\b.*TerminalText/, ['scripts', 'src'])).toEqual(['src/lib/model/terminal-text.ts', 'src/lib/report/github-reporter.ts']);
});
