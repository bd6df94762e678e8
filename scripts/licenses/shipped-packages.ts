/** A package that is installed with Polyref, also one that only some platforms get. */
export interface ShippedPackage {
  readonly name: string;
  readonly version: string;
  /** As its package.json has it. */
  readonly license?: string;
}

/** The packages of a lockfile (version 3) but those that are for work on this repository alone; each version once, sorted. @param text of `package-lock.json` */
export function shippedPackages(text: string): readonly ShippedPackage[] {
  const { packages } = JSON.parse(text) as { readonly packages: Readonly<Record<string, LockEntry>> };
  const shipped = new Map<string, ShippedPackage>();
  for (const [path, entry] of Object.entries(packages)) {
    const at = path.lastIndexOf('node_modules/');
    if (at < 0 || entry.dev === true || entry.link === true || entry.version === undefined) continue;
    // An alias is installed under another name than its own.
    const name = entry.name ?? path.slice(at + 'node_modules/'.length);
    shipped.set(`${name} ${entry.version}`, { name, version: entry.version, ...(entry.license === undefined ? {} : { license: entry.license }) });
  }
  return [...shipped].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, each]) => each);
}

interface LockEntry {
  readonly name?: string;
  readonly version?: string;
  readonly license?: string;
  readonly dev?: boolean;
  readonly link?: boolean;
}
