import { join } from 'node:path';
import { drawDiagram, standaloneSvg } from '../src/lib/diagram/index.ts';
import { writePages } from '../src/lib/disk/write-pages.ts';
import { renderOverviewDiagram } from '../src/lib/emit/mermaid/render-overview-diagram.ts';
import { makePages } from '../src/lib/index.ts';
import { DRAWN } from './drawn-files.ts';
import { packageRoot } from './project.ts';

/** The picture in the README, from the shipped schema; run as a script, it writes it to `public/overview.svg`. */
export async function drawOverview(): Promise<string> {
  const made = await makePages({ schemaDir: join(packageRoot, 'schema') });
  if (made.kind === 'unreadable') throw new Error('The schema has mistakes: `npm run generate` names them.');
  const { text, title } = renderOverviewDiagram(made.catalog);
  const { svg } = await drawDiagram(text, { title });
  return `${standaloneSvg(svg)}\n`;
}

if (import.meta.main) {
  await writePages(packageRoot, new Map([['public/overview.svg', await drawOverview()]]), DRAWN);
  // Drawing keeps a worker of its own.
  process.exit(0);
}
