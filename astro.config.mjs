import { defineConfig } from 'astro/config';
import { createAstroConfig, packageRoot } from './src/site/astro-config.ts';
import { readSiteOptions } from './src/site/options.ts';

export default defineConfig(createAstroConfig(readSiteOptions(process.env, packageRoot)));
