import { assertNever } from '../../model/assert-never.ts';
import { compareText } from '../../model/compare-text.ts';
import type { Claim } from '../../model/claim.ts';
import type { CollectionDraft, Drafts, EntityDraft, ObjectFamilyDraft, ProcessDraft, TableDraft } from '../../model/draft.ts';
import type { Index } from '../../model/entity.ts';
import type { Finding } from '../../model/finding.ts';
import type { Location } from '../../model/location.ts';
import type { LocatedValue } from '../locate/located.ts';
import type { ReadDefinition, ReadEntity } from '../options/definitions.ts';
import { isPlainObject, plainDefinition, type PlainObject } from '../options/plain-data.ts';
import { addressOf, checkDefinition } from './check-definition.ts';
import type { FoundDefinition } from './collect-definitions.ts';
import { draftFields } from './draft-fields.ts';
import { draftSuppressions } from './draft-suppressions.ts';
import { documentIndex, tableIndex } from './index-draft.ts';

/** Definitions → drafts, which are plain data through and through. What is wrong with a definition is reported, and the rest of it is used. */
export function buildDrafts(found: readonly FoundDefinition[], unreadable: readonly string[]): { readonly drafts: Drafts; readonly findings: readonly Finding[] } {
  const findings: Finding[] = [];
  const drafts: Drafting = { entities: [], tombstones: [], processes: [], claims: [], stores: [], domains: [], system: undefined };
  for (const { definition, place, fault } of found) {
    const plain = fault === undefined ? plainDefinition(definition) : undefined;
    if (fault !== undefined) findings.push(fault);
    if (!isKnownKind(plain)) continue;
    const { usable, findings: wrong } = checkDefinition(plain, place);
    findings.push(...wrong);
    if (usable !== undefined) draftDefinition(usable, plain, place, drafts, findings);
  }
  const { system, ...lists } = drafts;
  return { drafts: { ...(system !== undefined ? { system } : {}), ...lists, unreadable }, findings };
}

interface Drafting {
  readonly entities: EntityDraft[];
  readonly tombstones: Drafts['tombstones'][number][];
  readonly processes: ProcessDraft[];
  readonly claims: Claim[];
  readonly stores: Drafts['stores'][number][];
  readonly domains: Drafts['domains'][number][];
  system: Drafts['system'] | undefined;
}

function isKnownKind(plain: unknown): plain is PlainObject & { readonly kind: string } {
  return isPlainObject(plain as PlainObject) && typeof (plain as PlainObject)['kind'] === 'string';
}

function draftDefinition(usable: ReadDefinition, plain: object, place: LocatedValue, drafts: Drafting, findings: Finding[]): void {
  const { at: location, doc: description } = place;
  const about = { description, ...draftSuppressions(usable.options, place), location };
  const { name } = usable;
  switch (usable.kind) {
    case 'polyref.collection':
    case 'polyref.table':
    case 'polyref.objects':
      drafts.entities.push(draftOnce(usable, plain, place, findings));
      return;
    case 'polyref.eliminated': {
      const { reason = '', suppress: _each, ...rest } = usable.options;
      drafts.tombstones.push({ address: name, ...rest, reason, ...about });
      return;
    }
    case 'polyref.process': {
      const { reads = [], writes = [], deletes = [], copies = [], retains = [], erasesTenants, suppress: _each, ...rest } = usable.options;
      drafts.processes.push({ name, ...rest, reads, writes, deletes, copies, ...(retains.length > 0 ? { retains } : {}), ...(erasesTenants === true ? { erasesTenants } : {}), ...about });
      return;
    }
    case 'polyref.claim': {
      const { because, holds } = usable.options;
      const { description: _description, ...rest } = about;
      // A claim without a check claims nothing; that it has none is reported.
      if (holds !== undefined) drafts.claims.push({ sentence: name, ...(because !== undefined ? { because } : {}), check: holds, ...rest });
      return;
    }
    case 'polyref.domain':
      drafts.domains.push({ name, ...(usable.options.owner !== undefined ? { owner: usable.options.owner } : {}), ...about });
      return;
    case 'polyref.store':
      drafts.stores.push({ id: name, ...about });
      return;
    case 'polyref.system': {
      if (drafts.system !== undefined) {
        const { file, line } = drafts.system.location;
        const message = `The system is named twice: \`${drafts.system.name}\` and \`${name}\`.`;
        findings.push({ rule: 'duplicate-system', severity: 'error', message, hint: `The first is at ${file}:${line}; a schema describes one system.`, location });
        return;
      }
      drafts.system = { name, ...(usable.options.tenancy !== undefined ? { tenancy: usable.options.tenancy } : {}), ...about };
      return;
    }
    default:
      assertNever(usable);
  }
}

