import { buildLinks } from '../links.ts';
import type { PageMaker } from '../site.ts';

/** The whole system in one picture that answers questions; in words only what it shows and how to ask. */
export const explorePage: PageMaker = (site) => {
  const file = 'explore.mdx';
  const links = buildLinks(site, file);
  const isEmpty = site.index.catalog.entities.length === 0;
  return [
    {
      file,
      title: 'Explore',
      description: 'Everything in one picture, to search, filter and follow.',
      wide: true,
      body: () => (isEmpty
        ? ['The schema defines no entity yet.']
        : [
            'Choose an entity or a field to see what points at it, two for the way between them.',
            `<Explore>\n\nDrag to move; two fingers, or Ctrl or ⌘ with the wheel, zoom. With the picture in focus, arrow keys go from entity to entity, Enter chooses, Escape lets go, \`/\` searches, \`+\`, \`-\` and \`0\` zoom. Lines are solid where a database keeps the reference, dashed where the application does, dotted where they lead to objects. The same in tables: ${links.page('cross-references.mdx', 'Cross-references')}, ${links.page('retention.mdx', 'Retention')}${site.tenancy === 'none' ? '' : `, ${links.page('tenant-scoping.mdx', 'Tenant scoping')}`}.\n\n</Explore>`,
          ]),
    },
  ];
};
