import { stores } from '../../../model/stores/index.ts';
import { escapeText, inlineCode } from '../escape.ts';
import { buildLinks, type Links } from '../links.ts';
import { section } from '../page.ts';
import type { PageMaker, Site } from '../site.ts';
import { table } from '../table.ts';

/** The words of these pages: one word for one thing. */
export const glossaryPage: PageMaker = (site) => {
  const file = 'glossary.mdx';
  const links = buildLinks(site, file);
  return [
    {
      file,
      title: 'Glossary',
      description: 'The words of these pages: one word for one thing.',
      body: () => [
        table(['Word', 'Means'], wordsOf(site, links).map(([word, meaning]) => [`**${word}**`, meaning])),
        section(2, 'What each store calls them', table(['Store', 'An entity is a', 'A field is a', 'Enforces'], stores.map((store) => [links.store(store.id), store.entityWord[0], store.fieldWord[0], escapeText(store.enforcement)]))),
        section(2, 'Verdicts on the lifetime of a reference', table(['Verdict', 'When A points at B'], VERDICTS.map(([kind, meaning]) => [`<Verdict kind="${kind}">${kind}</Verdict>`, meaning]))),
      ],
    },
  ];
};

function wordsOf({ tenancy }: Site, links: Links): readonly (readonly [word: string, meaning: string])[] {
  return [
    ['store', `One data store. Its kind (document, relational, object) says what its entities can hold.`],
    ['entity', 'A MongoDB collection, a PostgreSQL table, or an S3 object family: all the objects whose keys one template makes.'],
    ['field', `A document field (nested paths too: ${inlineCode('items[].sku')}, ${inlineCode('labels{}.color')}), a column, or a parameter of a key.`],
    ['reference', `One field that points at something: a field elsewhere, one of several fields, any entity of a store, or an object family. The database enforces it, or the application does. ${links.page('cross-references.mdx', 'All that leave their store')}.`],
    ['polymorphic', 'Said of a reference with several possible targets. Its discriminator is the field that says which one is meant.'],
    ['key template', `How the keys of an object family are made: ${inlineCode('strategies/{strategyId}/v{version}.md')}. Each placeholder is bound to a field of the record that references the object, or declared by the family.`],
    ['retention', `How long a thing lives: permanent; expires some time after a date; at least so long; locked for so long; as long as its parent; eliminated. ${links.page('retention.mdx', 'All of it')}.`],
    ...(tenancy === 'none' ? [] : [['tenancy', `Which tenants the records of an entity belong to: a field, the values it takes, and for every value that is not a tenant the reason. ${links.page('tenant-scoping.mdx', 'All of it')}.`] as const]),
    ['process', `A named piece of software that reads or writes entities: the carrier of relationships that no field shows. ${links.page('processes.mdx', 'All of them')}.`],
    ['claim', `A sentence about the whole system that is bound to a check. ${links.page('index.mdx', 'The overview')} says of each whether it holds.`],
    ['domain', 'A group of entities that belong together, whatever store they are in.'],
    ['tombstone', 'What stands where an entity was that is gone on purpose: why, and what came instead.'],
    ['catalog', 'The whole model as one file, `catalog.json`, from which these pages are made.'],
    ['rule', 'Something that must hold of the schema, with the reason and the way to mend it where it does not.'],
    ['finding', 'What a rule or a comparison has to say: what is wrong, where, and what to do.'],
    ['suppression', 'Excuses a finding in the definition that it is about, with a reason. The finding stays visible and no longer counts.'],
  ];
}

const VERDICTS: readonly (readonly [kind: string, meaning: string])[] = [
  ['safe', 'B lives at least as long as A.'],
  ['dangling', 'B can go while A still points at it: for how long, and what a reader of A must expect.'],
  ['orphan', 'A goes, nothing else knows where the bytes of B are, and no lifecycle rule removes them.'],
  ['over-retained', 'B outlives every record that gives it meaning, though it has an end.'],
  ['unknown', 'One side declares no retention.'],
];
