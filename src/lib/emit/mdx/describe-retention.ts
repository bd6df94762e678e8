import { assertNever } from '../../model/assert-never.ts';
import type { Entity } from '../../model/entity.ts';
import { expiresAtOwnDate, retentionsOf, type Retention } from '../../model/retention.ts';
import { escapeInline, inlineCode } from './escape.ts';
import type { Links } from './links.ts';

/** How long a record lives, in words for a table cell; the note stands elsewhere. */
export function describeRetention(entity: Entity, links: Links): string {
  const retentions = retentionsOf(entity);
  return retentions.length === 0 ? 'not declared' : retentions.map((retention) => describe(retention, entity.address, links)).join(', and also: ');
}

/** The same for a table of TTLs, where "permanent" means that there is none. Hard spaces keep the words of the commonest cell of all on one line. */
export function describeTtl(entity: Entity, links: Links): string {
  return entity.retention?.kind === 'permanent' && entity.alsoRetention === undefined ? 'None\u00a0—\u00a0permanent' : describeRetention(entity, links);
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
