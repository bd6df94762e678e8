import type { System } from '../system/system.ts';
import type { Choice } from './explore-state.ts';
import type { Leg, Legs } from './legs.ts';

export function groupLabel(system: System, group: number): string {
  const own = system.groups[group];
  return (own?.kind === 'store' ? system.stores.find(({ id }) => id === own.name)?.label : own?.name) ?? '';
}

/** The name of an entity, with its store where another has the same. */
export function entityLabel(system: System, at: number): string {
  const own = system.entities[at];
  if (own === undefined) return '';
  return system.entities.some((other, place) => place !== at && other.name === own.name) ? own.address : own.name;
}

export function fieldLabel(system: System, entity: number, field: number): string {
  const path = system.entities[entity]?.fields[field]?.[0];
  return path === undefined ? entityLabel(system, entity) : `${entityLabel(system, entity)}.${path}`;
}

/** `activities.output_ref → activity_outputs._id · one to at most one · by the application` */
export function describeLeg(system: System, { reference, from, fromField, to, toField }: Leg): string {
  return `${fieldLabel(system, from, fromField)} → ${fieldLabel(system, to, toField)} · ${describeKeeping({ reference })}`;
}

/** The whole of a reference: what may mean any entity names none. */
export function describeWhole(system: System, leg: Leg): string {
  const { reference, from, fromField } = leg;
  if (reference.kind !== 'any') return describeLeg(system, leg);
  return `${fieldLabel(system, from, fromField)} → any of ${reference.targets.length} · ${describeKeeping({ reference })}`;
}

/** What an entity or field is in a line: `ulid · points at 0 · pointed at by 5`. */
export function describeChoice(system: System, { out, into }: Legs, { entity, field }: Choice): string {
  const own = system.entities[entity];
  const leaving = (out[entity] ?? []).filter(({ reference }) => field === undefined || reference.fields.includes(field));
  const arriving = (into[entity] ?? []).filter(({ toField }) => field === undefined || toField === field);
  const type = field === undefined ? system.stores[own?.store ?? -1]?.label : own?.fields[field]?.[1];
  return `${type ?? ''} · points at ${new Set(leaving.map(({ at }) => at)).size} · pointed at by ${arriving.length}`;
}

/** `one to at most one · by the application` */
export function describeKeeping({ reference: { cardinality, by, kind, targets, remark } }: Pick<Leg, 'reference'>): string {
  const choice = kind === 'any' ? ' · any entity of its store' : kind === 'oneOf' ? ` · one of ${targets.length} targets` : '';
  return `${cardinality[0]} to ${cardinality[1]} · by the ${by}${remark === undefined ? '' : ` (${remark})`}${choice}`;
}
