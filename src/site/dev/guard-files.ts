import { isAbsolute } from 'node:path';
import { isFileLoadingAllowed, normalizePath, type Plugin, type ResolvedConfig } from 'vite';

/**
 * Holds every file that a browser asks for against the folders that may be served, whoever reads it. Vite does so only for files that it reads itself; Astro reads Markdown and
 * components, and would give away those of the whole repository.
 */
export function guardFiles(): Plugin {
  let config: ResolvedConfig;
  return {
    name: 'polyref-guard-files',
    apply: 'serve',
    enforce: 'pre',
    configResolved(resolved) {
      config = resolved;
    },
    load: {
      order: 'pre',
      handler(id) {
        const file = normalizePath(id.split(/[?#]/, 1)[0] ?? '');
        // What only the server reads and runs is what the pages import.
        if (this.environment.name !== 'client' || !isAbsolute(file) || isFileLoadingAllowed(config, file)) return;
        throw Object.assign(new Error(`${file} is in none of the folders that are served.`), { code: DENIED, id });
      },
    },
  };
}

/** By this code Vite knows that a file is not to be served, and answers 403. */
const DENIED = 'ERR_DENIED_ID';

/** Lets browsers have the pictures and fonts that a style sheet of a page's own components names, wherever they are: Vite knows of imports alone. */
export function allowStyleAssets(): Plugin {
  let allow: string[];
  return {
    name: 'polyref-allow-style-assets',
    apply: 'serve',
    configResolved({ server }) {
      allow = server.fs.allow;
    },
    // In the usual order: behind the plugin that resolves what a style sheet names, before the one that makes a script of it.
    transform: {
      filter: { id: /\.(?:css|scss|sass|less|styl)(?:$|\?)/ },
      handler(code) {
        for (const [, path = ''] of code.matchAll(/url\(["']?[^"'()\\\s]*?\/@fs(\/[^"'()\\?#]+)/g)) {
          const file = fileOf(path);
          if (file !== undefined && !allow.includes(file)) allow.push(file);
        }
      },
    },
  };
}

/** Of a path behind `/@fs`. */
function fileOf(path: string): string | undefined {
  try {
    const decoded = decodeURI(path);
    return /^\/[a-z]:\//i.test(decoded) ? decoded.slice(1) : decoded;
  } catch {
    return undefined;
  }
}
