import { uniqueKeys } from './cardinality.ts';
import type { Location } from './location.ts';
import type { NamedEntity, Report } from './named-entity.ts';
import type { Target } from './reference.ts';

/**
 * Can the database enforce a reference? Only one within the database itself, to a unique key. Reports it otherwise.
 * @param entities by address
 */
export function isEnforceable(entity: NamedEntity, address: string, target: Target, location: Location, entities: ReadonlyMap<string, NamedEntity>, report: Report): boolean {
  const to = target.kind === 'field' ? entities.get(target.entity) : undefined;
  if (target.kind === 'field' && to !== undefined && entity.store.enforcesReferences && to.store === entity.store) return isKey(to, [target.field, ...(target.alsoTo ?? [])], address, location, report);
  const what = to === undefined ? 'a reference that may mean several things' : entity.store === to.store ? `references within ${to.store.label}` : `references from ${entity.store.label} to ${to.store.label}`;
  const message = `\`${address}\` is declared as enforced by the database, but no database enforces ${what}.`;
  report({ rule: 'unenforceable-reference', severity: 'error', address, message, hint: 'Remove `enforcedBy`, and name the code that enforces it: { keptBy: \'…\' }.', location });
  return false;
}

/** PostgreSQL requires that a foreign key references exactly the columns of a primary key, a unique constraint or a unique index without a condition, in any order. */
function isKey(to: NamedEntity, columns: readonly string[], address: string, location: Location, report: Report): boolean {
  const keys = uniqueKeys(to);
  if (keys.some((key) => key.length === columns.length && key.every((column) => columns.includes(column)))) return true;
  const words = (key: readonly string[]) => key.map((column) => `\`${to.address}.${column}\``).join(' + ');
  const others = keys.map((key) => ` or reference ${words(key)}`).slice(0, MOST_SUGGESTED);
  report({
    rule: 'unenforceable-reference', severity: 'error', address, location,
    message: `\`${address}\` is a foreign key to ${words(columns)}. PostgreSQL refuses it: a foreign key must reference a primary key, a unique constraint or a unique index without a condition.`,
    hint: `Declare unique: [[${columns.map((column) => `'${column}'`).join(', ')}]] in \`${to.address}\`${others.length === 0 ? '' : `,${others.join(',')}`}.`,
  });
  return false;
}

const MOST_SUGGESTED = 3;
