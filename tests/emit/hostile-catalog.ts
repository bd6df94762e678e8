import type { Catalog } from '../../src/lib/model/catalog.ts';

/** The catalog with `text` at the end of every name and every sentence in it; what is a fixed word of the model stays. */
export function hostileCatalog(catalog: Catalog, text: string): Catalog {
  return poison(catalog, 'catalog', text, {}) as Catalog;
}

function poison(value: unknown, key: string, text: string, within: Readonly<Record<string, unknown>>): unknown {
  if (Array.isArray(value)) return value.map((item) => poison(item, key, text, within));
  if (typeof value === 'object' && value !== null) {
    if (key === 'jsonSchema') return value;
    const parent = value as Readonly<Record<string, unknown>>;
    return Object.fromEntries(Object.entries(parent).map(([name, item]) => [name, poison(item, name, text, parent)]));
  }
  if (typeof value !== 'string' || FIXED.has(key)) return value;
  const isStore = (key === 'id' && 'label' in within) || (['from', 'to', 'in'].includes(key) && 'kind' in within);
  const isCardinality = 'from' in within && 'to' in within && !('kind' in within);
  return isStore || isCardinality || (key === 'file') ? value : value + text;
}

/** Slots that hold words of the model, not text of an author. */
const FIXED = new Set(['$schema', 'kind', 'store', 'label', 'by', 'onDelete', 'action', 'mode', 'strategy', 'keys', 'classification', 'template', 'enforcedBy', 'retention']);
