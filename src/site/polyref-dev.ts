import { isAbsolute, relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { AstroIntegration } from 'astro';
import type { Finding } from '../lib/model/finding.ts';

export interface DevOptions {
  /** Absolute path of the folder of definitions. */
  readonly schemaDir: string;
  /** Absolute paths of further files that the pages follow from: those of them that are there when the server starts. */
  readonly files?: readonly string[];
  /** Makes the pages again, unless the schema cannot be read, and tells what there is to say of it. */
  readonly regenerate: () => Promise<readonly Finding[]>;
  /** What was found when the pages were last made; without it the pages are made once at the start. */
  readonly findings?: readonly Finding[];
}

/** Names of the messages between the dev server and the open page. */
export const FINDINGS_EVENT = 'polyref:findings';
export const ASK_EVENT = 'polyref:ask';

/**
 * Keeps the open page true while the schema is edited: makes the pages again on each change, and shows the mistakes of a schema that cannot be read over the last
 * good page, also after a reload, until they are mended.
 */
export function polyrefDev({ schemaDir, files = [], regenerate, findings }: DevOptions): AstroIntegration {
  return {
    name: 'polyref-dev',
    hooks: {
      'astro:config:setup': ({ command, injectScript }) => {
        if (command === 'dev') injectScript('page', `import ${JSON.stringify(fileURLToPath(new URL('client/schema-overlay.ts', import.meta.url)))};`);
      },
      'astro:server:setup': async ({ server, logger }) => {
        let mistakes = onlyErrors(findings ?? []);
        const run = oneAtATime(async () => {
          mistakes = onlyErrors(await regenerate().catch((error: unknown) => [unexpected(error)]));
          for (const mistake of mistakes) logger.error(inOneLine(mistake));
          server.ws.send(FINDINGS_EVENT, mistakes);
        });
        // A page asks when it opens, and so learns what stands, whenever that is.
        server.ws.on(ASK_EVENT, (_data, client) => client.send(FINDINGS_EVENT, mistakes));
        server.watcher.add([schemaDir, ...files]);
        server.watcher.on('all', (_event, file) => {
          if (isInside(schemaDir, file) || files.includes(file)) run();
        });
        if (findings === undefined) run();
      },
    },
  };
}

/** So long after a change the next is waited for, so that saving several files makes the pages once. Milliseconds. */
const PAUSE = 40;

/** A run that is asked for while one is under way begins when that has ended; asked for ten times, it runs once. */
export function oneAtATime(work: () => Promise<void>, pause = PAUSE): () => void {
  let wanted = false;
  let running = false;
  const go = async (): Promise<void> => {
    if (running) return;
    running = true;
    while (wanted) {
      await new Promise((done) => setTimeout(done, pause));
      wanted = false;
      await work();
    }
    running = false;
  };
  return () => {
    wanted = true;
    void go();
  };
}

function isInside(folder: string, file: string): boolean {
  const path = relative(folder, file);
  return path !== '' && !path.startsWith('..') && !isAbsolute(path);
}

function inOneLine({ location, message, hint }: Finding): string {
  return [...(location ? [`${location.file}:${location.line}:${location.column}`] : []), message, ...(hint === undefined ? [] : [hint])].join(' ');
}

function onlyErrors(findings: readonly Finding[]): readonly Finding[] {
  return findings.filter(({ severity }) => severity === 'error');
}

function unexpected(error: unknown): Finding {
  return { rule: 'generate-failed', severity: 'error', message: error instanceof Error ? error.message : String(error) };
}
