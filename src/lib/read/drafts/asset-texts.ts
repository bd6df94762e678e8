import { codeSpan } from '../../model/code-span.ts';
import type { Drafts } from '../../model/draft.ts';
import type { Finding } from '../../model/finding.ts';
import type { Location } from '../../model/location.ts';
import { assetIn } from '../modules/asset.ts';

/** Texts of definitions that come from a picture, a style sheet or the like: what is in these is not loaded. */
export function assetTexts(drafts: Drafts): readonly Finding[] {
  const { system, stores, domains, entities, tombstones, processes, claims } = drafts;
  return [...(system === undefined ? [] : [system]), ...stores, ...domains, ...entities, ...tombstones, ...processes, ...claims].flatMap((draft) => {
    const found = assetsIn(draft, draft.location);
    // A text of a field stands in its definition too, where nobody would look for it.
    const inParts = new Set(found.filter(({ location }) => location !== draft.location).map(({ name }) => name));
    return found.filter(({ name, location }) => location !== draft.location || !inParts.has(name)).map(({ name, location }): Finding => {
      const message = `A definition uses ${codeSpan(name)} as a text, but such files are not loaded.`;
      return { rule: 'bad-option', severity: 'error', message, hint: 'Import the file with `?raw` alone to get its text.', location };
    });
  });
}

interface Found {
  readonly name: string;
  readonly location: Location;
}

/** @param value plain data; where an object has a location, it holds for all in it */
function assetsIn(value: unknown, location: Location): readonly Found[] {
  if (typeof value === 'string') {
    const name = assetIn(value);
    return name === undefined ? [] : [{ name, location }];
  }
  if (typeof value !== 'object' || value === null) return [];
  const own = 'location' in value && value.location !== undefined ? (value.location as Location) : location;
  return Object.values(value).flatMap((each) => assetsIn(each, own));
}
