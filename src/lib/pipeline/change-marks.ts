import { targetFields } from '../analysis/reference-targets.ts';
import { documentationChanges } from '../drift/changes/documentation-changes.ts';
import { referenceChanges } from '../drift/changes/reference-changes.ts';
import { referenceTargetChanges } from '../drift/changes/reference-target-changes.ts';
import type { Mark, MarkedField, Marks } from '../emit/mermaid/marks.ts';
import type { Catalog } from '../model/catalog.ts';
import type { Change } from '../model/change.ts';
import type { Entity } from '../model/entity.ts';
import { expiresAtOwnDate } from '../model/retention.ts';

/** What is marked in the picture of one of two schemas: what the other one does not have, and what it has otherwise. What only people read is not drawn. */
export function marksOf(side: 'base' | 'head', catalog: Catalog, changes: readonly Change[]): Marks & { /** Addresses of entities, the worst change first. */ readonly worstFirst: readonly string[] } {
  const came: Mark = side === 'base' ? 'removed' : 'added';
  const entities = new Map<string, Mark>();
  const fields = new Map<string, Map<string, MarkedField>>();
  const pointers = new Map<string, Map<string, Mark>>();
  const known = new Map(catalog.entities.map((entity) => [entity.address, entity]));
  const own = ownNames(side, changes);
  const point = (entity: string, path: string, mark: Mark) => {
    const marks = pointers.get(entity) ?? new Map<string, Mark>();
    if (marks.get(path) !== came) pointers.set(entity, marks.set(path, mark));
  };
  const mark = (entity: string, path: string, marked: MarkedField) => {
    const marks = fields.get(entity) ?? new Map<string, MarkedField>();
    const before = marks.get(path);
    if (before?.mark === came) return;
    const notes = [before?.note, marked.note].filter((note) => note !== undefined);
    fields.set(entity, marks.set(path, { mark: marked.mark, ...(notes.length === 0 ? {} : { note: [...new Set(notes)].join(', ') }) }));
  };
  for (const change of changes) {
    if (change.entity === undefined || Object.hasOwn(documentationChanges.kinds, change.kind)) continue;
    const address = own.entity(change.entity);
    const entity = known.get(address);
    if (entity === undefined) continue;
    const isWhole = WHOLE[side].includes(change.kind);
    if (entities.get(address) !== came) entities.set(address, isWhole ? came : 'changed');
    const part: Mark = PART[side].includes(change.kind) ? came : 'changed';
    if (change.field !== undefined) {
      const path = own.field(change.entity, change.field);
      const isPointer = Object.hasOwn(referenceChanges.kinds, change.kind) || Object.hasOwn(referenceTargetChanges.kinds, change.kind);
      if (isPointer || part === came) point(address, path, part);
      if (!isPointer || part !== came) mark(address, path, { mark: isPointer ? 'changed' : part });
      continue;
    }
    // Where the change of the whole shows in one row.
    const row = rowOf(change.kind, entity);
    if (row !== undefined) mark(address, row.path, { mark: 'changed', note: row.note });
  }
  // What comes and goes with its entity, or points at what does.
  for (const { from, target } of catalog.references) if (entities.get(from.entity) === came || targetFields(target).some((end) => entities.get(end.entity) === came)) point(from.entity, from.field, came);
  return { entities, fields, pointers, worstFirst: [...entities.keys()] };
}

/** Kinds that make a whole entity come or go. */
const WHOLE: Readonly<Record<'base' | 'head', readonly string[]>> = { base: ['entity-removed', 'entity-eliminated'], head: ['entity-added'] };
/** Kinds that make a field or its reference come or go. */
const PART: Readonly<Record<'base' | 'head', readonly string[]>> = { base: ['field-removed', 'reference-removed', 'reference-retargeted'], head: ['field-added', 'required-field-added', 'reference-added', 'reference-retargeted'] };

/** Changes go by the names of the head; the picture of the base shows its own. */
function ownNames(side: 'base' | 'head', changes: readonly Change[]) {
  const renamed = side === 'head' ? [] : changes.filter((change) => change.was !== undefined && change.entity !== undefined);
  const entities = new Map(renamed.flatMap(({ entity = '', field, was = '' }) => (field === undefined ? [[entity, was] as const] : [])));
  const entity = (address: string) => entities.get(address) ?? address;
  const fields = new Map(renamed.flatMap(({ entity: address = '', field, was = '' }) => (field === undefined ? [] : [[`${address}.${field}`, was.slice(entity(address).length + 1)] as const])));
  return { entity, field: (address: string, path: string) => fields.get(`${address}.${path}`) ?? path };
}

function rowOf(kind: string, entity: Entity): { readonly path: string; readonly note?: string } | undefined {
  const { tenancy, retention } = entity;
  if (entity.kind === 'objects' && /^(?:key|bucket|content-type|versioning|lock|lifecycle)-/.test(kind)) return { path: 'key' };
  if (kind.startsWith('tenancy-') && tenancy !== undefined && 'field' in tenancy) {
    const others = tenancy.kind === 'perTenant' ? tenancy.exceptions.map(({ value }) => (typeof value === 'string' ? `'${value}'` : String(value))) : [];
    return { path: tenancy.field, note: ['a tenant', ...others].join(' or ') };
  }
  if (/^(?:ttl|retention)-/.test(kind) && retention?.kind === 'expires' && retention.field !== undefined) return { path: retention.field, note: expiresAtOwnDate(retention) ? 'expires at this date' : `expires after ${retention.after}` };
  return undefined;
}
