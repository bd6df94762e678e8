import type { CatalogIndex } from '../../analysis/catalog-index.ts';
import { sourceFields, targetFields } from '../../analysis/reference-targets.ts';
import type { Affected } from '../../model/change.ts';
import { codeSpan } from '../../model/code-span.ts';
import { compareText } from '../../model/compare-text.ts';
import type { Entity } from '../../model/entity.ts';
import { someInSequence } from '../../model/in-sequence.ts';
import type { Reference } from '../../model/reference.ts';

/** Nobody. */
export const NOBODY: Affected = { entities: [], processes: [], owners: [] };

/** Who is downstream of an entity, or of one field of it, in any of these catalogs. */
export function affectedBy(indexes: readonly CatalogIndex[], entity: string, field?: string): Affected {
  const found = indexes.map((index) => downstream(index, entity, field));
  const all = (of: (affected: Affected) => readonly string[]) => [...new Set(found.flatMap(of))].sort(compareText);
  return { entities: all((affected) => affected.entities), processes: all((affected) => affected.processes), owners: all((affected) => affected.owners) };
}

function downstream(index: CatalogIndex, address: string, field: string | undefined): Affected {
  const entity = index.entities.get(address);
  if (entity === undefined) return NOBODY;
  const isIt = (path: string) => field === undefined || isAtOrInside(path, field);
  const pointers = [
    ...pointersAt(index, entity, field),
    ...(field === undefined ? [] : index.referencesOut(entity).filter((reference) => isMadeWith(reference, isIt))),
  ];
  const children = field === undefined ? index.childrenOf(address) : [];
  // A process that names the whole record says nothing of this field.
  const touching = index.processesOf(address).filter(({ reads, writes, deletes }) => field === undefined || [...reads, ...writes, ...deletes].some((touched) => touched.field !== undefined && isIt(touched.field)));
  const owners = [entity, ...pointers.map((reference) => index.entities.get(reference.from.entity)), ...children, ...touching.map(({ process }) => process)].flatMap((each) => each?.owner ?? []);
  return {
    entities: [...pointers.flatMap(sourceFields).map((from) => `${from.entity}.${from.field}`), ...children.map((child) => child.address)].filter((each) => each !== `${address}.${field ?? ''}`),
    processes: touching.map(({ process }) => process.name),
    owners,
  };
}

/** The references that may lead to an entity, or to one field of it or what is inside. */
export function pointersAt(index: CatalogIndex, entity: Entity, field?: string): readonly Reference[] {
  const references = index.referencesIn(entity);
  if (field === undefined) return references;
  return references.filter(({ target }) => (target.kind === 'any' ? isAtOrInside(target.field, field) : targetFields(target).some((end) => end.entity === entity.address && isAtOrInside(end.field, field))));
}

/** Is the field what a key is made with, or what says where a pointer leads? */
function isMadeWith({ target }: Reference, isIt: (path: string) => boolean): boolean {
  if (target.kind === 'objects') return target.bindings.some(({ from }) => from.kind === 'field' && isIt(from.field));
  return (target.kind === 'oneOf' || target.kind === 'any') && target.discriminator.kind === 'field' && isIt(target.discriminator.field);
}

/** `Affects a, b and 3 more; the process Onboarding Agent. Owners: agents.`; empty where nobody is. Markdown. */
export function describeAffected({ entities, processes, owners }: Affected): string {
  const parts = [
    ...(entities.length === 0 ? [] : [someInSequence(entities.map((address) => codeSpan(address)), 5)]),
    ...(processes.length === 0 ? [] : [`the ${processes.length === 1 ? 'process' : 'processes'} ${someInSequence(processes, 5)}`]),
  ];
  const asked = owners.length === 0 ? '' : `${owners.length === 1 ? 'Owner' : 'Owners'}: ${someInSequence(owners, 5)}.`;
  return [...(parts.length === 0 ? [] : [`Affects ${parts.join('; ')}.`]), ...(asked === '' ? [] : [asked])].join(' ');
}

/** Whether a path is that of a field, or of something inside of it. */
export function isAtOrInside(path: string, field: string): boolean {
  return path === field || (path.startsWith(field) && /^(?:\.|\[\]|\{(?:key)?\})/.test(path.slice(field.length)));
}
