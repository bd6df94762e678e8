import { isDeepStrictEqual } from 'node:util';
import { codeSpan } from '../../model/code-span.ts';
import type { Collection, Table } from '../../model/entity.ts';
import { defineFamily, type ChangeDraft } from './change-family.ts';
import { nameOf } from './words.ts';

type Kind =
  | 'validator-added' | 'validator-removed' | 'cap-added' | 'cap-lowered' | 'cap-raised' | 'cap-removed' | 'time-series-changed' | 'clustering-changed' | 'check-added' | 'check-removed' | 'check-changed'
  | 'partitioning-changed';

/** How a database keeps a collection or a table, and what it refuses. */
export const storageChanges = defineFamily<Kind>({
  title: 'Storage and constraints',
  kinds: {
    'validator-added': 'MongoDB itself refuses documents that do not fit.',
    'validator-removed': 'MongoDB takes any document.',
    'cap-added': 'A collection keeps only its newest documents.',
    'cap-lowered': 'A capped collection keeps less than it did.',
    'cap-raised': 'A capped collection keeps more than it did.',
    'cap-removed': 'A collection keeps all documents again.',
    'time-series-changed': 'A collection is a time series, is none any more, or one over other fields.',
    'clustering-changed': 'A collection is stored in the order of its `_id`, or is not any more.',
    'check-added': 'A table refuses rows that it took.',
    'check-removed': 'A table takes rows that it refused.',
    'check-changed': 'A check constraint demands something else.',
    'partitioning-changed': 'A table is partitioned, is not any more, or otherwise.',
  },
  *find({ pairs }) {
    for (const { base, head } of pairs) {
      if (base.kind === 'collection' && head.kind === 'collection') yield* collectionChanged(base, head);
      if (base.kind === 'table' && head.kind === 'table') yield* tableChanged(base, head);
    }
  },
});

const ANEW = 'Make a new one beside it, copy what it holds, and switch readers and writers.';

function* collectionChanged(base: Collection, head: Collection): Iterable<ChangeDraft<Kind>> {
  const [entity, name] = [head.address, nameOf(head)];
  if (head.validator && !base.validator) {
    yield { kind: 'validator-added', level: 'dangerous', entity, message: `MongoDB itself refuses documents of ${name} that do not fit.`, effect: 'Existing documents that do not fit stay, and are refused when they are next written.', todo: 'Look for documents that do not fit, and mend them first.' };
  }
  if (!head.validator && base.validator) {
    yield { kind: 'validator-removed', level: 'dangerous', entity, message: `MongoDB does not refuse documents of ${name} that do not fit any more.`, effect: 'From now on every reader may meet any document.', todo: 'Make sure that every writer validates what it writes.' };
  }
  yield* capChanged(base, head);
  if (!isDeepStrictEqual(base.timeSeries, head.timeSeries)) {
    const message = head.timeSeries === undefined ? `${name} is no time series any more.` : base.timeSeries === undefined ? `${name} is a time series now.` : `${name} is another time series than it was.`;
    yield { kind: 'time-series-changed', level: 'breaking', entity, message, effect: 'A collection cannot be made into one, nor one into another: what it holds has to be copied.', todo: ANEW };
  }
  if (base.clustered !== head.clustered) {
    yield { kind: 'clustering-changed', level: 'breaking', entity, message: `${name} is ${head.clustered ? 'stored in the order of its `_id` now' : 'not stored in the order of its `_id` any more'}.`, effect: 'That cannot be changed in place: what it holds has to be copied.', todo: ANEW };
  }
}

function* capChanged(base: Collection, head: Collection): Iterable<ChangeDraft<Kind>> {
  const [before, after] = [base.capped, head.capped];
  if (isDeepStrictEqual(before, after)) return;
  const [entity, name] = [head.address, nameOf(head)];
  const words = ({ maxBytes, maxDocuments }: NonNullable<Collection['capped']>) => `${maxBytes} bytes${maxDocuments === undefined ? '' : ` and ${maxDocuments} documents`}`;
  const gone = 'The oldest documents are deleted, and each new one deletes more.';
  const todo = 'Copy what must be kept somewhere else first.';
  if (after === undefined) yield { kind: 'cap-removed', level: 'safe', entity, message: `${name} is not capped any more; it was, at ${words(before ?? { maxBytes: 0 })}.`, effect: 'It grows without end.', todo: '' };
  else if (before === undefined) yield { kind: 'cap-added', level: 'breaking', entity, message: `${name} is capped at ${words(after)}.`, effect: gone, todo };
  else {
    const isLower = after.maxBytes < before.maxBytes || (after.maxDocuments ?? Infinity) < (before.maxDocuments ?? Infinity);
    yield { kind: isLower ? 'cap-lowered' : 'cap-raised', level: isLower ? 'breaking' : 'safe', entity, message: `${name} is capped at ${words(after)} instead of ${words(before)}.`, effect: isLower ? gone : 'Existing documents stay longer.', todo: isLower ? todo : '' };
  }
}

function* tableChanged(base: Table, head: Table): Iterable<ChangeDraft<Kind>> {
  const [entity, name] = [head.address, nameOf(head)];
  const [before, after] = [base, head].map(({ checks }) => new Map(checks.map((check) => [check.name, check.expression]))) as [Map<string, string>, Map<string, string>];
  const added = [...after.keys()].filter((check) => !before.has(check));
  const removed = [...before.keys()].filter((check) => !after.has(check));
  const changed = [...after].flatMap(([check, expression]) => (before.has(check) && before.get(check) !== expression ? [check] : []));
  const listed = (checks: readonly string[]) => checks.map((check) => `${codeSpan(check)} (${codeSpan(after.get(check) ?? before.get(check) ?? '')})`).join(' and ');
  const effect = 'The change fails where an existing row does not pass; writers of such rows fail from then on.';
  const todo = 'Look for rows that do not pass, and mend them first.';
  if (added.length > 0) yield { kind: 'check-added', level: 'dangerous', entity, message: `${name} has the check ${listed(added)}.`, effect, todo };
  if (changed.length > 0) yield { kind: 'check-changed', level: 'dangerous', entity, message: `The check of ${name} is ${listed(changed)} now.`, effect, todo };
  if (removed.length > 0) yield { kind: 'check-removed', level: 'dangerous', entity, message: `${name} has lost the check ${listed(removed)}.`, effect: 'Readers that rely on it may meet rows that do not pass.', todo: 'Make sure that no reader relies on it.' };
  if (isDeepStrictEqual(withoutNote(base.partitionedBy), withoutNote(head.partitionedBy))) return;
  const message = head.partitionedBy === undefined ? `${name} is not partitioned any more.` : `${name} is partitioned by ${head.partitionedBy.strategy} of (${head.partitionedBy.columns.join(', ')})${base.partitionedBy === undefined ? '' : ' now'}.`;
  yield { kind: 'partitioning-changed', level: 'breaking', entity, message, effect: 'That cannot be changed in place: the rows have to be copied.', todo: ANEW };
}

function withoutNote(partitioning: Table['partitionedBy']): unknown {
  return partitioning === undefined ? undefined : { ...partitioning, note: undefined };
}
