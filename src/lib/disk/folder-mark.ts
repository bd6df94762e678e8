import { lstatSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

/** A file that says of the folder it is in that Polyref made all of it. */
export interface FolderMark {
  readonly name: string;
  /** Always the same, so that the same site has the same bytes. */
  readonly text: string;
}

export function writeFolderMark(folder: string, { name, text }: FolderMark): void {
  writeFileSync(join(folder, name), text);
}

/** Whether a path is a folder that carries the mark: not a link to one, and not a link in place of the mark. */
export function isMarked(folder: string, { name, text }: FolderMark): boolean {
  try {
    if (!lstatSync(folder).isDirectory() || !lstatSync(join(folder, name)).isFile()) return false;
    // Git may have changed the ends of its lines.
    return readFileSync(join(folder, name), 'utf8').trimEnd() === text.trimEnd();
  } catch {
    return false;
  }
}

/** Whether nothing of anybody's is lost when a folder is replaced. Throws what the system says of a folder that cannot be read. */
export function contentsOf(folder: string, mark: FolderMark): 'nothing' | 'ours' | 'a repository' | 'something else' {
  const names = readdirSync(folder);
  if (names.length === 0) return 'nothing';
  // A branch of pages is often checked out into the folder of the site.
  if (names.includes('.git')) return 'a repository';
  return isMarked(folder, mark) ? 'ours' : 'something else';
}
