import { claimDoesNotHold } from './documentation/claim-does-not-hold.ts';
import { deprecatedWithoutReplacement } from './documentation/deprecated-without-replacement.ts';
import { missingDescription } from './documentation/missing-description.ts';
import { missingOwner } from './documentation/missing-owner.ts';
import { tombstoneStillLiving } from './documentation/tombstone-still-living.ts';
import { undescribedFields } from './documentation/undescribed-fields.ts';
import { bucketSettingsDiffer } from './keys/bucket-settings-differ.ts';
import { expiredByAnotherFamily } from './keys/expired-by-another-family.ts';
import { illegalLifecycleRule } from './keys/illegal-lifecycle-rule.ts';
import { keyBeginsAnother } from './keys/key-begins-another.ts';
import { nullablePlaceholder } from './keys/nullable-placeholder.ts';
import { objectLockByPrefix } from './keys/object-lock-by-prefix.ts';
import { objectLockWithoutVersioning } from './keys/object-lock-without-versioning.ts';
import { oldVersionRuleWithoutVersioning } from './keys/old-version-rule-without-versioning.ts';
import { oldVersionsKeptForever } from './keys/old-versions-kept-forever.ts';
import { oldVersionsWithoutEnd } from './keys/old-versions-without-end.ts';
import { overlappingKeys } from './keys/overlapping-keys.ts';
import { storageClassMinimum } from './keys/storage-class-minimum.ts';
import { tenantNotFirst } from './keys/tenant-not-first.ts';
import { tooManyLifecycleRules } from './keys/too-many-lifecycle-rules.ts';
import { unboundPlaceholder } from './keys/unbound-placeholder.ts';
import { unreachableLifecyclePrefix } from './keys/unreachable-lifecycle-prefix.ts';
import { unsafePlaceholder } from './keys/unsafe-placeholder.ts';
import { circularRetention } from './lifetimes/circular-retention.ts';
import { compoundTtlIndex } from './lifetimes/compound-ttl-index.ts';
import { contradictoryRetention } from './lifetimes/contradictory-retention.ts';
import { danglingReference } from './lifetimes/dangling-reference.ts';
import { erasureOfLockedData } from './lifetimes/erasure-of-locked-data.ts';
import { expiryNotInDays } from './lifetimes/expiry-not-in-days.ts';
import { illegalPartialFilter } from './lifetimes/illegal-partial-filter.ts';
import { lockOutlivesRetention } from './lifetimes/lock-outlives-retention.ts';
import { missingRetention } from './lifetimes/missing-retention.ts';
import { orphanedBytes } from './lifetimes/orphaned-bytes.ts';
import { overRetainedBytes } from './lifetimes/over-retained-bytes.ts';
import { personalDataWithoutEnd } from './lifetimes/personal-data-without-end.ts';
import { ttlFieldNotADate } from './lifetimes/ttl-field-not-a-date.ts';
import { ttlFieldOptional } from './lifetimes/ttl-field-optional.ts';
import { twoTtlsOnOneField } from './lifetimes/two-ttls-on-one-field.ts';
import { unusableTtl } from './lifetimes/unusable-ttl.ts';
import { ambiguousTarget } from './references/ambiguous-target.ts';
import { discriminatorValuesDiffer } from './references/discriminator-values-differ.ts';
import { incompatibleReferenceType } from './references/incompatible-reference-type.ts';
import { isolatedEntity } from './references/isolated-entity.ts';
import { mirrorOfNothing } from './references/mirror-of-nothing.ts';
import { missingDiscriminator } from './references/missing-discriminator.ts';
import { nullOnRequired } from './references/null-on-required.ts';
import { referenceToDeprecated } from './references/reference-to-deprecated.ts';
import { referenceToEliminated } from './references/reference-to-eliminated.ts';
import { requiredReferenceCycle } from './references/required-reference-cycle.ts';
import { twoWayReferenceWithoutAuthority } from './references/two-way-reference-without-authority.ts';
import { undeclaredReference } from './references/undeclared-reference.ts';
import { unhandledTargetLoss } from './references/unhandled-target-loss.ts';
import { unindexedReference } from './references/unindexed-reference.ts';
import { unkeptReference } from './references/unkept-reference.ts';
import { awkwardFieldName } from './stores/awkward-field-name.ts';
import { enumValuesDiffer } from './stores/enum-values-differ.ts';
import { ignoredIndexOption } from './stores/ignored-index-option.ts';
import { indexOnUnknownField } from './stores/index-on-unknown-field.ts';
import { lossyColumnType } from './stores/lossy-column-type.ts';
import { missingPrimaryKey } from './stores/missing-primary-key.ts';
import { mixedNaming } from './stores/mixed-naming.ts';
import { quotedColumnName } from './stores/quoted-column-name.ts';
import { redundantIndex } from './stores/redundant-index.ts';
import { refusedIndex } from './stores/refused-index.ts';
import { unboundedArray } from './stores/unbounded-array.ts';
import { unindexedForeignKey } from './stores/unindexed-foreign-key.ts';
import { uniqueWithNull } from './stores/unique-with-null.ts';
import { unlistedIndexes } from './stores/unlisted-indexes.ts';
import { impossibleTenantException } from './tenancy/impossible-tenant-exception.ts';
import { keyUnderAnotherTenant } from './tenancy/key-under-another-tenant.ts';
import { missingTenancy } from './tenancy/missing-tenancy.ts';
import { noIndexByTenant } from './tenancy/no-index-by-tenant.ts';
import { optionalTenantField } from './tenancy/optional-tenant-field.ts';
import { referenceToTenantlessRecord } from './tenancy/reference-to-tenantless-record.ts';
import { sharedReferenceToTenant } from './tenancy/shared-reference-to-tenant.ts';
import { tenantExceptionWithoutReason } from './tenancy/tenant-exception-without-reason.ts';
import { tenantFieldPointsElsewhere } from './tenancy/tenant-field-points-elsewhere.ts';
import { tenantErasureConflict } from './tenancy/tenant-erasure-conflict.ts';
import { tenantErasureGap } from './tenancy/tenant-erasure-gap.ts';
import { uniqueAcrossTenants } from './tenancy/unique-across-tenants.ts';
import type { Rule } from './rule.ts';

