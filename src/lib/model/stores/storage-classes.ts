import { secondsOf } from '../duration.ts';

/** The storage classes that a lifecycle rule can move objects to, by their names in the S3 API. */
export const STORAGE_CLASS_NAMES = ['STANDARD_IA', 'INTELLIGENT_TIERING', 'ONEZONE_IA', 'GLACIER_IR', 'GLACIER', 'DEEP_ARCHIVE'] as const;

export type StorageClass = (typeof STORAGE_CLASS_NAMES)[number];

/** What the S3 manual says about a storage class. */
interface StorageClassFacts {
  /** Minimum storage duration in days: S3 charges at least that long; 0: no minimum. */
  readonly minimumDays: number;
  /** Days that must pass since an object's creation, or since it became an old version, before a rule can move it there. */
  readonly minimumAgeDays: number;
  /** Whether an object must be restored before it can be read. */
  readonly isArchive: boolean;
  /** Classes that a lifecycle rule can move objects on to. */
  readonly leadsTo: readonly StorageClass[];
}

/**
 * In the order of the waterfall that transitions follow.
 * Sources: https://docs.aws.amazon.com/AmazonS3/latest/userguide/lifecycle-transition-general-considerations.html (supported transitions, minimum age) and
 * https://docs.aws.amazon.com/AmazonS3/latest/userguide/storage-class-intro.html#sc-compare (minimum storage duration).
 */
export const STORAGE_CLASSES: Readonly<Record<StorageClass, StorageClassFacts>> = {
  STANDARD_IA: { minimumDays: 30, minimumAgeDays: 30, isArchive: false, leadsTo: ['INTELLIGENT_TIERING', 'ONEZONE_IA', 'GLACIER_IR', 'GLACIER', 'DEEP_ARCHIVE'] },
  INTELLIGENT_TIERING: { minimumDays: 0, minimumAgeDays: 0, isArchive: false, leadsTo: ['ONEZONE_IA', 'GLACIER_IR', 'GLACIER', 'DEEP_ARCHIVE'] },
  ONEZONE_IA: { minimumDays: 30, minimumAgeDays: 30, isArchive: false, leadsTo: ['GLACIER', 'DEEP_ARCHIVE'] },
  GLACIER_IR: { minimumDays: 90, minimumAgeDays: 0, isArchive: false, leadsTo: ['GLACIER', 'DEEP_ARCHIVE'] },
  GLACIER: { minimumDays: 90, minimumAgeDays: 0, isArchive: true, leadsTo: ['DEEP_ARCHIVE'] },
  DEEP_ARCHIVE: { minimumDays: 180, minimumAgeDays: 0, isArchive: true, leadsTo: [] },
};

/** Transitions by the age at which they happen. */
export function inTimeOrder<Transition extends { readonly after: string }>(transitions: readonly Transition[]): readonly Transition[] {
  return [...transitions].sort((a, b) => secondsOf(a.after) - secondsOf(b.after));
}
