import type { Catalog } from '../model/catalog.ts';
import type { KeyBinding, Reference } from '../model/reference.ts';

/**
 * Whether two pointers at one object family may name the same object: whether each placeholder of its key can have one value in both. Two fields can, unless they identify different
 * things: the `_id` of a report is never the `_id` of an export.
 */
export function sameKeys(catalog: Pick<Catalog, 'entities' | 'references'>): (one: Reference, other: Reference) => boolean {
  const targetsOf = Map.groupBy(catalog.references, ({ from }) => nameOf(from.entity, from.field));
  const keys = new Set(catalog.entities.flatMap((entity) => entity.fields.filter((field) => field.keys.some((key) => key !== 'FK')).map((field) => nameOf(entity.address, field.path))));
  /** What a value of the field identifies, followed through references; nothing where it is no key of anything. */
  const identified = (name: string, seen: ReadonlySet<string> = new Set()): ReadonlySet<string> => {
    if (seen.has(name)) return new Set();
    const through = (targetsOf.get(name) ?? []).flatMap(({ target }) => (target.kind === 'field' ? [target] : target.kind === 'oneOf' ? target.targets : []));
    const further = through.flatMap(({ entity, field }) => [...identified(nameOf(entity, field), new Set([...seen, name]))]);
    return new Set(further.length > 0 ? further : keys.has(name) ? [name] : []);
  };
  const mayBeEqual = (one: KeyBinding['from'], other: KeyBinding['from'], entities: readonly [string, string]): boolean => {
    if (one.kind === 'constant' && other.kind === 'constant') return one.value === other.value;
    if (one.kind !== 'field' || other.kind !== 'field') return true;
    const [a, b] = [identified(nameOf(entities[0], one.field)), identified(nameOf(entities[1], other.field))];
    return a.size === 0 || b.size === 0 || [...a].some((each) => b.has(each));
  };
  return (one, other) => {
    if (one.target.kind !== 'objects' || other.target.kind !== 'objects' || one.target.entity !== other.target.entity) return false;
    const bindings = new Map(other.target.bindings.map((binding) => [binding.placeholder, binding.from]));
    return one.target.bindings.every(({ placeholder, from }) => {
      const match = bindings.get(placeholder);
      return match === undefined || mayBeEqual(from, match, [one.from.entity, other.from.entity]);
    });
  };
}

/** Names of entities and paths of fields may both hold dots. */
function nameOf(entity: string, field: string): string {
  return `${entity}\0${field}`;
}
