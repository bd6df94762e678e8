import type { CatalogIndex } from '../../analysis/catalog-index.ts';
import { possibleTargets } from '../../analysis/possible-targets.ts';
import { sourceFields } from '../../analysis/reference-targets.ts';
import type { Affected } from '../../model/change.ts';
import { codeSpan } from '../../model/code-span.ts';
import { compareText } from '../../model/compare-text.ts';
import { someInSequence } from '../../model/in-sequence.ts';

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
  const pointers = index.referencesIn(entity).filter((reference) => field === undefined || possibleTargets(reference.target, index.catalog).some((target) => target.entity === address && target.field === field));
  const children = field === undefined ? index.childrenOf(address) : [];
  const touching = index.processesOf(address).filter(({ reads, writes, deletes }) => field === undefined || [...reads, ...writes, ...deletes].some((touched) => touched.field === undefined || touched.field === field));
  const owners = [entity, ...pointers.map((reference) => index.entities.get(reference.from.entity)), ...children, ...touching.map(({ process }) => process)].flatMap((each) => each?.owner ?? []);
  return {
    entities: [...pointers.flatMap(sourceFields).map((from) => `${from.entity}.${from.field}`), ...children.map((child) => child.address)].filter((each) => each !== `${address}.${field ?? ''}`),
    processes: touching.map(({ process }) => process.name),
    owners,
  };
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
