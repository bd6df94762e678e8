import { familiesByBucket } from '../../analysis/bucket-families.ts';
import { type ObjectFamily } from '../../model/entity.ts';
import { defineRule } from '../define-rule.ts';

export const bucketSettingsDiffer = defineRule({
  id: 'bucket-settings-differ',
  family: 'keys',
  severity: 'warning',
  statement: 'Families in one bucket say the same of the bucket.',
  why: 'Versioning and a default lock belong to the bucket. When one family says that old versions are kept and its neighbour says that they are not, one of the two pages is wrong, and a restore that somebody relies on does not work. A lock that one family asks for locks the objects of all.',
  mend: [
    'Say the same of all, or give the family a bucket of its own:',
    "```ts\n// before\nbucket: 'content',\nobjectLock: compliance('7 years'),\n\n// after\nbucket: 'contracts',\nobjectLock: compliance('7 years'),\n```",
  ].join('\n\n'),
  *check({ catalog }) {
    for (const [bucket, families] of familiesByBucket(catalog)) {
      const [first] = families;
      if (first === undefined) continue;
      for (const [what, settingOf] of SETTINGS) {
        const other = families.find((family) => settingOf(family) !== settingOf(first));
        if (other === undefined) continue;
        yield { entity: other.address, message: `\`${first.address}\` and \`${other.address}\` lie in the bucket \`${bucket}\` and differ in its ${what}: ${settingOf(first)} and ${settingOf(other)}.`, hint: 'Say the same of both, or give one of them a bucket of its own.' };
      }
    }
  },
});

const SETTINGS: readonly (readonly [what: string, settingOf: (family: ObjectFamily) => string])[] = [
  ['versioning', ({ versioning }) => (versioning ? 'on' : 'off')],
  // A lock that is meant for a prefix is none, and has a rule of its own.
  ['default lock', ({ objectLock }) => (objectLock === undefined || objectLock.prefix !== undefined ? 'none' : `${objectLock.mode}, ${objectLock.for}`)],
];
