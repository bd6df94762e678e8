import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { dev } from 'astro';
import type { Finding } from '../../src/lib/model/finding.ts';
import { createAstroConfig, packageRoot } from '../../src/site/astro-config.ts';
import { readSiteOptions } from '../../src/site/options.ts';
import { polyrefDev } from '../../src/site/polyref-dev.ts';

// A dev server over a folder elsewhere, whose "schema" is one file of text: `bad` in it is a mistake, anything else becomes the page.
const out = process.argv[2] ?? '';
const schemaDir = join(out, 'schema');

async function regenerate(): Promise<readonly Finding[]> {
  const text = await readFile(join(schemaDir, 'jobs.ts'), 'utf8');
  if (text.includes('bad')) {
    return [{ rule: 'unknown-reference-target', severity: 'error', message: '`mongodb.jbos` is no entity. <b>', hint: 'Did you mean mongodb.jobs?', location: { file: 'schema/jobs.ts', line: 3, column: 7 } }];
  }
  await writeFile(join(out, 'src/content/docs/reference/index.mdx'), `---\ntitle: Overview\n---\n\nIt says ${text}.\n`);
  return [];
}

const options = readSiteOptions({ POLYREF_OUT: out }, packageRoot);
const server = await dev({ ...createAstroConfig(options, [polyrefDev({ schemaDir, regenerate })]), configFile: false, logLevel: 'error', server: { host: '127.0.0.1', port: 4390 } });
console.log(`listens on ${server.address.port}`);
