import { readFile } from 'node:fs/promises';
import { relative } from 'node:path';
import { preprocessCSS, type Plugin, type ResolvedConfig } from 'vite';
import type { DocsSettings } from '../lib/model/docs-settings.ts';

/**
 * Parses each style sheet of the team separately before a build. The build combines them into one file and parses that at the end, when a mistake can no longer be traced to its file.
 */
export function ownStyles({ css = [], folder = '' }: Pick<DocsSettings, 'css' | 'folder'>): Plugin {
  let config: ResolvedConfig;
  return {
    name: 'polyref-own-styles',
    apply: 'build',
    configResolved(resolved) {
      config = resolved;
    },
    async buildStart() {
      for (const file of css) {
        const problem = await problemIn(file, config);
        if (problem !== undefined) this.error(`${slashed(relative(folder, problem.file))}:${problem.line}:${problem.column} is not a valid style sheet: ${problem.message}. Correct the CSS there; \`docs.css\` applies it.`);
      }
    },
  };
}

interface Problem {
  readonly file: string;
  readonly line: number;
  readonly column: number;
  readonly message: string;
}

/** Where a style sheet, or one that it imports, is no CSS. An import that leads nowhere is told by the build itself. */
async function problemIn(file: string, config: ResolvedConfig): Promise<Problem | undefined> {
  try {
    // With the parser that the build ends with.
    await preprocessCSS(await readFile(file, 'utf8'), file, { ...config, css: { ...config.css, transformer: 'lightningcss' } });
    return undefined;
  } catch (cause) {
    const { message = '', loc, code } = cause as Partial<Error> & { readonly code?: string; readonly loc?: { readonly file?: string; readonly line: number; readonly column: number } };
    if (loc === undefined || code !== undefined) return undefined;
    return { file: loc.file ?? file, line: loc.line, column: loc.column + 1, message: message.replace(/^\[lightningcss\] /, '').replace(/\.$/, '') };
  }
}

function slashed(path: string): string {
  return path.replaceAll('\\', '/');
}
