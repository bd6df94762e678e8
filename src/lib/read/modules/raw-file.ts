import { isAbsolute } from 'node:path';

/** The id of the module that exports the text of a file. @param path absolute path of the file */
export function rawId(path: string): string {
  return `${RAW_ID}${path}`;
}

export function isRaw(id: string): boolean {
  return id.startsWith(RAW_ID);
}

/** The absolute path of the file that a module is made of; undefined of one that the bundler or the plugin makes up. */
export function fileBehind(id: string): string | undefined {
  if (isRaw(id)) return id.slice(RAW_ID.length);
  return isAbsolute(id) ? id : undefined;
}

const RAW_ID = '\0polyref:raw:';
