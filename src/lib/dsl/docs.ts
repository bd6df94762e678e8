import type { PageMaker } from './page-maker.ts';

/**
 * How the site looks and where it is hosted: `docs` in `polyref.config.ts`. Everything in it is optional. Paths are relative to the file of the configuration.
 *
 * @example
 * ```ts
 * docs: {
 *   url: 'https://docs.example.com/data/',
 *   repository: 'https://github.com/acme/shop',
 *   editLinks: true,
 *   css: ['./docs/brand.css'],
 * },
 * ```
 */
export interface DocsOptions {
  /** Title of the site. Default: the name in `system(…)`. */
  readonly title?: string;
  /** A picture beside the title, or one for each theme: `{ light: './docs/logo.svg', dark: './docs/logo-dark.svg' }`. `alt` is what it shows, where the title does not say it. */
  readonly logo?: string | LogoOptions;
  /**
   * Address of the hosted site, such as `https://docs.example.com/data/`. Its path becomes the base of all links, pages get a canonical link, and reports link each rule to its page.
   * `--site` and `--base` win over it.
   */
  readonly url?: string;
  /** Path that the site is hosted under, such as `/data/`, where its whole address is not known. `--base` wins over it. */
  readonly base?: string;
  /**
   * Address of the repository: pages then link each definition to its line. GitHub, GitLab and Bitbucket are known by their host; for any other write a link to a line, with `{file}` and `{line}` in it:
   * `https://git.example.com/shop/{file}#L{line}`.
   */
  readonly repository?: string | Repository;
  /** Gives each page a link that opens its source in the repository's editor. `true` needs a `repository` whose host is known; for any other write the link, with `{file}` in it. */
  readonly editLinks?: boolean | string;
  /** Groups at the end of the sidebar. An item is the path of a page, such as `guides/on-call`, or a label with a page or a link. */
  readonly sidebar?: readonly SidebarGroupOptions[];
  /** Folder of pages that you write by hand, in Markdown or MDX. Default: `src/content/docs` beside the schema folder. */
  readonly pages?: string;
  /** Style sheets, applied after Polyref's own. */
  readonly css?: readonly string[];
  /** Folder of Astro components that hand-written MDX pages use without an import: `price-list.astro` is `<PriceList />`. */
  readonly components?: string;
  /** Pages that you generate from the schema, made with `definePage`. */
  readonly customPages?: readonly PageMaker[];
}

export interface LogoOptions {
  /** Path of the picture for the light theme. */
  readonly light: string;
  /** Path of the picture for the dark theme. */
  readonly dark: string;
  /** What it shows, where the title does not say it. */
  readonly alt?: string;
}

export interface Repository {
  /** `https://gitlab.example.com/acme/shop` */
  readonly url: string;
  /** Which of them runs there, where the host does not say it. */
  readonly host?: 'github' | 'gitlab' | 'bitbucket';
  /** Default: `main`. */
  readonly branch?: string;
  /** Where in the repository the folder of the configuration is: `packages/db`. Default: its root. */
  readonly folder?: string;
}

export interface SidebarGroupOptions {
  /** Its heading. */
  readonly label: string;
  /** Each the path of a page, such as `'guides/on-call'`, or a label with a page or a link. */
  readonly items: readonly (string | SidebarPage | SidebarLink)[];
}

export interface SidebarPage {
  /** Its text in the sidebar. */
  readonly label: string;
  /** Path of the page: `'guides/on-call'`. */
  readonly page: string;
}

export interface SidebarLink {
  /** Its text in the sidebar. */
  readonly label: string;
  /** Where it leads: an address of the web. */
  readonly link: string;
}
