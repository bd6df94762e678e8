/** The field that an index means: MongoDB indexes `items.sku` where the model says `items[].sku`. What names no field comes back as it is. */
export function indexedPath(on: string, paths: readonly string[]): string {
  return paths.find((path) => path === on) ?? paths.find((path) => path.replaceAll('[]', '').replaceAll('{}', '') === on) ?? on;
}
