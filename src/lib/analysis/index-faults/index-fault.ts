import type { Entity, Index } from '../../model/entity.ts';
import type { Location } from '../../model/location.ts';

/** An index that does not work as its author intends. */
export interface IndexFault {
  /**
   * - `refused`: the database does not create the index, or refuses records because of it.
   * - `ignored`: the database creates the index, and an option has no effect.
   */
  readonly kind: 'refused' | 'ignored';
  /** One sentence. */
  readonly message: string;
  readonly hint: string;
  readonly location?: Location;
}

/** `the index on (`a`, `b`) of `mongodb.logs``, with its name where it has one. */
export function describeIndex(index: Index, entity: Entity): string {
  const all = index.keys.map(({ on }) => `\`${on}\``);
  const keys = all.length <= MOST_NAMED ? all.join(', ') : `${all.slice(0, MOST_NAMED).join(', ')} and ${all.length - MOST_NAMED} more`;
  return `the index ${index.name === undefined ? '' : `\`${index.name}\` `}on (${keys}) of \`${entity.address}\``;
}

const MOST_NAMED = 8;

export function locationOf({ location }: Index): { readonly location?: Location } {
  return location === undefined ? {} : { location };
}
