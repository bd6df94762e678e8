import type { Analyses } from '../analysis/analyses.ts';
import { earlyExpiries } from '../analysis/early-expiries.ts';
import { assertNever } from '../model/assert-never.ts';
import type { Entity } from '../model/entity.ts';
import { expiresAtOwnDate, retentionsOf, type Retention } from '../model/retention.ts';

/** How long a record lives, a line for each thing that is said of it, and for what its bucket expires earlier. */
export function describeRetention(entity: Entity, { bucketRules, lifetimeOf }: Pick<Analyses, 'bucketRules' | 'lifetimeOf'>): readonly string[] {
  const retentions = retentionsOf(entity);
  const earlier = earlyExpiries(entity, bucketRules.get(entity.address) ?? [], lifetimeOf).map(({ selects, rule, declaredBy, after }) => {
    const [other] = declaredBy.includes(entity.address) ? [] : declaredBy;
    return `S3 expires ${selects === 'all' ? 'them' : `those under \`${rule.prefix ?? ''}\``} after ${after}, by a lifecycle rule${other === undefined ? '' : ` of \`${other}\``}.`;
  });
  return [...(retentions.length === 0 ? ['Not declared.'] : retentions.map((retention) => withNote(inWords(retention), retention.note))), ...earlier];
}

/** Whose the records are. */
export function describeTenancy({ tenancy }: Entity): string {
  if (tenancy === undefined) return 'Not declared.';
  switch (tenancy.kind) {
    case 'perTenant': {
      const others = tenancy.exceptions.map(({ value, reason }) => ` Or ${JSON.stringify(value)}: ${reason}`);
      return withNote(`A tenant each, named by \`${tenancy.field}\`.${others.join('')}`, tenancy.note);
    }
    case 'tenant':
      return withNote(`Each record is a tenant, called by its \`${tenancy.field}\`.`, tenancy.note);
    case 'viaParent':
      return withNote(`That of the record that \`${tenancy.field}\` points at.`, tenancy.note);
    case 'shared':
      return withNote(`No tenant: ${tenancy.reason}`, tenancy.note);
    default:
      return assertNever(tenancy);
  }
}

function inWords(retention: Retention): string {
  switch (retention.kind) {
    case 'permanent':
      return 'Permanent: until somebody deletes it.';
    case 'expires':
      return `Expires ${expiresAtOwnDate(retention) ? `at the date in \`${retention.field}\`` : `${retention.after}${retention.field === undefined ? '' : ` after \`${retention.field}\``}`}${retention.where === undefined ? '' : `, only where ${retention.where}`}.`;
    case 'atLeast':
      return `At least ${retention.for}: ${retention.reason}`;
    case 'locked':
      return `Locked for ${retention.for}${retention.mode === undefined ? '' : ` (${retention.mode} mode)`}.`;
    case 'withParent': {
      const late = retention.within === undefined ? '' : `, then ${retention.within} at most`;
      return `As long as its \`${retention.parent}\`${late}${retention.by === undefined ? '' : `; removed by ${retention.by}`}.`;
    }
    default:
      return assertNever(retention);
  }
}

function withNote(text: string, note: string | undefined): string {
  return note === undefined ? text : `${text} ${note}`;
}
