import { defineConfig } from 'astro/config';
import { createAstroConfig } from './src/site/astro-config.ts';
import { readSiteOptions } from './src/site/options.ts';

/** For `astro sync`, which the type check needs. Astro alone would empty the folder of the site before it has built a new one. */
const noBuild = {
  name: 'polyref-no-build',
  hooks: {
    'astro:config:setup': ({ command }) => {
      if (command === 'build') throw new Error('Run `npm run build`: it replaces the site only when the new one is whole.');
    },
  },
};

const config = createAstroConfig(readSiteOptions(process.env, import.meta.dirname));
export default defineConfig({ ...config, integrations: [noBuild, ...config.integrations] });
