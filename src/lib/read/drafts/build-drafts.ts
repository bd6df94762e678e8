import type { CollectionDefinition } from '../../dsl/collection.ts';
import type { EntityDefinition } from '../../dsl/definition.ts';
import type { ObjectsDefinition } from '../../dsl/objects.ts';
import type { TableDefinition } from '../../dsl/table.ts';
import { assertNever } from '../../model/assert-never.ts';
import { compareText } from '../../model/compare-text.ts';
import type { Claim } from '../../model/claim.ts';
import type { CollectionDraft, Drafts, EntityDraft, ObjectFamilyDraft, ProcessDraft, TableDraft } from '../../model/draft.ts';
import type { Finding } from '../../model/finding.ts';
import type { LocatedValue } from '../locate/located.ts';
import { addressOf, checkDefinition } from './check-definition.ts';
import type { FoundDefinition } from './collect-definitions.ts';
import { draftFields } from './draft-fields.ts';
import { draftSuppressions } from './draft-suppressions.ts';
import { documentIndex, tableIndex } from './index-draft.ts';

/** Definitions → drafts. What is wrong with one is reported, and the rest of it is used. */
export function buildDrafts(found: readonly FoundDefinition[], unreadable: readonly string[]): { readonly drafts: Drafts; readonly findings: readonly Finding[] } {
  const findings: Finding[] = [];
  const entities: EntityDraft[] = [];
  const tombstones: Drafts['tombstones'][number][] = [];
  const processes: ProcessDraft[] = [];
  const claims: Claim[] = [];
  const stores: Drafts['stores'][number][] = [];
  const domains: Drafts['domains'][number][] = [];
  let system: Drafts['system'];
  for (const each of found) {
    const { usable, findings: wrong } = checkDefinition(each);
    findings.push(...wrong);
    if (usable === undefined) continue;
    const { at: location, doc: description } = each.place;
    const suppressions = draftSuppressions(usable, each.place);
    switch (usable.kind) {
      case 'polyref.collection':
      case 'polyref.table':
      case 'polyref.objects':
        entities.push(draftEntity(usable, each.place, findings));
        break;
      case 'polyref.eliminated': {
        const { kind: _kind, reason = '', suppress: _suppress, ...rest } = usable;
        tombstones.push({ ...rest, reason, description, ...suppressions, location });
        break;
      }
      case 'polyref.process': {
        const { kind: _kind, reads = [], writes = [], deletes = [], copies = [], suppress: _suppress, ...rest } = usable;
        processes.push({ ...rest, reads, writes, deletes, copies, description, ...suppressions, location });
        break;
      }
      case 'polyref.claim': {
        const { sentence, because, holds } = usable;
        // A claim without a check claims nothing; that it has none is reported.
        if ((holds as unknown) !== undefined) claims.push({ sentence, ...(because !== undefined ? { because } : {}), check: holds, ...suppressions, location });
        break;
      }
      case 'polyref.domain':
        domains.push({ name: usable.name, ...(usable.owner !== undefined ? { owner: usable.owner } : {}), description, ...suppressions, location });
        break;
      case 'polyref.store':
        stores.push({ id: usable.id, description, ...suppressions, location });
        break;
      case 'polyref.system': {
        const { file, line } = system?.location ?? location;
        if (system !== undefined) {
          const message = `The system is named twice: \`${system.name}\` and \`${usable.name}\`.`;
          findings.push({ rule: 'duplicate-system', severity: 'error', message, hint: `The first is at ${file}:${line}; a schema describes one system.`, location });
          break;
        }
        system = { name: usable.name, ...(usable.sourceUrl !== undefined ? { sourceUrl: usable.sourceUrl } : {}), description, ...suppressions, location };
        break;
      }
      default:
        assertNever(usable);
    }
  }
  return { drafts: { ...(system !== undefined ? { system } : {}), stores, domains, entities, tombstones, processes, claims, unreadable }, findings };
}

