import type { Definition } from '../src/lib/dsl/definition.ts';
import { buildCatalog } from '../src/lib/model/build-catalog.ts';
import { buildDrafts } from '../src/lib/read/drafts/build-drafts.ts';
import { collectDefinitions } from '../src/lib/read/drafts/collect-definitions.ts';

/** As if each definition stood in a file of its own, named after its place in the schema as it was made. */
export function catalogOfDefinitions(definitions: readonly Definition[]) {
  const files = definitions.map((definition) => ({ file: `schema/${definition.kind}-${JSON.stringify('name' in definition ? definition.name : definition)}.ts`, exports: { definition }, located: undefined }));
  const { drafts, findings } = buildDrafts(collectDefinitions(files), []);
  const built = buildCatalog(drafts);
  return { catalog: built.catalog, findings: [...findings, ...built.findings] };
}
