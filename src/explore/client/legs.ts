import type { System, SystemReference } from '../system/system.ts';

/** One line of the picture: from a field to one that it may mean. A reference with several targets has several. */
export interface Leg {
  readonly reference: SystemReference;
  /** Place of the reference in the system's list. */
  readonly at: number;
  readonly from: number;
  readonly fromField: number;
  readonly to: number;
  readonly toField: number;
}

export interface Legs {
  readonly all: readonly Leg[];
  readonly out: readonly (readonly Leg[])[];
  readonly into: readonly (readonly Leg[])[];
}

export function buildLegs(system: System): Legs {
  const all = system.references.flatMap((reference, at) =>
    reference.targets.map(([to, toField]): Leg => ({ reference, at, from: reference.from, fromField: reference.fields[0] ?? -1, to, toField })));
  const out = system.entities.map((): Leg[] => []);
  const into = system.entities.map((): Leg[] => []);
  for (const leg of all) {
    out[leg.from]?.push(leg);
    into[leg.to]?.push(leg);
  }
  return { all, out, into };
}
