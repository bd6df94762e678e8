import { readdir, stat } from 'node:fs/promises';
import { basename, dirname, join, relative, sep } from 'node:path';
import type { Finding } from '../model/finding.ts';
import { compareText } from '../model/compare-text.ts';

/**
 * The files of a schema folder, or why there are none.
 * @param name what messages call the folder
 */
export async function listSchemaFiles(schemaDir: string, name = basename(schemaDir)): Promise<{ readonly files: readonly SchemaFile[]; readonly findings: readonly Finding[] }> {
  const about = await stat(schemaDir).catch(() => undefined);
  if (about === undefined) {
    return none('schema-folder-missing', `There is no folder \`${name}\`.`, 'Create it and put one file in it for each entity, or name another folder with --schema.');
  }
  if (!about.isDirectory()) return none('schema-folder-missing', `\`${name}\` is a file, not a folder.`, 'Name the folder that holds the definitions with --schema.');
  const root = dirname(schemaDir);
  const paths = await pathsBelow(schemaDir);
  const files = paths.map((path) => ({ path, file: relative(root, path).split(sep).join('/') })).sort((a, b) => compareText(a.file, b.file));
  if (files.length === 0) {
    return none('schema-folder-empty', `The folder \`${name}\` holds no TypeScript file.`, 'Put a file in it that exports a definition: `export const users = collection(\'users\', { … })`.');
  }
  return { files, findings: [] };
}

export interface SchemaFile {
  /** Absolute. */
  readonly path: string;
  /** As locations say it: relative to the folder that holds the schema folder, with forward slashes. */
  readonly file: string;
}

function none(rule: string, message: string, hint: string): { files: []; findings: Finding[] } {
  return { files: [], findings: [{ rule, severity: 'error', message, hint }] };
}

async function pathsBelow(folder: string): Promise<string[]> {
  const paths: string[] = [];
  for (const entry of await readdir(folder, { withFileTypes: true })) {
    if (entry.name.startsWith('.') || entry.name === 'node_modules') continue;
    const path = join(folder, entry.name);
    // A link counts as what it points at; a broken one does not count.
    const about = entry.isSymbolicLink() ? await stat(path).catch(() => undefined) : entry;
    if (about?.isDirectory() === true && !entry.isSymbolicLink()) paths.push(...(await pathsBelow(path)));
    else if (about?.isFile() === true && isDefinitionFile(entry.name)) paths.push(path);
  }
  return paths;
}

function isDefinitionFile(name: string): boolean {
  return /\.(?:[mc]?ts|m?js)$/.test(name) && !/\.d\.[mc]?ts$/.test(name) && !/\.(?:test|spec)\.[a-z]+$/.test(name);
}
