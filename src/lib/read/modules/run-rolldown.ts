import { rolldown, type OutputChunk, type RolldownOutput } from 'rolldown';
import type { Position } from './built-module.ts';
import { isRaw } from './raw-file.ts';
import { resolvePlugin, type Resolving } from './resolve-plugin.ts';

/** One module a file: nothing is merged, dropped or inlined, so that each can run, fail and be run again alone; also not what follows a `throw`, which exports may name. */
export async function runRolldown(inputs: readonly string[], options: Omit<Resolving, 'unparsable'>): Promise<Bundled> {
  const unparsable = new Map<string, Unparsable>();
  for (;;) {
    const shimmed: Shimmed[] = [];
    try {
      const bundle = await rolldown({
        input: [...inputs],
        platform: 'node',
        treeshake: false,
        shimMissingExports: true,
        preserveEntrySignatures: 'strict',
        optimization: { inlineConst: false },
        // The oldest Node that Polyref runs on; CommonJS has these two names, and its TypeScript uses them beside imports.
        transform: { target: 'node22', define: { __dirname: 'import.meta.dirname', __filename: 'import.meta.filename' } },
        plugins: [resolvePlugin({ ...options, unparsable: new Set(unparsable.keys()) })],
        onLog: (_level, log) => {
          if (log.code === 'SHIMMED_EXPORT' && log.exporter !== undefined && log.binding !== undefined) shimmed.push({ exporter: log.exporter, name: log.binding });
        },
      });
      try {
        return { chunks: chunksOf(await bundle.generate({ format: 'esm', preserveModules: true, minify: false, sourcemap: true })), unparsable, shimmed };
      } finally {
        await bundle.close();
      }
    } catch (error) {
      const broken = parseErrorsOf(error, options.texts).filter(({ path }) => options.texts.has(path) && !unparsable.has(path));
      if (broken.length === 0) return { chunks: [], unparsable, shimmed, problem: plainMessage(error) };
      for (const { path, ...found } of broken) unparsable.set(path, found);
    }
  }
}

export interface Bundled {
  readonly chunks: readonly OutputChunk[];
  /** By absolute path. */
  readonly unparsable: ReadonlyMap<string, Unparsable>;
  /** Names that files import from others which do not export them. */
  readonly shimmed: readonly Shimmed[];
  /** Why nothing could be made. */
  readonly problem?: string;
}

export interface Unparsable {
  readonly message: string;
  readonly at: Position;
}

export interface Shimmed {
  /** Absolute path. */
  readonly exporter: string;
  readonly name: string;
}

function chunksOf({ output }: RolldownOutput): readonly OutputChunk[] {
  return output.filter((each): each is OutputChunk => each.type === 'chunk');
}

interface RolldownError {
  readonly code?: string;
  readonly id?: string;
  readonly loc?: { readonly line: number; readonly column: number; readonly file?: string };
  readonly message?: string;
}

function parseErrorsOf(error: unknown, texts: ReadonlyMap<string, string>): readonly (Unparsable & { readonly path: string })[] {
  const errors = ((error as { errors?: unknown }).errors ?? []) as readonly RolldownError[];
  return errors.flatMap((each) => {
    const isJson = each.code === 'JSON_PARSE';
    const path = each.id ?? each.loc?.file ?? (isJson ? findInvalidJson(texts) : undefined);
    if (path === undefined) return [];
    const message = isJson ? `This is not valid JSON: ${plainMessage(each).replace(/ at line \d+ column \d+$/, '')}` : plainMessage(each);
    return [{ path, message, at: { line: each.loc?.line ?? 1, column: (each.loc?.column ?? 0) + 1 } }];
  });
}

/** The bundler does not say in which file it is. */
function findInvalidJson(texts: ReadonlyMap<string, string>): string | undefined {
  return [...texts].find(([path, text]) => path.endsWith('.json') && !isRaw(path) && !isJson(text))?.[0];
}

function isJson(text: string): boolean {
  try {
    JSON.parse(text);
    return true;
  } catch {
    return false;
  }
}

/** The first line of what the bundler says, without its colours and its own code. */
function plainMessage(error: unknown): string {
  const errors = (error as { errors?: readonly RolldownError[] }).errors;
  const message = String(errors?.[0]?.message ?? (error as { message?: unknown }).message ?? error);
  const plain = message.replace(/\u001b\[[0-9;]*m/g, '');
  return (plain.split('\n').find((line) => line.trim() !== '') ?? 'unknown reason').replace(/^\[[A-Z_]+\]\s*/, '').trim();
}
