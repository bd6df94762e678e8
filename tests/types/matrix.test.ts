import { mkdtemp, readFile, realpath, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { buildTypes } from '../../scripts/package/build-types.ts';
import { projectWith, ZODS, type ZodName } from './project.ts';
import { EXPORTED, SHOP } from './shop.ts';
import { RESOLUTIONS, typeChecker, typeScript, VERSIONS } from './type-check.ts';

const zods = Object.keys(ZODS) as readonly ZodName[];

let home: string;

beforeAll(async () => {
  home = await realpath(await mkdtemp(join(tmpdir(), 'polyref-types-')));
  await buildTypes(join(home, 'types'));
  for (const zod of zods) {
    await projectWith(join(home, zod), join(home, 'types'), zod, { 'shop.ts': SHOP, 'shop.mts': SHOP, 'exported.ts': EXPORTED, 'own.ts': "export * from 'polyref';\nexport * as generator from 'polyref/generator';\n" });
  }
});

afterAll(() => rm(home, { recursive: true, force: true }));

test('the types of an entry are one text, for ES modules and for CommonJS, and need no package', async () => {
  for (const name of ['polyref', 'generator']) {
    const text = await readFile(join(home, `types/${name}.d.ts`), 'utf8');
    expect(await readFile(join(home, `types/${name}.d.cts`), 'utf8')).toBe(text);
    expect(text).not.toMatch(/^\s*(?:import|export) .*\bfrom\b|\bimport\(|\brequire\(|\/\/\/ <reference/m);
  }
  // What hovering shows.
  expect(await readFile(join(home, 'types/polyref.d.ts'), 'utf8')).toContain("@example perTenant('tenantId', { except: [{ value: 'global', reason: 'Default skills of the platform.' }] })");
});

describe.each(VERSIONS)('TypeScript %s', (version) => {
  const ts = typeScript(version);
  const check = typeChecker(ts);

  test.each(RESOLUTIONS.flatMap((resolution) => zods.map((zod) => [resolution, zod] as const)))('takes a schema with %s and Zod %s', (resolution, zod) => {
    // Under NodeNext a file is a CommonJS module or an ES module, each with types of its own.
    const { said, instantiations } = check(join(home, zod), resolution === 'NodeNext' ? ['shop.ts', 'shop.mts'] : ['shop.ts'], resolution);
    expect(said).toEqual([]);
    // Not compared with the types of a Zod: that takes millions.
    expect(instantiations).toBeLessThan(600_000);
  });

  test.each(zods)('writes declarations of what a package exports with Zod %s', (zod) => {
    expect(check(join(home, zod), ['exported.ts', 'shop.ts'], 'Bundler', { declaration: true, composite: true }).said).toEqual([]);
  });

  test('needs no library but the language’s for the types themselves', () => {
    expect(check(join(home, 'newest'), ['own.ts'], 'Bundler', { skipLibCheck: false }).said).toEqual([]);
  });
});
