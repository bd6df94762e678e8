import { defineRule } from '../define-rule.ts';

// Source: https://docs.aws.amazon.com/AmazonS3/latest/userguide/object-lock-configure.html and object-lock-managing.html
export const objectLockWithoutVersioning = defineRule({
  id: 'object-lock-without-versioning',
  family: 'keys',
  severity: 'error',
  statement: 'A bucket with Object Lock is versioned.',
  why: 'A lock protects one version of an object, so S3 offers Object Lock only in buckets with versioning, and versioning cannot be suspended there afterwards. A definition that asks for a lock without versioning describes a bucket that cannot exist: in reality either nothing is locked, or the bucket is versioned and every deletion leaves an old version that nobody expects.',
  mend: [
    'Declare the versioning that the lock requires:',
    "```ts\n// before\nobjectLock: compliance('7 years'),\n\n// after\nversioning: true,\nobjectLock: compliance('7 years'),\n```",
  ].join('\n\n'),
  *check({ catalog }) {
    for (const family of catalog.entities) {
      if (family.kind !== 'objects' || family.versioning) continue;
      const { objectLock, retention, alsoRetention = [] } = family;
      // A lock for a prefix locks nothing, and has a rule of its own.
      const hasLock = (objectLock !== undefined && objectLock.prefix === undefined) || [retention, ...alsoRetention].some((each) => each?.kind === 'locked');
      if (!hasLock) continue;
      yield { entity: family.address, message: `\`${family.address}\` is locked, and its bucket \`${family.bucket}\` is not versioned: S3 offers Object Lock only in versioned buckets.`, hint: 'Add `versioning: true`, or remove the lock.' };
    }
  },
});