/** A definition that is read again, from the same text, gives the same draft: turning Zod into fields is most of the work of reading. */
function draftOnce(usable: ReadEntity, plain: object, place: LocatedValue, findings: Finding[]): EntityDraft {
  const before = drafted.get(plain);
  const known = before?.place === place ? before : { place, ...draftEntity(usable, place) };
  drafted.set(plain, known);
  findings.push(...known.findings);
  return known.draft;
}

const drafted = new WeakMap<object, DraftedEntity & { readonly place: LocatedValue }>();

interface DraftedEntity {
  readonly draft: EntityDraft;
  readonly findings: readonly Finding[];
}

function draftEntity(entity: ReadEntity, place: LocatedValue): DraftedEntity {
  const schema = entity.kind === 'polyref.table' ? entity.options.schema : undefined;
  const address = addressOf({ kind: entity.kind, name: entity.name, schema }).address ?? entity.name;
  const { findings, ...drafted } = draftFields(entity, address, place);
  const { tenancy, retention: retentions = [], referencesNothing, formerly, owner, domain, tags = [], status = { kind: 'stable' } } = entity.options;
  const [retention, ...alsoRetention] = retentions;
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
    ...draftSuppressions(entity.options, place),
    jsonSchema: drafted.jsonSchema,
    location: place.at,
    optionLocations: Object.fromEntries(place.options),
  };
  switch (entity.kind) {
    case 'polyref.collection':
      return { draft: { ...base, ...ofCollection(entity.options, place) }, findings };
    case 'polyref.table':
      return { draft: { ...base, ...ofTable(entity.options, place) }, findings };
    case 'polyref.objects':
      return { draft: { ...base, ...ofObjects(entity.options) }, findings };
  }
}

function ofCollection({ indexes, validator = false, capped, timeSeries, clustered = false }: Extract<ReadEntity, { kind: 'polyref.collection' }>['options'], place: LocatedValue) {
  const draft: Pick<CollectionDraft, 'kind' | 'indexes' | 'indexesOmitted' | 'validator' | 'capped' | 'timeSeries' | 'clustered'> = {
    kind: 'collection',
    ...listedIndexes(indexes, documentIndex, place),
    validator,
    ...(capped !== undefined ? { capped } : {}),
    ...(timeSeries !== undefined ? { timeSeries } : {}),
    clustered,
  };
  return draft;
}

function ofTable(options: Extract<ReadEntity, { kind: 'polyref.table' }>['options'], place: LocatedValue) {
  const { schema = 'public', primaryKey = [], unique = [], checks = [], foreignKeys = [], indexes, partitionBy } = options;
  const draft: Pick<TableDraft, 'kind' | 'schema' | 'primaryKey' | 'uniques' | 'checks' | 'foreignKeys' | 'indexes' | 'indexesOmitted' | 'partitionedBy'> = {
    kind: 'table',
    schema,
    primaryKey,
    uniques: unique,
    checks,
    foreignKeys: foreignKeys.map((each, index) => ({ ...each, location: place.options.get(`foreignKeys.${index}`) ?? place.options.get('foreignKeys') ?? place.at })),
    ...listedIndexes(indexes, tableIndex, place),
    ...(partitionBy !== undefined ? { partitionedBy: partitionBy } : {}),
  };
  return draft;
}

/** No list is not an empty one: `indexes: []` says that there are none. */
function listedIndexes<Spec>(specs: readonly Spec[] | undefined, draft: (spec: Spec, location: Location) => Index, place: LocatedValue): Pick<CollectionDraft, 'indexes' | 'indexesOmitted'> {
  if (specs === undefined) return { indexes: [], indexesOmitted: true };
  return { indexes: specs.map((spec, at) => draft(spec, place.options.get(`indexes.${at}`) ?? place.options.get('indexes') ?? place.at)) };
}

function ofObjects({ bucket = '', key = '', contentType, versioning = false, lifecycle = [], objectLock }: Extract<ReadEntity, { kind: 'polyref.objects' }>['options']) {
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
