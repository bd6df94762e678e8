import { expiriesOf } from '../../analysis/bucket-rules.ts';
import { assertNever } from '../../model/assert-never.ts';
import { parseDuration } from '../../model/duration.ts';
import type { Entity } from '../../model/entity.ts';
import { retentionsOf, type Retention } from '../../model/retention.ts';
import { escapeInline, inlineCode } from './escape.ts';
import type { Links } from './links.ts';
import type { Site } from './site.ts';

/** How long a record lives, in words for a table cell, and what its bucket does earlier; the note stands elsewhere. */
export function describeRetention(entity: Entity, site: Site, links: Links): string {
  const retentions = retentionsOf(entity);
  const declared = retentions.length === 0 ? 'not declared' : retentions.map((retention) => describe(retention, entity.address, links)).join(', and also: ');
  return `${declared}${earlierExpiries(entity, site, links)}`;
}

/** The same for a table of TTLs, where "permanent" means that there is none. Hard spaces keep the words of the commonest cell of all on one line. */
export function describeTtl(entity: Entity, site: Site, links: Links): string {
  if (entity.retention?.kind !== 'permanent' || entity.alsoRetention !== undefined) return describeRetention(entity, site, links);
  return `None\u00a0—\u00a0permanent${earlierExpiries(entity, site, links)}`;
}

/** What S3 expires before the retention says so, whichever family of the bucket declares the rule; empty where nothing does. */
function earlierExpiries(entity: Entity, site: Site, links: Links): string {
  const length = Math.max(0, ...retentionsOf(entity).map(lengthOf));
  const expiries = expiriesOf(site.bucketRules.get(entity.address) ?? []).filter(({ seconds }) => entity.retention === undefined || seconds < length);
  const first = expiries.find(({ selects }) => selects === 'all');
  const some = expiries.find(({ selects, seconds }) => selects === 'some' && seconds < (first?.seconds ?? Infinity));
  return [some, first].map((each) => {
    if (each === undefined) return '';
    const what = each.selects === 'all' ? 'S3 expires them' : `S3 expires those under ${inlineCode(each.rule.prefix ?? '')}`;
    const owner = each.declaredBy.includes(entity.address) || each.declaredBy[0] === undefined ? 'a lifecycle rule' : `a lifecycle rule of ${links.entity(each.declaredBy[0])}`;
    return `; **${what} after ${escapeInline(each.after)}**, by ${owner}`;
  }).join('');
}

/** For how long an object is to stay, in seconds; what goes with its parent may stay as long as any. */
function lengthOf(retention: Retention): number {
  switch (retention.kind) {
    case 'permanent':
    case 'withParent':
      return Infinity;
    case 'expires':
      return parseDuration(retention.after) ?? 0;
    case 'atLeast':
    case 'locked':
      return parseDuration(retention.for) ?? 0;
    default:
      return assertNever(retention);
  }
}

function describe(retention: Retention, address: string, links: Links): string {
  switch (retention.kind) {
    case 'permanent':
      return 'permanent';
    case 'expires': {
      const from = retention.field === undefined ? '' : ` after ${links.field({ entity: address, field: retention.field }, retention.field)}`;
      const only = retention.where === undefined ? '' : `, only where ${inlineCode(retention.where)}`;
      return `${escapeInline(retention.after)}${from}${only}`;
    }
    case 'atLeast':
      return `At least ${escapeInline(retention.for)}`;
    case 'locked':
      return `Locked for ${escapeInline(retention.for)}${retention.mode === undefined ? '' : ` (${retention.mode} mode)`}`;
    case 'withParent': {
      const late = retention.within === undefined ? '' : `, then ${escapeInline(retention.within)} at most`;
      const by = retention.by === undefined ? '' : `; removed by ${links.keeper(retention.by)}`;
      return `As long as its ${links.entity(retention.parent)}${late}${by}`;
    }
    default:
      return assertNever(retention);
  }
}

/** Why it lives so long, and what its author notes. */
export function describeRetentionNote(entity: Entity, links: Links): string {
  const texts = retentionsOf(entity).flatMap((retention) => [retention.kind === 'atLeast' ? retention.reason : '', retention.note ?? '']);
  return texts.filter((text) => text !== '').map(links.inline).join(' ');
}
