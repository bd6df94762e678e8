import { existsSync, readFileSync } from 'node:fs';
import type { IncomingMessage, ServerResponse } from 'node:http';
import type { Catalog } from '../lib/model/catalog.ts';
import { slimCatalog } from '../lib/model/slim-catalog.ts';
import { slimCatalogName } from './slim-catalog-name.ts';

/** The slim catalog of a published one, as JSON; `undefined` where there is none. @param file path of `catalog.json` */
export function slimCatalogText(file: string): string | undefined {
  return existsSync(file) ? JSON.stringify(slimCatalog(JSON.parse(readFileSync(file, 'utf8')) as Catalog)) : undefined;
}

/** Answers for the slim catalog in the dev server, each time from what `catalog.json` is then. */
export function serveSlimCatalog({ middlewares }: { readonly middlewares: Middlewares }, { catalog, base }: { readonly catalog: string; readonly base: string }): void {
  middlewares.use((request, response, next) => {
    const text = request.url?.split('?')[0] === `${base}${slimCatalogName}` ? slimCatalogText(catalog) : undefined;
    if (text === undefined) return next();
    response.writeHead(200, { 'content-type': 'application/json' }).end(text);
  });
}

interface Middlewares {
  use(handle: (request: IncomingMessage, response: ServerResponse, next: () => void) => void): unknown;
}
