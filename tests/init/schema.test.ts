import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import ts from 'typescript';
import { expect, test } from 'vitest';
import { packageRoot } from '../../scripts/project.ts';
import { check, generate, lint } from '../../src/lib/index.ts';
import { renderConfig } from '../../src/lib/init/render-config.ts';
import { renderSchema } from '../../src/lib/init/schema/render-schema.ts';
import { STORE_CHOICES, type StoreChoice } from '../../src/lib/init/store-choice.ts';
import { put } from '../cli/run-polyref.ts';
import { temporaryFolder } from '../disk/temporary-folder.ts';

/** Every choice that a team can make. */
const CHOICES = [1, 2, 3, 4, 5, 6, 7].map((bits) => STORE_CHOICES.filter((_, at) => (bits & (1 << at)) !== 0));

async function scaffold(stores: readonly StoreChoice[]): Promise<{ readonly schemaDir: string; readonly outDir: string; readonly configPath: string }> {
  const outDir = await temporaryFolder();
  await put(outDir, { ...Object.fromEntries([...renderSchema(stores)].map(([path, text]) => [`schema/${path}`, text])), 'polyref.config.ts': renderConfig() });
  return { schemaDir: join(outDir, 'schema'), outDir, configPath: join(outDir, 'polyref.config.ts') };
}

test.each(CHOICES)('%s %s %s: no finding, one entity for each store, and pages that are as the schema makes them', async (...stores) => {
  const { schemaDir, outDir } = await scaffold(stores);
  const folders = { schemaDir, schemaName: 'schema', outDir };
  expect(await generate(folders)).toMatchObject({ kind: 'generated', findings: [] });
  expect(await check(folders)).toMatchObject({ findings: [], drift: [], foreign: [] });
  const linted = await lint({ schemaDir, schemaName: 'schema', today: '2026-01-01', minimum: {}, config: undefined, baseline: undefined, timeout: undefined });
  expect(linted).toMatchObject({ kind: 'linted', findings: [], suppressed: [] });
  const catalog = JSON.parse(await readFile(join(outDir, 'public/catalog.json'), 'utf8')) as { readonly entities: readonly { readonly store: string }[] };
  expect(catalog.entities.map(({ store }) => store).sort()).toEqual([...stores].sort());
});

test('the strictest TypeScript accepts each of them, and the configuration', async () => {
  const { config } = ts.readConfigFile(join(packageRoot, 'tsconfig.json'), ts.sys.readFile) as { readonly config: { readonly compilerOptions: object } };
  const { options } = ts.convertCompilerOptionsFromJson({ ...config.compilerOptions, strict: true, skipLibCheck: true, typeRoots: [join(packageRoot, 'node_modules/@types')] }, packageRoot);
  const texts = new Map<string, string>();
  for (const stores of CHOICES) for (const [path, text] of renderSchema(stores)) texts.set(join(packageRoot, '.scaffold', stores.join('-'), path), text);
  texts.set(join(packageRoot, '.scaffold', 'polyref.config.ts'), renderConfig());
  // As files of this package, so that `polyref` and `zod` are found as in an installed one.
  const host = ts.createCompilerHost(options);
  const read = host.getSourceFile.bind(host);
  host.fileExists = (path) => texts.has(path) || ts.sys.fileExists(path);
  host.readFile = (path) => texts.get(path) ?? ts.sys.readFile(path);
  host.getSourceFile = (path, target, ...rest) => (texts.has(path) ? ts.createSourceFile(path, texts.get(path) ?? '', target) : read(path, target, ...rest));
  const program = ts.createProgram([...texts.keys()], options, host);
  const problems = [...texts.keys()].flatMap((path) => {
    const file = program.getSourceFile(path);
    return [...program.getSyntacticDiagnostics(file), ...program.getSemanticDiagnostics(file)].map(({ messageText }) => `${path}: ${ts.flattenDiagnosticMessageText(messageText, '\n')}`);
  });
  expect(problems).toEqual([]);
});

test('the one with all stores teaches references across stores, a tenant first in a key, a TTL and personal data', async () => {
  for (const [path, text] of renderSchema(STORE_CHOICES)) await expect(text).toMatchFileSnapshot(`expected/schema/${path}`);
  await expect(renderConfig()).toMatchFileSnapshot('expected/polyref.config.ts');
});
