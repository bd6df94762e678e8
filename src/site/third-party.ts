import { existsSync, readFileSync, realpathSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import type { Plugin } from 'vite';
import { packageFolder, readNotice, type Notice } from './notices.ts';

/** The file of the built site that names the packages whose code it carries, each with its licence: most licences ask for that of whoever hands the code on. */
export const THIRD_PARTY_FILE = 'third-party-licenses.txt';

/**
 * Collects the packages of which a part becomes a file of the site, and writes down their licences when the site's own scripts are bundled, which is last.
 * `site` belongs among the plugins of the site, `worker` among those of its workers, which are bundled apart.
 * @param root absolute path of this package
 */
export function thirdPartyNotices(root: string): { readonly site: Plugin; readonly worker: () => Plugin } {
  const folders = new Set<string>();
  const vendors = new Set<string>();
  const collect = (bundle: Bundle, matters: (id: string) => boolean): void => {
    for (const output of Object.values(bundle)) {
      for (const id of output.type === 'chunk' ? output.moduleIds : []) {
        if (!matters(id)) continue;
        const vendored = vendorFolder(root, id);
        if (vendored !== undefined) vendors.add(vendored);
        const folder = packageFolder(id);
        if (folder !== undefined && vendored === undefined) folders.add(folder);
      }
    }
  };
  return {
    site: {
      name: 'polyref-third-party',
      apply: 'build',
      generateBundle(_options, bundle) {
        // What makes the pages gives them its style sheets, with their fonts, and stays behind.
        if (this.environment.name !== 'client') return collect(bundle, (id) => /\.css(?:\?|$)/.test(id));
        collect(bundle, () => true);
        for (const names of COPIED) folders.add(findPackage(root, names));
        this.emitFile({ type: 'asset', fileName: THIRD_PARTY_FILE, source: renderNotices([...[...folders].map(readNotice), ...[...vendors].flatMap(readVendored)]) });
      },
    },
    worker: () => ({
      name: 'polyref-third-party-worker',
      apply: 'build',
      generateBundle: (_options, bundle) => collect(bundle, () => true),
    }),
  };
}

/** The folder of a package that this one brings along, bundled, if the module is of one. */
function vendorFolder(root: string, id: string): string | undefined {
  const [first, name] = id.startsWith(root) ? id.slice(root.length + 1).split(/[/\\]/) : [];
  return first === 'vendor' && name !== undefined ? join(root, first, name) : undefined;
}

function readVendored(folder: string): readonly Notice[] {
  return JSON.parse(readFileSync(join(folder, 'notices.json'), 'utf8')) as readonly Notice[];
}

type Bundle = Readonly<Record<string, { readonly type: 'asset' } | { readonly type: 'chunk'; readonly moduleIds: readonly string[] }>>;

/** Packages that write files into the site by themselves, each with the way to it: of packages that need the next. */
const COPIED: readonly (readonly string[])[] = [['pagefind'], ['@astrojs/starlight', 'astro-expressive-code']];

/** As Node looks for it, but for what the package lets others import: its folder is wanted, not its code. */
function findPackage(root: string, names: readonly string[]): string {
  return names.reduce((from, name) => {
    const folder = createRequire(join(from, 'package.json')).resolve.paths(name)?.map((each) => join(each, name)).find((each) => existsSync(join(each, 'package.json')));
    if (folder === undefined) throw new Error(`The package ${name} is not installed.`);
    return realpathSync(folder).replaceAll('\\', '/');
  }, root);
}

function renderNotices(notices: readonly Notice[]): string {
  const once = new Map(notices.map((notice) => [`${notice.name} ${notice.version}`, notice]));
  const sorted = [...once.values()].sort((a, b) => (`${a.name} ${a.version}` < `${b.name} ${b.version}` ? -1 : 1));
  const entries = sorted.map(({ name, version, license, repository, text }) => [`${name} ${version}`, `License: ${license}`, ...(repository === undefined ? [] : [`Source: ${repository}`]), ...(text === undefined ? [] : ['', text])].join('\n'));
  return `This site contains code of the following packages.\n\n${entries.map((entry) => `${'-'.repeat(80)}\n${entry}\n`).join('\n')}`;
}
