import { existsSync } from 'node:fs';
import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, test, vi } from 'vitest';
import { check } from '../../src/lib/pipeline/check.ts';
import { createSession } from '../../src/lib/pipeline/create-session.ts';
import { generate } from '../../src/lib/pipeline/generate.ts';
import { put, textsOf } from '../cli/run-polyref.ts';
import { temporaryFolder } from '../disk/temporary-folder.ts';

/** Whether the attack is written as it stands, in code between backticks: as Polyref once did it. */
const broken = vi.hoisted(() => ({ isBroken: false }));
vi.mock('../../src/lib/emit/mdx/escape.ts', async (original) => {
  const escape = await original<typeof import('../../src/lib/emit/mdx/escape.ts')>();
  const isRaw = (text: string) => broken.isBroken && /\{0|\*\/\}|PWNED/.test(text);
  return {
    ...escape,
    inlineCode: (text: string) => (isRaw(text) ? `\`${text}\`` : escape.inlineCode(text)),
    escapeInline: (text: string) => (isRaw(text) ? text : escape.escapeInline(text)),
  };
});

const ATTACK = `import * as z from 'zod';
import { bigint, table } from 'polyref';

/**
 * Users.
 *
 * - \`{0/*\\\` a path
 * - *&#47;} \`{globalThis.process.getBuiltinModule('fs').writeFileSync('PWNED','x')}\\\`
 */
export const users = table('users', { columns: z.object({ id: bigint() }), primaryKey: ['id'] });
`;

async function project(): Promise<{ readonly schemaDir: string; readonly outDir: string }> {
  const outDir = await temporaryFolder();
  await put(outDir, { 'schema/users.ts': ATTACK });
  return { schemaDir: join(outDir, 'schema'), outDir };
}

const REFUSED = {
  rule: 'unsafe-page',
  severity: 'error',
  address: 'postgresql.users',
  entity: 'postgresql.users',
  message: "The `description` of `postgresql.users` would put an expression on `src/content/docs/reference/postgresql/users.mdx:23`: `{globalThis.process.getBuiltinModule('fs').writeFileSync('PWNED','x')}`.",
  hint: 'Nothing is written, because the site would run it. Change the text, and report this: Polyref must show any text as it is.',
  location: { file: 'schema/users.ts', line: 10, column: 14 },
};

describe('where escaping fails, the gate holds', () => {
  test('generate names the text and writes nothing', async () => {
    const folders = await project();
    broken.isBroken = true;
    const result = await generate(folders);
    broken.isBroken = false;
    expect(result).toEqual({ kind: 'unwritable', findings: [REFUSED] });
    expect([...(await textsOf(folders.outDir)).keys()]).toEqual(['schema/users.ts']);
  });

  test('check cannot do its work', async () => {
    const folders = await project();
    broken.isBroken = true;
    const result = await check(folders);
    broken.isBroken = false;
    expect(result).toEqual({ kind: 'unreadable', findings: [REFUSED] });
  });

  test('a session writes nothing until the text is another one', async () => {
    const folders = await project();
    const session = createSession(folders);
    const read = await session.read();
    if (read.kind !== 'read') throw new Error(read.kind);
    broken.isBroken = true;
    const refused = await session.write(read);
    broken.isBroken = false;
    expect(refused).toEqual({ kind: 'unwritable', findings: [REFUSED] });
    expect(existsSync(join(folders.outDir, 'src'))).toBe(false);
    expect((await session.write(read)).kind).toBe('written');
  });
});

test('with escaping as it is, the same text is text', async () => {
  const folders = await project();
  expect((await generate(folders)).kind).toBe('generated');
  expect(await check(folders)).toMatchObject({ kind: 'checked', drift: [] });
  expect(await readFile(join(folders.outDir, 'src/content/docs/reference/postgresql/users.mdx'), 'utf8')).toContain(
    "- <code>&#123;0/&#42;&#92;</code> a path\n- &#42;/&#125; <code>&#123;globalThis.process.getBuiltinModule('fs').writeFileSync('PWNED','x')&#125;&#92;</code>",
  );
});

test('a page of changes that somebody edited so that it runs is refused', async () => {
  const folders = await project();
  const changelog = { asked: 5, entries: [{ date: '2027-03-01', commit: '0f0f0f0', subject: '{evil()} `\\`', content: { kind: 'begin', entities: 1 } }] } as const;
  expect((await generate(folders, { changelog })).kind).toBe('generated');
  const file = join(folders.outDir, 'src/content/docs/reference/changes.mdx');
  const page = await readFile(file, 'utf8');
  expect(page).toContain('### &#123;evil()&#125; &#96;&#92;&#96;');
  await writeFile(file, `${page}\n{evil()}\n`);
  const line = page.split('\n').length + 1;
  const refused = {
    rule: 'unsafe-page',
    severity: 'error',
    message: `\`src/content/docs/reference/changes.mdx:${line}\` has an expression: \`{evil()}\`.`,
    hint: 'The page was edited after it was generated. Generate it again with `generate --history`, or delete it.',
    location: { file: 'src/content/docs/reference/changes.mdx', line, column: 1 },
  };
  expect(await generate(folders)).toEqual({ kind: 'unwritable', findings: [refused] });
  expect(await check(folders)).toEqual({ kind: 'unreadable', findings: [refused] });
});