/** Every rule that Polyref brings, by family. */
export const rules: readonly Rule[] = [
  // references
  incompatibleReferenceType,
  missingDiscriminator,
  ambiguousTarget,
  discriminatorValuesDiffer,
  twoWayReferenceWithoutAuthority,
  mirrorOfNothing,
  unkeptReference,
  unhandledTargetLoss,
  nullOnRequired,
  referenceToDeprecated,
  referenceToEliminated,
  undeclaredReference,
  unindexedReference,
  requiredReferenceCycle,
  isolatedEntity,
  // lifetimes
  missingRetention,
  contradictoryRetention,
  circularRetention,
  danglingReference,
  orphanedBytes,
  overRetainedBytes,
  ttlFieldNotADate,
  ttlFieldOptional,
  compoundTtlIndex,
  illegalPartialFilter,
  unusableTtl,
  expiryNotInDays,
  twoTtlsOnOneField,
  personalDataWithoutEnd,
  lockOutlivesRetention,
  erasureOfLockedData,
  // keys
  unboundPlaceholder,
  unsafePlaceholder,
  nullablePlaceholder,
  tenantNotFirst,
  overlappingKeys,
  keyBeginsAnother,
  unreachableLifecyclePrefix,
  objectLockByPrefix,
  oldVersionsWithoutEnd,
  expiredByAnotherFamily,
  objectLockWithoutVersioning,
  illegalLifecycleRule,
  storageClassMinimum,
  oldVersionsKeptForever,
  oldVersionRuleWithoutVersioning,
  tooManyLifecycleRules,
  bucketSettingsDiffer,
  // tenancy
  missingTenancy,
  optionalTenantField,
  impossibleTenantException,
  tenantExceptionWithoutReason,
  tenantFieldPointsElsewhere,
  keyUnderAnotherTenant,
  noIndexByTenant,
  uniqueAcrossTenants,
  sharedReferenceToTenant,
  referenceToTenantlessRecord,
  tenantErasureConflict,
  tenantErasureGap,
  // stores
  missingPrimaryKey,
  unindexedForeignKey,
  unlistedIndexes,
  refusedIndex,
  ignoredIndexOption,
  indexOnUnknownField,
  uniqueWithNull,
  redundantIndex,
  unboundedArray,
  awkwardFieldName,
  quotedColumnName,
  lossyColumnType,
  mixedNaming,
  enumValuesDiffer,
  // documentation
  missingDescription,
  undescribedFields,
  missingOwner,
  deprecatedWithoutReplacement,
  tombstoneStillLiving,
  claimDoesNotHold,
];
