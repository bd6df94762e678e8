/** What the search knows of a page by name, before it looks into its text. All of them are one file of the site. */
export interface SearchEntry {
  /** The page's heading. */
  readonly title: string;
  readonly kind: 'entity' | 'removed' | 'page' | 'rule';
  /** Below the base, without slashes around it; the root is empty. */
  readonly route: string;
  /** Label of its store, where the page is about an entity. */
  readonly store?: string;
  /** One sentence, where the page has one. */
  readonly about?: string;
  /** Fields of an entity, sections of a page: their anchors and names. */
  readonly parts: readonly (readonly [anchor: string, name: string])[];
}

/** Name of that file, in the folder of the index. */
export const ENTRIES_FILE = 'names.json';
