/**
 * Whether two parts of catalogs say the same, wherever they stand in files. Most of two catalogs does, so this is asked before anything is looked at closely.
 * Key order makes no difference, nor whether a key is absent or undefined: one of the two has been through JSON.
 */
export function saysTheSame(one: unknown, other: unknown): boolean {
  return isSame(one, other, true);
}

/** @param hasPlaces whether `location` is a place in a file: in a JSON Schema it is a field that somebody called so */
function isSame(one: unknown, other: unknown, hasPlaces: boolean): boolean {
  if (one === other) return true;
  if (typeof one !== 'object' || typeof other !== 'object' || one === null || other === null) return false;
  if (Array.isArray(one) || Array.isArray(other)) {
    if (!Array.isArray(one) || !Array.isArray(other) || one.length !== other.length) return false;
    for (let at = 0; at < one.length; at += 1) if (!isSame(one[at], other[at], hasPlaces)) return false;
    return true;
  }
  const [left, right] = [one as Readonly<Record<string, unknown>>, other as Readonly<Record<string, unknown>>];
  let keys = 0;
  for (const key in left) {
    if ((hasPlaces && key === 'location') || left[key] === undefined) continue;
    keys += 1;
    if (!isSame(left[key], right[key], hasPlaces && key !== 'jsonSchema')) return false;
  }
  for (const key in right) if (!(hasPlaces && key === 'location') && right[key] !== undefined) keys -= 1;
  return keys === 0;
}
