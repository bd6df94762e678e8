/**
 * What is missing of a catalog that says it is one, as a place in it: `entities[3].fields`; undefined where nothing is. As far as whoever reads it would stumble: a list that is
 * no list, a part that is not there. It is not told what is only odd.
 */
export function missingPart(catalog: Readonly<Record<string, unknown>>): string | undefined {
  for (const list of LISTS) if (!Array.isArray(catalog[list])) return list;
  if (!isObject(catalog['system'])) return 'system';
  for (const [list, parts] of Object.entries(PARTS)) {
    for (const [at, item] of (catalog[list] as readonly unknown[]).entries()) {
      const missing = missingIn(item, parts) ?? (list === 'entities' ? missingInEntity(item as Item) : undefined);
      if (missing !== undefined) return `${list}[${at}]${missing === '' ? '' : `.${missing}`}`;
    }
  }
  return undefined;
}

const LISTS = ['stores', 'domains', 'entities', 'references', 'tombstones', 'processes', 'claims'] as const;

type Item = Readonly<Record<string, unknown>>;
type Parts = Readonly<Record<string, 'text' | 'list' | 'object'>>;

/** Of each item of a list. */
const PARTS: Readonly<Record<string, Parts>> = {
  stores: { id: 'text', label: 'text', entities: 'list' },
  domains: { name: 'text', entities: 'list' },
  entities: { kind: 'text', address: 'text', store: 'text', name: 'text', description: 'text', fields: 'list', tags: 'list', referencesOut: 'list', referencesIn: 'list', status: 'object', jsonSchema: 'object' },
  references: { id: 'text', from: 'object', target: 'object', enforcement: 'object', cardinality: 'object' },
  tombstones: { address: 'text', reason: 'text' },
  processes: { name: 'text', reads: 'list', writes: 'list', deletes: 'list', copies: 'list' },
  claims: { sentence: 'text', check: 'object' },
};

const FIELD: Parts = { path: 'text', name: 'text', type: 'text', keys: 'list', description: 'text' };

/** Beside what all have. */
const OF_KIND: Readonly<Record<string, Parts>> = {
  collection: { indexes: 'list' },
  table: { indexes: 'list', primaryKey: 'list', uniques: 'list', checks: 'list' },
  objects: { bucket: 'text', key: 'object', lifecycle: 'list' },
};

function missingInEntity(entity: Item): string | undefined {
  const parts = OF_KIND[String(entity['kind'])];
  if (parts === undefined) return 'kind';
  for (const [at, field] of (entity['fields'] as readonly unknown[]).entries()) {
    const missing = missingIn(field, FIELD);
    if (missing !== undefined) return `fields[${at}]${missing === '' ? '' : `.${missing}`}`;
  }
  return missingIn(entity, parts) ?? (entity['kind'] === 'objects' && !Array.isArray((entity['key'] as Item)['parts']) ? 'key.parts' : undefined);
}

/** Nothing of it is there: `''`. */
function missingIn(item: unknown, parts: Parts): string | undefined {
  if (!isObject(item)) return '';
  return Object.keys(parts).find((name) => {
    const value = item[name];
    return parts[name] === 'text' ? typeof value !== 'string' : parts[name] === 'list' ? !Array.isArray(value) : !isObject(value);
  });
}

function isObject(value: unknown): value is Item {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
