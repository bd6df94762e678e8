import { readdirSync, realpathSync, statSync, type Dirent } from 'node:fs';
import { join, relative } from 'node:path';
import type { AstroIntegration } from 'astro';
import { isWithin } from '../lib/disk/is-within.ts';
import { visibleLine } from '../lib/model/visible-line.ts';
import type { SiteOptions } from './options.ts';

/**
 * Refuses what would carry files from elsewhere into the site: a build follows symbolic links, so a link in `public/` or among the pages publishes what it leads to. Links that stay
 * within the out folder are followed. What a build cannot copy is refused as well: it would wait for a pipe forever. The dev server serves nothing while such a link is there.
 */
export function refuseLinkedFiles({ out, publicDir, docs, pages }: Pick<SiteOptions, 'out' | 'publicDir' | 'docs' | 'pages'>): AstroIntegration {
  const inside = [publicDir, docs, ...(isWithin(pages, out) && !isWithin(pages, docs) ? [pages] : [])];
  // A folder that is elsewhere is one by itself: the configuration names it.
  const outside = isWithin(pages, out) ? [] : [pages];
  return {
    name: 'polyref-linked-files',
    hooks: {
      'astro:config:setup': () => {
        const problems = [...inside.flatMap((folder) => problemsAt(folder, out)), ...outside.flatMap((folder) => problemsAt(folder, folder))];
        const more = problems.length > MOST_SHOWN ? [`… and ${problems.length - MOST_SHOWN} more.`] : [];
        if (problems.length > 0) throw new Error([...problems.slice(0, MOST_SHOWN), ...more].join('\n'));
      },
      'astro:server:setup': ({ server: { watcher, middlewares }, logger }) => {
        const leadingOut = new Set<string>();
        const find = (file: string) => (leadsOut(file, out) ? [describeLeadingOut(nameOf(file, out))] : []);
        watcher.on('all', (_event, file) => {
          if (leadingOut.has(file) || !inside.some((folder) => isWithin(file, folder))) return;
          for (const problem of find(file)) {
            leadingOut.add(file);
            logger.error(visibleLine(problem));
          }
        });
        middlewares.use((_request, response, next) => {
          const problems = [...leadingOut].flatMap(find);
          if (problems.length === 0) return next();
          response.writeHead(403, { 'content-type': 'text/plain; charset=utf-8', 'x-content-type-options': 'nosniff' }).end(`${problems.sort().map(visibleLine).join('\n')}\n`);
        });
      },
    },
  };
}

const MOST_SHOWN = 10;

/** What is wrong with a folder that is published, or with what is in it, in words for the reader; sorted. */
export function problemsAt(folder: string, out: string): readonly string[] {
  const real = realPath(folder);
  if (real === undefined) return [];
  if (leadsOut(folder, out)) return [`${nameOf(folder, out)} is a symbolic link to a folder outside the project, and the site would publish it. Replace the link with a real folder.`];
  return problemsBelow(folder, out, [real]);
}

/** @param above real paths of the folder and of those that it is in */
function problemsBelow(folder: string, out: string, above: readonly string[]): readonly string[] {
  return entriesOf(folder).flatMap((entry) => {
    const path = join(folder, entry.name);
    const name = nameOf(path, out);
    const real = realPath(path);
    if (real === undefined) return [`${name} is a broken symbolic link. Correct or remove it.`];
    if (leadsOut(path, out)) return [describeLeadingOut(name)];
    const about = statSync(real);
    if (about.isDirectory()) return above.includes(real) ? [`${name} is a symbolic link to a folder that contains it. Remove the link.`] : problemsBelow(path, out, [...above, real]);
    return about.isFile() ? [] : [`${name} is not a regular file, and cannot be published. Move it elsewhere.`];
  });
}

function leadsOut(path: string, out: string): boolean {
  const real = realPath(path);
  return real !== undefined && !isWithin(real, realPath(out) ?? out);
}

function describeLeadingOut(name: string): string {
  return `${name} is a symbolic link to something outside the project, and the site would publish it. Replace the link with a copy.`;
}

function entriesOf(folder: string): readonly Dirent[] {
  return readdirSync(folder, { withFileTypes: true }).sort((a, b) => (a.name < b.name ? -1 : 1));
}

/** Undefined where nothing is there. */
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
