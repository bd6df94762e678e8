import { defineCollection } from 'astro:content';
import { docsSchema, i18nSchema } from '@astrojs/starlight/schema';
import type { Loader } from 'astro/loaders';
import { docs, hasOwnIndex, pages as written } from 'virtual:polyref/content';
import { addMadePages } from './site/add-made-pages.ts';
import { pageFiles } from './site/page-files.ts';

const files = pageFiles(docs, written, hasOwnIndex);

/** The page for what is not there, unless somebody wrote one. */
const missingPage = {
  title: 'No such page',
  template: 'splash',
  // The route for what is not there takes it all the same; as an ordinary page it would be built twice.
  draft: true,
  pagefind: false,
  hero: {
    tagline: 'The entity may have been renamed or moved. Search for one of its fields, or begin at the overview.',
    actions: [{ text: 'To the overview', link: import.meta.env.BASE_URL, variant: 'secondary' }],
  },
};

const pages: Loader = {
  name: 'polyref-pages',
  load: async (context) => {
    await files.load(context);
    await addMadePages(context, docs, hasOwnIndex);
    if (!context.store.has('404')) context.store.set({ id: '404', data: await context.parseData({ id: '404', data: missingPage }), filePath: 'src/content/docs/404.md', rendered: { html: '' } });
  },
};

export const collections = {
  docs: defineCollection({ loader: pages, schema: docsSchema() }),
  // The frame's words, where Starlight's own do not fit.
  i18n: defineCollection({
    loader: () => [
      {
        id: 'en',
        'search.devWarning': 'The search index is made when the site is built: run `npm start` to search.',
        // Beside “On this page ›” the usual “Overview” looks like the way to the page of that name.
        'tableOfContents.overview': 'Top',
      },
    ],
    schema: i18nSchema(),
  }),
};
