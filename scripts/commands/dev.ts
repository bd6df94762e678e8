import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { filesBeside, generate, type GenerateResult } from '../../src/lib/index.ts';
import type { CliCommand } from '../command.ts';
import { prepareForAstro } from '../build-site.ts';
import { describePages, printFindings, printWarnings } from '../print.ts';
import { portFlag, portOf, siteFlags, siteOptionsOf } from '../site-options.ts';
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
    const reportGenerated = ({ findings, counts }: GeneratedPages) => {
      printWarnings(findings, terminal);
      terminal.out(`${describePages(counts)}\n`);
    };
    const first = await generate(project);
    if (first.kind === 'generated') reportGenerated(first);
    else printFindings(first.findings, terminal);
    // The last good pages can be shown below the mistake; without any there is nothing to show.
    if (first.kind === 'unwritable' || (first.kind === 'unreadable' && !existsSync(join(site.publicDir, 'catalog.json')))) return 2;

    await prepareForAstro(site);
    const [{ dev }, { createAstroConfig }, { polyrefDev }] = await Promise.all([import('astro'), import('../../src/site/astro-config.ts'), import('../../src/site/polyref-dev.ts')]);
    const regenerate = async () => {
      const result = await generate(project);
      // Mistakes are printed by who shows them in the page.
      if (result.kind === 'generated') reportGenerated(result);
      return result.findings;
    };
    const integration = polyrefDev({ schemaDir: project.schemaDir, files: filesBeside(project.schemaDir), regenerate, findings: first.findings });
    const stopped = untilStopped();
    const server = await dev({ ...createAstroConfig(site, [integration]), configFile: false, logLevel: 'warn', server: { host: '127.0.0.1', port } });
    terminal.out(`Serving http://127.0.0.1:${server.address.port}${site.base}\n`);
    await stopped;
    await server.stop();
    return 0;
  },
};

type GeneratedPages = Extract<GenerateResult, { readonly kind: 'generated' }>;
