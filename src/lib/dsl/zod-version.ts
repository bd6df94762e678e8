/** Which Zod made a schema, by the marks that each leaves on its own; `undefined` for anything else, whatever it does when it is looked at. */
export function zodVersion(value: unknown): 3 | 4 | undefined {
  if (typeof value !== 'object' || value === null) return undefined;
  try {
    const { _zod: four, _def: three } = value as { _zod?: { def?: { type?: unknown } }; _def?: { typeName?: unknown } };
    if (typeof four?.def?.type === 'string') return 4;
    return typeof three?.typeName === 'string' && three.typeName.startsWith('Zod') ? 3 : undefined;
  } catch {
    return undefined;
  }
}
