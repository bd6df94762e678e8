import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { isDeepStrictEqual } from 'node:util';
import { createSession, filesBeside, type DocsSettings, type ReadSchema, type SessionWrite } from '../../src/lib/index.ts';
import type { LiveSchema } from '../../src/site/dev/follow-edits.ts';
import { madeFiles } from '../../src/site/made-files.ts';
import type { CommandContext, ExitCode } from '../command.ts';
import { prepareForAstro, printSiteFailure } from '../build-site.ts';
import { describePages, printFindings, printWarnings } from '../print.ts';
import type { Project } from '../project.ts';
import { configuredSite, portOf, siteOptionsOf } from '../site-options.ts';
import type { Terminal } from '../terminal.ts';
import { untilStopped } from '../until-stopped.ts';

/** What `polyref dev` does. */
export async function runDev({ project, options, terminal }: CommandContext): Promise<ExitCode> {
  const asked = siteOptionsOf(project, options);
  const port = portOf(options);
  const session = createSession(project, (made) => void madeFiles.set(asked.docs, made));
  let docs: DocsSettings | undefined;
  const schema: LiveSchema<ReadSchema> = {
    files: () => session.files(),
    async read() {
      const read = await session.read();
      // Astro reads them once.
      if (read.kind === 'read' && docs !== undefined && !isDeepStrictEqual(read.docs, docs)) terminal.out('`docs` of the configuration changed: end this and start it again to see it.');
      if (read.kind === 'read') docs = read.docs;
      return read;
    },
    async write(read, isOvertaken) {
      const written = await session.write(read, isOvertaken);
      // Mistakes are printed by who shows them in the page.
      if (written.kind === 'written') reportWritten(written, terminal, project);
      return written;
    },
  };
  const read = await schema.read();
  docs ??= {};
  const site = configuredSite(asked, docs, options);
  const first = read.kind === 'read' ? await schema.write(read, () => false) : read;
  const findings = 'findings' in first ? first.findings : [];
  if (first.kind !== 'written') printFindings(findings, terminal, project);
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
}

function reportWritten({ counts, findings }: Extract<SessionWrite, { readonly kind: 'written' }>, terminal: Terminal, project: Project): void {
  printWarnings(findings, terminal, project);
  terminal.out(describePages(counts));
}
