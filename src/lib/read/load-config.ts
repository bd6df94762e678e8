import { stat } from 'node:fs/promises';
import { basename, dirname, relative, sep } from 'node:path';
import { sortFindings } from '../model/build-catalog.ts';
import type { Finding } from '../model/finding.ts';
import type { Location } from '../model/location.ts';
import type { Purpose } from './describe-failure.ts';
import { readFiles } from './read-files.ts';

/**
 * Runs a configuration file and finds where its parts stand. What the parts mean is not asked here.
 * @param path absolute
 * @param root absolute path of the folder that locations are relative to
 */
export async function loadConfig(path: string, { root = dirname(path), name = basename(path), optional = false, timeout = 10_000 }: ConfigLoadOptions = {}): Promise<LoadedConfig> {
  const file = relative(root, path).split(sep).join('/');
  const about = await stat(path).catch(() => undefined);
  if (about === undefined && optional) return { kind: 'absent' };
  if (about?.isFile() !== true) {
    const message = about === undefined ? `There is no configuration \`${name}\`.` : `\`${name}\` is not a file.`;
    return { kind: 'unreadable', findings: [{ rule: 'config-missing', severity: 'error', message, hint: 'Name an existing file with --config, or leave it out.' }] };
  }
  const { results, located, findings } = await readFiles([{ path, file }], { root, purpose: PURPOSE, timeout });
  if (findings.length > 0) return { kind: 'unreadable', findings: sortFindings(findings) };
  const result = results.get(path);
  const value = result?.kind === 'done' ? result.exports['default'] : undefined;
  const place = located.get(path)?.exports.get('default');
  const at = place?.at ?? { file, line: 1, column: 1 };
  if (!isConfig(value)) {
    const message = `\`${file}\` exports no configuration.`;
    return { kind: 'unreadable', findings: [{ rule: 'bad-config', severity: 'error', message, hint: 'Write export default defineConfig({ … }).', location: at }] };
  }
  return { kind: 'loaded', config: { value, at, options: place?.options ?? new Map() } };
}

export interface ConfigLoadOptions {
  readonly root?: string;
  /** What messages call it: as it was asked for. */
  readonly name?: string;
  /** It need not be there. */
  readonly optional?: boolean;
  /** Milliseconds without any progress after which it counts as one that never finishes. */
  readonly timeout?: number;
}

export type LoadedConfig =
  | { readonly kind: 'loaded'; readonly config: LocatedConfig }
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

function isConfig(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && 'kind' in value && value.kind === 'polyref.config';
}
