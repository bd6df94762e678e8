import { buildPackage } from './package/build-package.ts';

// `prepack`: what `npm pack` and an installation from Git put into the package.
const files = await buildPackage();
process.stdout.write(`build/: ${files.length} files\n`);
