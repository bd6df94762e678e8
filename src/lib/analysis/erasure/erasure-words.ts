import { assertNever } from '../../model/assert-never.ts';
import { inSequence } from '../../model/in-sequence.ts';
import type { ErasureConflict } from './conflicts.ts';
import type { ErasureGap } from './plan-erasure.ts';
import type { RemovalPath } from './removals.ts';

/** What a rule reports; the page repeats the message. Markdown. */
export interface ErasureWords {
  readonly message: string;
  readonly hint: string;
}

export function conflictWords(conflict: ErasureConflict): ErasureWords {
  const { process, entity } = conflict;
  switch (conflict.kind) {
    case 'deletesAndRetains':
      return { message: `The process “${process}” both deletes and retains \`${entity}\`.`, hint: `Remove \`${entity}\` from \`deletes\` or from \`retains\`.` };
    case 'deletesKept':
      return { message: `The process “${process}” deletes \`${entity}\` when it erases a tenant, but \`${entity}\` must be kept for at least ${conflict.for}.`, hint: `Move \`${entity}\` from \`deletes\` to \`retains\`, or change its retention.` };
    case 'deletesWithParent':
      return { message: `\`${entity}\` must be kept when the process “${process}” erases a tenant, but ${pathWords(conflict.through, conflict.parent)}.`, hint: pathHint(conflict.through, entity, conflict.parent) };
    case 'losesKeys':
      return { message: `The process “${process}” deletes \`${entity}\`, which holds the keys of \`${conflict.family}\`, but those objects are kept.`, hint: `Add \`${entity}\` to \`retains\`, for as long as the objects exist.` };
    default:
      return assertNever(conflict);
  }
}

function pathWords(through: RemovalPath, parent: string): string {
  if (through === 'database') return `a foreign key deletes it together with \`${parent}\` (\`on delete cascade\`)`;
  return through === 'application' ? `its reference to \`${parent}\` says that the application deletes it together with that record` : `its retention says that it is deleted together with \`${parent}\``;
}

function pathHint(through: RemovalPath, entity: string, parent: string): string {
  if (through === 'database') return `Use \`onDelete: 'restrict'\`, or retain \`${parent}\` as well.`;
  return through === 'application' ? `Write \`whenTargetGoes: nothing('…')\` if \`${entity}\` is kept.` : `Change the retention of \`${entity}\`, or remove it from \`retains\`.`;
}

/** @param erasers names of the processes that erase tenants; at least one */
export function gapWords({ entity, waitsFor }: ErasureGap, erasers: readonly string[]): ErasureWords {
  const processes = inSequence(erasers.map((name) => `“${name}”`));
  return {
    message: waitsFor === undefined ? `\`${entity}\` holds data of a tenant, but no process deletes or retains it when a tenant is erased.` : `\`${entity}\` is deleted only together with \`${waitsFor}\`. Where a record of \`${waitsFor}\` is kept, its records in \`${entity}\` are never deleted.`,
    hint: `Add \`${entity}\` to \`deletes\` of ${processes}, or to \`retains\` with a reason.`,
  };
}
