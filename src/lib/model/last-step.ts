import type { Entity } from './entity.ts';

/** Of a path or a name: `items[].sku` → `sku`, `billing.invoices` → `invoices`. */
export function lastStep(path: string): string {
  return path.slice(path.lastIndexOf('.') + 1);
}

/** What the field at a path is called, without brackets: `meta.owners{key}` → `owners`. */
export function nameAt(path: string): string {
  return lastStep(path).replace(/(?:\[\]|\{(?:key)?\})+$/, '');
}

/** `invoices` of the table `billing.invoices`. A dot in the name of a collection separates nothing. */
export function nameInSchema(entity: Entity): string {
  return entity.kind === 'table' && entity.schema !== 'public' ? entity.name.slice(entity.schema.length + 1) : entity.name;
}
