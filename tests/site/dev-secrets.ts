import { rawRequest } from '../support/raw-request.ts';

const MARK = 'not-for-browsers';

/** Files of a repository that no page has to do with, one of each kind that somebody on the way to a browser reads: Vite, or a plugin of Astro's. */
export const SECRETS: Readonly<Record<string, string>> = {
  'secrets.json': `{ "key": "${MARK}" }`,
  '.env': `KEY=${MARK}\nPUBLIC_KEY=${MARK}\n`,
  'notes.md': `# Notes\n\n${MARK}\n`,
  'plans.mdx': `# Plans\n\n${MARK}\n`,
  'src/app/keys.ts': `export const key = '${MARK}';\n`,
  'src/app/panel.astro': `<p>${MARK}</p>\n<script>console.log('${MARK}')</script>\n<style>p { content: '${MARK}'; }</style>\n`,
  'src/app/panel.css': `p { content: '${MARK}'; }\n`,
  'drawing.svg': `<svg xmlns="http://www.w3.org/2000/svg"><text>${MARK}</text></svg>\n`,
  '.git/config': `[user]\n  name = ${MARK}\n`,
  // In a folder whose files are served.
  'src/content/docs/.env': `KEY=${MARK}\n`,
  'src/content/docs/guides/server.pem': `${MARK}\n`,
};

const QUERIES = [
  '', '?raw', '?import', '?url', '?import&raw', '?import&url', '?inline', '?import&raw??', '?t=1', '?lang.css', '?html-proxy', '?worker_file&type=module', '?worker&inline', '?.svg?.wasm?init',
  '?astro&type=script&index=0&lang.ts', '?astro&type=style&index=0&lang.css', '?astroPropagatedAssets', '?astroContentCollectionEntry',
];

/** Every path by which the dev server gives away one of those files; `path`: absolute, of the folder that they are in. */
export async function secretsServed(port: number, folder: string): Promise<readonly string[]> {
  const at = encodeURI(folder);
  const prefixes = [`/@fs${at}/`, `${at}/`, `/@id/${at}/`, '/', `/@fs${at}/src/content/docs/../../../`, `/@fs${at}/public/%2e%2e/`];
  const paths = Object.keys(SECRETS).flatMap((file) => QUERIES.flatMap((query) => prefixes.map((prefix) => `${prefix}${file}${query}`)));
  const served: string[] = [];
  const work = async (): Promise<void> => {
    for (let path = paths.pop(); path !== undefined; path = paths.pop()) {
      const { text } = await rawRequest(port, [`GET ${path} HTTP/1.1`, `Host: 127.0.0.1:${port}`, 'Connection: close']);
      // Also as the data of a URL.
      if (text.includes(MARK) || text.includes(Buffer.from(`${MARK.slice(0, 12)}`).toString('base64'))) served.push(path);
    }
  };
  await Promise.all([work(), work(), work(), work()]);
  return served.sort();
}
