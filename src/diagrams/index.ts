export { catalogLinks, linksTo } from './catalog-links.ts';
export { createDrawer, type Drawer } from './create-drawer.ts';
export { fencesIn, type Fence } from './find-fences.ts';
export { polyrefDiagrams, type DiagramsOptions } from './polyref-diagrams.ts';
export { renderFigures } from './render-figures.ts';
export type { HrefFor } from './resolve-links.ts';