function draftEntity(definition: EntityDefinition, place: LocatedValue, findings: Finding[]): EntityDraft {
  const address = addressOf(definition as unknown as Readonly<Record<string, unknown>>).address ?? definition.name;
  const drafted = draftFields(definition, address, place);
  findings.push(...drafted.findings);
  const { tenancy, retention: retentions, referencesNothing, formerly, owner, domain, tags = [], status = { kind: 'stable' } } = definition;
  const [retention, ...alsoRetention] = retentions === undefined ? [] : 'kind' in retentions ? [retentions] : retentions;
  const base = {
    // The address without its store.
    name: address.slice(address.indexOf('.') + 1),
    description: place.doc || drafted.description,
    ...(owner !== undefined ? { owner } : {}),
    ...(domain !== undefined ? { domain } : {}),
    tags: [...tags].sort(compareText),
    status,
    ...(formerly !== undefined ? { formerly } : {}),
    fields: drafted.fields,
    ...(tenancy !== undefined ? { tenancy } : {}),
    ...(retention !== undefined ? { retention } : {}),
    ...(alsoRetention.length > 0 ? { alsoRetention } : {}),
    ...(referencesNothing !== undefined ? { referencesNothing } : {}),
    ...draftSuppressions(definition, place),
    jsonSchema: drafted.jsonSchema,
    location: place.at,
    optionLocations: Object.fromEntries(place.options),
  };
  switch (definition.kind) {
    case 'polyref.collection':
      return { ...base, ...ofCollection(definition) };
    case 'polyref.table':
      return { ...base, ...ofTable(definition, place) };
    case 'polyref.objects':
      return { ...base, ...ofObjects(definition) };
  }
}

function ofCollection({ indexes = [], validator = false, capped, timeSeries, clustered = false }: CollectionDefinition) {
  const draft: Pick<CollectionDraft, 'kind' | 'indexes' | 'validator' | 'capped' | 'timeSeries' | 'clustered'> = {
    kind: 'collection',
    indexes: indexes.map(documentIndex),
    validator,
    ...(capped !== undefined ? { capped } : {}),
    ...(timeSeries !== undefined ? { timeSeries } : {}),
    clustered,
  };
  return draft;
}

function ofTable(definition: TableDefinition, place: LocatedValue) {
  const { schema = 'public', primaryKey = [], unique = [], checks = [], foreignKeys = [], indexes = [], partitionBy } = definition;
  const draft: Pick<TableDraft, 'kind' | 'schema' | 'primaryKey' | 'uniques' | 'checks' | 'foreignKeys' | 'indexes' | 'partitionedBy'> = {
    kind: 'table',
    schema,
    primaryKey,
    uniques: unique.map((each) => ('columns' in each ? { columns: each.columns, ...(each.name !== undefined ? { name: each.name } : {}) } : { columns: each })),
    checks: checks.map(({ name, expression }) => ({ name, expression })),
    foreignKeys: foreignKeys.map((each, index) => ({ ...each, location: place.options.get(`foreignKeys.${index}`) ?? place.options.get('foreignKeys') ?? place.at })),
    indexes: indexes.map(tableIndex),
    ...(partitionBy !== undefined ? { partitionedBy: partitionBy } : {}),
  };
  return draft;
}

function ofObjects({ bucket = '', key = '', contentType, versioning = false, lifecycle = [], objectLock }: Partial<ObjectsDefinition>) {
  const draft: Pick<ObjectFamilyDraft, 'kind' | 'bucket' | 'key' | 'contentType' | 'versioning' | 'lifecycle' | 'objectLock'> = {
    kind: 'objects',
    bucket,
    key,
    ...(contentType !== undefined ? { contentType } : {}),
    versioning,
    lifecycle,
    ...(objectLock !== undefined ? { objectLock } : {}),
  };
  return draft;
}
