import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { reporters } from '../../src/lib/index.ts';
import { temporaryFolder } from '../disk/temporary-folder.ts';
import { runCommand } from '../support/run-command.ts';
import { UNSAFE_PIECES, unsafeLines } from '../support/unsafe-lines.ts';
import { gitProject } from './git-project.ts';
import { put, runPolyref, smallSchema, textsOf } from './run-polyref.ts';

/** The annotations of the format `github`. */
const ANNOTATION = /^::(?:error|warning|notice) (?:file=[^:,]*,line=\d+,col=\d+,)?title=[^:,]*::/;

/** Everything at once, on one line and on many. */
const MANY = UNSAFE_PIECES.filter((text) => text.isWellFormed() && !text.includes('\u0000')).join('');
const TEXTS = [
  ['a command', '::add-mask::x'],
  ['a command after each line break, and marks', '\n::add-mask::x\r##[add-mask]x\u2028##vso[task.complete]x\u0085::error::x\u001b]0;x\u0007\u009b31m\u202e\u2066\u200f\u200b'],
  ['everything', MANY],
  ['everything on a line of its own', `\n${MANY}`],
] as const;

const FORMATS = ['terminal', 'github', 'json', 'sarif', 'markdown'];

/** Runs a command, and once more in colour with the text that has everything: colours are made around the same texts. */
async function expectSafe(args: readonly string[], cwd: string, text: string): Promise<Awaited<ReturnType<typeof runCommand>>> {
  if (text === TEXTS.at(-1)?.[1]) {
    const coloured = await runCommand(args, { cwd, colour: true });
    expect([args, unsafeLines(coloured.out, { colour: true, own: ANNOTATION }), unsafeLines(coloured.err, { colour: true })]).toEqual([args, [], []]);
  }
  const plain = await runCommand(args, { cwd });
  expect([args, unsafeLines(plain.out, { own: ANNOTATION }), unsafeLines(plain.err)]).toEqual([args, [], []]);
  return plain;
}

function fileName(text: string): string {
  return text.replaceAll('/', '').slice(0, 60);
}

/** Text in a doc comment. */
const comment = (text: string) => `/** Cart. ${text.replaceAll('*/', '* /')} */`;

/** Every slot that takes any text; the schema is read. */
function texts(text: string): Readonly<Record<string, string>> {
  const word = JSON.stringify(`x${text}`);
  return {
    'schema/system.ts': `import { process, system } from 'polyref';\nexport const shop = system(${word});\nexport const job = process(${word}, { writes: ['mongodb.carts'], because: ${word}, code: ${word}, owner: ${word} });\n`,
    'schema/postgresql/tenants.ts': `import * as z from 'zod';
import { bigint, permanent, table, tenantItself, ulid } from 'polyref';
${comment(text)}
export const tenants = table('tenants', { columns: z.object({ id: bigint(), ref_id: ulid() }), primaryKey: ['id'], unique: [['ref_id']], tenancy: tenantItself('ref_id', { note: ${word} }), retention: permanent({ note: ${word} }), owner: ${word}, domain: ${word}, tags: [${word}] });
`,
    'schema/mongodb/carts.ts': `import * as z from 'zod';
import { collection, expires, objectId, perTenant, ref, suppress } from 'polyref';
${comment(text)}
export const carts = collection('carts', { document: z.object({ _id: objectId(), tenantId: ref('postgresql.tenants.ref_id', { note: ${word}, keptBy: ${word} }), at: z.date().describe(${word}) }), tenancy: perTenant('tenantId', { except: [{ value: ${word}, reason: ${word} }] }), retention: expires('30 days', { after: 'at', note: ${word} }), suppress: [suppress('missing-owner', { reason: ${word}, issue: 'https://e.example/' + encodeURIComponent(${word}) })] });
`,
    'schema/s3/files.ts': `import { objects } from 'polyref';\n${comment(text)}\nexport const files = objects('files', { bucket: ${word}, key: 'a/{cart}.md', contentType: ${word} });\n`,
    'schema/claims.ts': `import { claim, noReferences } from 'polyref';\nexport const never = claim(${word}, { holds: noReferences({ from: 'mongodb', to: 'postgresql' }), because: ${word} });\n`,
    'polyref.config.ts': `import { defineConfig } from 'polyref';\nexport default defineConfig({ ignore: [{ addresses: 's3.*', reason: ${word} }] });\n`,
    'polyref.accepted.txt': `retention-shortened mongodb.carts: ${word}\nretention-shortened ${word}: ${word}\nno-kind ${word}: x\n`,
  };
}

