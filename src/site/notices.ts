import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

/** What a package asks of whoever hands its code on. `folder`: where it is installed. */
export function readNotice(folder: string): Notice {
  const { name, version, license, repository } = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8')) as Manifest;
  const file = readdirSync(folder, { withFileTypes: true }).filter((entry) => entry.isFile()).map((entry) => entry.name).sort().find((each) => /^(?:licen[cs]e|copying)(?:\.(?:md|txt))?$/i.test(each));
  const url = typeof repository === 'string' ? repository : repository?.url;
  return {
    name,
    version,
    license: license ?? 'see below',
    repository: url?.replace(/^git\+/, '').replace(/\.git$/, ''),
    text: file === undefined ? undefined : readFileSync(join(folder, file), 'utf8').replaceAll('\r\n', '\n').trim(),
  };
}

export interface Notice {
  readonly name: string;
  readonly version: string;
  readonly license: string;
  /** Where its sources are. */
  readonly repository: string | undefined;
  readonly text: string | undefined;
}

/** The folder of the package that a module is of; undefined for what is made up, a cache, or this package itself. */
export function packageFolder(id: string): string | undefined {
  return /^([^\0].*[/\\]node_modules[/\\](?:@[^/\\]+[/\\])?[^./\\@][^/\\]*)[/\\]/.exec(id)?.[1]?.replaceAll('\\', '/');
}

interface Manifest {
  readonly name: string;
  readonly version: string;
  readonly license?: string;
  readonly repository?: string | { readonly url?: string };
}
