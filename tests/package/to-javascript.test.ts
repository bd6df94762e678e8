import { expect, test } from 'vitest';
import { namesNeighbours, toJavaScript } from '../../scripts/package/to-javascript.ts';

const FILES = ['src/a/one.ts', 'src/b/two.ts', 'src/b/part.astro'];
const around = { isSource: (path: string) => FILES.includes(path), vendored: { mermaid: 'vendor/mermaid/mermaid.js' } };

test('types go, and every name of a neighbour becomes that of its JavaScript', () => {
  const source = `import type { Two } from '../b/two.ts';
import { two } from '../b/two.ts';
// Read \`two.ts\`.
export const worker: URL = new URL("../b/two.ts", import.meta.url);
export const lazy = async (): Promise<Two> => (await import('../b/two.ts')).two;
export const names = ['schema/two.ts', 'two.ts', '*.ts'] as const satisfies readonly string[];
export default two;
`;
  expect(toJavaScript('src/a/one.ts', source, around)).toBe(`import { two } from '../b/two.js';
// Read \`two.ts\`.
export const worker = new URL("../b/two.js", import.meta.url);
export const lazy = async () => (await import('../b/two.js')).two;
export const names = ['schema/two.ts', 'two.ts', '*.ts'];
export default two;
`);
});

test('a package that is brought along is imported from where it is', () => {
  expect(toJavaScript('src/a/one.ts', "import mermaid from 'mermaid';\nexport const later = () => import('mermaid');\nexport const name = 'mermaid';\nexport { mermaid };\n", around)).toBe(
    "import mermaid from '../../vendor/mermaid/mermaid.js';\nexport const later = () => import('../../vendor/mermaid/mermaid.js');\nexport const name = 'mermaid';\nexport { mermaid };\n",
  );
});

test('components keep their language, and the names in them change', () => {
  expect(toJavaScript('src/b/part.astro', "---\nimport { two } from './two.ts';\nconst n: number = two;\n---\n<script src=\"../a/one.ts\"></script>\n", around)).toBe("---\nimport { two } from './two.js';\nconst n: number = two;\n---\n<script src=\"../a/one.js\"></script>\n");
});

test('what cannot be JavaScript is not packed', () => {
  expect(() => toJavaScript('src/a/one.ts', 'export const = 1;\n', around)).toThrow('src/a/one.ts: Variable declaration expected.');
});

test('the files beside a file are found by their names in it', () => {
  expect(namesNeighbours('scripts/run/check.ts', "import '../print.ts';\nimport x from 'commander';\nimport('./lint.ts');\n")).toEqual(['scripts/print.ts', 'scripts/run/lint.ts']);
});
