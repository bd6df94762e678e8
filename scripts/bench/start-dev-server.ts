import { spawn } from 'node:child_process';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { packageRoot } from '../project.ts';

/** Serves a schema with the command that authors use. */
export async function startDevServer(schemaDir: string): Promise<DevServer> {
  const server = spawn(process.execPath, [join(packageRoot, 'bin/polyref.js'), 'dev', '--schema', schemaDir, '--port', '4710'], { stdio: ['ignore', 'pipe', 'pipe'] });
  const address = await new Promise<string>((done, fail) => {
    let output = '';
    for (const stream of [server.stdout, server.stderr]) {
      stream.setEncoding('utf8').on('data', (text: string) => {
        output += text;
        const found = /^Serving (http:\/\/\S+?)\/$/m.exec(output)?.[1];
        if (found !== undefined) done(found);
      });
    }
    server.on('close', () => fail(new Error(`The dev server ended:\n${output}`)));
  });
  return {
    open: async (page, path) => {
      const known = untilKnown(page);
      await page.goto(`${address}${path}`);
      await known;
    },
    stop: () => server.kill('SIGINT'),
  };
}

export interface DevServer {
  /** Opens a page, by its path, and waits until the server knows that somebody looks at it. */
  readonly open: (page: Page, path: string) => Promise<void>;
  readonly stop: () => void;
}

/** The server answers a page that says that it is open. */
function untilKnown(page: Page): Promise<void> {
  return new Promise((done) => page.on('websocket', (socket) => socket.on('framereceived', ({ payload }) => {
    if (String(payload).includes('"polyref:findings"')) done();
  })));
}
