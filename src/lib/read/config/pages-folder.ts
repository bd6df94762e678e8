import { realpathSync } from 'node:fs';
import { dirname, join, relative, sep } from 'node:path';
import type * as z from 'zod-own';
import { REFERENCE_FOLDER } from '../../model/page-path.ts';
import type { Refusal } from './config-schema.ts';
import { path } from './path-option.ts';

/**
 * The folder of hand-written pages. Every Markdown file below it becomes a page, and all of it is served while somebody writes: so it holds nothing else.
 * @param folder absolute, of the configuration
 * @param schemaDir absolute, of the definitions; the generated pages are beside it
 */
export function pagesFolder(folder: string, schemaDir: string): z.ZodType<string> {
  const root = dirname(schemaDir);
  const docs = join(root, dirname(REFERENCE_FOLDER));
  return path('pages', 'folder', folder).refine((found) => problemOf(found) === undefined, {
    error: ({ input }) => {
      const found = String(input);
      const shown = relative(folder, found).split(sep).join('/') || '.';
      return JSON.stringify({ message: `\`${shown}\` of \`docs.pages\` ${problemOf(found) ?? ''}.`, hint: "Use a folder that holds only hand-written pages, as in pages: './handbook'." } satisfies Refusal);
    },
  });

  function problemOf(found: string): string | undefined {
    const pages = real(found);
    const reference = real(join(root, REFERENCE_FOLDER));
    if (isWithin(real(folder), pages)) return 'holds the configuration';
    if (isWithin(real(schemaDir), pages)) return 'holds the schema';
    if (isWithin(pages, real(schemaDir))) return 'is in the folder of the schema';
    if (isWithin(pages, reference)) return 'is in the folder of the generated pages';
    // Beside the generated pages is where hand-written ones are by default.
    return pages !== real(docs) && isWithin(reference, pages) ? 'holds the generated pages' : undefined;
  }
}

function isWithin(inner: string, outer: string): boolean {
  return inner === outer || inner.startsWith(outer.endsWith(sep) ? outer : outer + sep);
}

/** Without links, as far as it is there. */
function real(path: string): string {
  try {
    return realpathSync(path);
  } catch {
    return dirname(path) === path ? path : join(real(dirname(path)), path.slice(dirname(path).length));
  }
}
