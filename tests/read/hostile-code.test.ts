import { symlink } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { createSchemaLoader, loadSchema } from '../../src/lib/read/load-schema.ts';
import { put } from '../cli/run-polyref.ts';
import { temporaryFolder } from '../disk/temporary-folder.ts';
import { said } from './read-fixture.ts';

const GOOD = "import { collection } from 'polyref';\nimport * as z from 'zod';\nexport const good = collection('good', { document: z.object({ one: z.string() }) });\n";
const LOAD = 'A schema file must load on its own: it should build definitions and do nothing else.';
const CALL = 'A schema file only describes. Remove the call.';
const PRINT = 'Remove the call: a schema file only describes, and its output would mix with a report.';

/** Loads `schema/bad.ts` beside a good file: what is said, and which entities are read all the same. */
async function load(files: Readonly<Record<string, string>>, timeout = 1_000) {
  const folder = await temporaryFolder();
  await put(folder, { 'schema/good.ts': GOOD, ...files });
  const loaded = await loadSchema(join(folder, 'schema'), { timeout });
  return { findings: said(loaded.findings), entities: loaded.drafts.entities.map((entity) => entity.name) };
}

test.each<[what: string, text: string, finding: string]>([
  ['an endless loop', "let n = 0;\n\nwhile (true) {\n  n += 1;\n}\n", 'schema/bad.ts:%:% load-error: `schema/bad.ts` did not finish loading within 1 second: it is still running. Remove the endless loop, or what takes so long. `--load-timeout` allows more time.'],
  ['an endless loop of a function elsewhere', "import { spin } from '../app/spin.ts';\nspin();\n", 'app/spin.ts:%:% load-error: `app/spin.ts` did not finish loading within 1 second: it is still running. Imported along `schema/bad.ts → app/spin.ts:%:%`. Remove the endless loop, or what takes so long. `--load-timeout` allows more time.'],
  ['a promise that never settles', '\nexport const never = await new Promise(() => {});\n', 'schema/bad.ts:2:22 load-error: `schema/bad.ts` did not finish loading within 1 second. It waits for something at its top level; definitions need no await.'],
  ['console.log', "\nconsole.log('hello');\n", `schema/bad.ts:2:9 load-error: \`schema/bad.ts\` prints \`hello\`. ${PRINT}`],
  ['console.error', "console.error('oh\\n::add-mask::x');\n", `schema/bad.ts:1:9 load-error: \`schema/bad.ts\` prints \`oh\`. ${PRINT}`],
  ['process.stdout.write', "process.stdout.write('raw');\n", `schema/bad.ts:1:16 load-error: \`schema/bad.ts\` prints \`raw\`. ${PRINT}`],
  ['writing to descriptor 1', "import { writeSync } from 'node:fs';\nwriteSync(1, 'raw');\n", `schema/bad.ts:2:1 load-error: \`schema/bad.ts\` prints \`raw\`. ${PRINT}`],
  ['writing a file that is the output', "import { writeFileSync } from 'node:fs';\nwriteFileSync(1, 'raw');\n", `schema/bad.ts:2:1 load-error: \`schema/bad.ts\` prints \`raw\`. ${PRINT}`],
  ['process.exit later', '\nsetTimeout(() => process.exit(0), 0);\n', `schema/bad.ts:2:26 load-error: \`schema/bad.ts\` calls process.exit(0). ${CALL}`],
  ['process.reallyExit', 'process.reallyExit(0);\n', `schema/bad.ts:1:9 load-error: \`schema/bad.ts\` calls process.reallyExit(0). ${CALL}`],
  ['process.abort', 'process.abort();\n', `schema/bad.ts:1:9 load-error: \`schema/bad.ts\` calls process.abort(). ${CALL}`],
  ['process.kill of itself', "process.kill(process.pid, 'SIGKILL');\n", `schema/bad.ts:1:9 load-error: \`schema/bad.ts\` calls process.kill() for this very process. ${CALL}`],
  ['a rejection with no error', '\nPromise.reject(7);\n', `schema/bad.ts:2:9 load-error: \`schema/bad.ts\` cannot be loaded: it throws 7, which is not an error. ${LOAD}`],
  ['a rejection with an object', "Promise.reject({ code: 'E' });\n", `schema/bad.ts:1:9 load-error: \`schema/bad.ts\` cannot be loaded: it throws {"code":"E"}, which is not an error. ${LOAD}`],
  ['a throw of text', "\n\nthrow 'no';\n", `schema/bad.ts:3:1 load-error: \`schema/bad.ts\` cannot be loaded: it throws no, which is not an error. ${LOAD}`],
  ['a throw in a timer', "setTimeout(() => {\n  throw new Error('late');\n}, 0);\n", `schema/bad.ts:2:9 load-error: \`schema/bad.ts\` cannot be loaded: late. ${LOAD}`],
  ['a throw in a microtask', "queueMicrotask(() => {\n  throw new Error('micro');\n});\n", `schema/bad.ts:2:9 load-error: \`schema/bad.ts\` cannot be loaded: micro. ${LOAD}`],
  ['a throw in an immediate', "setImmediate(() => {\n  throw new TypeError('soon');\n});\n", `schema/bad.ts:2:9 load-error: \`schema/bad.ts\` cannot be loaded: TypeError: soon. ${LOAD}`],
  ['a deleted global', '\ndelete (globalThis as any).Map;\n', 'schema/bad.ts:2:28 load-error: `schema/bad.ts` deletes or breaks the global `Map`. Remove that statement: whatever runs later needs it.'],
  ['a broken prototype', '\n(Array.prototype as any).map = undefined;\n', 'schema/bad.ts:2:26 load-error: `schema/bad.ts` deletes or breaks the global `Array.prototype.map`. Remove that statement: whatever runs later needs it.'],
  ['an import of a device', "import '../app/zero.ts';\n", 'schema/bad.ts:1:8 load-error: `schema/bad.ts` imports `../app/zero.ts`, which is not a regular file. Import a module, or remove the import.'],
  ['an import of a device by its path', "import '/dev/zero';\n", 'schema/bad.ts:1:8 load-error: `schema/bad.ts` imports `/dev/zero`, which is not a regular file. Import a module, or remove the import.'],
  ['an import of a word that Polyref does not have', "import { colection } from 'polyref';\nexport const bad = colection;\n", 'schema/bad.ts:1:10 load-error: Polyref has no `colection`. Did you mean `collection`?'],
])('%s stops only its own file', async (_, text, finding) => {
  const folder = await temporaryFolder();
  await put(folder, { 'schema/good.ts': GOOD, 'schema/bad.ts': text, 'app/spin.ts': 'export function spin() {\n  for (;;);\n}\n' });
  await symlink('/dev/zero', join(folder, 'app/zero.ts'));
  const loaded = await loadSchema(join(folder, 'schema'), { timeout: 1_000 });
  const anywhere = (line: string) => (finding.includes(':%:%') ? line.replace(/:\d+:\d+(?=[ `])/g, ':%:%') : line);
  expect(said(loaded.findings).map(anywhere)).toEqual([finding]);
  expect(loaded.drafts.entities.map((entity) => entity.name)).toEqual(['good']);
});

test('a loop stands at one of its own lines', async () => {
  const { findings } = await load({ 'schema/bad.ts': 'const start = 1;\nlet n = start;\nfor (;;) {\n  n += 1;\n}\n' });
  expect(findings[0]).toMatch(/^schema\/bad\.ts:[34]:\d+ load-error: /);
});

test('memory without end stops only its own file', async () => {
  const { findings, entities } = await load({ 'schema/bad.ts': 'const all: unknown[] = [];\nfor (;;) all.push(new Array(1000).fill(1.5));\n' }, 20_000);
  expect(findings).toEqual([`schema/bad.ts:1:1 load-error: \`schema/bad.ts\` used too much memory while loading. ${LOAD}`]);
  expect(entities).toEqual(['good']);
});

test('what a package prints is caught, and is nobody’s fault', async () => {
  const { findings, entities } = await load({ 'node_modules/noisy/package.json': '{ "name": "noisy", "main": "./index.js" }', 'node_modules/noisy/index.js': "console.log('tip of the day');\nexports.level = 'info';\n", 'schema/uses.ts': "import { level } from 'noisy';\nexport const unused = level;\n" });
  expect([findings, entities]).toEqual([[], ['good']]);
});

test('a package that never finishes is reported, each time', async () => {
  const folder = await temporaryFolder();
  await put(folder, { 'schema/good.ts': GOOD, 'schema/waits.ts': "import { x } from 'db';\nexport const y = x;\n", 'node_modules/db/package.json': '{ "name": "db", "type": "module", "main": "index.js" }', 'node_modules/db/index.js': 'await new Promise(() => {});\nexport const x = 1;\n' });
  const loader = createSchemaLoader(join(folder, 'schema'), { timeout: 1_000 });
  onTestFinished(() => loader.close());
  const told = ['schema/waits.ts:1:1 load-error: `schema/waits.ts` did not finish loading within 1 second. Something that it imports waits; definitions need no await.'];
  expect(said((await loader.load()).findings)).toEqual(told);
  expect(said((await loader.load()).findings)).toEqual(told);
});

test('what a file did once is reported until the file is another', async () => {
  const folder = await temporaryFolder();
  await put(folder, { 'schema/bad.ts': "console.log('hello');\n" });
  const loader = createSchemaLoader(join(folder, 'schema'));
  onTestFinished(() => loader.close());
  const told = [`schema/bad.ts:1:9 load-error: \`schema/bad.ts\` prints \`hello\`. ${PRINT}`];
  expect(said((await loader.load()).findings)).toEqual(told);
  expect(said((await loader.load()).findings)).toEqual(told);
  await put(folder, { 'schema/bad.ts': GOOD });
  expect(said((await loader.load()).findings)).toEqual([]);
});

test('a mistake that came and went leaves what is said of the others as it was', async () => {
  const folder = await temporaryFolder();
  const documented = GOOD.replace('export const', '/** Who pays. */\nexport const');
  await put(folder, { 'schema/good.ts': documented });
  const loader = createSchemaLoader(join(folder, 'schema'));
  onTestFinished(() => loader.close());
  const described = async () => (await loader.load()).drafts.entities.map(({ name, description, location }) => [name, description, location.line]);
  const first = await described();
  await put(folder, { 'schema/bad.ts': "throw new Error('not now');\n" });
  await loader.load();
  await put(folder, { 'schema/bad.ts': 'export {};\n' });
  expect(await described()).toEqual(first);
  expect(first).toEqual([['good', 'Who pays.', 4]]);
});

test('links that cannot be read are reported, and not passed over', async () => {
  const folder = await temporaryFolder();
  await put(folder, { 'schema/good.ts': GOOD, 'elsewhere/a.ts': GOOD });
  await symlink('./gone.ts', join(folder, 'schema/broken.ts'));
  await symlink('../elsewhere', join(folder, 'schema/folder'));
  expect(said((await loadSchema(join(folder, 'schema'))).findings)).toEqual([
    'schema/broken.ts:1:1 load-error: `schema/broken.ts` is a symbolic link to a file that does not exist. Correct the link, or remove it.',
    'schema/folder:1:1 load-error: `schema/folder` is a symbolic link to a folder, and is not read. Put the folder itself there, or import its files from a file of the schema.',
  ]);
});

test('a path with brackets keeps its places', async () => {
  const { findings } = await load({ 'schema/(app)/bad.ts': "\nthrow new Error('here');\n" });
  expect(findings).toEqual([`schema/(app)/bad.ts:2:7 load-error: \`schema/(app)/bad.ts\` cannot be loaded: here. ${LOAD}`]);
});

test('code that asks whether it is the main thread gets the answer of a program of its own', async () => {
  const forge = "import { isMainThread, parentPort, workerData } from 'node:worker_threads';\nif (!isMainThread || parentPort !== null || workerData !== null) throw new Error('seen');\n";
  expect(await load({ 'schema/asks.ts': forge })).toEqual({ findings: [], entities: ['good'] });
});

test('a getter that never returns is reported at its place', async () => {
  const { findings } = await load({ 'schema/bad.ts': "import { collection } from 'polyref';\nimport * as z from 'zod';\nexport const bad = collection('bad', { document: z.object({ a: z.string() }), get owner(): string { for (;;); } });\n" });
  expect(findings).toEqual(['schema/bad.ts:3:101 load-error: `schema/bad.ts` did not finish loading within 1 second: it is still running. Remove the endless loop, or what takes so long. `--load-timeout` allows more time.']);
});
