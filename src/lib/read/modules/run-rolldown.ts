import { rolldown, type OutputChunk, type RolldownOutput } from 'rolldown';
import type { Position } from './built-module.ts';
import { resolvePlugin, type Resolving } from './resolve-plugin.ts';

/** One module a file: nothing is merged, dropped or inlined, so that each can run, fail and be run again alone. */
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
        plugins: [resolvePlugin({ ...options, unparsable: new Set(unparsable.keys()) })],
        onLog: (_level, log) => {
          if (log.code === 'SHIMMED_EXPORT' && log.exporter !== undefined && log.binding !== undefined) shimmed.push({ exporter: log.exporter, name: log.binding });
        },
      });
      try {
        return { chunks: chunksOf(await bundle.generate({ format: 'esm', preserveModules: true, sourcemap: true })), unparsable, shimmed };
      } finally {
        await bundle.close();
      }
    } catch (error) {
      const broken = parseErrorsOf(error).filter(({ path }) => options.texts.has(path) && !unparsable.has(path));
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

function parseErrorsOf(error: unknown): readonly (Unparsable & { readonly path: string })[] {
  const errors = ((error as { errors?: unknown }).errors ?? []) as readonly RolldownError[];
  return errors.flatMap((each) => {
    const path = each.id ?? each.loc?.file;
    if (path === undefined) return [];
    return [{ path, message: plainMessage(each), at: { line: each.loc?.line ?? 1, column: (each.loc?.column ?? 0) + 1 } }];
  });
}

/** The first line of what the bundler says, without its colours and its own code. */
function plainMessage(error: unknown): string {
  const errors = (error as { errors?: readonly RolldownError[] }).errors;
  const message = String(errors?.[0]?.message ?? (error as { message?: unknown }).message ?? error);
  const plain = message.replace(/\u001b\[[0-9;]*m/g, '');
  return (plain.split('\n').find((line) => line.trim() !== '') ?? 'unknown reason').replace(/^\[[A-Z_]+\]\s*/, '').trim();
}
