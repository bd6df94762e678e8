import { mkdtemp, realpath, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { buildTypes } from '../../scripts/package/build-types.ts';
import { openEditor, type Editor } from './editor.ts';
import { HEAD, NOT_OFFERED, OFFERED, RIGHT } from './offered.ts';
import { projectWith, type ZodName } from './project.ts';
import { MISTAKES, SHOP } from './shop.ts';
import type { Version } from './type-check.ts';

const EDITORS: readonly (readonly [Version, ZodName])[] = [['5.4', '3.25'], ['5.6', '4.0'], ['5.9', 'newest'], ['6.0', 'newest']];
const TSCONFIG = JSON.stringify({ compilerOptions: { strict: true, target: 'es2022', lib: ['es2022'], module: 'nodenext', types: [], skipLibCheck: true, noEmit: true } });

let home: string;

beforeAll(async () => {
  home = await realpath(await mkdtemp(join(tmpdir(), 'polyref-editor-')));
  await buildTypes(join(home, 'types'));
});

afterAll(() => rm(home, { recursive: true, force: true }));

describe.each(EDITORS)('the editor of TypeScript %s, with Zod %s', (version, zod) => {
  let editor: Editor;
  let file: string;

  beforeAll(async () => {
    const folder = join(home, version);
    file = join(folder, 'schema.ts');
    await projectWith(folder, join(home, 'types'), zod, { 'tsconfig.json': TSCONFIG, 'package.json': '{ "type": "module" }', 'schema.ts': '', 'shop.ts': SHOP });
    editor = openEditor(version);
  });

  afterAll(() => editor.close());

  test('offers the fields of the shape wherever one is named', async () => {
    for (const [code, names] of OFFERED) expect((await editor.offers(file, HEAD + code)).toSorted(), code).toEqual(names);
    for (const code of NOT_OFFERED) expect(await editor.offers(file, HEAD + code), code).toEqual([]);
  });

  test('offers the options of a table that are not given yet', async () => {
    expect((await editor.offers(file, `${HEAD}table('a', { columns, owner: 'x', | });`)).toSorted()).toEqual([
      'checks', 'classification', 'domain', 'foreignKeys', 'formerFields', 'formerly', 'indexes', 'partitionBy', 'primaryKey', 'references', 'referencesNothing', 'retention', 'schema', 'status', 'suppress',
      'tags', 'tenancy', 'unique',
    ]);
  });

  test('offers the columns in a schema of twelve entities', async () => {
    const marked = SHOP.replace("partitionBy('range', ['at'])", "partitionBy('range', ['|'])");
    expect((await editor.offers(join(home, version, 'shop.ts'), marked)).toSorted()).toEqual(['at', 'id', 'tenant_id', 'total', 'user_id']);
  });

  test('shows the manual of a word and of an option', async () => {
    expect(await editor.hover(file, `${HEAD}table('a', { columns, tenancy: per|Tenant('tenant_id') });`)).toEqual({
      signature: expect.stringMatching(/^\(alias\) perTenant<"tenant_id", "id" \| "tenant_id">\(field: "id" \| "tenant_id", options\?: /),
      documentation: 'Every record names its tenant in a field. A value that is not a tenant needs a reason.',
      tags: ["@example perTenant('tenantId', { except: [{ value: 'global', reason: 'Default skills of the platform.' }] })"],
    });
    expect(await editor.hover(file, `${HEAD}expires('1 day', { a|fter: 'at' });`)).toEqual({
      signature: '(property) ExpiryOptions<"at">.after?: "at" | undefined', documentation: "The date field from which time counts: `'createdAt'`. Objects count from their creation.", tags: [],
    });
    expect((await editor.hover(file, `${HEAD}table('a', { columns, prim|aryKey: ['id'] });`)).documentation).toBe("Columns of the primary key, in their order: `['id']`.");
  });

  test('underlines a wrong name, and says which there are', async () => {
    for (const [code, where, message] of MISTAKES) {
      const found = await editor.underlines(file, `${HEAD}${code};\n`);
      expect(found.map((each) => each.code), code).toEqual([where]);
      expect(found[0]?.message, code).toContain(message);
    }
  });

  test('underlines nothing of what is right', async () => {
    expect(await editor.underlines(file, HEAD + RIGHT)).toEqual([]);
  });
});
