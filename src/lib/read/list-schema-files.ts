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
  const links: Finding[] = [];
  const paths = await pathsBelow(schemaDir, (path, message, hint) => {
    const file = relative(root, path).split(sep).join('/');
    links.push({ rule: 'load-error', severity: 'error', message: `\`${file}\` ${message}.`, hint, location: { file, line: 1, column: 1 } });
  });
  const files = paths.map((path) => ({ path, file: relative(root, path).split(sep).join('/') })).sort((a, b) => compareText(a.file, b.file));
  if (files.length === 0 && links.length === 0) {
    return none('schema-folder-empty', `The folder \`${name}\` holds no TypeScript file.`, 'Put a file in it that exports a definition: `export const users = collection(\'users\', { … })`.');
  }
  return { files, findings: links };
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

/** What stands there and cannot be read is reported: left out without a word, its pages would be deleted. */
async function pathsBelow(folder: string, report: (path: string, message: string, hint: string) => void): Promise<string[]> {
  const paths: string[] = [];
  for (const entry of await readdir(folder, { withFileTypes: true })) {
    if (entry.name.startsWith('.') || entry.name === 'node_modules') continue;
    const path = join(folder, entry.name);
    const about = entry.isSymbolicLink() ? await stat(path).catch(() => undefined) : entry;
    if (about === undefined && isDefinitionFile(entry.name)) report(path, 'is a symbolic link to a file that does not exist', 'Correct the link, or remove it.');
    if (about?.isDirectory() === true && entry.isSymbolicLink()) report(path, 'is a symbolic link to a folder, and is not read', 'Put the folder itself there, or import its files from a file of the schema.');
    else if (about?.isDirectory() === true) paths.push(...(await pathsBelow(path, report)));
    else if (about?.isFile() === true && isDefinitionFile(entry.name)) paths.push(path);
    else if (about !== undefined && isDefinitionFile(entry.name)) report(path, 'is not a regular file, and is not read', 'Put a file in its place, or remove it.');
  }
  return paths;
}

function isDefinitionFile(name: string): boolean {
  return /\.(?:[mc]?[jt]s|[jt]sx)$/i.test(name) && !/\.d\.[mc]?ts$/i.test(name) && !/\.(?:test|spec)\.[a-z]+$/i.test(name);
}
