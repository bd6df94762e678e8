import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { normalizePath, type ViteDevServer } from 'vite';
import { frontMatterData } from '../../lib/gate/front-matter.ts';
import { madeFiles, type MadeFiles } from '../made-files.ts';
import type { SiteOptions } from '../options.ts';
import { invalidateModules } from './invalidate-modules.ts';

/**
 * Keeps the pages true that were made in memory: no watcher tells that one of them changed.
 * @param list reads anew which pages there are
 */
export function followMadePages({ environments }: Pick<ViteDevServer, 'environments'>, { out, docs }: Pick<SiteOptions, 'out' | 'docs'>, list: () => Promise<void>): MadePagesFollower {
  let before: MadeFiles = madeFiles.get(docs) ?? new Map();
  return {
    async written(changed) {
      const made = madeFiles.get(docs) ?? new Map();
      const old = before;
      before = made;
      let isAnyStale = false;
      for (const [name, environment] of Object.entries(environments)) {
        if (name === 'client') continue;
        const stale = [...made].flatMap(([path, render]) => {
          // Of what was written the watcher tells.
          if (changed.includes(path)) return [];
          const modules = [...(environment.moduleGraph.getModulesByFile(normalizePath(join(out, path))) ?? [])];
          return modules.length === 0 || old.get(path)?.() === render() ? [] : modules;
        });
        if (stale.length === 0) continue;
        invalidateModules(environment, stale, Date.now());
        isAnyStale = true;
      }
      if (listOf(old, out) !== listOf(made, out)) await list();
      return isAnyStale;
    },
  };
}

export interface MadePagesFollower {
  /**
   * All pages are made anew. `changed`: paths of the files that were written because of that, relative to the out folder.
   * @returns whether a page that somebody has looked at says something else now
   */
  written(changed: readonly string[]): Promise<boolean>;
}

/** What Astro knows of the pages that are not on the disk as well: which there are, and what they are called. */
function listOf(made: MadeFiles, out: string): string {
  const pages = [...made].filter(([path]) => path.endsWith('.mdx') && !existsSync(join(out, path)));
  return JSON.stringify(pages.map(([path, render]) => [path, frontMatterData(render())]));
}
