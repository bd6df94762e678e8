/** A package that is installed with Polyref, also one that only some platforms get, or whose code it brings along. */
export interface ShippedPackage {
  readonly name: string;
  readonly version: string;
  /** As its package.json has it. */
  readonly license?: string;
}

/**
 * The packages of a lockfile (version 3) but those that are for work on this repository alone; each version once, sorted.
 * @param text of `package-lock.json`
 * @param bundled names of packages that are installed for this work, and whose code goes into the package all the same
 */
export function shippedPackages(text: string, bundled: readonly string[] = BUNDLED): readonly ShippedPackage[] {
  const { packages } = JSON.parse(text) as { readonly packages: Packages };
  const brought = reachedFrom(bundled, packages);
  const shipped = new Map<string, ShippedPackage>();
  for (const [path, entry] of Object.entries(packages)) {
    const at = path.lastIndexOf(FOLDER);
    if (at < 0 || (entry.dev === true && !brought.has(path)) || entry.link === true || entry.version === undefined) continue;
    // An alias is installed under another name than its own.
    const name = entry.name ?? path.slice(at + FOLDER.length);
    shipped.set(`${name} ${entry.version}`, { name, version: entry.version, ...(entry.license === undefined ? {} : { license: entry.license }) });
  }
  return [...shipped].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, each]) => each);
}

/** What `scripts/package/bundle-mermaid.ts` bundles. */
const BUNDLED = ['mermaid'];
const FOLDER = 'node_modules/';

type Packages = Readonly<Record<string, LockEntry>>;

interface LockEntry {
  readonly name?: string;
  readonly version?: string;
  readonly license?: string;
  readonly dev?: boolean;
  readonly link?: boolean;
  readonly dependencies?: Readonly<Record<string, string>>;
}

/** Paths of these packages and of all that they depend on. */
function reachedFrom(names: readonly string[], packages: Packages): ReadonlySet<string> {
  const reached = new Set(names.flatMap((name) => pathOf(name, '', packages) ?? []));
  for (const path of reached) for (const name of Object.keys(packages[path]?.dependencies ?? {})) {
    const found = pathOf(name, path, packages);
    if (found !== undefined) reached.add(found);
  }
  return reached;
}

/** Where a package is that the one at `from` depends on, as Node looks for it: beside it, or beside one that it is in. */
function pathOf(name: string, from: string, packages: Packages): string | undefined {
  for (let at = from; ; at = at.slice(0, Math.max(0, at.lastIndexOf(`/${FOLDER}`)))) {
    const path = `${at === '' ? '' : `${at}/`}${FOLDER}${name}`;
    if (path in packages) return path;
    if (at === '') return undefined;
  }
}
