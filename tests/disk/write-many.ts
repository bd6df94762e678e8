import { writePages } from '../../src/lib/disk/write-pages.ts';
import { manyPages } from './many-pages.ts';

/** Writes many pages, to be killed while it does: `node write-many.ts <out folder>`. */
await writePages(process.argv[2] ?? '', manyPages('new'), { owned: ['pages'], isGenerated: () => true });
