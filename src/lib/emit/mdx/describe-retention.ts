import { earlyExpiries } from '../../analysis/early-expiries.ts';
import { assertNever } from '../../model/assert-never.ts';
import type { Entity } from '../../model/entity.ts';
import { expiresAtOwnDate, retentionsOf, type Retention } from '../../model/retention.ts';
import { escapeInline, inlineCode } from './escape.ts';
import type { Links } from './links.ts';
import type { Site } from './site.ts';

/** How long a record is kept, and what its bucket expires earlier, as text for a table cell without the note. */
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

/** What S3 expires earlier than declared; empty if nothing. */
function earlierExpiries(entity: Entity, site: Site, links: Links): string {
  return earlyExpiries(entity, site.bucketRules.get(entity.address) ?? [], site.lifetimeOf).map(({ selects, rule, declaredBy, after }) => {
    const what = selects === 'all' ? 'S3 expires them' : `S3 expires objects under ${inlineCode(rule.prefix ?? '')}`;
    const [other] = declaredBy.includes(entity.address) ? [] : declaredBy;
    return `; **${what} after ${escapeInline(after)}**, by a lifecycle rule${other === undefined ? '' : ` of ${links.entity(other)}`}`;
  }).join('');
}

function describe(retention: Retention, address: string, links: Links): string {
  switch (retention.kind) {
    case 'permanent':
      return 'permanent';
    case 'expires': {
      const field = retention.field === undefined ? '' : links.field({ entity: address, field: retention.field }, retention.field);
      const when = expiresAtOwnDate(retention) ? `At the date in ${field}` : `${escapeInline(retention.after)}${field === '' ? '' : ` after ${field}`}`;
      const only = retention.where === undefined ? '' : `, only where ${inlineCode(retention.where)}`;
      return `${when}${only}`;
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
