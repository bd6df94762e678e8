import { spawn } from 'node:child_process';
import { readdir, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { performance } from 'node:perf_hooks';
import { fileURLToPath } from 'node:url';
import type { MeasuredExplore } from './measure-explore.ts';

export interface Measured {
  readonly seconds: number;
  /** Processor time of the whole process, on all cores: what stays the same when others are busy too. */
  readonly cpuSeconds: number;
  readonly peakMb: number;
  /** How many things it was about, where that is not the number of entities. */
  readonly items?: number;
  /** Of the drawings, bytes of SVG for each box, before compression. */
  readonly bytesPerBox?: number;
}

/** Runs one stage in a process of its own. `whole process` times it as a user would: from start to end, loading included. */
export async function measureStage(stage: string, schemaDir: string, outDir: string, what: 'stage alone' | 'whole process'): Promise<Measured> {
  const start = performance.now();
  const output = await run([fileURLToPath(new URL('run-stage.ts', import.meta.url)), stage, schemaDir, outDir]);
  const measured = JSON.parse(output) as Measured;
  return what === 'stage alone' ? measured : { ...measured, seconds: (performance.now() - start) / 1000 };
}

/** Builds the site with the command that users call. */
export async function measureBuild(schemaDir: string, outDir: string, distDir: string): Promise<Measured> {
  const start = performance.now();
  const output = await run([fileURLToPath(new URL('run-build.ts', import.meta.url)), schemaDir, outDir, distDir]);
  return { ...(JSON.parse(output.slice(output.lastIndexOf('{'))) as Measured), seconds: (performance.now() - start) / 1000 };
}

/** Looks at the page of exploration in a browser, in a process of its own. */
export async function measureExplorePage(distDir: string): Promise<MeasuredExplore> {
  return JSON.parse(await run([fileURLToPath(new URL('run-explore.ts', import.meta.url)), distDir])) as MeasuredExplore;
}

/** Bytes of a built site, all of it and its largest page. */
export async function measureSite(distDir: string): Promise<{ readonly bytes: number; readonly pages: number; readonly largestPage: number }> {
  const entries = await readdir(distDir, { recursive: true, withFileTypes: true });
  const files = entries.filter((entry) => entry.isFile()).map((entry) => join(entry.parentPath, entry.name));
  const sizes = await Promise.all(files.map(async (file) => ({ file, size: (await stat(file)).size })));
  const pages = sizes.filter(({ file }) => file.endsWith('.html'));
  return { bytes: sizes.reduce((sum, { size }) => sum + size, 0), pages: pages.length, largestPage: Math.max(0, ...pages.map(({ size }) => size)) };
}

function run(args: readonly string[]): Promise<string> {
  return new Promise((done, fail) => {
    const child = spawn(process.execPath, args, { stdio: ['ignore', 'pipe', 'pipe'] });
    let out = '';
    let err = '';
    child.stdout.setEncoding('utf8').on('data', (text: string) => (out += text));
    child.stderr.setEncoding('utf8').on('data', (text: string) => (err += text));
    child.on('error', fail);
    child.on('close', (code) => (code === 0 ? done(out) : fail(new Error(`A stage of the bench failed:\n${err || out}`))));
  });
}
