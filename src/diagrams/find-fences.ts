import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { isErDiagram } from '../lib/diagram/index.ts';
import { titleOf } from './fence-plugin.ts';

/**
 * The Mermaid fences of the pages of some folders, before any page is compiled, so that drawing begins at once and beside everything else. A guess from the text alone, which
 * errs to one side only: what it finds too much is drawn in vain, what it misses is drawn later.
 */
export function findFences(folders: readonly string[]): FoundFences {
  const drawn: Fence[] = [];
  let needsMermaid = false;
  for (const entry of folders.flatMap((folder) => (existsSync(folder) ? readdirSync(folder, { recursive: true, withFileTypes: true }) : []))) {
    if (!entry.isFile() || !/\.mdx?$/.test(entry.name)) continue;
    const page = readFileSync(join(entry.parentPath, entry.name), 'utf8');
    drawn.push(...fencesIn(page));
    needsMermaid ||= needsBrowser(page);
  }
  return { drawn, needsMermaid };
}

/** Those of one page, in its order. */
export function fencesIn(page: string): readonly Fence[] {
  // As the plugin that draws them takes their text: a checkout on Windows has the same drawings.
  return [...page.replaceAll('\r\n', '\n').matchAll(FENCE)].flatMap(([, mark = '', meta = '', body = '']) => {
    const text = body.replace(/\n$/, '');
    return mark === '```' && isErDiagram(text) ? [{ text, title: titleOf(decoded(meta)) }] : [];
  });
}

export interface FoundFences {
  /** Texts that are drawn while the site is built. */
  readonly drawn: readonly Fence[];
  /** Whether some page may hold a diagram that only Mermaid itself draws, in the browser. */
  readonly needsMermaid: boolean;
}

export interface Fence {
  readonly text: string;
  readonly title: string | undefined;
}

/** What stands behind the ticks, with the character references that generated pages write read, as the parser of pages does it. */
function decoded(meta: string): string {
  return meta.replace(/&(?:#(\d{1,7})|(lt|gt|amp|quot));/g, (_, code: string | undefined, name: string | undefined) => (code === undefined ? (NAMED[name ?? ''] ?? '') : String.fromCodePoint(Math.min(Number(code), 0x10ffff))));
}

const NAMED: Readonly<Record<string, string>> = { lt: '<', gt: '>', amp: '&', quot: '"' };

const FENCE = /^(```+|~~~+)mermaid\b([^\n]*)\n([^]*?)^\1/gm;

/** Every mention of Mermaid beside the fences that are drawn counts: a site that lacks it would show text. */
function needsBrowser(page: string): boolean {
  const rest = page.replace(FENCE, (fence, _mark, _meta, body: string) => (isErDiagram(body) ? '' : fence));
  return /^[\s>*+-]*(`{3,}|~{3,})\s*mermaid\b|class(Name)?=[^>]*mermaid/im.test(rest);
}
