import { assertNever } from '../model/assert-never.ts';
import type { Catalog } from '../model/catalog.ts';
import type { Claim, ClaimCheck } from '../model/claim.ts';
import type { Entity } from '../model/entity.ts';
import type { Reference } from '../model/reference.ts';
import { possibleTargets } from './possible-targets.ts';
import { sourceFields, targetsOfField } from './reference-targets.ts';

/** A claim with what the catalog says of it. */
export interface ClaimVerdict {
  readonly claim: Claim;
  readonly holds: boolean;
  /** What was looked at, in one sentence: "11 references looked at." */
  readonly evidence: string;
  /** Addresses that do not fit; those with a reason are known exceptions, and only the others make the claim fail. */
  readonly counterexamples: readonly Counterexample[];
}

export interface Counterexample {
  /** Entity or field address. */
  readonly address: string;
  /** What is wrong with it, as the end of a sentence: "points at `mongodb.skills`". */
  readonly why: string;
  /** Of a known exception. */
  readonly reason?: string;
}

/** Judges every claim, in the order of `catalog.claims`. An exception that fits after all makes its claim fail too. */
export function judgeClaims(catalog: Catalog): readonly ClaimVerdict[] {
  return catalog.claims.map((claim) => {
    const { looked, misfits } = look(claim.check, catalog);
    const excepted = new Map(claim.check.except.map((exception) => [exception.address, exception.reason]));
    const counterexamples = misfits.map((misfit): Counterexample => {
      const reason = excepted.get(misfit.address) ?? excepted.get(misfit.entity);
      return { address: misfit.address, why: misfit.why, ...(reason !== undefined ? { reason } : {}) };
    });
    for (const { address } of claim.check.except) {
      if (!misfits.some((misfit) => misfit.address === address || misfit.entity === address)) counterexamples.push({ address, why: 'is named as an exception and is none' });
    }
    return { claim, holds: counterexamples.every((each) => each.reason !== undefined), evidence: looked, counterexamples };
  });
}

interface Misfit {
  readonly address: string;
  readonly entity: string;
  readonly why: string;
}

function look(check: ClaimCheck, catalog: Catalog): { readonly looked: string; readonly misfits: readonly Misfit[] } {
  switch (check.kind) {
    case 'noReferences': {
      const found = catalog.references.filter((reference) => goes(reference, check, catalog));
      const count = catalog.references.filter((reference) => within(reference.from.entity, check.from)).length;
      return { looked: `${plural(count, 'reference')} from \`${check.from}\` looked at, ${found.length === 0 ? 'none' : found.length} of them to \`${check.to}\`.`, misfits: found.map((reference) => misfit(reference, 'points there')) };
    }
    case 'everyReference': {
      const found = catalog.references.filter((reference) => goes(reference, check, catalog));
      const misfits = found.flatMap((reference) => faultsOf(reference, check, catalog).map((why) => misfit(reference, why)));
      return { looked: `${plural(found.length, 'reference')} from \`${check.from}\` to \`${check.to}\` looked at.`, misfits };
    }
    case 'everyEntity': {
      const found = catalog.entities.filter((entity) => within(entity.address, check.in));
      const misfits = found.flatMap((entity) => shortcomingsOf(entity, check).map((why) => ({ address: entity.address, entity: entity.address, why })));
      return { looked: `${plural(found.length, 'entity', 'entities')} of \`${check.in}\` looked at.`, misfits };
    }
    default:
      return assertNever(check);
  }
}

function goes(reference: Reference, { from, to }: { readonly from: string; readonly to: string }, catalog: Catalog): boolean {
  return within(reference.from.entity, from) && possibleTargets(reference.target, catalog).some((target) => within(target.entity, to));
}

function within(address: string, place: string): boolean {
  return address === place || (!place.includes('.') && address.startsWith(`${place}.`));
}

function misfit(reference: Reference, why: string): Misfit {
  return { address: `${reference.from.entity}.${reference.from.field}`, entity: reference.from.entity, why };
}

function faultsOf(reference: Reference, check: Extract<ClaimCheck, { kind: 'everyReference' }>, catalog: Catalog): readonly string[] {
  const faults: string[] = [];
  if (check.enforcedBy !== undefined && reference.enforcement.by !== check.enforcedBy) faults.push(`is enforced by the ${reference.enforcement.by}`);
  if (check.toField !== undefined) {
    const targets = possibleTargets(reference.target, catalog);
    // A composite foreign key references the field together with others.
    const isPart = reference.alsoFrom !== undefined && targets.some(({ field }) => field === check.toField);
    const other = targets.find((target) => within(target.entity, check.to) && target.field !== check.toField);
    if (other !== undefined && !isPart) faults.push(`points at \`${other.entity}.${other.field}\``);
  }
  if (check.type !== undefined) {
    const column = sourceFields(reference).find(({ field }) => targetsOfField(reference, field).some((target) => target.field === check.toField)) ?? reference.from;
    const field = catalog.entities.find((entity) => entity.address === reference.from.entity)?.fields.find((each) => each.path === column.field);
    if (field !== undefined && field.type !== check.type) faults.push(`is \`${field.type}\``);
  }
  return faults;
}

function shortcomingsOf(entity: Entity, check: Extract<ClaimCheck, { kind: 'everyEntity' }>): readonly string[] {
  const faults: string[] = [];
  const { tenancy, retention } = entity;
  if (check.scopedBy !== undefined) {
    if (tenancy?.kind !== 'perTenant' || tenancy.field !== check.scopedBy) faults.push(`is not scoped by \`${check.scopedBy}\``);
    else if (tenancy.exceptions.length > 0) faults.push(`also holds ${tenancy.exceptions.map((each) => `\`${JSON.stringify(each.value)}\``).join(', ')}`);
  }
  if (check.retention === 'declared' && retention === undefined) faults.push('declares no retention');
  if (check.retention === 'permanent' && retention?.kind !== 'permanent') faults.push('is not permanent');
  return faults;
}

function plural(count: number, one: string, many = `${one}s`): string {
  return `${count} ${count === 1 ? one : many}`;
}
