import { assertNever } from '../../model/assert-never.ts';
import { codeSpan } from '../../model/code-span.ts';
import type { Entity } from '../../model/entity.ts';
import type { Field } from '../../model/field.ts';
import type { Reference } from '../../model/reference.ts';
import { storeFacts } from '../../model/stores/index.ts';
import { targetFields } from '../../analysis/reference-targets.ts';

/** What an entity holds, in the words of its store. */
export function recordsOf(entity: Entity): string {
  switch (entity.kind) {
    case 'collection':
      return 'documents';
    case 'table':
      return 'rows';
    case 'objects':
      return 'objects';
    default:
      return assertNever(entity);
  }
}

/** `` `mongodb.skills` `` */
export function nameOf(entity: Entity): string {
  return codeSpan(entity.address);
}

/** `` `mongodb.skills.body` `` */
export function fieldName(entity: Entity, field: Pick<Field, 'path'>): string {
  return codeSpan(`${entity.address}.${field.path}`);
}


/** `` `postgresql.goals.ref_id` ``, `one of 3 targets`, `` any `postgresql` entity's `ref_id` `` */
export function targetName({ target }: Reference): string {
  if (target.kind === 'any') return `${codeSpan(target.field)} of any ${storeFacts(target.store).label} ${storeFacts(target.store).entityWord[0]}`;
  if (target.kind === 'objects') return codeSpan(target.entity);
  const fields = targetFields(target);
  return fields.length > 1 && target.kind === 'oneOf' ? `one of ${fields.length} targets` : fields.map(({ entity, field }) => codeSpan(`${entity}.${field}`)).join(' + ');
}

/** Whether the database itself turns away what does not fit. */
export function refusesMisfits(entity: Entity): boolean {
  return entity.kind === 'table' || (entity.kind === 'collection' && entity.validator);
}

export function capitalised(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}
