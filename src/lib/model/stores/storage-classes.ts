/** A storage class that a lifecycle rule can move objects to, by its name in the S3 API. */
export type StorageClass = 'STANDARD_IA' | 'INTELLIGENT_TIERING' | 'ONEZONE_IA' | 'GLACIER_IR' | 'GLACIER' | 'DEEP_ARCHIVE';

/** What the S3 manual says about a storage class. */
interface StorageClassFacts {
  /** Days for which S3 charges at least; 0: no minimum. */
  readonly minimumDays: number;
  /** Whether an object must be restored before it can be read. */
  readonly isArchive: boolean;
  /** Classes that a lifecycle rule can move objects on to. */
  readonly leadsTo: readonly StorageClass[];
}

/**
 * In the order of the waterfall that transitions follow.
 * Sources: https://docs.aws.amazon.com/AmazonS3/latest/userguide/lifecycle-transition-general-considerations.html (supported transitions) and
 * https://docs.aws.amazon.com/AmazonS3/latest/userguide/storage-class-intro.html#sc-compare (minimum storage duration).
 */
export const STORAGE_CLASSES: Readonly<Record<StorageClass, StorageClassFacts>> = {
  STANDARD_IA: { minimumDays: 30, isArchive: false, leadsTo: ['INTELLIGENT_TIERING', 'ONEZONE_IA', 'GLACIER_IR', 'GLACIER', 'DEEP_ARCHIVE'] },
  INTELLIGENT_TIERING: { minimumDays: 0, isArchive: false, leadsTo: ['ONEZONE_IA', 'GLACIER_IR', 'GLACIER', 'DEEP_ARCHIVE'] },
  ONEZONE_IA: { minimumDays: 30, isArchive: false, leadsTo: ['GLACIER', 'DEEP_ARCHIVE'] },
  GLACIER_IR: { minimumDays: 90, isArchive: false, leadsTo: ['GLACIER', 'DEEP_ARCHIVE'] },
  GLACIER: { minimumDays: 90, isArchive: true, leadsTo: ['DEEP_ARCHIVE'] },
  DEEP_ARCHIVE: { minimumDays: 180, isArchive: true, leadsTo: [] },
};

/** Their names, for messages and for checking what a definition says. */
export const STORAGE_CLASS_NAMES = ['STANDARD_IA', 'INTELLIGENT_TIERING', 'ONEZONE_IA', 'GLACIER_IR', 'GLACIER', 'DEEP_ARCHIVE'] as const satisfies readonly StorageClass[];
