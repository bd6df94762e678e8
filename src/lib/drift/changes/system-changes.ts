import { defineFamily, type ChangeDraft } from './change-family.ts';

type Kind = 'system-changed' | 'store-changed' | 'domain-added' | 'domain-removed' | 'domain-described';

/** The introductions of the system, its stores and its domains. */
export const systemChanges = defineFamily<Kind>({
  title: 'System, stores and domains',
  kinds: {
    'system-changed': 'The system is called or described otherwise.',
    'store-changed': 'A store is described otherwise.',
    'domain-added': 'A domain is new.',
    'domain-removed': 'A domain is gone.',
    'domain-described': 'A domain is described otherwise, or somebody else answers for it.',
  },
  *find({ base, head }) {
    const [before, after] = [base.catalog.system, head.catalog.system];
    const words = (['name', 'description', 'tenancy'] as const).filter((property) => before[property] !== after[property]);
    const place = after.location === undefined ? {} : { location: after.location };
    if (words.length > 0) yield { kind: 'system-changed', ...SAFE, address: 'system', message: `The system is described otherwise: ${words.map((word) => (word === 'tenancy' ? `\`${word}\`` : word)).join(', ')}.`, ...place };
    for (const store of head.catalog.stores) {
      const old = base.stores.get(store.id);
      if (old !== undefined && old.description !== store.description) yield { kind: 'store-changed', ...SAFE, address: store.id, message: `${store.label} is described otherwise.` };
    }
    yield* domainsChanged(base.domains, head.domains);
  },
});

const SAFE = { level: 'safe', effect: 'No data changes.', todo: '' } as const;

type Domains = Parameters<Parameters<typeof defineFamily>[0]['find']>[0]['head']['domains'];

function* domainsChanged(before: Domains, after: Domains): Iterable<ChangeDraft<Kind>> {
  for (const [name, domain] of after) {
    const old = before.get(name);
    const place = { address: `domain:${name}`, ...(domain.location === undefined ? {} : { location: domain.location }) };
    if (old === undefined) yield { kind: 'domain-added', ...SAFE, ...place, message: `There is a domain ${name} now.` };
    else if (old.description !== domain.description || old.owner !== domain.owner) yield { kind: 'domain-described', ...SAFE, ...place, message: `The domain ${name} is described otherwise.` };
  }
  for (const name of before.keys()) if (!after.has(name)) yield { kind: 'domain-removed', ...SAFE, address: `domain:${name}`, message: `There is no domain ${name} any more.` };
}