/** Names, which may be refused: then it is the refusal that tells them. */
function names(text: string): Readonly<Record<string, string>> {
  const word = JSON.stringify(`x${text}`);
  return {
    'schema/mongodb/carts.ts': `import * as z from 'zod';
import { collection, expires, index, objectId, perTenant, ref, suppress } from 'polyref';
export const carts = collection(${word}, { document: z.object({ _id: objectId(), [${word}]: ref('postgresql.' + ${word}), at: z.enum([${word}]) }), tenancy: perTenant(${word}), retention: expires(${word}, { after: ${word} }), indexes: [index({ [${word}]: 1 }, { name: ${word} })], suppress: [suppress(${word}, { at: ${word}, reason: '', until: ${word} })], formerly: ${word}, status: ${word} });
`,
    'schema/mongodb/throws.ts': `throw new Error(${word});\n`,
    'schema/mongodb/imports.ts': `import x from ${JSON.stringify(`./x${text}`)};\nexport default x;\n`,
    'schema/s3/files.ts': `import { objects } from 'polyref';\nexport const files = objects(${word}, { bucket: ${word}, key: ${word} + '{' + ${word} + '}' });\n`,
    'polyref.config.ts': `import { defineConfig } from 'polyref';\nexport default defineConfig({ rules: { [${word}]: ${word} }, ignore: [{ addresses: ${word}, reason: '' }], [${word}]: 1 });\n`,
    'polyref.baseline.json': `{ "baselineVersion": 1, "coverage": {}, "findings": [{ "rule": ${word}, "address": ${word} }] }`,
  };
}

test.each(TEXTS)('%s in every text: no command prints a command', async (_, text) => {
  const project = await gitProject(smallSchema);
  const { cwd, git } = project;
  await git('branch', 'base');
  await put(cwd, { ...smallSchema, ...texts(text) });
  const generated = await expectSafe(['generate'], cwd, text);
  // The texts arrive: else there is nothing to be safe from.
  expect(generated.code).toBe(0);
  await project.commit({}, { message: `x${text}` });
  await expectSafe(['generate', '--history', '5'], cwd, text);
  const listed = await expectSafe(['lint', '--format', 'json'], cwd, text);
  expect(JSON.parse(listed.out)).toMatchObject({ suppressed: expect.arrayContaining([expect.objectContaining({ excuse: expect.objectContaining({ reason: `x${text}` }) as unknown })]) as unknown });
  await expectSafe(['lint', '--format', FORMATS.map((format) => `${format}=out/${format}`).join(',')], cwd, text);
  for (const format of FORMATS) {
    await expectSafe(['lint', '--format', format, '--coverage'], cwd, text);
    await expectSafe(['diff', 'base', '--format', format, '--fail-on', 'dangerous'], cwd, text);
  }
  for (const [file, written] of await textsOf(join(cwd, 'out'))) expect([file, unsafeLines(written, { own: ANNOTATION })]).toEqual([file, []]);
  for (const subject of [[], ['mongodb.carts'], ['mongodb.carts.at'], ['postgresql.tenants'], ['s3.files'], ['missing-owner'], ['claim-does-not-hold'], [`mongodb.x${text}`], [`x${text}`]]) await expectSafe(['explain', ...subject], cwd, text);
  for (const key of ['a/b.md', `a/${text}.md`, `s3://x${text}/a`, text]) await expectSafe(['key', '--', key], cwd, text);
  await put(cwd, { 'src/content/docs/reference/mongodb/carts.mdx': `{/* Generated by Polyref from */}\n${text}\n`, [`src/content/docs/reference/x${fileName(text)}.md`]: text });
  await expectSafe(['check'], cwd, text);
}, 300_000);

