import { readdirSync, realpathSync, statSync, type Dirent } from 'node:fs';
import { join, relative } from 'node:path';
import type { AstroIntegration } from 'astro';
import { isWithin } from '../lib/disk/is-within.ts';
import type { SiteOptions } from './options.ts';

/**
 * Refuses what would carry files from elsewhere into the site: whoever builds follows symbolic links, so that a link in `public/` or among the pages publishes what it leads to. Links that stay
 * within the out folder are followed. Refused as well is what a build cannot copy: a pipe would hold it up forever.
 */
export function refuseLinkedFiles({ out, publicDir, docs }: Pick<SiteOptions, 'out' | 'publicDir' | 'docs'>): AstroIntegration {
  return {
    name: 'polyref-linked-files',
    hooks: {
      'astro:config:setup': () => {
        const problems = [publicDir, docs].flatMap((folder) => problemsAt(folder, out));
        const more = problems.length > MOST_SHOWN ? [`… and ${problems.length - MOST_SHOWN} more.`] : [];
        if (problems.length > 0) throw new Error([...problems.slice(0, MOST_SHOWN), ...more].join('\n'));
      },
    },
  };
}

const MOST_SHOWN = 10;

/** What is wrong with a folder that is published, or with what is in it, in words for the reader; sorted. */
export function problemsAt(folder: string, out: string): readonly string[] {
  const real = realPath(folder);
  if (real === undefined) return [];
  if (!isWithin(real, realPath(out) ?? out)) return [`${nameOf(folder, out)} is a symbolic link that leads out of the project: the site would publish files from elsewhere. Put the folder itself there.`];
  return problemsBelow(folder, out, [real]);
}

/** @param above real paths of the folder and of those that it is in */
function problemsBelow(folder: string, out: string, above: readonly string[]): readonly string[] {
  return entriesOf(folder).flatMap((entry) => {
    const path = join(folder, entry.name);
    const name = nameOf(path, out);
    const real = realPath(path);
    if (real === undefined) return [`${name} is a symbolic link that leads nowhere. Correct the link, or remove it.`];
    if (!isWithin(real, realPath(out) ?? out)) return [`${name} is a symbolic link that leads out of the project: the site would publish what is there. Put a copy in its place.`];
    const about = statSync(real);
    if (about.isDirectory()) return above.includes(real) ? [`${name} is a symbolic link to a folder that it is in itself. Remove the link.`] : problemsBelow(path, out, [...above, real]);
    return about.isFile() ? [] : [`${name} is not a regular file, and cannot be published. Move it elsewhere.`];
  });
}

function entriesOf(folder: string): readonly Dirent[] {
  return readdirSync(folder, { withFileTypes: true }).sort((a, b) => (a.name < b.name ? -1 : 1));
}

/** Undefined where the way leads nowhere. */
function realPath(path: string): string | undefined {
  try {
    return realpathSync(path);
  } catch {
    return undefined;
  }
}

function nameOf(path: string, out: string): string {
  return relative(out, path).replaceAll('\\', '/');
}
