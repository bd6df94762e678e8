import { isObject } from '../../src/lib/model/is-object.ts';

/** What a package.json says about packages; nothing where it cannot be read, which is reported where it is to be changed. */
export function readManifest(text: unknown): Manifest {
  const json = typeof text === 'string' ? parse(text.replace(/^\uFEFF/, '')) : undefined;
  const manifest = isObject(json) ? json : {};
  const names = ['dependencies', 'devDependencies', 'optionalDependencies', 'peerDependencies'].flatMap((key) => (isObject(manifest[key]) ? Object.keys(manifest[key]) : []));
  const own = typeof manifest['name'] === 'string' ? [manifest['name']] : [];
  return { dependencies: new Set([...names, ...own]), manager: typeof manifest['packageManager'] === 'string' ? manifest['packageManager'] : undefined };
}

export interface Manifest {
  /** Names, the package's own among them. */
  readonly dependencies: ReadonlySet<string>;
  /** `pnpm@10.1.0` */
  readonly manager: string | undefined;
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
