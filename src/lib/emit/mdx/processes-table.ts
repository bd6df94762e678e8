import type { ProcessOnEntity } from '../../analysis/catalog-index.ts';
import type { EntityOrField } from '../../model/catalog.ts';
import type { Links } from './links.ts';
import { table } from './table.ts';

/** The processes that touch the entity of a page, and what they do there. */
export function processesTable(touches: readonly ProcessOnEntity[], anchors: ReadonlyMap<string, string>, links: Links): string {
  if (touches.length === 0) return '';
  const rows = touches.map(({ process, reads, writes, deletes, retains }) => [
    links.page('processes.mdx', process.name, anchors.get(process.name)),
    describeOwn(writes, links),
    describeOwn(reads, links),
    describeOwn(deletes, links),
    retains.map(({ reason }) => links.inline(reason)).join(' '),
    process.because === undefined ? '' : links.inline(process.because),
  ]);
  return table(['Process', 'Writes', 'Reads', 'Deletes', 'Retains', 'Because'], rows);
}

function describeOwn(touched: readonly EntityOrField[], links: Links): string {
  return touched.map(({ field }) => (field === undefined ? 'whole records' : links.ownField(field))).join(', ');
}

export function describeTouched(touched: readonly EntityOrField[], links: Links): string {
  return touched.map(links.touched).join(', ');
}
