import { spawn, type ChildProcess } from 'node:child_process';
import { mkdir, readdir, readFile, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { inject } from 'vitest';
import { isWithin } from '../../src/lib/disk/is-within.ts';
import { packageRoot } from '../../scripts/project.ts';

/** The command of this repository, from its sources. */
export const bin = join(packageRoot, 'bin/polyref.js');

/** What makes no site and no picture runs as it is installed; all else, and what runs in this repository, from the sources. */
function binFor(args: readonly string[], cwd: string | undefined): string {
  const isInstalled = cwd !== undefined && !isWithin(cwd, packageRoot) && WITHOUT_SITE.has(args[0] ?? '') && !args.includes('--pictures');
  return isInstalled ? join(inject('runFolder'), 'node_modules/polyref/bin/polyref.js') : bin;
}

const WITHOUT_SITE: ReadonlySet<string> = new Set(['check', 'diff', 'explain', 'generate', 'init', 'key', 'lint']);

export interface Run {
  readonly code: number | null;
  readonly signal: NodeJS.Signals | null;
  readonly out: string;
  readonly err: string;
}

export interface RunOptions {
  readonly cwd?: string;
  readonly env?: Readonly<Record<string, string>>;
  /** The command's own file; default: the one that a user has there. */
  readonly bin?: string;
  /** Flags of Node itself. */
  readonly node?: readonly string[];
}

/** Runs the real command in a process of its own, as a pipe sees it: no terminal. */
export async function runPolyref(args: readonly string[], options: RunOptions = {}): Promise<Run> {
  return startPolyref(args, options).ended;
}

export function startPolyref(args: readonly string[], options: RunOptions = {}): { readonly child: ChildProcess; readonly ended: Promise<Run>; readonly printed: (pattern: RegExp) => Promise<RegExpExecArray> } {
  // Vitest tells its own process that it is a test; Astro and Vite would listen.
  const { NODE_ENV: _, VITEST: __, ...env } = process.env;
  const child = spawn(process.execPath, [...(options.node ?? []), options.bin ?? binFor(args, options.cwd), ...args], { cwd: options.cwd, env: { ...env, ...options.env }, stdio: ['ignore', 'pipe', 'pipe'] });
  const texts = { out: '', err: '' };
  const look = new Set<() => void>();
  for (const [stream, name] of [[child.stdout, 'out'], [child.stderr, 'err']] as const) {
    stream.setEncoding('utf8').on('data', (text: string) => {
      texts[name] += text;
      for (const each of look) each();
    });
  }
  const ended = new Promise<Run>((done, fail) => {
    child.on('error', fail);
    child.on('close', (code, signal) => done({ code, signal, ...texts }));
  });
  const printed = (pattern: RegExp) =>
    new Promise<RegExpExecArray>((done, fail) => {
      const each = () => {
        const match = pattern.exec(texts.out) ?? pattern.exec(texts.err);
        if (match !== null) done(match);
      };
      look.add(each);
      each();
      void ended.then((run) => fail(new Error(`Ended with ${run.code ?? run.signal} before it printed ${pattern}:\n${run.out}${run.err}`)));
    });
  return { child, ended, printed };
}

/** Writes files below a folder. */
export async function put(folder: string, files: Readonly<Record<string, string>>): Promise<void> {
  for (const [path, text] of Object.entries(files)) {
    await mkdir(dirname(join(folder, path)), { recursive: true });
    await writeFile(join(folder, path), text);
  }
}

/** Every file below a folder with its text, sorted by path. */
export async function textsOf(folder: string): Promise<ReadonlyMap<string, string>> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true }).catch(() => []);
  const paths = entries.filter((entry) => entry.isFile()).map((entry) => join(entry.parentPath, entry.name)).sort();
  return new Map(await Promise.all(paths.map(async (path): Promise<[string, string]> => [path.slice(folder.length + 1), await readFile(path, 'utf8')])));
}

/** Two entities in two stores, one reference, one claim. */
export const smallSchema: Readonly<Record<string, string>> = {
  'schema/system.ts': "import { system } from 'polyref';\n\n/** A shop. */\nexport const shop = system('Shop');\n",
  'schema/postgresql/tenants.ts': `import * as z from 'zod';
import { bigint, permanent, table, tenantItself, ulid } from 'polyref';

/** Who pays. */
export const tenants = table('tenants', {
  columns: z.object({ id: bigint(), ref_id: ulid() }),
  primaryKey: ['id'],
  unique: [['ref_id']],
  tenancy: tenantItself('ref_id'),
  retention: permanent(),
});
`,
  'schema/mongodb/carts.ts': `import * as z from 'zod';
import { collection, expires, objectId, perTenant, ref } from 'polyref';

/** What somebody wants to buy. */
export const carts = collection('carts', {
  document: z.object({ _id: objectId(), tenantId: ref('postgresql.tenants.ref_id'), updatedAt: z.date() }),
  tenancy: perTenant('tenantId'),
  retention: expires('30 days', { after: 'updatedAt' }),
});
`,
  'schema/claims.ts': `import { claim, noReferences } from 'polyref';

export const oneWay = claim('PostgreSQL knows nothing of MongoDB.', { holds: noReferences({ from: 'postgresql', to: 'mongodb' }) });
`,
};
