import { join } from 'node:path';
import type { SiteOptions } from './options.ts';

/**
 * The folders whose files the dev server may give to a browser: the pages, what is published beside them, what the configuration names, the caches, and the sources and packages that the site is made from. The rest of a
 * repository (its application, its configuration, its secrets) is none of them. What a page imports from elsewhere is given as well, by Vite, file by file.
 */
export function servedFolders({ root, docs, pages, publicDir, settings }: Pick<SiteOptions, 'root' | 'docs' | 'pages' | 'publicDir' | 'settings'>, caches: readonly string[]): string[] {
  const { logo, css = [], components } = settings;
  const named = [...(logo === undefined ? [] : [logo.light, logo.dark]), ...css, ...(components === undefined ? [] : [components])];
  return [...new Set([docs, pages, publicDir, ...named, join(root, 'src'), ...packageFolders(root), ...caches])];
}

/** What is in none of these is for nobody's browser either: hidden files, keys, credentials. Vite's own list is part of it. */
export const NEVER_SERVED: readonly string[] = [
  '.*', '**/.git/**', '**/.ssh/**', '**/.aws/**', '*.{crt,pem,key,p12,pfx,cer,der,jks,keystore,kdbx,ppk}', 'id_{rsa,dsa,ecdsa,ed25519}*', '*.tfstate{,.backup}',
];

/** Where the packages of this package are: in a folder of its own, or, where it is a package itself, among those that were installed with it. */
function packageFolders(root: string): readonly string[] {
  const parts = root.replaceAll('\\', '/').split('/');
  const outermost = parts.indexOf('node_modules');
  return [join(root, 'node_modules'), ...(outermost < 0 ? [] : [parts.slice(0, outermost + 1).join('/')])];
}
