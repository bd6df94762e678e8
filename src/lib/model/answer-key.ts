import type { Catalog } from './catalog.ts';
import type { ObjectFamily } from './entity.ts';
import { keyFamilies } from './key-families.ts';
import { matchKey, nearestFamily, type KeyMatch, type NearMatch } from './match-key.ts';

/** What is known of a key that somebody looks up, in a terminal or on the site. */
export interface KeyAnswer {
  /** The key as a bucket holds it: decoded, where only that fits a family. */
  readonly key: string;
  /** Absent: none was given. */
  readonly bucket?: string;
  /** The families that were tried. */
  readonly families: readonly ObjectFamily[];
  readonly matches: readonly KeyMatch[];
  /** Whether `key` was URL-decoded. */
  readonly isDecoded: boolean;
  /** The key has another meaning when it is URL-decoded, and families that make it. */
  readonly decoded?: { readonly key: string; readonly matches: readonly KeyMatch[] };
  /** Where no family makes it. */
  readonly nearest?: NearMatch;
}

/**
 * Reads a key as it stands in the bucket, and, where it may be that, as an event delivers it. `s3://bucket/` in front leaves only the families of that bucket.
 * S3 URL-encodes the key in event messages, a blank as `+` (`red flower.jpg` is `red+flower.jpg`): https://docs.aws.amazon.com/AmazonS3/latest/userguide/notification-content-structure.html
 */
export function answerKey(asked: string, catalog: Pick<Catalog, 'entities' | 'references'>): KeyAnswer {
  const all = keyFamilies(catalog);
  const address = /^s3:\/\/([^/]+)\/(.*)$/s.exec(asked);
  const bucket = address?.[1];
  const families = bucket === undefined ? all : all.filter((family) => family.bucket === bucket);
  const raw = address?.[2] ?? asked;
  const common = { ...(bucket === undefined ? {} : { bucket }), families };
  const decodedKey = decodeKey(raw);
  const [matches, decoded] = [matchKey(raw, families), decodedKey === undefined ? [] : matchKey(decodedKey, families)];
  if (matches.length > 0) return { ...common, key: raw, matches, isDecoded: false, ...(decodedKey === undefined || decoded.length === 0 ? {} : { decoded: { key: decodedKey, matches: decoded } }) };
  if (decodedKey !== undefined && decoded.length > 0) return { ...common, key: decodedKey, matches: decoded, isDecoded: true };
  const nearest = nearestFamily(decodedKey ?? raw, families);
  return { ...common, key: raw, matches: [], isDecoded: false, ...(nearest === undefined ? {} : { nearest }) };
}

/** Undefined where nothing in it is URL-encoded. */
function decodeKey(key: string): string | undefined {
  if (!/%[\da-f]{2}|\+/i.test(key)) return undefined;
  try {
    return decodeURIComponent(key.replaceAll('+', ' '));
  } catch {
    return undefined;
  }
}

/** Why the nearest family does not make a key, as a clause. `quote` marks what stands in the key or its template. */
export function describeMisfit({ why }: NearMatch, quote: (text: string) => string): string {
  switch (why.kind) {
    case 'step':
      return `${quote(why.step)} does not fit ${quote(why.expected)}`;
    case 'value':
      return `${quote(`{${why.placeholder}}`)} cannot be ${quote(why.value)}`;
    case 'differs':
      return `${quote(`{${why.placeholder}}`)} would be both ${quote(why.values[0])} and ${quote(why.values[1])}`;
    case 'steps':
      return `the key has ${why.found} ${why.found === 1 ? 'step' : 'steps'}, and the template ${why.expected}`;
  }
}
