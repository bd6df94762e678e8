import { assertNever } from '../model/assert-never.ts';
import type { FieldAddress, Reference, Target } from '../model/reference.ts';

/** Every field that a target names. An object family stands with its key (`field: 'key'`); "any entity of a store" names none. */
export function targetFields(target: Target): readonly FieldAddress[] {
  switch (target.kind) {
    case 'field':
      return [{ entity: target.entity, field: target.field }, ...(target.alsoTo ?? []).map((field) => ({ entity: target.entity, field }))];
    case 'oneOf':
      return target.targets;
    case 'any':
      return [];
    case 'objects':
      return [{ entity: target.entity, field: 'key' }];
    default:
      return assertNever(target);
  }
}

/** Every entity that a target names, each once, in the order of the target. */
export function targetEntities(target: Target): readonly string[] {
  return [...new Set(targetFields(target).map((field) => field.entity))];
}

/** The source's fields: several for a composite foreign key. */
export function sourceFields(reference: Reference): readonly FieldAddress[] {
  return [reference.from, ...(reference.alsoFrom ?? []).map((field) => ({ entity: reference.from.entity, field }))];
}

/** What one field of a reference means: a column of a composite foreign key the column at its place in the target, any other field the whole target. */
export function targetsOfField(reference: Reference, field: string): readonly FieldAddress[] {
  const at = reference.alsoFrom === undefined ? -1 : [reference.from.field, ...reference.alsoFrom].indexOf(field);
  const fields = targetFields(reference.target);
  return at < 0 ? fields : fields.slice(at, at + 1);
}
