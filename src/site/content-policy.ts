import type { PageFacts } from './read-page.ts';

/**
 * The page with its content security policy in front of everything that the policy speaks of. Nothing comes from another host, and a script runs only if it is a file
 * of the site or stands here by its hash. As a `meta` tag it holds on every static host.
 *
 * - `wasm-unsafe-eval`: the search runs WebAssembly; it allows that and no evaluation of text.
 * - `style-src-attr 'unsafe-inline'`: colours of code and sizes of icons are `style` attributes. They can neither run code nor, with every source closed, load anything.
 * - Where Mermaid draws in the browser, it writes a style element whose text nobody knows before; such a page, and only such a page, allows those.
 */
export function addContentPolicy(html: string, { scriptHashes, styleHashes, drawsMermaid }: Pick<PageFacts, 'scriptHashes' | 'styleHashes' | 'drawsMermaid'>): string {
  const sources = (hashes: readonly string[]): string => hashes.map((hash) => ` '${hash}'`).join('');
  const policy = [
    "default-src 'none'",
    `script-src 'self' 'wasm-unsafe-eval'${sources(scriptHashes)}`,
    `style-src 'self'${drawsMermaid ? " 'unsafe-inline'" : sources(styleHashes)}`,
    "style-src-attr 'unsafe-inline'",
    "img-src 'self' data:",
    "font-src 'self'",
    "connect-src 'self'",
    "worker-src 'self'",
    "manifest-src 'self'",
    "base-uri 'none'",
    "form-action 'none'",
  ].join('; ');
  const charset = /<meta charset="utf-8"\s*\/?>/i.exec(html)?.[0];
  if (charset === undefined) throw new Error('The page declares no character set, behind which its content security policy would stand.');
  return html.replace(charset, () => `${charset}<meta http-equiv="content-security-policy" content="${policy}">`);
}
