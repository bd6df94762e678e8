import type { Reference } from '../../model/reference.ts';
import { describeCardinality, describeEnforcement, describeReferenceNotes, describeTarget, listLongTargets } from './describe-reference.ts';
import { sourceFields } from '../../analysis/reference-targets.ts';
import type { Links } from './links.ts';
import type { Site } from './site.ts';
import { foldedTable, table } from './table.ts';

/** References with their source entity first, as the pages about many entities show them. `fromOneStore`: the heading says which store they start in, and the table is what the reader came for. */
export function referencesTable(references: readonly Reference[], fromOneStore: boolean, site: Site, links: Links): string {
  if (references.length === 0) return '';
  const rows = references.map((reference) => [
    // One below the other: keys have long names, and what follows needs the room.
    `${links.entity(reference.from.entity, fromOneStore ? site.index.entities.get(reference.from.entity)?.name : undefined)}<br/>${sourceFields(reference).map((from) => links.field(from, from.field)).join(' + ')}`,
    describeTarget(reference, site, links),
    describeCardinality(reference),
    describeEnforcement(reference, links),
    describeReferenceNotes(reference, links),
  ]);
  const head = ['Field', 'Points at', 'How many', 'Enforced by', 'Notes'];
  return [fromOneStore ? table(head, rows) : foldedTable(`${references.length} references`, head, rows), listLongTargets(references, links)].filter((block) => block !== '').join('\n\n');
}
