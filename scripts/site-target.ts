import { existsSync } from 'node:fs';
import { homedir } from 'node:os';
import { dirname, join, relative } from 'node:path';
import { checkTarget, type KnownFolder, type TargetRules } from '../src/lib/disk/check-target.ts';
import type { FolderMark } from '../src/lib/disk/folder-mark.ts';
import { isWithin } from '../src/lib/disk/is-within.ts';
import { recoverFolder } from '../src/lib/disk/replace-folder.ts';
import type { SiteOptions } from '../src/site/options.ts';
import { packageRoot, type Project } from './project.ts';

/** In every site that Polyref built: the next build may replace the folder. */
export const SITE_MARK: FolderMark = {
  name: '.polyref-site',
  text: 'Polyref built this folder, and replaces all of it with the next build. Keep your own files elsewhere.\n',
};

/**
 * Finds out, before any work, whether the site may go to its folder. Puts back the last good site where a build was killed while
 * it replaced it. Throws `DiskError` with what is in the way.
 * @returns the options, with the path of that folder without links
 */
export async function prepareTarget(site: SiteOptions, project: Project): Promise<SiteOptions> {
  const rules = rulesOf(site, project);
  const dist = checkTarget(site.dist, rules);
  await recoverFolder(dist, SITE_MARK);
  return { ...site, dist: checkTarget(dist, rules) };
}

function rulesOf(site: SiteOptions, { cwd, schemaDir }: Project): TargetRules {
  return {
    shown: relative(cwd, site.dist) || '.',
    mark: SITE_MARK,
    // Each repository that is concerned contains one of these.
    precious: [
      { path: cwd, name: 'the current folder' },
      { path: schemaDir, name: 'the schema folder' },
      { path: site.docs, name: 'the folder of the pages' },
      { path: site.publicDir, name: 'the folder of public files' },
      ...homeFolder(),
      { path: packageRoot, name: "Polyref's own folder" },
    ],
    closed: [
      { path: schemaDir, name: 'the schema folder' },
      { path: dirname(site.docs), name: 'the folder of the pages' },
      { path: site.publicDir, name: 'the folder of public files' },
    ],
    // The way to the out folder is the user's own choice.
    projects: isWithin(site.dist, site.out) ? [site.out] : [...repositoriesOf([cwd, schemaDir, site.out]), cwd],
  };
}

function repositoriesOf(folders: readonly string[]): readonly string[] {
  const found = new Set<string>();
  for (const folder of folders) {
    for (let at = folder; ; at = dirname(at)) {
      if (existsSync(join(at, '.git'))) found.add(at);
      if (dirname(at) === at) break;
    }
  }
  return [...found];
}

/** None for an account without one, as in some containers. */
function homeFolder(): readonly KnownFolder[] {
  try {
    return [{ path: homedir(), name: 'your home folder' }];
  } catch {
    return [];
  }
}
