import type { ReferenceSpec } from '../../model/reference-spec.ts';
import type { FoundReference } from './flatten-shape.ts';

/**
 * The one reference that a field has. Several are one where the variants of a discriminated union have one each and say the same of it: then the
 * discriminator says which target is meant.
 */
export function mergeReferences(found: readonly FoundReference[], path: string): { readonly reference?: ReferenceSpec; readonly isAmbiguous: boolean } {
  const [first] = found;
  if (first === undefined) return { isAmbiguous: false };
  const isSame = (one: ReferenceSpec, other: ReferenceSpec) => JSON.stringify(one) === JSON.stringify(other);
  if (found.every(({ spec }) => isSame(spec, first.spec))) return { reference: first.spec, isAmbiguous: false };
  return { reference: byDiscriminator(found, path) ?? first.spec, isAmbiguous: byDiscriminator(found, path) === undefined };
}

function byDiscriminator(found: readonly FoundReference[], path: string): ReferenceSpec | undefined {
  const field = found[0]?.when?.field;
  if (field === undefined) return undefined;
  const targets = new Map<string, string>();
  const said = new Set<string>();
  for (const { spec, when } of found) {
    if (spec.kind !== 'field' || when?.field !== field) return undefined;
    const { kind: _kind, to, ...options } = spec;
    said.add(JSON.stringify(options));
    for (const value of when.values) {
      if ((targets.get(value) ?? to) !== to) return undefined;
      targets.set(value, to);
    }
  }
  if (said.size > 1) return undefined;
  const options = JSON.parse([...said][0] ?? '{}') as object;
  return { kind: 'byType', discriminator: isBeside(field, path) ? lastStep(field) : field, targets: Object.fromEntries(targets), ...options };
}

function isBeside(field: string, path: string): boolean {
  return field.slice(0, -lastStep(field).length) === path.slice(0, -lastStep(path).length);
}

function lastStep(path: string): string {
  return path.slice(path.lastIndexOf('.') + 1);
}
