export { createDrawer, type Drawer } from './create-drawer.ts';
export { fencesIn, type Fence } from './find-fences.ts';
export { linksOfCatalog } from './links-of-catalog.ts';
export { polyrefDiagrams, type DiagramsOptions } from './polyref-diagrams.ts';
export { renderFigures } from './render-figures.ts';
export { slimCatalogName } from './slim-catalog-name.ts';
