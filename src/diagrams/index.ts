export { catalogLinks } from './catalog-links.ts';
export { polyrefDiagrams, type DiagramsOptions } from './polyref-diagrams.ts';
export type { HrefFor } from './resolve-links.ts';
