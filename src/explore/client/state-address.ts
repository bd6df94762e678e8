import type { System } from '../system/system.ts';
import { INITIAL, type Choice, type ExploreState } from './explore-state.ts';
import { colourFacets, FACET_IDS, tellsApart, type Facet, type FacetId } from './facets.ts';
import type { Filters } from './filters.ts';

/** The state as the query of the page's address, `?at=mongodb.skills&retention=expires`; empty where nothing was chosen. Entities go by their address, so that a link outlives a new one. */
export function renderAddress(state: ExploreState, system: System): string {
  const query = new URLSearchParams();
  const put = (name: string, value: string | undefined): void => {
    if (value !== undefined) query.append(name, value);
  };
  const { chosen, goal, camera } = state;
  put('at', chosen && system.entities[chosen.entity]?.address);
  put('field', chosen?.field === undefined ? undefined : system.entities[chosen.entity]?.fields[chosen.field]?.[0]);
  put('to', goal === undefined ? undefined : system.entities[goal]?.address);
  put('way', state.directed ? 'along' : undefined);
  put('depth', state.depth?.toString());
  for (const id of FACET_IDS) for (const value of state.filters[id] ?? []) put(id, value);
  put('only', state.only ? 'yes' : undefined);
  put('colour', state.colour === INITIAL.colour ? undefined : state.colour);
  put('view', camera && [Math.round(camera.x), Math.round(camera.y), camera.scale.toPrecision(3), ...(state.shape === 'tall' ? ['tall'] : [])].join(','));
  const text = query.toString();
  return text === '' ? '' : `?${text}`;
}

/** The state of an address; what it names and is not there, or makes no sense, is passed over. */
export function readAddress(search: string, system: System, facets: readonly Facet[]): ExploreState {
  const query = new URLSearchParams(search);
  const entityAt = (name: string): number | undefined => {
    const place = system.entities.findIndex(({ address }) => address === query.get(name));
    return place < 0 ? undefined : place;
  };
  const entity = entityAt('at');
  const field = entity === undefined ? -1 : (system.entities[entity]?.fields.findIndex(([path]) => path === query.get('field')) ?? -1);
  const chosen: Choice | undefined = entity === undefined ? undefined : field < 0 ? { entity } : { entity, field };
  const goal = chosen && entityAt('to');
  const depth = chosen && /^[123]$/.test(query.get('depth') ?? '') ? Number(query.get('depth')) : undefined;
  const [x = NaN, y = NaN, scale = NaN] = (query.get('view') ?? '').split(',').map(Number);
  const shape = query.get('view')?.endsWith(',tall') === true ? 'tall' : 'wide';
  return {
    ...(Number.isFinite(x) && Number.isFinite(y) && scale > 0 ? { camera: { x, y, scale }, shape } : {}),
    ...(chosen === undefined ? {} : { chosen }),
    ...(goal === undefined || goal === chosen?.entity ? {} : { goal }),
    directed: query.get('way') === 'along',
    ...(depth === undefined ? {} : { depth }),
    filters: filtersOf(query, facets.filter(tellsApart)),
    only: query.get('only') === 'yes',
    colour: colourFacets(facets).find(({ id }) => id === query.get('colour'))?.id ?? INITIAL.colour,
  };
}

function filtersOf(query: URLSearchParams, facets: readonly Facet[]): Filters {
  const chosen = facets.map(({ id, options }): [FacetId, readonly string[]] => [id, [...new Set(query.getAll(id))].filter((value) => options.some((option) => option.value === value))]);
  return Object.fromEntries(chosen.filter(([, values]) => values.length > 0));
}
