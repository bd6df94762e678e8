import { analysesOf, type Analyses } from '../analysis/analyses.ts';
import type { PageMaker } from '../dsl/page-maker.ts';
import type { Catalog } from '../model/catalog.ts';
import { deepFreeze } from '../model/deep-freeze.ts';
import { createPageWriter } from './mdx/page-writer.ts';
import { buildSite, type Site } from './mdx/site.ts';

/**
 * Makes one page of a team. Called in the thread where its configuration was loaded, because a page maker is code: the text crosses back.
 * @returns undefined where `make` returns no text
 */
export default function makeCustomPage({ url, index, file, catalog }: CustomPageInput, { exportsOf }: CustomPageContext): string | undefined {
  if (catalog !== undefined) known = { analyses: analysesOf(deepFreeze(catalog)), site: buildSite(catalog) };
  if (known === undefined) throw new Error('No catalog was given.');
  const exported = exportsOf(url)?.['default'] as WithPages & { readonly config?: WithPages };
  const page = (exported.config ?? exported).docs?.customPages?.[index];
  // With the analyses as its prototype a context costs none of them until the page asks.
  const made: unknown = page?.make(Object.assign(Object.create(known.analyses) as Analyses, { write: createPageWriter(known.site, file) }));
  return typeof made === 'string' ? made : undefined;
}

export interface CustomPageInput {
  /** Of the configuration. */
  readonly url: string;
  /** Of the page in its list. */
  readonly index: number;
  /** Of the page, below the folder of generated pages. */
  readonly file: string;
  /** Absent: that of the last call. */
  readonly catalog?: Catalog;
}

interface WithPages {
  readonly docs?: { readonly customPages?: readonly PageMaker[] };
}

interface CustomPageContext {
  readonly exportsOf: (url: string) => Readonly<Record<string, unknown>> | undefined;
}

let known: { readonly analyses: Analyses; readonly site: Site } | undefined;
