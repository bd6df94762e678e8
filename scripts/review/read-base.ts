import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { basename, dirname, join, resolve } from 'node:path';
import { ACCEPTED_FILE, parseCatalog, readCatalog, type Catalog, type Finding } from '../../src/lib/index.ts';
import { UsageError } from '../command.ts';
import type { Project } from '../project.ts';
import { withCommit } from './extract-commit.ts';
import { quoteWord } from '../quote-word.ts';
import type { FoundBase } from './find-base.ts';
import { literalPath } from './git.ts';

/** The catalog of a base, and what was accepted there. Throws `UsageError` where there is none. */
export async function readBase(base: FoundBase, project: Project, { baseSchema }: { readonly baseSchema: string | undefined }): Promise<ReadBase> {
  switch (base.kind) {
    case 'file':
      return { kind: 'read', catalog: catalogOf(await readFile(base.path, 'utf8'), base.name), accepted: '' };
    case 'folder':
      return readFolder(base.path, base.name, project.timeout);
    case 'commit':
      return readCommit(base, project, baseSchema);
  }
}

export type ReadBase =
  | { readonly kind: 'read'; readonly catalog: Catalog; /** Text of its file of acceptances. */ readonly accepted: string; /** The folder of its schema, where that is not there yet. */ readonly missing?: string; /** What whoever compares should know of it. */ readonly remark?: string }
  | { readonly kind: 'unreadable'; readonly findings: readonly Finding[] };

/** A project, whose schema or catalog stands in it, or a schema folder itself. */
async function readFolder(path: string, name: string, timeout: number | undefined): Promise<ReadBase> {
  const { schema, catalog, accepted } = filesOfFolder(path);
  if (!existsSync(join(path, 'schema')) && existsSync(catalog)) return { kind: 'read', catalog: catalogOf(await readFile(catalog, 'utf8'), join(name, 'public/catalog.json')), accepted: await textOf(accepted) };
  const read = await readCatalog({ schemaDir: schema, schemaName: schema === path ? name : join(name, 'schema'), timeout });
  return read.kind === 'unreadable' ? read : { ...read, accepted: await textOf(accepted) };
}

/** What a folder is read from, as far as it is there. */
export function filesOfFolder(path: string): { readonly schema: string; readonly catalog: string; readonly accepted: string } {
  const [inner, catalog] = [join(path, 'schema'), join(path, 'public/catalog.json')];
  const schema = existsSync(inner) || existsSync(catalog) ? inner : path;
  return { schema, catalog, accepted: join(dirname(schema), ACCEPTED_FILE) };
}

async function textOf(file: string): Promise<string> {
  return readFile(file, 'utf8').catch(() => '');
}

type Commit = Extract<FoundBase, { kind: 'commit' }>;

/** The committed catalog, as it costs least; where there is none, or the schema was changed after it, the schema of that commit. */
async function readCommit({ repository, commit, name }: Commit, project: Project, baseSchema: string | undefined): Promise<ReadBase> {
  const [out, schema] = [repository.pathOf(project.outDir), repository.pathOf(baseSchema === undefined ? project.schemaDir : resolve(project.cwd, baseSchema))];
  const below = (folder: string, path: string) => (folder === '' ? path : `${folder}/${path}`);
  const here = repository.pathOf(dirname(project.schemaDir));
  const accepted = here === undefined ? '' : ((await repository.text(commit, below(here, ACCEPTED_FILE))) ?? '');
  const catalogPath = out === undefined ? undefined : below(out, 'public/catalog.json');
  const text = catalogPath === undefined || baseSchema !== undefined ? undefined : await repository.text(commit, catalogPath);
  const isStale = text !== undefined && schema !== undefined && (await isOlder(repository, commit, catalogPath ?? '', schema));
  if (text !== undefined && !isStale) return { kind: 'read', catalog: catalogOf(text, `${catalogPath} of ${name}`), accepted };
  if (schema === undefined) throw new UsageError(`\`${baseSchema ?? project.schemaName}\` is not in the repository of \`${repository.root}\`, so ${name} has nothing of it. Name a catalog.json or a folder to compare with.`);
  if ((await repository.entry(commit, schema))?.kind !== 'folder') return withoutSchema({ repository, commit, name }, schema, catalogPath, accepted, baseSchema);
  return withCommit(repository, commit, schema, async (tree): Promise<ReadBase> => {
    const read = await readCatalog({ schemaDir: join(tree, schema), schemaName: `${basename(schema)} of ${name}`, timeout: project.timeout });
    return read.kind === 'unreadable' ? read : { ...read, accepted, ...(isStale ? { remark: `Its \`${catalogPath}\` is older than its \`${schema}/\`, which was read instead.` } : {}) };
  });
}

/** Whether a file of a commit was last changed before a folder was: a catalog that nobody made again says nothing of what changed since. */
async function isOlder({ run, expect }: Commit['repository'], commit: string, file: string, folder: string): Promise<boolean> {
  const lastChange = async (path: string) => (await expect(['rev-list', '-1', commit, '--', literalPath(path)])).trim();
  const [ofFile, ofFolder] = [await lastChange(file), await lastChange(folder)];
  return ofFile !== '' && ofFolder !== '' && (await run(['merge-base', '--is-ancestor', ofFolder, ofFile])).code !== 0;
}

/** Where definitions stand elsewhere in the base, nobody may take them for new ones. */
async function withoutSchema({ repository, commit, name }: Omit<Commit, 'kind'>, schema: string, catalogPath: string | undefined, accepted: string, baseSchema: string | undefined): Promise<ReadBase> {
  const found = await repository.run(['grep', '--name-only', '-z', '--full-name', '--no-color', '--no-textconv', '--no-recurse-submodules', '--extended-regexp', '-e', `from ['"]polyref['"]`, commit, '--', '*.ts', '*.mts', '*.js', '*.mjs']);
  // Without a match it exits with 1 and says nothing.
  if (found.code > 1 || found.err !== '') throw new UsageError(`git could not search ${name}: ${found.err.trim()}`);
  const files = found.out.split('\0').filter((path) => path !== '').map((path) => path.slice(commit.length + 1)).filter((path) => !path.includes('node_modules/'));
  const nothing = `${name} has neither \`${catalogPath ?? 'public/catalog.json'}\` nor \`${schema}/\``;
  const first = files[0];
  // What is still there was not renamed: this is another system, and new.
  const isRenamed = first !== undefined && !existsSync(join(repository.root, first));
  if (isRenamed) throw new UsageError(`${nothing}, but definitions in \`${commonFolder(files)}\`. If the folder was renamed since, say so: --base-schema ${quoteWord(commonFolder(files))}`);
  if (baseSchema !== undefined) throw new UsageError(`${name} has no \`${schema}/\`. Name the folder that holds the definitions there: --base-schema DIR.`);
  return { kind: 'read', catalog: EMPTY, accepted, missing: schema };
}

function commonFolder(files: readonly string[]): string {
  let folder = dirname(files[0] ?? '');
  while (folder !== '.' && !files.every((file) => file.startsWith(`${folder}/`))) folder = dirname(folder);
  return folder;
}

const EMPTY: Catalog = { $schema: './catalog.schema.json', catalogVersion: 1, system: { name: '', summary: '', description: '' }, stores: [], domains: [], entities: [], references: [], tombstones: [], processes: [], claims: [] };

function catalogOf(text: string, name: string): Catalog {
  const parsed = parseCatalog(text);
  if (parsed.problem === undefined) return parsed.catalog;
  throw new UsageError(`${name} cannot be compared with: ${parsed.problem}. Write it again with \`polyref generate\` there, or name another base.`);
}
