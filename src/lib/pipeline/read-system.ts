import { dirname, join, relative, resolve, sep } from 'node:path';
import { engineRules } from '../lint/engine-rules.ts';
import { resolveConfig } from '../lint/resolve-config.ts';
import type { LintSettings } from '../lint/settings.ts';
import type { Baseline } from '../model/baseline.ts';
import { buildCatalog, sortFindings } from '../model/build-catalog.ts';
import type { Catalog } from '../model/catalog.ts';
import type { DocsSettings } from '../model/docs-settings.ts';
import type { Finding } from '../model/finding.ts';
import type { Runner } from '../model/runner.ts';
import type { StrayComment } from '../model/stray-comment.ts';
import { readConfig, type LocatedPage } from '../read/config/read-config.ts';
import { findRunner } from '../read/find-runner.ts';
import { loadConfig } from '../read/load-config.ts';
import { createSchemaLoader } from '../read/load-schema.ts';
import { parseBaseline } from '../read/parse-baseline.ts';
import { readText } from '../read/read-text.ts';
import { rules } from '../rules/index.ts';

/** Gives `use` what a team has written, and ends the threads in which that was loaded when it is done. */
export async function withSystem<Result>(inputs: SystemInputs, use: (system: ReadSystem) => Result | Promise<Result>): Promise<Result> {
  const reader = createSystemReader(inputs);
  try {
    return await use(await reader.read());
  } finally {
    await reader.close();
  }
}

/**
 * Reads what a team has written, again and again: the schema, the configuration and the baseline beside it. A mistake in one of them leaves nothing to go on with.
 * Rules and page makers of the team run in a thread that stays open until the next `read`, or `close`.
 */
export function createSystemReader(inputs: SystemInputs): SystemReader {
  const { schemaDir, schemaName, timeout } = inputs;
  const schema = createSchemaLoader(schemaDir, { ...(schemaName === undefined ? {} : { name: schemaName }), ...(timeout === undefined ? {} : { timeout }) });
  let closeConfig = () => Promise.resolve();
  let files: readonly string[] = [];
  return {
    files: () => files,
    async read() {
      await closeConfig();
      const [loaded, configured, baseline] = await Promise.all([schema.load(), readSettings(inputs), readBaseline(inputs)]);
      closeConfig = configured.close;
      files = [...new Set([...loaded.files, ...configured.files])].map((file) => resolve(dirname(schemaDir), file));
      const { docs, customPages } = configured;
      const { catalog, findings } = buildCatalog(docs.sourceUrl === undefined ? loaded.drafts : { ...loaded.drafts, sourceUrl: docs.sourceUrl });
      const all = sortFindings([...loaded.findings, ...findings, ...configured.findings, ...baseline.findings]);
      if (all.length > 0) return { kind: 'unreadable', findings: all };
      return { kind: 'read', catalog, strays: loaded.strays, settings: configured.settings, docs, customPages, runner: findRunner(dirname(schemaDir)), ...(baseline.baseline === undefined ? {} : { baseline: baseline.baseline }) };
    },
    async close() {
      await Promise.all([schema.close(), closeConfig()]);
    },
  };
}

export interface SystemReader {
  /** Absolute paths of every file that the last `read` read of the schema and the configuration, the imported ones too. */
  readonly files: () => readonly string[];
  readonly read: () => Promise<ReadSystem>;
  readonly close: () => Promise<void>;
}

export interface SystemInputs {
  /** Absolute path of the folder that holds the definitions. */
  readonly schemaDir: string;
  /** What messages call that folder; default: the last part of its path. */
  readonly schemaName?: string | undefined;
  /** As asked for; default: `polyref.config.ts` beside the schema folder, which need not be there. */
  readonly config?: NamedFile | undefined;
  /** As asked for; default: `polyref.baseline.json` beside the schema folder. It need not be there. */
  readonly baseline?: NamedFile | undefined;
  /** Milliseconds without any progress after which a file that is loading counts as one that never finishes; default: 10,000. */
  readonly timeout?: number | undefined;
}

export interface NamedFile {
  /** Absolute. */
  readonly path: string;
  /** As typed. */
  readonly name: string;
}

export type ReadSystem =
  | { readonly kind: 'read'; readonly catalog: Catalog; readonly strays: readonly StrayComment[]; readonly settings: LintSettings; readonly docs: DocsSettings; readonly customPages: readonly LocatedPage[]; readonly runner: Runner; readonly baseline?: Baseline }
  | { readonly kind: 'unreadable'; /** Every mistake, not only the first. */ readonly findings: readonly Finding[] };

/** Absolute paths of what stands beside a schema folder and changes what is said of it. */
export function filesBeside(schemaDir: string): readonly string[] {
  return [configPath({ schemaDir }), baselinePath({ schemaDir })];
}

/** Absolute path of the baseline of a system. */
export function baselinePath({ schemaDir, baseline }: SystemInputs): string {
  return baseline?.path ?? join(dirname(schemaDir), 'polyref.baseline.json');
}

function configPath({ schemaDir }: Pick<SystemInputs, 'schemaDir'>): string {
  return join(dirname(schemaDir), 'polyref.config.ts');
}

interface ReadSettings {
  readonly settings: LintSettings;
  readonly docs: DocsSettings;
  readonly customPages: readonly LocatedPage[];
  readonly findings: readonly Finding[];
  /** Relative to the folder that holds the schema folder. */
  readonly files: readonly string[];
  readonly close: () => Promise<void>;
}

async function readSettings({ schemaDir, config, timeout }: SystemInputs): Promise<ReadSettings> {
  const options = { root: dirname(schemaDir), ruleTask: RULE_TASK, pageTask: PAGE_TASK, ...(timeout === undefined ? {} : { timeout }) };
  const path = config?.path ?? configPath({ schemaDir });
  const loaded = await loadConfig(path, { ...options, ...(config === undefined ? { optional: true } : { name: config.name }) });
  const nothing = { settings: resolveConfig({}, () => undefined, rules), docs: {}, customPages: [], findings: [], files: [], close: () => Promise.resolve() };
  switch (loaded.kind) {
    case 'loaded': {
      const { value, at, options } = loaded.config;
      const placeOf = (part: string) => options.get(part) ?? options.get(part.split('.')[0] ?? '') ?? at;
      const { config: read, findings } = readConfig(value, placeOf, [...rules, ...engineRules], dirname(path), schemaDir);
      return { settings: resolveConfig(read, placeOf, rules), docs: read.docs ?? {}, customPages: read.customPages ?? [], findings, files: loaded.files, close: loaded.close };
    }
    case 'absent':
      return nothing;
    case 'unreadable':
      return { ...nothing, findings: loaded.findings, files: loaded.files };
  }
}

const RULE_TASK = new URL('../rules/own-rule-task.ts', import.meta.url);
const PAGE_TASK = new URL('../emit/custom-page-task.ts', import.meta.url);

async function readBaseline(inputs: SystemInputs): Promise<{ readonly baseline?: Baseline; readonly findings: readonly Finding[] }> {
  const path = baselinePath(inputs);
  const text = await readText(path);
  if (text === undefined) return { findings: [] };
  const parsed = parseBaseline(text, relative(dirname(inputs.schemaDir), path).split(sep).join('/'));
  return parsed.kind === 'read' ? { baseline: parsed.baseline, findings: [] } : { findings: [parsed.finding] };
}
