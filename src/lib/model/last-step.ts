/** The last part of a dotted path or name: `meta.ownerId` → `ownerId`, `billing.invoices` → `invoices`. */
export function lastStep(path: string): string {
  return path.slice(path.lastIndexOf('.') + 1);
}
