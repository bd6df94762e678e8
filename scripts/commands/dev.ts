import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { createSession, filesBeside, type ReadSchema, type SessionWrite } from '../../src/lib/index.ts';
import type { LiveSchema } from '../../src/site/dev/follow-edits.ts';
import { madeFiles } from '../../src/site/made-files.ts';
import type { CliCommand } from '../command.ts';
import { prepareForAstro, printSiteFailure } from '../build-site.ts';
import { describePages, printFindings, printWarnings } from '../print.ts';
import { portFlag, portOf, siteFlags, siteOptionsOf } from '../site-options.ts';
import type { Terminal } from '../terminal.ts';
import { untilStopped } from '../until-stopped.ts';

export const devCommand: CliCommand = {
  name: 'dev',
  summary: 'serve the site while you edit the schema',
  description: 'Generates, then serves the site to this machine alone. A saved definition makes its pages again and the open page updates itself;\na mistake is shown in the page and here, and goes when it is mended. Ctrl+C ends it.',
  options: [...siteFlags.filter((option) => !option.flags.startsWith('--dist')), portFlag],
  examples: [
    ['dev', 'http://127.0.0.1:4321/, or the next free port'],
    ['dev --schema ../shop/schema --port 8080', "another repository's schema"],
  ],
  async run({ project, options, terminal }) {
    const site = siteOptionsOf(project, options);
    const port = portOf(options);
    const session = createSession(project, (made) => void madeFiles.set(site.docs, made));
    const schema: LiveSchema<ReadSchema> = {
      read: session.read,
      async write(read, isOvertaken) {
        const written = await session.write(read, isOvertaken);
        // Mistakes are printed by who shows them in the page.
        if (written.kind === 'written') reportWritten(written, terminal);
        return written;
      },
    };
    const read = await session.read();
    const first = read.kind === 'read' ? await schema.write(read, () => false) : read;
    const findings = 'findings' in first ? first.findings : [];
    if (first.kind !== 'written') printFindings(findings, terminal);
    // The last good pages can be shown below the mistake; without any there is nothing to show.
    if (first.kind === 'unwritable' || (first.kind === 'unreadable' && !existsSync(join(site.publicDir, 'catalog.json')))) return 2;

    await prepareForAstro(site);
    const [{ dev }, { createAstroConfig }] = await Promise.all([import('astro'), import('../../src/site/astro-config.ts')]);
    const stopped = untilStopped();
    const serve = () => dev({ ...createAstroConfig(site, { schemaDir: project.schemaDir, files: filesBeside(project.schemaDir), schema, findings }), configFile: false, logLevel: 'warn', server: { host: '127.0.0.1', port } });
    const server = await serve().catch((error: unknown) => printSiteFailure(error, 'served', terminal));
    if (server === undefined) {
      await session.close();
      return 2;
    }
    terminal.out(`Serving http://127.0.0.1:${server.address.port}${site.base}`);
    await stopped;
    await server.stop();
    await session.close();
    return 0;
  },
};

function reportWritten({ counts, findings }: Extract<SessionWrite, { readonly kind: 'written' }>, terminal: Terminal): void {
  printWarnings(findings, terminal);
  terminal.out(describePages(counts));
}
