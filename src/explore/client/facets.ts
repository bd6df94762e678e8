import type { System, SystemEntity } from '../system/system.ts';

/** What entities are told apart by, for filters, colours and legends. */
export interface Facet {
  readonly id: FacetId;
  readonly label: string;
  /** The values of each entity, in the order of the entities. */
  readonly values: readonly (readonly string[])[];
  /** Every value that there is, with how many entities have it; most first, where the values have no order of their own. */
  readonly options: readonly FacetOption[];
}

export interface FacetOption {
  readonly value: string;
  readonly label: string;
  readonly count: number;
}

export const FACET_IDS = ['store', 'domain', 'owner', 'tag', 'tenancy', 'retention', 'personal', 'enforcement', 'status'] as const;
export type FacetId = (typeof FACET_IDS)[number];

/** All facets of a system. */
export function buildFacets(system: System): readonly Facet[] {
  const enforcers = system.entities.map((): Set<string> => new Set());
  for (const { from, by } of system.references) enforcers[from]?.add(by);
  const valuesOf: Readonly<Record<FacetId, (entity: SystemEntity, at: number) => readonly string[]>> = {
    store: ({ store }) => [system.stores[store]?.id ?? ''],
    domain: ({ domain }) => [domain ?? NONE],
    owner: ({ owner }) => [owner ?? NONE],
    tag: ({ tags }) => (tags.length === 0 ? [NONE] : tags),
    tenancy: ({ tenancy }) => [tenancy ?? NONE],
    retention: ({ retention }) => [retention ?? NONE],
    personal: ({ fields }) => orNone([...new Set(fields.flatMap(([, , , classification]) => classification ?? []))]),
    // An entity has the colour of its first value: what no database keeps is what one looks for.
    enforcement: (_, at) => orNone((['application', 'database'] as const).filter((by) => enforcers[at]?.has(by) === true)),
    status: ({ status }) => [status],
  };
  return FACET_IDS.map((id) => {
    const values = system.entities.map(valuesOf[id]);
    return { id, label: LABELS[id], values, options: optionsOf(id, values, system) };
  });
}

/** Whether some entities have a value of it that others do not: else there is nothing to choose. */
export function tellsApart({ values, options }: Facet): boolean {
  return options.some(({ count }) => count < values.length);
}

/** Those that one may colour by; never none. */
export function colourFacets(facets: readonly Facet[]): readonly Facet[] {
  return facets.filter((facet) => tellsApart(facet) || facet.id === 'store');
}

/** The value of what has none: no domain, nothing declared. */
const NONE = '-';

const LABELS: Readonly<Record<FacetId, string>> = {
  store: 'Store', domain: 'Domain', owner: 'Owner', tag: 'Tag', tenancy: 'Tenancy', retention: 'Retention', personal: 'Personal data', enforcement: 'References enforced', status: 'Status',
};

const WORDS: Readonly<Partial<Record<FacetId, Readonly<Record<string, string>>>>> = {
  domain: { [NONE]: 'no domain' },
  owner: { [NONE]: 'no owner' },
  tag: { [NONE]: 'no tag' },
  tenancy: { perTenant: 'per tenant', tenant: 'is a tenant', viaParent: 'through its parent', shared: 'no tenant', [NONE]: 'not declared' },
  retention: { permanent: 'permanent', expires: 'expires', atLeast: 'at least', locked: 'locked', withParent: 'with its parent', [NONE]: 'not declared' },
  personal: { personal: 'personal', secret: 'secret', [NONE]: 'none' },
  enforcement: { database: 'by a database', application: 'by the application', [NONE]: 'no reference' },
  status: { stable: 'stable', experimental: 'experimental', deprecated: 'deprecated' },
};

function optionsOf(id: FacetId, values: Facet['values'], system: System): readonly FacetOption[] {
  const counts = new Map<string, number>();
  for (const value of values.flat()) counts.set(value, (counts.get(value) ?? 0) + 1);
  const labelOf = (value: string): string => (id === 'store' ? system.stores.find((store) => store.id === value)?.label : WORDS[id]?.[value]) ?? value;
  const options = [...counts].map(([value, count]) => ({ value, label: labelOf(value), count }));
  const fixed = Object.keys(WORDS[id] ?? {});
  const order = (value: string): number => (fixed.includes(value) ? fixed.indexOf(value) : -1);
  return options.sort((a, b) => order(a.value) - order(b.value) || b.count - a.count || (a.value < b.value ? -1 : 1));
}

function orNone(values: readonly string[]): readonly string[] {
  return values.length === 0 ? [NONE] : values;
}
