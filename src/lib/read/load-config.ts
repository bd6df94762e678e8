import { stat } from 'node:fs/promises';
import { basename, dirname, relative, sep } from 'node:path';
import { sortFindings } from '../model/build-catalog.ts';
import type { Finding } from '../model/finding.ts';
import type { Location } from '../model/location.ts';
import type { ConfigOutput } from './config-task.ts';
import type { Purpose } from './describe-failure.ts';
import { createFileLoader, type FileLoader, type FilesRead } from './load-files.ts';
import type { Thrown } from './sandbox/protocol.ts';

/**
 * Runs a configuration file and finds where its parts stand. What the parts mean is not asked here.
 * The rules in it run in the thread where the file was loaded, which stays open until `close`.
 * @param path absolute
 */
export async function loadConfig(path: string, { root = dirname(path), name = basename(path), optional = false, timeout = 10_000, ruleTask }: ConfigLoadOptions = {}): Promise<LoadedConfig> {
  const file = relative(root, path).split(sep).join('/');
  const about = await stat(path).catch(() => undefined);
  if (about === undefined && optional) return { kind: 'absent' };
  if (about?.isFile() !== true) {
    const message = about === undefined ? `There is no configuration \`${name}\`.` : `\`${name}\` is not a file.`;
    return { kind: 'unreadable', findings: [{ rule: 'config-missing', severity: 'error', message, hint: 'Name an existing file with --config, or leave it out.' }] };
  }
  const loader = createFileLoader({ root, folder: dirname(path), purpose: PURPOSE, timeout, preload: new URL('../dsl/index.ts', import.meta.url) });
  const unreadable = async (findings: readonly Finding[]): Promise<LoadedConfig> => {
    await loader.close();
    return { kind: 'unreadable', findings: sortFindings(findings) };
  };
  const read = await loader.load([{ path, file }]);
  if (read.findings.length > 0) return unreadable(read.findings);
  const place = read.located.get(path)?.exports.get('default');
  const at = place?.at ?? { file, line: 1, column: 1 };
  const url = read.urls.get(path) ?? '';
  const answer = await loader.call<ConfigOutput>(new URL('./config-task.ts', import.meta.url), { url });
  if (answer.kind !== 'called') {
    const message = `\`${file}\` cannot be read${answer.kind === 'threw' ? `: ${answer.thrown.message}` : ' to its end'}.`;
    return unreadable([{ rule: 'bad-config', severity: 'error', message, hint: 'Write plain values, without getters or proxies.', location: at }]);
  }
  if (answer.result.kind === 'none') {
    return unreadable([{ rule: 'bad-config', severity: 'error', message: `\`${file}\` exports no configuration.`, hint: 'Write export default defineConfig({ … }).', location: at }]);
  }
  const { value, marks } = answer.result;
  for (const { path, description, isFunction } of marks) put(value, path, isFunction ? () => undefined : Symbol(description));
  const checks = marks.flatMap(({ path, isFunction }) => (isFunction && /^(?:config\0)?own\0\d+\0check$/.test(path.join('\0')) ? [path] : []));
  if (ruleTask !== undefined) for (const path of checks) put(value, path, checkIn(loader, ruleTask, url, Number(path.at(-2)), timeout, read));
  if (checks.length === 0) await loader.close();
  return { kind: 'loaded', config: { value, at, options: place?.options ?? new Map() }, close: () => loader.close() };
}

export interface ConfigLoadOptions {
  readonly root?: string;
  /** What messages call it: as it was asked for. */
  readonly name?: string;
  /** It need not be there. */
  readonly optional?: boolean;
  /** Milliseconds without any progress after which it counts as one that never finishes. */
  readonly timeout?: number;
  /** The module that runs a rule of the team in the thread of the configuration. */
  readonly ruleTask?: URL;
}

export type LoadedConfig =
  | { readonly kind: 'loaded'; readonly config: LocatedConfig; /** Ends the thread; its rules cannot run afterwards. */ readonly close: () => Promise<void> }
  | { readonly kind: 'absent' }
  | { readonly kind: 'unreadable'; readonly findings: readonly Finding[] };

/** A configuration as it was exported: recognised by its kind alone, its parts may still be anything. */
export interface LocatedConfig {
  readonly value: Readonly<Record<string, unknown>>;
  readonly at: Location;
  /** Part as written → where: `rules`, `rules.missing-owner`, `ignore.0`. */
  readonly options: ReadonlyMap<string, Location>;
}

const PURPOSE: Purpose = { subject: 'A configuration', duty: 'it should export what `defineConfig` makes and do nothing else', noAwait: 'a configuration needs no await' };

/** What stands for a rule's `check` in this thread: it waits for the one in the other. Throws what that throws, with the `location` where it did. */
function checkIn(loader: FileLoader, task: URL, url: string, index: number, timeout: number, { placeOf }: FilesRead): (context: { readonly catalog: unknown; readonly options: unknown }) => unknown {
  const failed = (name: string, message: string, location?: Location) => Object.assign(new Error(message), { name, ...(location === undefined ? {} : { location }) });
  const threw = ({ name, message, stack }: Thrown) => failed(name, stack === '' ? `it throws ${message}, which is not an error` : message, placeOf(stack));
  return ({ catalog, options }) => {
    const isKnown = given.get(loader) === catalog;
    given.set(loader, catalog as object);
    const answer = loader.callNow(task, { url, index, options, ...(isKnown ? {} : { catalog }) });
    switch (answer.kind) {
      case 'called': {
        const late = answer.incidents.find((incident) => incident.kind === 'threw');
        if (late !== undefined) throw threw(late.thrown);
        // What that found or failed with would be lost, and the rule would pass.
        if (answer.isPending) throw failed('', '`check` starts work that it does not wait for, such as a timer or a request');
        return answer.result;
      }
      case 'threw':
        throw threw(answer.thrown);
      case 'busy':
        throw failed('TimeoutError', `\`check\` did not finish within ${timeout / 1000} seconds`);
      case 'memory':
        throw failed('', 'it used too much memory');
      case 'ended':
        throw failed('', 'its thread was ended');
    }
  };
}

/** The catalog that the thread of a configuration knows: it is large, and every rule gets the same. */
const given = new WeakMap<FileLoader, object>();

function put(target: unknown, path: readonly string[], value: unknown): void {
  let at = target as Record<string, unknown>;
  for (const step of path.slice(0, -1)) at = at[step] as Record<string, unknown>;
  at[path.at(-1) ?? ''] = value;
}
