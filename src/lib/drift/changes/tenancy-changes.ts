import { assertNever } from '../../model/assert-never.ts';
import { codeSpan } from '../../model/code-span.ts';
import type { Tenancy, TenancyException } from '../../model/tenancy.ts';
import type { EntityPair } from './change-context.ts';
import { defineFamily, type ChangeDraft } from './change-family.ts';
import { capitalised, nameOf, recordsOf } from './words.ts';

type Kind =
  | 'tenancy-widened' | 'tenancy-narrowed' | 'tenancy-field-changed' | 'tenancy-changed' | 'tenancy-exception-added' | 'tenancy-exception-removed' | 'tenancy-declared' | 'tenancy-undeclared';

/** Whose data it is. */
export const tenancyChanges = defineFamily<Kind>({
  title: 'Tenancy',
  kinds: {
    'tenancy-widened': 'Records that belonged to one tenant belong to nobody in particular.',
    'tenancy-narrowed': 'Records that belonged to nobody in particular belong to one tenant.',
    'tenancy-field-changed': 'Another field says whose a record is.',
    'tenancy-changed': 'Whose a record is is found out otherwise.',
    'tenancy-exception-added': 'The tenant field may hold a value that is no tenant.',
    'tenancy-exception-removed': 'The tenant field may not hold a value any more that is no tenant.',
    'tenancy-declared': 'Whose records are is said for the first time.',
    'tenancy-undeclared': 'Whose records are is not said any more.',
  },
  *find({ pairs }) {
    for (const pair of pairs) {
      yield* scopeChanged(pair);
      yield* exceptionsChanged(pair);
    }
  },
});

function* scopeChanged({ base, head }: EntityPair): Iterable<ChangeDraft<Kind>> {
  const [before, after] = [base.tenancy, head.tenancy];
  const [entity, name, records] = [head.address, nameOf(head), recordsOf(head)];
  if (before === undefined && after === undefined) return;
  if (before === undefined && after !== undefined) {
    yield { kind: 'tenancy-declared', level: 'safe', entity, message: `${name} ${describe(after)}; nothing was said before.`, effect: after.kind === 'shared' ? 'No data changes.' : 'No data changes; the erasure of a tenant finds them from now on.', todo: '' };
  } else if (before !== undefined && after === undefined) {
    yield { kind: 'tenancy-undeclared', level: 'dangerous', entity, message: `${name} does not say any more whose its ${records} are; it ${describe(before, true)}.`, effect: 'The erasure of a tenant passes it by, and so does whatever goes by the tenancy.', todo: 'Say it.' };
  } else if (before !== undefined && after !== undefined && before.kind !== after.kind) {
    const message = `${name} ${describe(after)}; before, it ${describe(before, true)}.`;
    if (after.kind === 'shared') yield { kind: 'tenancy-widened', level: 'breaking', entity, message, effect: `What one tenant wrote every tenant may be shown, the existing ${records} first of all, and the erasure of a tenant leaves it behind.`, todo: `Make sure that no existing one of its ${records} holds anything of a tenant.` };
    else if (before.kind === 'shared') yield { kind: 'tenancy-narrowed', level: 'dangerous', entity, message, effect: `Existing ${records} name no tenant: filters by tenant do not find them, and no erasure does.`, todo: `Give every existing one of its ${records} its tenant first.` };
    else yield { kind: 'tenancy-changed', level: 'breaking', entity, message, effect: 'Filters and erasures by tenant look at another place, which existing records may not have filled.', todo: `Make sure that both say the same for every one of its ${records}.` };
  } else if (before !== undefined && after !== undefined && 'field' in before && 'field' in after && before.field !== after.field) {
    yield { kind: 'tenancy-field-changed', level: 'breaking', entity, message: `${codeSpan(after.field)} says whose a record of ${name} is, instead of ${codeSpan(before.field)}.`, effect: `Existing ${records} in which the two differ change hands: one tenant sees what is another’s.`, todo: `Count the ${records} in which the two differ, and mend them first.` };
  }
}

function* exceptionsChanged({ base, head }: EntityPair): Iterable<ChangeDraft<Kind>> {
  const [before, after] = [base.tenancy, head.tenancy];
  if (before?.kind !== 'perTenant' || after?.kind !== 'perTenant') return;
  const [entity, name, records] = [head.address, nameOf(head), recordsOf(head)];
  const isIn = (exceptions: readonly TenancyException[]) => (one: TenancyException) => exceptions.some((other) => other.value === one.value);
  const added = after.exceptions.filter((one) => !isIn(before.exceptions)(one));
  const removed = before.exceptions.filter((one) => !isIn(after.exceptions)(one));
  if (added.length > 0) {
    const reasons = added.map(({ reason }) => reason).join(' ');
    yield {
      kind: 'tenancy-exception-added', level: 'breaking', entity, message: `${codeSpan(after.field)} of ${name} may be ${values(added)}, which is no tenant. (${reasons})`,
      effect: `${capitalised(records)} with ${values(added)} are every tenant’s or nobody’s: a reader that shows them shows them to all, one that filters by its own tenant misses them, and the erasure of a tenant leaves them behind.`,
      todo: `Decide for each reader whether it shows them, and make sure that no writer can set ${values(added)} for what belongs to a tenant.`,
    };
  }
  if (removed.length > 0) {
    yield {
      kind: 'tenancy-exception-removed', level: 'dangerous', entity, message: `${codeSpan(after.field)} of ${name} may not be ${values(removed)} any more.`, effect: `Existing ${records} with ${values(removed)} belong to nobody that there is.`,
      todo: `Count them, and give each its tenant or delete it first.`,
    };
  }
}

function values(exceptions: readonly TenancyException[]): string {
  return exceptions.map(({ value }) => codeSpan(typeof value === 'string' ? `'${value}'` : String(value))).join(' or ');
}

/** As the end of a sentence that begins with the entity. */
function describe(tenancy: Tenancy, isPast = false): string {
  switch (tenancy.kind) {
    case 'perTenant':
      return isPast ? `was scoped by ${codeSpan(tenancy.field)}` : `is scoped by ${codeSpan(tenancy.field)}`;
    case 'tenant':
      return isPast ? 'was the tenants themselves' : `is the tenants themselves, by ${codeSpan(tenancy.field)}`;
    case 'viaParent':
      return isPast ? `belonged to whomever its ${codeSpan(tenancy.field)} belonged to` : `belongs to whomever its ${codeSpan(tenancy.field)} belongs to`;
    case 'shared':
      return isPast ? 'belonged to no tenant' : `belongs to no tenant (${tenancy.reason})`;
    default:
      return assertNever(tenancy);
  }
}
