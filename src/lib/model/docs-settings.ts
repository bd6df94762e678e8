import type { Location } from './location.ts';

/** How the site of a system looks and where it is hosted, as `docs` of the configuration says: plain data. Paths are absolute, and were there when it was read. */
export interface DocsSettings {
  /** In place of the name of the system. */
  readonly title?: string;
  /** Address of the hosted site; ends with a slash. */
  readonly url?: string;
  /** Path under which it is hosted, where its whole address is not known; begins and ends with a slash. */
  readonly base?: string;
  readonly logo?: Logo;
  /** Link to a line of the repository, with `{file}` and `{line}` in it. */
  readonly sourceUrl?: string;
  /** Where paths of files in the links below begin. */
  readonly folder?: string;
  /** Link that opens a file of the repository in an editor, with `{file}` in it. */
  readonly editUrl?: string;
  readonly sidebar?: readonly SidebarGroup[];
  /** Where the configuration says it. */
  readonly sidebarAt?: Location;
  /** Folder of hand-written pages. */
  readonly pages?: string;
  /** Style sheets, in the order in which they apply. */
  readonly css?: readonly string[];
  /** Folder of Astro components. */
  readonly components?: string;
}

/** Files of pictures; one picture for both themes stands in both. */
export interface Logo {
  readonly light: string;
  readonly dark: string;
  readonly alt: string;
}

export interface SidebarGroup {
  readonly label: string;
  readonly items: readonly SidebarEntry[];
}

export type SidebarEntry =
  /** The id of a page, which is its route without slashes around it. */
  | { readonly kind: 'page'; readonly page: string; readonly label?: string }
  | { readonly kind: 'link'; readonly link: string; readonly label: string };
