import type { CatalogIndex } from '../analysis/catalog-index.ts';
import type { Location } from '../model/location.ts';
import type { Subject } from './rule.ts';

/** How a finding names what it is about. */
export function describeSubject(subject: Subject): { readonly address: string; readonly entity?: string } {
  if ('entity' in subject) return { address: subject.field === undefined ? subject.entity : `${subject.entity}.${subject.field}`, entity: subject.entity };
  if ('tombstone' in subject) return { address: subject.tombstone };
  if ('store' in subject) return { address: subject.store };
  if ('process' in subject) return { address: `process:${subject.process}` };
  if ('claim' in subject) return { address: `claim:${subject.claim}` };
  if ('domain' in subject) return { address: `domain:${subject.domain}` };
  return { address: 'system' };
}

/** Where it is defined: a field where it stands, else its entity; a store where the system is. A domain that no definition describes is nowhere. */
export function locateSubject(subject: Subject, index: CatalogIndex): Location | undefined {
  const { catalog } = index;
  if ('entity' in subject) {
    const field = subject.field === undefined ? undefined : index.field(subject.entity, subject.field);
    return field?.location ?? index.entities.get(subject.entity)?.location;
  }
  if ('tombstone' in subject) return index.tombstones.get(subject.tombstone)?.location;
  if ('process' in subject) return catalog.processes.find((process) => process.name === subject.process)?.location;
  if ('claim' in subject) return catalog.claims.find((claim) => claim.sentence === subject.claim)?.location;
  if ('domain' in subject) return index.domains.get(subject.domain)?.location;
  return catalog.system.location;
}
