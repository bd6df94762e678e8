import { compareText } from '../../src/lib/model/compare-text.ts';
import type { Catalog } from '../../src/lib/model/catalog.ts';
import type { Entity } from '../../src/lib/model/entity.ts';
import type { Field, KeyMark } from '../../src/lib/model/field.ts';
import type { Reference, Target } from '../../src/lib/model/reference.ts';
import { storeFacts } from '../../src/lib/model/stores/index.ts';

/** A catalog from the little that a diagram needs to know. Fields are written `path type PK,FK`. */
export function catalogOf(entities: readonly EntitySketch[], references: readonly ReferenceSketch[] = []): Catalog {
  const full = references.map(referenceOf);
  const addresses = entities.map((entity) => `${entity.store}.${entity.name}`);
  const storeOf = new Map(entities.map((entity) => [`${entity.store}.${entity.name}`, entity.store]));
  const mayPointAt = (reference: Reference, address: string) =>
    reference.target.kind === 'any' ? storeOf.get(address) === reference.target.store
      : reference.target.kind === 'oneOf' ? reference.target.targets.some((one) => one.entity === address) : reference.target.entity === address;
  const stores = [...new Set(entities.map((entity) => entity.store))].sort(compareText);
  const domains = [...new Set(entities.flatMap((entity) => entity.domain ?? []))].sort(compareText);
  return {
    $schema: './catalog.schema.json',
    catalogVersion: 1,
    system: { name: 'Sample', summary: '', description: '' },
    stores: stores.map((id) => ({
      id, kind: storeFacts(id).kind, label: storeFacts(id).label, description: '', entities: addresses.filter((address) => storeOf.get(address) === id).sort(compareText),
    })),
    domains: domains.map((name) => ({
      name, summary: '', description: '',
      entities: entities.filter((entity) => entity.domain === name).map((entity) => `${entity.store}.${entity.name}`).sort(compareText),
    })),
    entities: entities
      .map((sketch) => entityOf(sketch, full.filter((one) => one.from.entity === `${sketch.store}.${sketch.name}`), full.filter((one) => mayPointAt(one, `${sketch.store}.${sketch.name}`))))
      .sort((a, b) => compareText(a.address, b.address)),
    references: full,
    tombstones: [],
    processes: [],
    claims: [],
  };
}

export interface EntitySketch {
  readonly store: 'mongodb' | 'postgresql' | 's3';
  readonly name: string;
  readonly domain?: string;
  readonly fields: readonly (FieldSketch | string)[];
  readonly key?: string;
}

export interface FieldSketch {
  readonly path: string;
  readonly type: string;
  readonly keys?: readonly KeyMark[];
}

export interface ReferenceSketch {
  readonly from: readonly [entity: string, field: string];
  readonly to: Target | readonly [entity: string, field: string];
  readonly byDatabase?: boolean;
  readonly cardinality?: Reference['cardinality'];
  readonly more?: Partial<Pick<Reference, 'alsoFrom' | 'mirrorOf'>>;
}

const location = { file: 'schema/sample.ts', line: 1, column: 1 };

function referenceOf(sketch: ReferenceSketch, at: number): Reference {
  const [entity, field] = sketch.from;
  const target: Target = 'kind' in sketch.to ? sketch.to : { kind: 'field', entity: sketch.to[0], field: sketch.to[1] };
  return {
    id: `${at}`,
    from: { entity, field },
    target,
    enforcement: sketch.byDatabase === true ? { by: 'database', onDelete: 'no action' } : { by: 'application' },
    cardinality: sketch.cardinality ?? { from: 'many', to: 'exactly one' },
    location,
    ...sketch.more,
  };
}

function entityOf(sketch: EntitySketch, out: readonly Reference[], into: readonly Reference[]): Entity {
  const base = {
    address: `${sketch.store}.${sketch.name}`, store: sketch.store, name: sketch.name, summary: '', description: '', tags: [], status: { kind: 'stable' } as const,
    fields: sketch.fields.map(fieldOf), referencesOut: out.map((one) => one.id), referencesIn: into.map((one) => one.id), jsonSchema: {}, location,
    ...(sketch.domain === undefined ? {} : { domain: sketch.domain }),
  };
  if (sketch.store === 'mongodb') return { ...base, kind: 'collection', indexes: [], validator: false, clustered: false };
  if (sketch.store === 'postgresql') return { ...base, kind: 'table', schema: 'public', primaryKey: [], uniques: [], checks: [], indexes: [] };
  return { ...base, kind: 'objects', bucket: 'b', key: { template: sketch.key ?? '', parts: [] }, parameters: [], versioning: false, lifecycle: [] };
}

function fieldOf(sketch: FieldSketch | string): Field {
  const [path = '', type = '', keys = ''] = typeof sketch === 'string' ? sketch.split(' ') : [sketch.path, sketch.type, (sketch.keys ?? []).join(',')];
  return {
    path, name: path.split('.').at(-1) ?? path, depth: typeof sketch === 'string' ? path.split('.').length - 1 : 0, type, nullable: false, optional: false,
    keys: keys.split(',').filter((key): key is KeyMark => key !== ''), description: '', location,
  };
}
