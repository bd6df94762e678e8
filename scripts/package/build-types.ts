import { mkdir, writeFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { rolldown } from 'rolldown';
import { dts } from 'rolldown-plugin-dts';
import { packageRoot } from '../project.ts';

/**
 * Writes the types of the package: one file for each entry, which needs no other file and no package.
 * A CommonJS project takes an ES module's types only from a file of its own, `.d.cts`; the text is the same.
 * @param outFolder absolute path: `…/build/types`
 */
export async function buildTypes(outFolder: string): Promise<void> {
  await mkdir(outFolder, { recursive: true });
  for (const [name, entry] of ENTRIES) {
    const text = await rollUp(name, join(packageRoot, entry));
    for (const extension of ['d.ts', 'd.cts']) await writeFile(join(outFolder, `${name}.${extension}`), text);
  }
}

const ENTRIES = [['polyref', 'src/lib/dsl/index.ts'], ['generator', 'src/lib/index.ts']] as const;

/** Comments stay: they are what hovering shows. */
async function rollUp(name: string, input: string): Promise<string> {
  const build = await rolldown({
    input: { [name]: input },
    cwd: packageRoot,
    external: /^(?:node:|[^./])/,
    plugins: [dts({ emitDtsOnly: true, tsconfig: join(packageRoot, 'tsconfig.json'), cwd: packageRoot })],
    logLevel: 'silent',
  });
  try {
    const { output } = await build.generate({ format: 'es', entryFileNames: '[name].ts', chunkFileNames: '[name].ts' });
    const [chunk, ...others] = output.filter((file) => file.type === 'chunk');
    if (chunk === undefined || others.length > 0) throw new Error(`The types of ${name} are ${output.length} files, not one: ${output.map(({ fileName }) => fileName).join(', ')}.`);
    return chunk.code;
  } finally {
    await build.close();
  }
}

if (process.argv[1] !== undefined && import.meta.filename === resolve(process.argv[1])) await buildTypes(join(packageRoot, 'build/types'));
