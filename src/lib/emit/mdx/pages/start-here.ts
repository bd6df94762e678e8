import { planTour, type Tour } from '../../../analysis/tour.ts';
import { storeFacts } from '../../../model/stores/index.ts';
import { count } from '../count.ts';
import { describeSource, describeTarget } from '../describe-reference.ts';
import { escapeInline, escapeText } from '../escape.ts';
import { buildLinks, type Links } from '../links.ts';
import { bullets, section } from '../page.ts';
import type { PageMaker, Site } from '../site.ts';
import { table } from '../table.ts';

/** The tour: what to read first, and why, worked out from the model. */
export const startHerePage: PageMaker = (site) => {
  const { catalog } = site.index;
  const file = 'start-here.mdx';
  const links = buildLinks(site, file);
  return [
    {
      file,
      title: 'Start here',
      description: `A tour of ${catalog.system.name} for those who are new to it.`,
      body: () => (catalog.entities.length === 0 ? ['The schema defines no entity yet.'] : stepsOf(site, links)),
    },
  ];
};

function stepsOf(site: Site, links: Links): readonly string[] {
  const tour = planTour(site.index);
  const steps = [
    ['The stores', storeList(tour, links)],
    ['Whose data it is', rootList(tour, links)],
    ['Core entities', centralList(tour, links)],
    ['Domains, by dependency', domainList(tour, links)],
    ['Gotchas', surprises(tour, site, links)],
  ] as const;
  return [
    `The order in which to read ${escapeText(site.index.catalog.system.name)}.`,
    // Numbered after what is empty is left out.
    ...steps.filter(([, text]) => text !== '').map(([title, text], at) => section(2, `${at + 1}. ${title}`, text)),
    section(2, 'Then', thenList(site, links)),
  ];
}

function storeList({ stores }: Tour, links: Links): string {
  return bullets(
    stores.map(({ store, pointedAt, pointsOut }) => {
      const [one, many] = storeFacts(store.id).entityWord;
      return `${links.store(store.id)} holds ${count(store.entities.length, one, many)}. ${roleOf(pointedAt, pointsOut)} ${escapeText(storeFacts(store.id).enforcement)}`;
    }),
  );
}

function roleOf(pointedAt: number, pointsOut: number): string {
  if (pointedAt === 0 && pointsOut === 0) return 'No reference crosses its border.';
  const into = `${count(pointedAt, 'reference', 'references')} ${pointedAt === 1 ? 'comes' : 'come'} in from other stores`;
  const out = `${count(pointsOut, 'reference', 'references')} ${pointsOut === 1 ? 'goes' : 'go'} out`;
  const sentence = `${into}, ${out}.`;
  return sentence.charAt(0).toUpperCase() + sentence.slice(1);
}

function rootList({ roots }: Tour, links: Links): string {
  const each = roots.map(({ entity, pointers }) => {
    const pointedAt = pointers === 0 ? 'Nothing points at it.' : `${count(pointers, 'reference points', 'references point')} at it.`;
    return `${links.entity(entity.address)}: each record is a tenant. ${pointedAt} ${escapeInline(entity.summary)}`;
  });
  return each.length === 0 ? '' : `${bullets(each)}\n\nHow every other entity is scoped, and how a tenant is erased: ${links.page('tenant-scoping.mdx', 'Tenant scoping')}.`;
}

function centralList({ central }: Tour, links: Links): string {
  if (central.length === 0) return '';
  const rows = central.map(({ entity, pointers, stores }) => [links.entity(entity.address), links.store(entity.store), escapeText(entity.summary), `${pointers}, from ${stores.map((store) => links.store(store)).join(', ')}`]);
  return table(['Entity', 'Store', 'What', 'Pointed at by'], rows);
}

function domainList({ domains }: Tour, links: Links): string {
  return domains
    .map(({ domain, buildsOn }, at) => {
      const on = buildsOn.length === 0 ? '' : ` Builds on ${buildsOn.map((name) => links.domain(name)).join(', ')}.`;
      return `${at + 1}. ${links.domain(domain.name)}: ${domain.summary === '' ? domain.entities.map((address) => links.entity(address)).join(', ') : escapeText(domain.summary)}${on}`;
    })
    .join('\n');
}

function surprises({ surprises: { polymorphic, mirrored, deprecated } }: Tour, site: Site, links: Links): string {
  const { tombstones, entities } = site.index.catalog;
  const excepted = entities.filter((entity) => entity.tenancy?.kind === 'perTenant' && entity.tenancy.exceptions.length > 0);
  return bullets([
    ...some(polymorphic, (reference) => `${describeSource(reference, links, true)} points at ${describeTarget(reference, site, links)}`),
    ...some(mirrored, (reference) => `${describeSource(reference, links, true)} repeats ${links.address(reference.mirrorOf ?? '')}, which is the authority: when they differ, believe that one`),
    ...some(tombstones, (tombstone) => `${links.entity(tombstone.address)} is gone. ${links.inline(tombstone.reason)}`),
    ...some(excepted, (entity) => `${links.entity(entity.address)} also holds records of no tenant: ${links.page('tenant-scoping.mdx', 'the exceptions', 'exceptions')}`),
    ...some(deprecated, (entity) => `${links.entity(entity.address)} is deprecated`),
  ]);
}

/** The first few as sentences, and how many more there are: a list of all would be no tour. */
function some<Thing>(things: readonly Thing[], describe: (thing: Thing) => string): readonly string[] {
  const sentences = things.slice(0, SHOWN).map((thing) => describe(thing).replace(/(?<![.!?])$/, '.'));
  return things.length > SHOWN ? [...sentences, `And ${things.length - SHOWN} more like that.`] : sentences;
}

const SHOWN = 6;

function thenList({ isWhole }: Site, links: Links): string {
  return bullets([
    `${links.page('cross-references.mdx', 'Cross-references')}: what no database enforces.`,
    `${links.page('retention.mdx', 'Retention')}: what goes when, and what is left dangling.`,
    ...(isWhole ? [`${links.page('glossary.mdx', 'Glossary')}: the words of these pages.`] : []),
  ]);
}
