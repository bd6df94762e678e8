import { catalogIndexOf } from '../../analysis/catalog-index.ts';
import type { Catalog } from '../../model/catalog.ts';
import { CHANGE_LEVELS, type Change } from '../../model/change.ts';
import { compareText } from '../../model/compare-text.ts';
import { affectedBy, NOBODY } from './affected.ts';
import { applyRenames } from './apply-renames.ts';
import { buildContext, type ChangeContext } from './change-context.ts';
import type { ChangeDraft, ChangeFamily } from './change-family.ts';
import { claimChanges } from './claim-changes.ts';
import { documentationChanges } from './documentation-changes.ts';
import { entityChanges } from './entity-changes.ts';
import { fieldChanges } from './field-changes.ts';
import { fieldLimitChanges } from './field-limit-changes.ts';
import { fieldRuleChanges } from './field-rule-changes.ts';
import { fieldTypeChanges } from './field-type-changes.ts';
import { findRenames } from './find-renames.ts';
import { indexChanges } from './index-changes.ts';
import { keyTemplateChanges } from './key-template-changes.ts';
import { processChanges } from './process-changes.ts';
import { protectionChanges } from './protection-changes.ts';
import { referenceChanges } from './reference-changes.ts';
import { referenceTargetChanges } from './reference-target-changes.ts';
import { retentionChanges } from './retention-changes.ts';
import { storageChanges } from './storage-changes.ts';
import { systemChanges } from './system-changes.ts';
import { tenancyChanges } from './tenancy-changes.ts';

/** What is different in meaning between two catalogs: the worst first, then by place, as one reads the schema. That something stands elsewhere now is no change. */
export function compareCatalogs(base: Catalog, head: Catalog): readonly Change[] {
  const renames = findRenames(base, head);
  const context = buildContext(catalogIndexOf(applyRenames(base, renames)), catalogIndexOf(head), renames);
  const changes = CHANGE_FAMILIES.flatMap((family) => [...family.find(context)]).map((draft) => completed(draft, context));
  return changes.sort((a, b) => CHANGE_LEVELS.indexOf(a.level) - CHANGE_LEVELS.indexOf(b.level) || comparePlaces(a, b) || compareText(a.address, b.address) || compareText(a.kind, b.kind));
}

/** Every matter that is looked at; a new one is a file and a line here. */
export const CHANGE_FAMILIES: readonly ChangeFamily[] = [
  entityChanges,
  fieldChanges,
  fieldTypeChanges,
  fieldRuleChanges,
  fieldLimitChanges,
  indexChanges,
  storageChanges,
  referenceChanges,
  referenceTargetChanges,
  keyTemplateChanges,
  protectionChanges,
  tenancyChanges,
  retentionChanges,
  documentationChanges,
  claimChanges,
  processChanges,
  systemChanges,
];

/** What has no place comes last. */
function comparePlaces({ location: a }: Change, { location: b }: Change): number {
  if (a === undefined || b === undefined) return Number(a === undefined) - Number(b === undefined);
  return compareText(a.file, b.file) || a.line - b.line || a.column - b.column;
}

function completed(draft: ChangeDraft, { base, head }: ChangeContext): Change {
  const { entity, field } = draft;
  if (entity === undefined) return { affected: NOBODY, ...draft };
  const location = draft.location ?? head.entities.get(entity)?.location;
  return {
    affected: affectedBy([base, head], entity, field),
    ...draft,
    address: field === undefined ? entity : `${entity}.${field}`,
    ...(location === undefined ? {} : { location }),
  };
}