test.each(TEXTS)('%s in every name and every mistake: no command prints a command', async (_, text) => {
  const { cwd } = await gitProject(smallSchema);
  await put(cwd, { ...names(text), [`schema/x${fileName(text)}.ts`]: 'export const = 1;\n' });
  for (const args of [['check'], ['generate'], ['key', 'x'], ['explain', 'mongodb.x'], ...FORMATS.map((format) => ['lint', '--format', format]), ['diff', 'HEAD']]) {
    const { code, err } = await expectSafe(args, cwd, text);
    expect(code).toBe(2);
    expect(err).not.toBe('');
  }
}, 300_000);

test.each(TEXTS)('%s on the command line: no message is a command', async (_, text) => {
  const { cwd, git } = await gitProject(smallSchema);
  await git('switch', '--quiet', '--create', 'feature');
  const given = `x${text}`;
  // What the system refuses is said in its own words.
  const folder = fileName(given);
  await mkdir(join(cwd, folder));
  for (const args of [
    [given], [`--${given}`], ['lint', given], ['lint', `--${given}`], ['lint', '--format', given], ['lint', '--format', `json=${given}/../y`], ['lint', '--rule', given], ['lint', '--min', given], ['lint', '--max-warnings', given], ['lint', '--config', given], ['lint', '--baseline', given],
    ['lint', '--schema', given], ['lint', '--output', given, '--format', 'json,github'], ['diff', given], ['diff', `${given}...`], ['diff', '--fail-on', given], ['diff', 'HEAD', '--base-schema', given], ['diff', 'HEAD', '--schema', given], ['diff', 'HEAD', '--pictures', given],
    ['explain', given], ['key', given], ['key', given, given], ['check', '--schema', given], ['check', '--out', given], ['generate', '--history', given], ['generate', '--schema', 'schema', '--out', fileName(given)], ['check', '--schema', 'schema', '--out', 'nowhere\n::x'],
    ['lint', '--format', 'json', '--output', folder], ['build', '--site', given], ['start', '--port', given], ['dev', '--port', given],
  ]) await expectSafe(args, cwd, text);
}, 300_000);

test('every report format is tried', () => {
  expect(reporters.map(({ name }) => name).sort()).toEqual([...FORMATS].sort());
});

test('in a process of its own: what a schema prints, throws where nobody waits, and the folder it is in', async () => {
  const folder = join(await temporaryFolder(), 'a\n::add-mask::\u001b[2Jb');
  await put(folder, smallSchema);
  expect(await runPolyref(['generate', '--schema', 'schem'], { cwd: folder })).toMatchObject({ code: 2 });
  for (const body of ["console.log('\\n::add-mask::x\\u001b[2J'); process.stdout.write('##[add-mask]x\\n'); console.error('::error::x');", "setTimeout(() => { throw new Error('a\\n::add-mask::x\\u001b[2J'); }, 0);", "void Promise.reject('a\\n::add-mask::x\\u001b[2J');", "throw 'a\\n::add-mask::x\\u001b[2J';"]) {
    await put(folder, { 'schema/mongodb/late.ts': `${body}\n` });
    for (const args of [['lint', '--format', 'terminal'], ['diff']]) {
      const { out, err } = await runPolyref(args, { cwd: folder });
      expect([body, args, unsafeLines(out), unsafeLines(err)]).toEqual([body, args, [], []]);
    }
  }
}, 300_000);
