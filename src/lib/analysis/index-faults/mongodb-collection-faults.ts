import type { Collection } from '../../model/entity.ts';
import type { IndexFault } from './index-fault.ts';
import { mayBeDate } from '../ttl-fields.ts';

/** Options of a collection that exclude each other, and what they require of its documents. */
export function* collectionFaults(collection: Collection): Iterable<IndexFault> {
  const { address, capped, timeSeries, clustered, indexes, validator } = collection;
  const refused = (why: string, hint: string): IndexFault => ({ kind: 'refused', message: `MongoDB refuses \`${address}\`: ${why}.`, hint });
  if (capped !== undefined && timeSeries !== undefined) yield refused('a time series cannot be capped', 'Use retention: expires(…) instead of `capped`.');
  if (capped !== undefined && clustered) yield refused('a clustered collection cannot be capped', 'Remove one of the two.');
  if (capped !== undefined && indexes.some(({ ttl }) => ttl !== undefined)) {
    yield { kind: 'ignored', message: `\`${address}\` is capped and has a TTL index, which MongoDB supports since 7.1: 5.2 to 7.0 refuse the index, and before 5.2 no document expires through it.`, hint: 'Remove `capped` or the TTL.' };
  }
  if (timeSeries === undefined) return;
  if (validator) yield refused('time series collections do not support schema validation', 'Remove `validator`.');
  const { timeField, metaField } = timeSeries;
  const field = collection.fields.find(({ path }) => path === timeField);
  if (timeField.includes('.') || metaField?.includes('.')) yield refused('the `timeField` and `metaField` of a time series must be top-level fields', 'Name a field without dots.');
  if (metaField === '_id' || metaField === timeField) yield refused(`\`${metaField}\` cannot be the \`metaField\` of a time series`, 'Name the field that identifies a series.');
  if (field === undefined) return;
  if (!mayBeDate(field.type) || field.type.endsWith('[]')) yield refused(`the \`timeField\` of a time series must be a date, and \`${timeField}\` is \`${field.type}\``, 'Make it z.date().');
  else if (field.optional || field.nullable) yield refused(`every document of a time series needs its \`timeField\`, and \`${timeField}\` may be ${field.optional ? 'absent' : 'null'}`, 'Make it required.');
}
