/** One module that the sandbox can run. Plain data: it crosses from thread to thread. */
export interface BuiltModule {
  /** The file's own URL with a mark and a number that changes when the module must run again. */
  readonly url: string;
  /** JavaScript. */
  readonly code: string;
  /** Import as written in `code` → URL of a module that was built too. Anything else is Node's to find. */
  readonly imports: Readonly<Record<string, string>>;
}

/** What a build makes of files and everything of the team's own that they import. */
export interface Build {
  /** Those that are new or must run again. */
  readonly fresh: readonly BuiltModule[];
  /** Every module by URL. */
  readonly modules: ReadonlyMap<string, BuiltModule>;
  /** Absolute path → text, of every file that was read. */
  readonly texts: ReadonlyMap<string, string>;
  /** Absolute paths of the files that were read as text, by `?raw`. */
  readonly rawFiles: readonly string[];
  /** Something imports a picture, a style sheet or the like, whose content is not loaded. */
  readonly hasAssets: boolean;
  /** Absolute path → URL. */
  readonly urls: ReadonlyMap<string, string>;
  /** Absolute path → why that file cannot run. */
  readonly failures: ReadonlyMap<string, BuildFailure>;
  /** Absolute path → imports of that file which fail once they run, such as `await import('./nowhere')`. */
  readonly laterFailures: ReadonlyMap<string, readonly ImportFailure[]>;
  /** Where a place in the code that ran stands in the file as written; both count from 1. */
  readonly originOf: (url: string, line: number, column: number) => Position;
  /** Absolute paths of a file and of everything that it reaches. */
  readonly reachedFrom: (path: string) => ReadonlySet<string>;
  /** Absolute path → what that file imports from installed packages. */
  readonly packages: ReadonlyMap<string, readonly PackageImport[]>;
  /** The shortest way along imports from one of the files to another, both included; empty where there is none. All are absolute paths. */
  readonly chainTo: (path: string, from: readonly string[]) => readonly string[];
}

export interface PackageImport {
  readonly specifier: string;
  /** Absolute path of the file that the package answers with. */
  readonly path: string;
}

export interface Position {
  readonly line: number;
  readonly column: number;
}

export type BuildFailure =
  /** The text is no TypeScript; `at` is where the parser stopped. */
  | { readonly kind: 'syntax'; readonly message: string; readonly at: Position }
  /** An import of a file or package that does not exist. */
  | { readonly kind: 'unresolved'; readonly specifier: string; /** Where the package is, which has nothing of that name: `own` holds the file. */ readonly place: 'own' | 'installed' | 'nowhere'; /** `paths` of the tsconfig.json that holds for the file, sorted. */ readonly patterns: readonly string[] }
  /** An import of a part of Polyref that does not exist; `known` are those that do. */
  | { readonly kind: 'unknown-subpath'; readonly specifier: string; readonly known: readonly string[] }
  /** An import of a part of Polyref that exists, but that only pages and other programs use. */
  | { readonly kind: 'foreign-subpath'; readonly specifier: string }
  /** An import of a file in a language that only other tools know, such as SQL. */
  | { readonly kind: 'no-module'; readonly specifier: string }
  /** An import of something that is not a regular file, or is too large to be a module. */
  | { readonly kind: 'unreadable-import'; readonly specifier: string; readonly problem: string }
  /** An import of a name that the other file does not export. */
  | { readonly kind: 'missing-export'; readonly specifier: string; readonly name: string; /** The other file is the team's own, and not that of a package. */ readonly isOwn: boolean; readonly exported: readonly string[]; readonly at: Position }
  /** The `tsconfig.json` that holds for the file cannot be used; `path` is absolute. */
  | { readonly kind: 'tsconfig'; readonly path: string; readonly problem: string; readonly at: Position }
  /** Whatever else keeps the bundler from making it. */
  | { readonly kind: 'other'; readonly message: string };

export type ImportFailure = Extract<BuildFailure, { readonly kind: 'unresolved' | 'unknown-subpath' | 'foreign-subpath' | 'no-module' | 'unreadable-import' }>;

/** Marks a URL as that of a module that was built from a file of the team. */
export const MARK = 'polyref';

/** The path of a built module's file; undefined for any other URL. */
export function markedPath(url: string): string | undefined {
  const at = url.lastIndexOf(`?${MARK}=`);
  return at === -1 ? undefined : url.slice(0, at);
}
