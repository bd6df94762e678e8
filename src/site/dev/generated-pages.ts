import { join } from 'node:path';
import { hasOwnIndex } from '../out-folder-plugin.ts';
import type { SiteOptions } from '../options.ts';
import { pageHref, pageId } from '../../lib/model/page-id.ts';

/** The way from the path of an open page, with the base, to the file that it is compiled from. */
export function generatedPages({ out, docs, pages, base }: Pick<SiteOptions, 'out' | 'docs' | 'pages' | 'base'>): GeneratedPages {
  const folder = `${docs.slice(out.length + 1).replaceAll('\\', '/')}/`;
  return {
    base,
    isGenerated: (path) => path.startsWith(`${base}reference/`) || (path === base && !hasOwnIndex(pages)),
    fileOf(path, files) {
      const own = hasOwnIndex(pages);
      return files.find((file) => file.startsWith(folder) && file.endsWith('.mdx') && pageHref(base, pageId(file.slice(folder.length), own)) === path);
    },
    onDisk: (file) => join(out, file),
  };
}

export interface GeneratedPages {
  /** Path under which the site is served: begins and ends with a slash. */
  readonly base: string;
  /** Whether `generate` makes, or would make, the page that is served there. */
  readonly isGenerated: (path: string) => boolean;
  /** Its file among these, which are relative to the out folder. */
  readonly fileOf: (path: string, files: readonly string[]) => string | undefined;
  /** Absolute path of such a file. */
  readonly onDisk: (file: string) => string;
}
