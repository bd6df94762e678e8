import type { CollectionDraft, Drafts, EntityDraft, FieldDraft, ObjectFamilyDraft, TableDraft } from '../../src/lib/model/draft.ts';
import type { Location } from '../../src/lib/model/location.ts';
import type { ReferenceSpec } from '../../src/lib/model/reference-spec.ts';

/** Drafts as reading would give them, in a line an entity: for tests of what is made of them. */
export function draftSchema(entities: readonly EntityDraft[], rest: Partial<Drafts> = {}): Drafts {
  return { stores: [], domains: [], tombstones: [], processes: [], claims: [], unreadable: [], ...rest, entities };
}

/** `field('tenantId', 'ulid', { reference: … })`; without a type it has that of its target. */
export function field(path: string, type?: FieldDraft['type'], more: Partial<FieldDraft> & { readonly reference?: ReferenceSpec } = {}): FieldDraft {
  const name = path.slice(path.lastIndexOf('.') + 1).replace('[]', '');
  return { path, name, depth: path.split('.').length - 1, type: type ?? { pointer: path }, nullable: false, optional: false, description: '', location: at(path), ...more };
}

export function collection(name: string, fields: readonly FieldDraft[], more: Partial<CollectionDraft> = {}): CollectionDraft {
  return { ...common(name, fields), kind: 'collection', indexes: [], validator: false, clustered: false, ...more };
}

export function table(name: string, fields: readonly FieldDraft[], more: Partial<TableDraft> = {}): TableDraft {
  return { ...common(name, fields), kind: 'table', schema: 'public', primaryKey: [], uniques: [], checks: [], indexes: [], foreignKeys: [], ...more };
}

export function objects(name: string, key: string, fields: readonly FieldDraft[] = [], more: Partial<ObjectFamilyDraft> = {}): ObjectFamilyDraft {
  return { ...common(name, fields), kind: 'objects', key, bucket: 'content', versioning: false, lifecycle: [], ...more };
}

/** A place that tells what it is of: the line is the length of its name. */
export function at(name: string): Location {
  return { file: 'schema/test.ts', line: name.length, column: 1 };
}

function common(name: string, fields: readonly FieldDraft[]) {
  return { name, description: '', tags: [], status: { kind: 'stable' } as const, fields, jsonSchema: {}, location: at(name), optionLocations: {} };
}
