import { lstat, mkdir, readdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';

/** Makes a folder for a cache. One that is new or empty gets the tag by which Polyref knows later that it may delete what is in it. */
export async function makeCacheFolder(folder: string): Promise<void> {
  await mkdir(folder, { recursive: true });
  if ((await readdir(folder)).length > 0) return;
  // Another build may do the same at this moment.
  await writeFile(join(folder, TAG), TAG_TEXT, { flag: 'wx' }).catch(() => undefined);
}

/** Whether Polyref made a folder for a cache. */
export async function isCacheFolder(folder: string): Promise<boolean> {
  try {
    const [about, tag] = await Promise.all([lstat(folder), lstat(join(folder, TAG))]);
    return about.isDirectory() && tag.isFile() && (await readFile(join(folder, TAG), 'utf8')) === TAG_TEXT;
  } catch {
    return false;
  }
}

/** As in https://bford.info/cachedir/, so that backups leave it out. */
const TAG = 'CACHEDIR.TAG';
const TAG_TEXT = 'Signature: 8a477f597d28d172789f06886806bc55\n# Drawings of Polyref, which it makes again when they are missing.\n';
