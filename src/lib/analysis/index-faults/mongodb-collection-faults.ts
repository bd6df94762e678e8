import type { Collection } from '../../model/entity.ts';
import type { IndexFault } from './index-fault.ts';
import { mayBeDate } from '../ttl-fields.ts';

/** Kinds of collections that cannot be one collection, and what each kind asks of its documents. */
export function* collectionFaults(collection: Collection): Iterable<IndexFault> {
  const { address, capped, timeSeries, clustered, indexes, validator } = collection;
  const refused = (why: string, hint: string): IndexFault => ({ kind: 'refused', message: `MongoDB refuses \`${address}\`: ${why}.`, hint });
  if (capped !== undefined && timeSeries !== undefined) yield refused('a time series cannot be capped', 'Let it expire: retention: expires(…).');
  if (capped !== undefined && clustered) yield refused('a clustered collection cannot be capped', 'Leave one of the two out.');
  if (capped !== undefined && indexes.some(({ ttl }) => ttl !== undefined)) {
    yield { kind: 'ignored', message: `MongoDB makes the TTL index of \`${address}\`, which is capped, only since 7.1: 5.2 to 7.0 refuse it, and before that nothing expires.`, hint: 'Leave `capped` out, or the TTL.' };
  }
  if (timeSeries === undefined) return;
  if (validator) yield refused('a time series has no validator', 'Leave `validator` out.');
  const { timeField, metaField } = timeSeries;
  const field = collection.fields.find(({ path }) => path === timeField);
  if (timeField.includes('.') || metaField?.includes('.')) yield refused('`timeField` and `metaField` of a time series are fields of the document itself', 'Name a field without dots.');
  if (metaField === '_id' || metaField === timeField) yield refused(`\`${metaField}\` cannot be the \`metaField\` of a time series`, 'Name a field that tells the series apart.');
  if (field === undefined) return;
  if (!mayBeDate(field.type) || field.type.endsWith('[]')) yield refused(`the \`timeField\` of a time series is a date, and \`${timeField}\` is \`${field.type}\``, 'Make it z.date().');
  else if (field.optional || field.nullable) yield refused(`each document of a time series has its \`timeField\`, and \`${timeField}\` may be ${field.optional ? 'absent' : 'null'}`, 'Make it required.');
}
