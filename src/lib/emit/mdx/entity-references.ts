import { assertNever } from '../../model/assert-never.ts';
import type { Entity } from '../../model/entity.ts';
import type { Reference } from '../../model/reference.ts';
import { storeFacts } from '../../model/stores/index.ts';
import { describeCardinality, describeEnforcement, describeReferenceNotes, describeSource, describeTarget, describeVerdict, listLongTargets } from './describe-reference.ts';
import { inlineCode } from './escape.ts';
import type { Links } from './links.ts';
import type { Site } from './site.ts';
import { foldedTable } from './table.ts';

/** What an entity points at. */
export function referencesOutTable(references: readonly Reference[], site: Site, links: Links): string {
  if (references.length === 0) return '';
  const rows = references.map((reference) => [
    describeSource(reference, links, false),
    describeTarget(reference, site, links),
    describeCardinality(reference),
    describeEnforcement(reference, links),
    describeVerdict(site.lifetimes.get(reference.id)),
    describeReferenceNotes(reference, links),
  ]);
  const head = ['Field', 'Points at', 'How many', 'Enforced by', 'Lifetime', 'Notes'];
  return [foldedTable(`${references.length} references out`, head, rows), listLongTargets(references, links)].filter((block) => block !== '').join('\n\n');
}

/** Who points at an entity, or may do so. */
export function referencesInTable(entity: Entity, references: readonly Reference[], site: Site, links: Links): string {
  if (references.length === 0) return '';
  const rows = references.map((reference) => [
    describeSource(reference, links, true),
    describePointedAt(reference, entity, links),
    describeCardinality(reference),
    describeEnforcement(reference, links),
    describeVerdict(site.lifetimes.get(reference.id)),
    describeReferenceNotes(reference, links),
  ]);
  return foldedTable(`${references.length} references in`, ['From', 'To', 'How many', 'Enforced by', 'Lifetime', 'Notes'], rows);
}

/** The end of a reference that lies in this entity. */
function describePointedAt({ from, target }: Reference, entity: Entity, links: Links): string {
  switch (target.kind) {
    case 'field':
      return [target.field, ...(target.alsoTo ?? [])].map(links.ownField).join(' + ');
    case 'oneOf':
      return target.targets
        .filter((choice) => choice.entity === entity.address)
        .map((choice) => `${links.ownField(choice.field)}${choice.when === undefined ? '' : ` when ${inlineCode(choice.when)}`}, one of ${target.targets.length} targets`)
        .join('<br/>');
    case 'any':
      return `${links.ownField(target.field)}, as any ${storeFacts(target.store).entityWord[0]} that ${links.field(from, from.field)} may mean`;
    case 'objects':
      return '[key](#key-template)';
    default:
      return assertNever(target);
  }
}
