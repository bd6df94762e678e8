import { escapeText } from '../escape.ts';
import { buildLinks, type Links } from '../links.ts';
import { facts, section } from '../page.ts';
import { describeTouched } from '../processes-table.ts';
import type { Copy, Process } from '../../../model/catalog.ts';
import type { PageMaker } from '../site.ts';

/** The software that reads and writes: the carrier of relationships that no field shows. */
export const processesPage: PageMaker = (site) => {
  const { processes } = site.index.catalog;
  const file = 'processes.mdx';
  const links = buildLinks(site, file);
  return [
    {
      file,
      title: 'Processes',
      description: 'The software that reads and writes the entities, and why.',
      body: () => processes.length === 0 ? ['The schema names no process yet.'] : processes.map((process) => describeProcess(process, links)),
    },
  ];
};

function describeProcess(process: Process, links: Links): string {
  return section(
    2,
    process.name,
    links.markdown(process.description),
    facts([
      ['Writes', describeTouched(process.writes, links)],
      ['Reads', describeTouched(process.reads, links)],
      ['Deletes', describeTouched(process.deletes, links)],
      ['Retains', (process.retains ?? []).map(({ entity, reason }) => `${links.entity(entity)} (${links.inline(reason)})`).join('; ')],
      ['Copies', process.copies.map((copy) => describeCopy(copy, links)).join('; ')],
      ['Because', process.because === undefined ? '' : links.inline(process.because)],
      ['Owner', process.owner === undefined ? '' : escapeText(process.owner)],
      ['Code', process.code === undefined ? '' : links.keeper(process.code)],
      ['Source', links.source(process.location)],
    ]),
  );
}

function describeCopy({ from, to, note }: Copy, links: Links): string {
  return `${links.touched(from)} into ${links.touched(to)}${note === undefined ? '' : `: ${links.inline(note)}`}`;
}
