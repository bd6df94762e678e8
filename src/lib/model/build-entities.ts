import type { AddressBook } from './address-book.ts';
import { checkOptions } from './check-options.ts';
import { compareText } from './compare-text.ts';
import type { CollectionDraft, Drafts, EntityDraft } from './draft.ts';
import type { Entity, Index, KeyTemplate } from './entity.ts';
import { formerAddress } from './check-former-names.ts';
import { buildFields } from './build-fields.ts';
import { firstSentence } from './first-sentence.ts';
import { parseKeyTemplate, placeholdersOf } from './key-template.ts';
import type { NamedEntity, Report } from './named-entity.ts';
import type { Reference } from './reference.ts';
import { retentionsOf } from './retention.ts';
import { ttlRetentions } from './ttl-retentions.ts';
import { storeOfKind } from './stores/index.ts';

const NO_KEY: KeyTemplate = { template: '', parts: [] };

/** Gives each draft its address; a second one of the same address is reported and left out. */
export function nameEntities(drafts: Drafts, report: Report): readonly NamedEntity[] {
  const named = new Map<string, NamedEntity>();
  for (const draft of [...drafts.entities].sort((a, b) => compareText(a.location.file, b.location.file) || a.location.line - b.location.line)) {
    const store = storeOfKind(draft.kind);
    const address = `${store.id}.${draft.name}`;
    const first = named.get(address);
    if (first !== undefined) {
      const { file, line } = first.draft.location;
      report({ rule: 'duplicate-address', severity: 'error', address, message: `\`${address}\` is defined twice.`, hint: `The first definition is at ${file}:${line}; rename one of them.`, location: draft.location });
      continue;
    }
    const key = draft.kind === 'objects' ? keyOf(draft, address, report) : NO_KEY;
    named.set(address, { address, store, draft, key, placeholders: placeholdersOf(key) });
  }
  return [...named.values()].sort((a, b) => compareText(a.address, b.address));
}

/** Drafts with resolved references → entities, sorted by address. */
export function buildEntities(named: readonly NamedEntity[], references: readonly Reference[], book: AddressBook, report: Report): readonly Entity[] {
  const fields = buildFields(named, references, report);
  const outgoing = new Map<string, string[]>();
  const incoming = new Map<string, string[]>();
  for (const reference of references) {
    push(outgoing, reference.from.entity, reference.id);
    for (const address of entitiesOf(reference, named)) push(incoming, address, reference.id);
  }
  return named.map((entity): Entity => {
    const { address, store, draft } = entity;
    checkOptions(entity, fields.get(address) ?? [], book, report);
    const base = {
      address,
      store: store.id,
      name: draft.name,
      summary: firstSentence(draft.description),
      description: draft.description,
      ...(draft.owner !== undefined ? { owner: draft.owner } : {}),
      ...(draft.domain !== undefined ? { domain: draft.domain } : {}),
      tags: [...new Set(draft.tags)].sort(compareText),
      status: draft.status,
      ...(draft.formerly !== undefined ? { formerly: formerAddress(draft.formerly, store.id) } : {}),
      fields: fields.get(address) ?? [],
      ...(draft.tenancy !== undefined ? { tenancy: draft.tenancy } : {}),
      ...declaredRetention(draft),
      referencesOut: outgoing.get(address) ?? [],
      referencesIn: incoming.get(address) ?? [],
      ...(draft.referencesNothing !== undefined ? { referencesNothing: draft.referencesNothing } : {}),
      ...(draft.suppressions !== undefined ? { suppressions: draft.suppressions } : {}),
      jsonSchema: draft.jsonSchema,
      location: draft.location,
    };
    return { ...base, ...ownPart(draft, entity) };
  });
}

/** What only this kind of entity has. */
function ownPart(draft: EntityDraft, entity: NamedEntity) {
  switch (draft.kind) {
    case 'collection': {
      const { kind, validator, capped, timeSeries, clustered, indexesOmitted } = draft;
      const indexes = [...draft.indexes, ...ttlIndex(draft)];
      return { kind, indexes, ...(indexesOmitted !== undefined ? { indexesOmitted } : {}), validator, ...(capped !== undefined ? { capped } : {}), ...(timeSeries !== undefined ? { timeSeries } : {}), clustered };
    }
    case 'table': {
      const { kind, schema, primaryKey, uniques, checks, indexes, indexesOmitted, partitionedBy } = draft;
      return { kind, schema, primaryKey, uniques, checks, indexes, ...(indexesOmitted !== undefined ? { indexesOmitted } : {}), ...(partitionedBy !== undefined ? { partitionedBy } : {}) };
    }
    case 'objects': {
      const { kind, bucket, contentType, versioning, lifecycle, objectLock } = draft;
      const parameters = entity.placeholders.filter((name) => draft.fields.some((field) => field.path === name));
      return { kind, bucket, key: entity.key, parameters, ...(contentType !== undefined ? { contentType } : {}), versioning, lifecycle, ...(objectLock !== undefined ? { objectLock } : {}) };
    }
  }
}

/** The declared retentions, and those that follow from TTL indexes under `indexes`. */
function declaredRetention(draft: EntityDraft): Pick<Entity, 'retention' | 'alsoRetention'> {
  const [retention, ...alsoRetention] = [...retentionsOf(draft), ...ttlRetentions(draft)];
  return { ...(retention !== undefined ? { retention } : {}), ...(alsoRetention.length > 0 ? { alsoRetention } : {}) };
}

/** `retention: expires(…)` creates the TTL index, so nobody writes it a second time. For a whole time series it is an option of the collection instead. */
function ttlIndex(draft: CollectionDraft): readonly Index[] {
  return retentionsOf(draft).flatMap((retention) => {
    if (retention.kind !== 'expires' || retention.field === undefined || (retention.where === undefined && retention.field === draft.timeSeries?.timeField)) return [];
    return [{ keys: [{ on: retention.field, order: '1' }], unique: false, ttl: retention.after, fromRetention: true, ...(retention.where !== undefined ? { where: retention.where } : {}) }];
  });
}

function keyOf(draft: Extract<EntityDraft, { kind: 'objects' }>, address: string, report: Report): KeyTemplate {
  const parsed = parseKeyTemplate(draft.key);
  if (parsed.problem === undefined) return parsed.key;
  const hint = "Write literal text and placeholders in braces, as in '{tenantId}/strategies/{strategyId}.md'; double a brace that is meant literally.";
  report({ rule: 'bad-key-template', severity: 'error', address, message: `${parsed.problem} It is the key of \`${address}\`.`, hint, location: draft.optionLocations['key'] ?? draft.location });
  return { template: draft.key, parts: [{ kind: 'literal', text: draft.key }] };
}

/** Every entity that a reference may point at; `any` means each entity of the store that has the field. */
function entitiesOf({ target }: Reference, named: readonly NamedEntity[]): ReadonlySet<string> {
  switch (target.kind) {
    case 'oneOf':
      return new Set(target.targets.map((each) => each.entity));
    case 'any':
      return new Set(named.filter((entity) => entity.store.id === target.store && entity.draft.fields.some((field) => field.path === target.field)).map((entity) => entity.address));
    default:
      return new Set([target.entity]);
  }
}

function push(map: Map<string, string[]>, key: string, value: string): void {
  const list = map.get(key);
  if (list === undefined) map.set(key, [value]);
  else list.push(value);
}
