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
 * The rules and page makers in it run in the thread where the file was loaded, which stays open until `close`.
 * @param path absolute
 */
export async function loadConfig(path: string, { root = dirname(path), name = basename(path), optional = false, timeout = 10_000, ruleTask, pageTask }: ConfigLoadOptions = {}): Promise<LoadedConfig> {
  const file = relative(root, path).split(sep).join('/');
  const about = await stat(path).catch(() => undefined);
  if (about === undefined && optional) return { kind: 'absent' };
  if (about?.isFile() !== true) {
    const message = about === undefined ? `There is no configuration \`${name}\`.` : `\`${name}\` is not a file.`;
    return { kind: 'unreadable', findings: [{ rule: 'config-missing', severity: 'error', message, hint: 'Name an existing file with --config, or leave it out.' }], files: [] };
  }
  const loader = createFileLoader({ root, folder: dirname(path), purpose: PURPOSE, timeout, preload: new URL('../dsl/index.ts', import.meta.url) });
  const read = await loader.load([{ path, file }]);
  const { files } = read;
  const unreadable = async (findings: readonly Finding[]): Promise<LoadedConfig> => {
    await loader.close();
    return { kind: 'unreadable', findings: sortFindings(findings), files };
  };
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
    return unreadable([{ rule: 'bad-config', severity: 'error', message: answer.result.isExported ? `The default export of \`${file}\` was not made with \`defineConfig\`.` : `\`${file}\` has no default export.`, hint: 'Write export default defineConfig({ … }).', location: at }]);
  }
  const { value, marks } = answer.result;
  for (const { path, description, isFunction } of marks) put(value, path, isFunction ? () => undefined : Symbol(description));
  const functions = marks.flatMap(({ path, isFunction }) => {
    const call = isFunction ? CALLED.find(({ pattern }) => pattern.test(path.join('\0'))) : undefined;
    return call === undefined ? [] : [{ path, call }];
  });
  for (const { path, call } of functions) {
    const task = call.name === 'check' ? ruleTask : pageTask;
    if (task !== undefined) put(value, path, callIn(loader, { task, url, index: Number(path.at(-2)), ...call }, timeout, read));
  }
  if (functions.length === 0) await loader.close();
  return { kind: 'loaded', config: { value, at, options: place?.options ?? new Map() }, files, close: () => loader.close() };
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
  /** The module that makes a page of the team there. */
  readonly pageTask?: URL;
}

export type LoadedConfig =
  | { readonly kind: 'loaded'; readonly config: LocatedConfig; readonly files: ConfigFiles; /** Ends the thread; its functions cannot run afterwards. */ readonly close: () => Promise<void> }
  | { readonly kind: 'absent' }
  | { readonly kind: 'unreadable'; readonly findings: readonly Finding[]; readonly files: ConfigFiles };

/** Every file that was read, the imported ones too, relative to the root. */
type ConfigFiles = readonly string[];

/** A configuration as it was exported: recognised by its kind alone, its parts may still be anything. */
export interface LocatedConfig {
  readonly value: Readonly<Record<string, unknown>>;
  readonly at: Location;
  /** Part as written → where: `rules`, `rules.missing-owner`, `ignore.0`. */
  readonly options: ReadonlyMap<string, Location>;
}

const PURPOSE: Purpose = { subject: 'A configuration', duty: 'it should export what `defineConfig` makes and do nothing else', noAwait: 'a configuration needs no await' };

/** The functions of a configuration that are called, by their place, each with what it is given beside the catalog. */
const CALLED = [
  { name: 'check', pattern: /^(?:config\0)?own\0\d+\0check$/, input: 'options' },
  { name: 'make', pattern: /^(?:config\0)?docs\0customPages\0\d+\0make$/, input: 'file' },
] as const;

type Call = Pick<(typeof CALLED)[number], 'name' | 'input'> & { readonly task: URL; /** Of the configuration. */ readonly url: string; /** Of what holds the function, in its list. */ readonly index: number };

/** What stands for a function of the team in this thread: it waits for the one in the other. Throws what that throws, with the `location` where it did. */
function callIn(loader: FileLoader, { task, url, index, name, input }: Call, timeout: number, { placeOf }: FilesRead): (context: Readonly<Record<string, unknown>>) => unknown {
  const failed = (kind: string, message: string, location?: Location) => Object.assign(new Error(message), { name: kind, ...(location === undefined ? {} : { location }) });
  const threw = ({ name, message, stack }: Thrown) => failed(name, stack === '' ? `it throws ${message}, which is not an error` : message, placeOf(stack));
  return ({ catalog, [input]: more }) => {
    const known = given.get(loader) ?? new Map<string, unknown>();
    given.set(loader, known);
    const isKnown = known.get(task.href) === catalog;
    known.set(task.href, catalog);
    const answer = loader.callNow(task, { url, index, [input]: more, ...(isKnown ? {} : { catalog }) });
    switch (answer.kind) {
      case 'called': {
        const late = answer.incidents.find((incident) => incident.kind === 'threw');
        if (late !== undefined) throw threw(late.thrown);
        // What that found or failed with would be lost, and the call would seem to have succeeded.
        if (answer.isPending) throw failed('', `\`${name}\` starts work that it does not wait for, such as a timer or a request`);
        return answer.result;
      }
      case 'threw':
        throw threw(answer.thrown);
      case 'busy':
        throw failed('TimeoutError', `\`${name}\` did not finish within ${timeout / 1000} seconds`);
      case 'memory':
        throw failed('', 'it used too much memory');
      case 'ended':
        throw failed('', 'its thread was ended');
    }
  };
}

/** The catalog that each task in the thread of a configuration knows: it is large, and every function gets the same. */
const given = new WeakMap<FileLoader, Map<string, unknown>>();

function put(target: unknown, path: readonly string[], value: unknown): void {
  let at = target as Record<string, unknown>;
  for (const step of path.slice(0, -1)) at = at[step] as Record<string, unknown>;
  at[path.at(-1) ?? ''] = value;
}
