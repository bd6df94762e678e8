/** File of the built site, beside `catalog.json`, that scripts of its pages load when a reader asks for more than the page holds. */
export const slimCatalogName = 'catalog.slim.json';
