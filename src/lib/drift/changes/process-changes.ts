import type { Process } from '../../model/catalog.ts';
import { codeSpan } from '../../model/code-span.ts';
import { defineFamily, type ChangeDraft } from './change-family.ts';
import type { ChangeContext } from './change-context.ts';

type Kind = 'process-added' | 'process-removed' | 'process-access-added' | 'process-access-removed' | 'process-changed';

/** Software that touches entities. */
export const processChanges = defineFamily<Kind>({
  title: 'Processes',
  kinds: {
    'process-added': 'A process is described that was not.',
    'process-removed': 'A process is not described any more.',
    'process-access-added': 'A process reads, writes, deletes, retains or copies something more.',
    'process-access-removed': 'A process no longer reads, writes, deletes, retains or copies something.',
    'process-changed': 'A process has another owner, another reason, other code or another description.',
  },
  *find(context) {
    const before = new Map(context.base.catalog.processes.map((process) => [process.name, process]));
    const after = new Map(context.head.catalog.processes.map((process) => [process.name, process]));
    for (const process of after.values()) {
      const old = before.get(process.name);
      if (old === undefined) yield added(process);
      else yield* changed(old, process);
    }
    for (const process of before.values()) if (!after.has(process.name)) yield removed(process, context);
  },
});

function added(process: Process): ChangeDraft<Kind> {
  const deletes = process.deletes.map((touched) => code(touched)).join(', ');
  return {
    kind: 'process-added', level: deletes === '' ? 'safe' : 'dangerous', ...about(process), message: `The process ${process.name} is described${deletes === '' ? '' : `; it deletes ${deletes}`}.`,
    effect: deletes === '' ? 'Its being described changes no data.' : 'What it deletes is gone.', todo: deletes === '' ? '' : 'Make sure that it deletes no more than it should.',
  };
}

function removed(process: Process, { head }: ChangeContext): ChangeDraft<Kind> {
  const writtenByNobody = process.writes.filter(({ entity }) => head.entities.has(entity) && head.processesOf(entity).every(({ writes }) => writes.length === 0)).map((touched) => code(touched));
  const orphaned = writtenByNobody.length === 0 ? '' : ` Nothing else is said to write ${writtenByNobody.join(', ')}.`;
  return {
    kind: 'process-removed', level: 'dangerous', ...about(process), message: `The process ${process.name} is not described any more.`, effect: `What it wrote, deleted and kept in step nobody does any more, or nobody says who does.${orphaned}`,
    todo: 'Say who does it now.',
  };
}

function* changed(base: Process, head: Process): Iterable<ChangeDraft<Kind>> {
  const [before, after] = [accessOf(base), accessOf(head)];
  const [more, less] = [[...after].filter((access) => !before.has(access)), [...before].filter((access) => !after.has(access))];
  if (more.length > 0) {
    const isRisky = more.some((access) => access.startsWith('deletes') || access.startsWith('erases'));
    yield { kind: 'process-access-added', level: isRisky ? 'dangerous' : 'safe', ...about(head), message: `The process ${head.name} ${more.join(', ')} now.`, effect: isRisky ? 'What it deletes is gone.' : 'What exists stays until it runs.', todo: isRisky ? 'Make sure that it deletes no more than it should, and that whatever points there is ready for it.' : '' };
  }
  if (less.length > 0) {
    const isRisky = less.some((access) => !access.startsWith('reads') && !access.startsWith('retains'));
    yield { kind: 'process-access-removed', level: isRisky ? 'dangerous' : 'safe', ...about(head), message: `The process ${head.name} does not do this any more: it ${less.join(', ')}.`, effect: isRisky ? 'Unless something else does it, what exists is not kept up or not removed any more.' : 'No data changes.', todo: isRisky ? 'Say who does it now.' : '' };
  }
  const words: string[] = (['owner', 'because', 'code', 'description'] as const).filter((property) => base[property] !== head[property]);
  const reasons = new Map(base.retains?.map(({ entity, reason }) => [entity, reason]));
  words.push(...(head.retains ?? []).filter(({ entity, reason }) => reasons.has(entity) && reasons.get(entity) !== reason).map((retained) => `the reason why it retains ${code(retained)}`));
  if (words.length > 0) yield { kind: 'process-changed', level: 'safe', ...about(head), message: `The process ${head.name} is described otherwise: ${words.join(', ')}.`, effect: 'No data changes.', todo: '' };
}

function accessOf({ reads, writes, deletes, retains = [], erasesTenants, copies }: Process): ReadonlySet<string> {
  return new Set([
    ...reads.map((touched) => `reads ${code(touched)}`),
    ...writes.map((touched) => `writes ${code(touched)}`),
    ...deletes.map((touched) => `deletes ${code(touched)}`),
    ...retains.map((retained) => `retains ${code(retained)}`),
    ...(erasesTenants === true ? ['erases tenants'] : []),
    ...copies.map(({ from, to }) => `copies ${code(from)} to ${code(to)}`),
  ]);
}

function code({ entity, field }: Process['reads'][number]): string {
  return codeSpan(field === undefined ? entity : `${entity}.${field}`);
}

function about(process: Process): { readonly address: string; readonly location: Process['location'] } {
  return { address: `process:${process.name}`, location: process.location };
}
