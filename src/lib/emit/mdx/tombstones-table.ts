import type { Tombstone } from '../../model/catalog.ts';
import { escapeText } from './escape.ts';
import type { Links } from './links.ts';
import { table } from './table.ts';

/** Entities that are gone on purpose, and what came instead. */
export function tombstonesTable(tombstones: readonly Tombstone[], links: Links): string {
  if (tombstones.length === 0) return '';
  const rows = tombstones.map((tombstone) => [
    links.entity(tombstone.address),
    tombstone.since === undefined ? '' : escapeText(tombstone.since),
    tombstone.replacedBy === undefined ? '' : links.entity(tombstone.replacedBy),
    links.inline(tombstone.reason),
  ]);
  return table(['Entity', 'Since', 'Replaced by', 'Why'], rows);
}
