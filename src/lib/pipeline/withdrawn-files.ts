import { join } from 'node:path';
import { listFiles } from '../disk/list-files.ts';
import { readText } from '../disk/read-pages.ts';
import type { PagePlan } from '../emit/render-pages.ts';
import { isMadeWithSite, REFERENCE_FOLDER } from '../model/page-path.ts';
import type { PageSet } from '../model/page-set.ts';
import { OWNERSHIP } from './ownership.ts';

/**
 * Generated files that stand on the disk, as older versions of Polyref wrote them, and are made with the site now: path → text, sorted. What somebody else put there is not among them,
 * and nobody follows a symbolic link.
 */
export async function findWithdrawn(outDir: string): Promise<PageSet> {
  const listings = await Promise.all(['public/schemas', REFERENCE_FOLDER].map((folder) => listFiles(outDir, folder)));
  const files = ['public/catalog.schema.json', ...listings.flatMap((listing) => listing.files)].filter(isMadeWithSite);
  return new Map(files.flatMap((path) => {
    const text = readText(join(outDir, path));
    return text !== undefined && OWNERSHIP.isGenerated(path, text) ? [[path, text] as const] : [];
  }));
}

/**
 * What there is to say of such files when they are deleted.
 * @param withdrawn path → what stood in them
 * @param site what the site shows in their place
 */
export function describeWithdrawn(withdrawn: PageSet, site: PagePlan): readonly string[] {
  const paths = [...withdrawn.keys()];
  if (paths.length === 0) return [];
  const others = [...withdrawn].filter(([path, text]) => site.get(path)?.() !== text).map(([path]) => path);
  const [files, are] = paths.length === 1 ? ['file', 'is'] : ['files', 'are'];
  return [
    `Deleted ${paths.length} ${files} that ${are} made with the site from now on: ${formatSome(paths)}.`,
    ...(others.length === 0 ? [] : [`${others.length} of them differed from what the site shows now, because an older version wrote them or someone edited them: ${formatSome(others)}. Git still has what stood there.`]),
  ];
}

/** The first three. */
function formatSome(paths: readonly string[]): string {
  const named = paths.slice(0, 3).join(', ');
  return paths.length > 3 ? `${named} and ${paths.length - 3} more` : named;
}
