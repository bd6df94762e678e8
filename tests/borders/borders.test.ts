import { mkdir, symlink, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { cruise, type ICruiseResult, type IFlattenedRuleSet } from 'dependency-cruiser';
import { describe, expect, test } from 'vitest';
import borders from '../../.dependency-cruiser.mjs';
import { temporaryFolder } from '../disk/temporary-folder.ts';

const root = fileURLToPath(new URL('../../', import.meta.url));

/** Ids of the borders that a small repository with these files crosses. */
async function crossedBy(files: Readonly<Record<string, string>>): Promise<readonly string[]> {
  const folder = await temporaryFolder();
  for (const [path, text] of Object.entries(files)) {
    await mkdir(dirname(join(folder, path)), { recursive: true });
    await writeFile(join(folder, path), text);
  }
  await symlink(join(root, 'node_modules'), join(folder, 'node_modules'));
  const result = await cruise([...new Set(Object.keys(files).map((path) => path.split('/')[0] ?? ''))], {
    ...borders.options, tsConfig: {}, baseDir: folder, validate: true, ruleSet: { forbidden: borders.forbidden } as IFlattenedRuleSet,
  });
  const { summary } = result.output as ICruiseResult;
  return [...new Set(summary.violations.map((violation) => violation.rule.name))].sort();
}

const importing = (from: string, what: string, to = '') => ({ [from]: `import ${JSON.stringify(what)};\n`, ...(to === '' ? {} : { [to]: 'export {};\n' }) });

describe('a border that is crossed fails', () => {
  test.each([
    ['model-imports', importing('src/lib/model/a.ts', '../analysis/b.ts', 'src/lib/analysis/b.ts')],
    ['dsl-imports', importing('src/lib/dsl/a.ts', '../read/b.ts', 'src/lib/read/b.ts')],
    ['read-imports', importing('src/lib/read/a.ts', '../emit/b.ts', 'src/lib/emit/b.ts')],
    ['analysis-imports', importing('src/lib/analysis/a.ts', '../emit/b.ts', 'src/lib/emit/b.ts')],
    ['emit-imports', importing('src/lib/emit/a.ts', '../disk/b.ts', 'src/lib/disk/b.ts')],
    ['gate-imports', importing('src/lib/gate/a.ts', '../emit/b.ts', 'src/lib/emit/b.ts')],
    ['markdown-parser', importing('src/lib/rules/a.ts', 'satteri')],
    ['rules-imports', importing('src/lib/rules/a.ts', '../report/b.ts', 'src/lib/report/b.ts')],
    ['lint-imports', importing('src/lib/lint/a.ts', '../report/b.ts', 'src/lib/report/b.ts')],
    ['explain-imports', importing('src/lib/explain/a.ts', '../report/b.ts', 'src/lib/report/b.ts')],
    ['drift-imports', importing('src/lib/drift/a.ts', '../emit/b.ts', 'src/lib/emit/b.ts')],
    ['report-imports', importing('src/lib/report/a.ts', '../drift/b.ts', 'src/lib/drift/b.ts')],
    ['disk-imports', importing('src/lib/disk/a.ts', '../emit/b.ts', 'src/lib/emit/b.ts')],
    ['diagram-imports', importing('src/lib/diagram/a.ts', '../model/b.ts', 'src/lib/model/b.ts')],
    ['site-imports', importing('src/site/a.ts', '../lib/emit/b.ts', 'src/lib/emit/b.ts')],
    ['explore-imports', importing('src/explore/a.ts', '../lib/emit/b.ts', 'src/lib/emit/b.ts')],
    ['library-without-a-face', importing('src/lib/pipeline/a.ts', '../../../scripts/b.ts', 'scripts/b.ts')],
    ['pipeline-is-the-top', importing('src/lib/model/a.ts', '../index.ts', 'src/lib/index.ts')],
    ['nothing-imports-tests', importing('scripts/a.ts', '../tests/b.ts', 'tests/b.ts')],
    ['schema-imports', importing('schema/a.ts', './b.ts', 'schema/b.ts')],
    ['files', importing('src/lib/emit/a.ts', 'node:fs/promises')],
    ['network', importing('src/lib/read/a.ts', 'node:https')],
    ['processes', importing('src/lib/read/a.ts', 'node:child_process')],
    ['zod', importing('src/lib/emit/a.ts', 'zod')],
    ['ts-morph', importing('src/lib/emit/a.ts', 'ts-morph')],
    ['astro', importing('src/lib/emit/a.ts', 'astro')],
    ['mermaid-and-elk', importing('src/lib/emit/a.ts', 'mermaid')],
    ['code-frames', importing('src/lib/emit/a.ts', '@babel/code-frame')],
    ['command-line', importing('src/lib/pipeline/a.ts', 'commander')],
    ['resolvable', importing('scripts/a.ts', './nowhere.ts')],
    ['no-cycles', { 'scripts/a.ts': "import { b } from './b.ts';\nexport const a = b;\n", 'scripts/b.ts': "import { a } from './a.ts';\nexport const b = () => a;\n" }],
  ])('%s', async (border, files) => {
    expect(await crossedBy(files)).toContain(border);
  });
});

test('imports that go the right way cross none', async () => {
  const files = {
    ...importing('src/lib/emit/a.ts', '../analysis/b.ts'),
    ...importing('src/lib/analysis/b.ts', '../model/c.ts', 'src/lib/model/c.ts'),
    ...importing('src/lib/read/d.ts', 'ts-morph'),
    ...importing('src/lib/disk/e.ts', 'node:fs/promises'),
    'schema/f.ts': "import * as z from 'zod';\nexport default z.string();\n",
  };
  expect(await crossedBy(files)).toEqual([]);
});

test('every border says why it is there', () => {
  for (const border of borders.forbidden) expect(border.comment, border.name).toMatch(/^.{20,}\.$/s);
});
