import type { FieldReference } from '../../model/draft.ts';
import { lastStep } from '../../model/last-step.ts';
import type { ReferenceSpec } from '../../model/reference-spec.ts';
import type { FlatShape, FoundReference } from './flatten-shape.ts';

interface Merged {
  readonly reference?: FieldReference;
  readonly problem?: 'several-references' | 'different-options';
}

/**
 * The one reference that a field has. Several are one where the variants of a discriminated union have one each and say the same of it: then the
 * discriminator says which target is meant.
 * @param element what is at the bottom of a list, which has no field of its own
 */
export function mergeReferences(field: FlatShape, element: FlatShape | undefined, path: string): Merged {
  const found = [...field.references, ...(element?.references ?? [])];
  const [first] = found;
  if (first === undefined) return {};
  const { variants } = field.references.length > 0 || element === undefined ? field : element;
  const others = variants.some(({ isReference }) => !isReference) ? { allowsOtherValues: true as const } : {};
  if (found.every(({ spec }) => isSame(spec, first.spec))) return { reference: { ...first.spec, ...others } };
  const targets = targetsByValue(found);
  if (targets === undefined) return { reference: first.spec, problem: 'several-references' };
  const { field: discriminator, byValue } = targets;
  if (!found.every(({ spec }) => isSame(optionsOf(spec), optionsOf(first.spec)))) return { reference: first.spec, problem: 'different-options' };
  return { reference: { kind: 'byType', discriminator: isBeside(discriminator, path) ? lastStep(discriminator) : discriminator, targets: byValue, ...optionsOf(first.spec), ...others } };
}

/** The target of each value of a discriminator that every reference depends on. */
function targetsByValue(found: readonly FoundReference[]): { readonly field: string; readonly byValue: Readonly<Record<string, string>> } | undefined {
  for (const { field } of found[0]?.when ?? []) {
    const targets = new Map<string, string>();
    const isClear = found.every(({ spec, when }) => {
      const values = when.find((each) => each.field === field)?.values ?? [];
      if (spec.kind !== 'field' || values.some((value) => (targets.get(value) ?? spec.to) !== spec.to)) return false;
      for (const value of values) targets.set(value, spec.to);
      return values.length > 0;
    });
    if (isClear) return { field, byValue: Object.fromEntries(targets) };
  }
  return undefined;
}

function isSame(one: object, other: object): boolean {
  return JSON.stringify(one) === JSON.stringify(other);
}

/** What is said of a reference beside its target. */
function optionsOf({ kind: _kind, ...spec }: ReferenceSpec): object {
  const { to: _to, ...options } = spec as { readonly to?: string };
  return options;
}

function isBeside(field: string, path: string): boolean {
  return field.slice(0, -lastStep(field).length) === path.slice(0, -lastStep(path).length);
}
