import { contentOf } from '../../analysis/object-content.ts';
import type { Lifetime } from '../../analysis/lifetime.ts';
import { describeDuration } from '../../model/duration.ts';
import type { Entity, ObjectFamily } from '../../model/entity.ts';
import { attribute } from './escape.ts';
import type { Links } from './links.ts';
import type { Site } from './site.ts';

/** The lives of a record, of the bytes that it points at, and of their lock, one below the other, as a picture. */
export function timelineOf(entity: Entity, site: Site, links: Links): string {
  const families = entity.kind === 'objects' ? [entity] : contentOf(site.index, entity);
  const lives = (addresses: readonly string[]) => [...new Set(addresses.map((address) => describeLifetime(site.lifetimeOf(address))))].join('; ');
  const bars = [
    ['record', entity.kind === 'objects' ? '' : lives([entity.address])],
    ['bytes', lives(families.map(({ address }) => address))],
    ['lock', [...new Set(families.flatMap(lockOf))].join('; ')],
  ] as const;
  const attributes = bars.filter(([, words]) => words !== '').map(([name, words]) => `${name}=${attribute(words)}`);
  return `<Timeline ${attributes.join(' ')}>${links.entity(entity.address)}</Timeline>`;
}

/** What the picture is made of, in words that it reads: `24 hours`, `at least 2 years`, `30 days to 1 year`, `forever`. */
function describeLifetime(lifetime: Lifetime): string {
  if (lifetime.kind !== 'known') return lifetime.kind === 'eliminated' ? 'eliminated' : 'not declared';
  const { min, max } = lifetime;
  if (min === Infinity) return 'forever';
  if (max === Infinity) return min === 0 ? 'as each says' : `at least ${describeDuration(min)}`;
  return min === max ? describeDuration(min) : `${describeDuration(min)} to ${describeDuration(max)}`;
}

function lockOf({ objectLock, retention }: ObjectFamily): readonly string[] {
  if (objectLock !== undefined && objectLock.prefix === undefined) return [objectLock.for];
  return retention?.kind === 'locked' ? [retention.for] : [];
}
