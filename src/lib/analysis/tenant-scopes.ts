import { assertNever } from '../model/assert-never.ts';
import type { Entity } from '../model/entity.ts';
import type { FieldAddress, Reference } from '../model/reference.ts';
import type { Tenancy } from '../model/tenancy.ts';
import type { CatalogIndex } from './catalog-index.ts';
import { lookUpsOf, type LookUp } from './look-ups.ts';
import { possibleTargets } from './possible-targets.ts';

/** Whose the records of an entity are. */
export type TenantScope =
  /** Each belongs to one tenant, or is one. */
  | 'tenant'
  /** Most belong to one tenant, some to none. */
  | 'mixed'
  /** None belongs to a tenant. */
  | 'shared'
  /** Nobody has said. */
  | 'undeclared';

/** Whose the records of an entity are; by way of a parent as the parent's. */
export function scopeOf(entity: Entity, index: CatalogIndex, seen: ReadonlySet<string> = new Set()): TenantScope {
  const { tenancy } = entity;
  if (tenancy === undefined) return 'undeclared';
  switch (tenancy.kind) {
    case 'tenant':
      return 'tenant';
    case 'perTenant':
      return tenancy.exceptions.length === 0 ? 'tenant' : 'mixed';
    case 'shared':
      return 'shared';
    case 'viaParent': {
      if (seen.has(entity.address)) return 'undeclared';
      const parents = index.referencesOfField(entity.address, tenancy.field).flatMap((reference) => possibleTargets(reference.target, index.catalog));
      const parent = parents.map((target) => index.entities.get(target.entity)).find((each) => each !== undefined);
      return parent === undefined ? 'undeclared' : scopeOf(parent, index, new Set([...seen, entity.address]));
    }
    default:
      return assertNever(tenancy);
  }
}

/** The field that names a tenant, where the records of exactly one entity are tenants. */
export function tenantKeyOf(index: CatalogIndex): FieldAddress | undefined {
  const keys = index.catalog.entities.flatMap(({ address, tenancy }) => (tenancy?.kind === 'tenant' ? [{ entity: address, field: tenancy.field }] : []));
  return keys.length === 1 ? keys[0] : undefined;
}

/** A reference whose two ends need not belong to the same tenant. */
export interface CrossScopeReference {
  readonly reference: Reference;
  /** Where it may lead: the first target of another scope. */
  readonly target: Entity;
  readonly from: TenantScope;
  readonly to: TenantScope;
}

/** References that leave their scope: from what belongs to no tenant to a tenant's record, and from a tenant's to what may belong to none. */
export function crossScopeReferences(index: CatalogIndex): readonly CrossScopeReference[] {
  const scopes = new Map(index.catalog.entities.map((entity) => [entity.address, scopeOf(entity, index)]));
  return index.catalog.references.flatMap((reference): readonly CrossScopeReference[] => {
    const from = scopes.get(reference.from.entity) ?? 'undeclared';
    // The pointer at the tenant itself is what makes the scope.
    if (isTenantField(index.entities.get(reference.from.entity)?.tenancy, reference.from.field)) return [];
    const target = possibleTargets(reference.target, index.catalog)
      .flatMap(({ entity }) => index.entities.get(entity) ?? [])
      .find((entity) => leaves(from, scopes.get(entity.address) ?? 'undeclared'));
    return target === undefined ? [] : [{ reference, target, from, to: scopes.get(target.address) ?? 'undeclared' }];
  });
}

function leaves(from: TenantScope, to: TenantScope): boolean {
  return (from === 'shared' && to === 'tenant') || (from === 'tenant' && to === 'mixed');
}

/** Is this the field by which an entity is scoped? */
export function isTenantField(tenancy: Tenancy | undefined, field: string): boolean {
  return tenancy !== undefined && tenancy.kind !== 'shared' && tenancy.field === field;
}

/** Unique keys of an entity that is scoped by a field, in which neither the tenant stands nor anything that is unique in the whole world. */
export function tenantlessUniqueKeys(entity: Entity, index: CatalogIndex): readonly LookUp[] {
  const { tenancy } = entity;
  if (tenancy?.kind !== 'perTenant') return [];
  const lookUps = lookUpsOf(entity);
  const primary = lookUps.find(({ kind }) => kind === 'primary key')?.fields.join('\0');
  return lookUps.filter((lookUp) => lookUp.unique && lookUp.fields.join('\0') !== primary && !lookUp.fields.some((field) => field.includes(tenancy.field) || isWorldwide(entity, field, index)));
}

/** Identifiers that no two tenants share, secrets, by which one is found before anybody knows whose it is, and pointers, which mean one record each. */
function isWorldwide(entity: Entity, path: string, index: CatalogIndex): boolean {
  const field = index.field(entity.address, path);
  if (field === undefined) return false;
  const isIdentifier = IDENTIFIER.test(field.name) && !GIVEN.test(field.name);
  return ['ulid', 'uuid', 'ObjectId'].includes(field.type) || field.keys.includes('FK') || field.classification === 'secret' || SECRET.test(field.path) || isIdentifier || GENERATED.test(field.default ?? '');
}

/** A token, a hash or a key, anywhere in the name: `hashed_secret_key`, `tokenHash`, `inviteCode`. */
const SECRET = /token|secret(?!ar)|hash(?!_?tag)|digest|fingerprint|checksum|nonce|(?:api|public|private|access)_?key|(?:invite|verification|confirmation|reset|short)_?code/i;

/** Named like an identifier, or like a reference that is not declared. */
const IDENTIFIER = /[a-z0-9](?:Ids?|IDs?|Refs?)$|_(?:ids?|refs?)$/;

/** Prefixes of identifiers that customers assign themselves: two customers may assign the same one. */
const GIVEN = /^(?:external|ext|custom|customer|legacy|foreign|import|imported|source|remote|client|user_?defined)(?:_|(?=[A-Z]))/i;

/** Defaults that generate each value once. */
const GENERATED = /uuid|ulid|cuid|nanoid|gen_random|nextval|generated/i;
