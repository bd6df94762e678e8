import { buildAddressBook } from './address-book.ts';
import { buildEntities, nameEntities } from './build-entities.ts';
import { buildClaims, buildDomains, buildProcesses, buildStores, buildSystem, buildTombstones, checkStores } from './build-rest.ts';
import type { Catalog } from './catalog.ts';
import { checkFormerNames } from './check-former-names.ts';
import { checkReasons } from './check-reasons.ts';
import { checkSuppressions } from './check-suppressions.ts';
import { checkTenancy } from './check-tenancy.ts';
import { compareText } from './compare-text.ts';
import { deepFreeze } from './deep-freeze.ts';
import type { Drafts } from './draft.ts';
import type { Finding } from './finding.ts';
import { resolveReferences } from './resolve-references.ts';

/**
 * Drafts → the catalog: every address looked up, every reference resolved both ways, everything sorted and frozen.
 * Mistakes are collected; what they are about is left out, so the catalog is whole in itself, but only a catalog without
 * findings is the whole of the schema.
 */
export function buildCatalog(drafts: Drafts): { readonly catalog: Catalog; readonly findings: readonly Finding[] } {
  const findings: Finding[] = [];
  const report = (finding: Finding) => void findings.push(finding);

  checkStores(drafts, report);
  const named = nameEntities(drafts, report);
  checkReasons(drafts, named, report);
  checkFormerNames(named, report);
  checkSuppressions(drafts, named, report);
  checkTenancy(drafts, named, report);
  const tombstones = buildTombstones(drafts, named, report);
  const book = buildAddressBook(
    named.map(({ address, draft, placeholders }) => ({ address, fields: draft.kind === 'objects' ? placeholders.map((path) => ({ path })) : draft.fields })),
    tombstones,
    drafts.unreadable,
  );
  const references = resolveReferences(named, book, report);
  const entities = buildEntities(named, references, book, report);

  const catalog: Catalog = {
    $schema: './catalog.schema.json',
    catalogVersion: 1,
    system: buildSystem(drafts),
    stores: buildStores(drafts, entities, tombstones),
    domains: buildDomains(drafts, entities),
    entities,
    references,
    tombstones,
    processes: buildProcesses(drafts, book, report),
    claims: buildClaims(drafts, book, report),
  };
  return { catalog: deepFreeze(catalog), findings: sortFindings(findings) };
}

/** By file, line, column, rule, message: the order in which a reader mends them. */
export function sortFindings(findings: readonly Finding[]): readonly Finding[] {
  return [...findings].sort(
    (a, b) =>
      compareText(a.location?.file ?? '', b.location?.file ?? '') ||
      (a.location?.line ?? 0) - (b.location?.line ?? 0) ||
      (a.location?.column ?? 0) - (b.location?.column ?? 0) ||
      compareText(a.rule, b.rule) ||
      compareText(a.message, b.message),
  );
}
