import type { AddressBook } from './address-book.ts';
import { findPath } from './document-path.ts';
import { DURATION_HELP, parseDuration } from './duration.ts';
import type { Field } from './field.ts';
import type { Location } from './location.ts';
import type { NamedEntity, Report } from './named-entity.ts';
import { retentionsOf } from './retention.ts';
import { didYouMean } from './suggest.ts';

/** Reports options of an entity that name a field or an entity that is not there, or a length of time that is none. */
export function checkOptions(entity: NamedEntity, fields: readonly Field[], book: AddressBook, report: Report): void {
  const { address, draft } = entity;
  const at = (option: string) => draft.optionLocations[option] ?? draft.location;
  const paths = fields.map((field) => field.path);

  const field = (path: string, option: string, role: string, location: Location = at(option)) => {
    if (paths.includes(path)) return;
    const hint = didYouMean(path, paths);
    report({ rule: 'unknown-field', severity: 'error', address, message: `${role} of \`${address}\` names \`${path}\`, and \`${address}\` has no such field.`, ...(hint === '' ? {} : { hint }), location });
  };
  const duration = (text: string | undefined, option: string, role: string) => {
    if (text === undefined || parseDuration(text) !== undefined) return;
    report({ rule: 'bad-duration', severity: 'error', address, message: `\`${text}\` is not a duration: it is ${role} of \`${address}\`.`, hint: DURATION_HELP, location: at(option) });
  };
  const entityAt = (text: string, option: string, role: string) => {
    const result = book.entity(text);
    if (!('problem' in result) || result.consequence) return;
    report({ rule: 'unknown-entity', severity: 'error', address, message: `${role} of \`${address}\` names something that is not there: ${result.problem}.`, hint: result.hint, location: at(option) });
  };

  const { tenancy, status } = draft;
  if (tenancy !== undefined && tenancy.kind !== 'shared') field(tenancy.field, 'tenancy', 'The tenancy');
  if (tenancy?.kind === 'viaParent' && paths.includes(tenancy.field) && !fields.some((each) => each.path === tenancy.field && each.keys.includes('FK'))) {
    const message = `The tenancy of \`${address}\` goes by way of \`${tenancy.field}\`, which points at nothing.`;
    report({ rule: 'not-a-reference', severity: 'error', address, message, hint: `Make it a reference, ${tenancy.field}: ref('…'), or write perTenant('${tenancy.field}').`, location: at('tenancy') });
  }
  for (const retention of retentionsOf(draft)) {
    if (retention.kind === 'expires') {
      duration(retention.after, 'retention', 'the retention');
      // A date may lie in what the shape leaves open.
      if (retention.field !== undefined) {
        if (draft.kind !== 'collection' || findPath(draft.jsonSchema, retention.field) !== 'open') field(retention.field, 'retention', 'The retention');
      } else if (draft.kind !== 'objects') {
        const message = `The retention of \`${address}\` does not say from which date its ${retention.after} count.`;
        report({ rule: 'unknown-field', severity: 'error', address, message, hint: `Name a date field: expires('${retention.after}', { after: '…' }).`, location: at('retention') });
      }
    }
    if (retention.kind === 'atLeast' || retention.kind === 'locked') duration(retention.for, 'retention', 'the retention');
    if (retention.kind === 'withParent') {
      entityAt(retention.parent, 'retention', 'The retention');
      duration(retention.within, 'retention', 'the delay in the retention');
    }
  }
  if (status.kind === 'deprecated' && status.useInstead !== undefined) entityAt(status.useInstead, 'status', 'The status');

  if (draft.kind === 'objects') {
    duration(draft.objectLock?.for, 'objectLock', 'the Object Lock');
    for (const rule of draft.lifecycle) {
      const moves = [...(rule.transitions ?? []), ...(rule.oldVersionTransitions ?? [])].map(({ after }) => after);
      for (const text of [rule.expireAfter, rule.expireOldVersionsAfter, rule.abortUploadsAfter, ...moves]) duration(text, 'lifecycle', 'a lifecycle rule');
    }
    return;
  }
  if (draft.kind === 'collection') {
    // MongoDB takes an index on any path, and a rule looks at those that no document has.
    if (draft.timeSeries !== undefined) field(draft.timeSeries.timeField, 'timeSeries', 'The time series');
    if (draft.timeSeries?.metaField !== undefined) field(draft.timeSeries.metaField, 'timeSeries', 'The time series');
    return;
  }
  for (const { keys, include = [], location } of draft.indexes) {
    for (const on of [...keys.flatMap((key) => (key.expression === true ? [] : [key.on])), ...include]) field(on, 'indexes', 'An index', location);
  }
  for (const column of draft.primaryKey) field(column, 'primaryKey', 'The primary key');
  for (const unique of draft.uniques) for (const column of unique.columns) field(column, 'unique', 'A unique constraint');
  for (const column of draft.partitionedBy?.columns ?? []) field(column, 'partitionBy', 'The partitioning');
}
