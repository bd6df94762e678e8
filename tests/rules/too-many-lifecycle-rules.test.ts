import { expect, test } from 'vitest';
import { lifecycle, objects, ulid } from '../../src/lib/dsl/index.ts';
import { tooManyLifecycleRules } from '../../src/lib/rules/keys/too-many-lifecycle-rules.ts';
import { foundBy } from './catalog-from.ts';

const files = (name: string, count: number) => objects(name, { bucket: 'content', key: `${name}/{id}`, parameters: { id: ulid() }, lifecycle: Array.from({ length: count }, (_, at) => lifecycle({ prefix: `${name}/${at}`, expireAfter: '1 day' })) });

test('more rules than a bucket takes, over all of its families', () => {
  expect(foundBy(tooManyLifecycleRules, [files('a', 600), files('b', 401)])).toEqual([
    's3.a: The bucket `content` has 1001 lifecycle rules; S3 takes 1000 and refuses them all. Select by a tag, so that one rule serves all, or use several buckets.',
  ]);
});

test('as many as it takes', () => {
  expect(foundBy(tooManyLifecycleRules, [files('a', 600), files('b', 400)])).toEqual([]);
});
