import type { Analyses } from '../analysis/analyses.ts';

/**
 * A page that you generate from the schema: list it under `docs.customPages` in `polyref.config.ts`. `generate` writes it, `check` compares it, the sidebar lists it.
 *
 * @example
 * ```ts
 * const owners = definePage({
 *   path: 'owners',
 *   title: 'Owners',
 *   make({ catalog, write }) {
 *     return write.table(['Entity', 'Owner'], catalog.entities.map(({ address, owner = '' }) => [write.entity(address), write.text(owner)]));
 *   },
 * });
 * ```
 */
export function definePage(page: PageSpec): PageMaker {
  try {
    // Nobody has checked the types of a configuration.
    if (typeof (page as unknown) !== 'object') throw new TypeError();
    return { ...page, kind: 'polyref.page' };
  } catch {
    // What is no object, or throws when it is read, is no page: the configuration says so, at its place.
    return { kind: 'not a page' } as unknown as PageMaker;
  }
}

/** What `definePage(…)` makes. */
export interface PageMaker extends PageSpec {
  readonly kind: 'polyref.page';
}

export interface PageSpec {
  /** Name of its file and last part of its address, in kebab-case: `owners` is `/reference/owners/`. */
  readonly path: string;
  /** Its heading, and its name in the sidebar. */
  readonly title: string;
  /** One sentence, for search results. Default: the title. */
  readonly description?: string;
  /**
   * Returns the text of the page below its title, in Markdown. Text of a schema may hold anything: put it through `write`, which escapes it. A page that holds more than text, links and
   * Polyref's own components is refused. Same catalog, same text: no dates, nothing random.
   */
  readonly make: (context: PageContext) => string;
}

/** What a page is given: the catalog, what can be asked of it, and the words to write with. */
export interface PageContext extends Analyses {
  readonly write: PageWriter;
}

/** Each takes plain text, where it does not say otherwise, and returns finished Markdown that shows exactly this text, good for cells of a table as well. */
export interface PageWriter {
  readonly text: (text: string) => string;
  readonly code: (text: string) => string;
  readonly codeBlock: (code: string, language?: string) => string;
  /** Takes Markdown that a schema holds, such as a description: it keeps its emphasis, lists and links, and can do nothing else. Names of entities in backticks become links. */
  readonly markdown: (markdown: string) => string;
  /** The same on one line, for a cell of a table. */
  readonly inline: (markdown: string) => string;
  /** A link to the page of an entity. */
  readonly entity: (address: string) => string;
  /** A link to a field on the page of its entity. */
  readonly field: (address: string, path: string) => string;
  /** A link to a generated page, by its path: `retention`, `mongodb/index`. */
  readonly page: (path: string, label: string) => string;
  /** A link to the web. */
  readonly link: (url: string, label: string) => string;
  /** A heading of the second level, or of the third. */
  readonly heading: (text: string, level?: 2 | 3) => string;
  /** Takes finished Markdown. */
  readonly list: (items: readonly string[]) => string;
  /** Takes finished Markdown in the cells. Columns without a value are left out. */
  readonly table: (head: readonly string[], rows: readonly (readonly string[])[]) => string;
}
