import { realpath, stat } from 'node:fs/promises';
import { join, relative, sep } from 'node:path';

/**
 * What a path that was requested means in a folder of static files that is hosted under `base`.
 * Only files of the folder itself are found: no link leads out of it, and a name that begins with a dot is not served.
 */
export async function findFile(url: string, { folder, base }: { readonly folder: string; readonly base: string }): Promise<Found> {
  // Not through `new URL`: it would take `//host/` for another machine.
  const at = url.indexOf('?');
  const [path, query] = at < 0 ? [url, ''] : [url.slice(0, at), url.slice(at)];
  const root = await realpath(folder);
  if (!path.startsWith(base)) return path === '/' || `${path}/` === base ? { kind: 'redirect', status: 302, location: base } : notFound(root);
  const names = namesOf(path.slice(base.length));
  if (names === undefined) return { kind: 'malformed' };
  const entry = await look(root, names);
  if (entry === 'folder' && !path.endsWith('/')) return { kind: 'redirect', status: 301, location: `${base}${names.map(encodeURIComponent).join('/')}/${asHeader(query)}` };
  const wanted = entry === 'folder' ? await look(root, [...names, 'index.html']) : entry;
  // `a.css/` is no name of `a.css`.
  if (wanted === 'folder' || wanted === undefined || (entry !== 'folder' && path.endsWith('/'))) return notFound(root);
  return { kind: 'file', root, file: wanted.file, isMissing: false };
}

/** `isMissing`: the file is the page that says so. Paths are absolute, and free of links. */
export type Found =
  | { readonly kind: 'file'; readonly root: string; readonly file: string; readonly isMissing: boolean }
  | { readonly kind: 'redirect'; readonly status: 301 | 302; readonly location: string }
  | { readonly kind: 'missing' }
  | { readonly kind: 'malformed' };

async function notFound(root: string): Promise<Found> {
  const page = await look(root, ['404.html']);
  return page === undefined || page === 'folder' ? { kind: 'missing' } : { kind: 'file', root, file: page.file, isMissing: true };
}

/** What stands there, once links are followed: nothing, where that is outside of the root. */
async function look(root: string, names: readonly string[]): Promise<'folder' | { readonly file: string } | undefined> {
  try {
    const file = await realpath(join(root, ...names));
    const inside = relative(root, file);
    if (file !== root && !file.startsWith(root.endsWith(sep) ? root : `${root}${sep}`)) return undefined;
    // Also where a name without a dot is a link to one.
    if ([...names, ...inside.split(sep)].some((name) => name.startsWith('.') && name !== '.well-known')) return undefined;
    const found = await stat(file);
    if (found.isDirectory()) return 'folder';
    return found.isFile() ? { file } : undefined;
  } catch {
    // Not there, a name that is too long, a link in a circle, a folder that may not be entered.
    return undefined;
  }
}

/** Undefined for what cannot be a path within the folder. A `:` is part of a drive or of a stream where Windows names files. */
function namesOf(path: string): readonly string[] | undefined {
  const names = path.replace(/\/$/, '').split('/').filter((_, index, all) => all.length > 1 || all[index] !== '');
  try {
    const decoded = names.map(decodeURIComponent);
    return decoded.some((name) => name === '' || name === '.' || name === '..' || /[/\\\0]/.test(name) || (sep === '\\' && name.includes(':'))) ? undefined : decoded;
  } catch {
    return undefined;
  }
}

/** A header holds visible ASCII. */
function asHeader(query: string): string {
  return /^[\x21-\x7e]*$/.test(query) ? query : '';
}
