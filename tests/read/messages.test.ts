import { mkdtemp, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { loadSchema } from '../../src/lib/read/load-schema.ts';
import { loadFixture, said } from './read-fixture.ts';

test('each mistake in a file is told at its place, and hides no other', async () => {
  const loaded = await loadFixture('mistakes');
  const loadHint = 'A schema file must load on its own: it should build definitions and do nothing else.';
  expect(said(loaded.findings)).toEqual([
    'schema/mongodb/broken.ts:5:37 syntax-error: Argument expression expected.',
    'schema/mongodb/exits-by-name.ts:3:1 load-error: `schema/mongodb/exits-by-name.ts` calls process.exit(). A schema file only describes. Remove the call.',
    'schema/mongodb/exits.ts:1:20 load-error: `schema/mongodb/exits.ts` calls process.exit(3). A schema file only describes. Remove the call.',
    'schema/mongodb/hidden.ts:4:7 not-exported: `hidden` is not exported, so it does not count. Write export const hidden = ….',
    "schema/mongodb/hidden.ts:6:1 not-exported: `process('Nameless')` is not exported, so it does not count. Give it a name: export const … = process('Nameless', …).",
    'schema/mongodb/imports-nothing.ts:2:24 load-error: `schema/mongodb/imports-nothing.ts` imports `./shard.ts`, which does not exist. Did you mean `./shared.ts`?',
    "schema/mongodb/imports-wrong-name.ts:2:10 load-error: `schema/mongodb/imports-wrong-name.ts` imports `sharde` from `./shared.ts`, which does not export it. Did you mean `shared`?",
    'schema/mongodb/needs-package.ts:2:23 load-error: `schema/mongodb/needs-package.ts` imports `no-such-package-anywhere`, which is not installed. Install it where the schema folder is, or remove the import.',
    `schema/mongodb/rejects.ts:1:21 load-error: \`schema/mongodb/rejects.ts\` cannot be loaded: nobody waits for this. ${loadHint}`,
    `schema/mongodb/throws-after-enum.ts:10:7 load-error: \`schema/mongodb/throws-after-enum.ts\` cannot be loaded: no more levels. ${loadHint}`,
    `schema/mongodb/throws.ts:5:38 load-error: \`schema/mongodb/throws.ts\` cannot be loaded: TypeError: z.strong is not a function. ${loadHint}`,
    'schema/mongodb/waits.ts:4:1 load-error: `schema/mongodb/waits.ts` did not finish loading within 0.5 seconds. It waits for something at its top level; definitions need no await.',
  ]);
  expect(said((await loadFixture('mistakes')).findings)).toEqual(said(loaded.findings));
  expect(loaded.drafts.entities.map((entity) => entity.name)).toEqual(['fine', 'listed']);
  expect(loaded.drafts.unreadable).toEqual([
    'mongodb.broken', 'mongodb.levels', 'mongodb.lost', 'mongodb.misspelt', 'mongodb.packaged', 'mongodb.throwing', 'mongodb.waiting',
  ]);
});

test('a wrong option is named, with the right one where it is near', async () => {
  const { findings, drafts } = await loadFixture('options');
  expect(said(findings)).toEqual([
    'schema/options.ts:9:3 unknown-option: `retenion` is not an option of `mongodb.events`. Did you mean `retention`?',
    "schema/options.ts:10:3 bad-option: `retention` of `mongodb.events` is a function that was not called, not a retention. Write permanent(), expires('90 days', { after: '…' }), keptAtLeast(…), locked(…) or withParent(…).",
    "schema/options.ts:11:3 bad-option: `tenancy` of `mongodb.events` is text, not a tenancy. Write perTenant('tenantId'), tenantItself('…'), viaParent('…') or shared('why').",
    "schema/options.ts:12:3 bad-option: `tags` of `mongodb.events` is text, not a list of texts. Write ['…', '…'].",
    'schema/options.ts:13:3 bad-option: `validator` of `mongodb.events` is text, not true or false. Write true or false.',
    'schema/options.ts:14:30 unknown-option: `uniqe` is not an option of an index, in `indexes` of `mongodb.events`. Did you mean `unique`?',
    'schema/options.ts:15:17 unknown-field-path: `references` of `mongodb.events` names `meta.ownrId`, and `mongodb.events` has no such field. Did you mean `meta.ownerId`?',
    'schema/options.ts:16:49 unknown-field-path: `classification` of `mongodb.events` names `tgas`, and `mongodb.events` has no such field. Did you mean `tags`?',
    'schema/options.ts:16:65 unknown-field-path: `classification` of `mongodb.events` names `nothing`, and `mongodb.events` has no such field.',
    "schema/options.ts:19:14 bad-option: A collection has no name: the first argument of `collection()` is missing. Write collection('event_logs', { … }).",
    'schema/options.ts:21:14 bad-option: `postgresql.shapeless` has no `columns`. Add columns: z.object({ … }).',
    "schema/options.ts:23:48 bad-option: `columns` of `postgresql.plain` is not a Zod schema. Write z.object({ … }), with z from 'zod' or 'zod/v3'.",
    'schema/options.ts:25:46 bad-shape: `document` of `mongodb.listed` is `string[]`, not an object with fields. Write document: z.object({ … }).',
    "schema/options.ts:27:14 bad-option: `s3.files` has no `bucket`. Add bucket: 'tenant-content'.",
    'schema/options.ts:27:69 bad-option: `parameters` of `s3.files` is not an object of Zod schemas. Write { version: z.int() }.',
    'schema/options.ts:27:96 bad-option: `versioning` of `s3.files` is the number 1, not true or false. Write true or false.',
    'schema/options.ts:29:50 unknown-option: `read` is not an option of the process `Agent`. Did you mean `reads`?',
    "schema/options.ts:29:76 bad-option: `writes` of the process `Agent` is text, not a list of texts. Write ['…', '…'].",
    'schema/options.ts:31:53 unknown-option: `ownr` is not an option of the domain `billing`. Did you mean `owner`?',
    'schema/options.ts:35:14 unknown-option: `untill` is not an option of a suppression, in `suppress` of `mongodb.excused`. Did you mean `until`?',
    'schema/options.ts:38:63 unknown-option: `at` is not an option of a suppression, in `suppress` of the process `Talker`. It takes `rule`, `reason`, `until`, `issue`.',
    "schema/options.ts:40:50 bad-option: `suppress` of the process `Quiet` is text, not a list of suppressions. Write [suppress('missing-owner', { reason: '…' })].",
    'schema/options.ts:42:14 unknown-definition: `colection` is not a kind of definition. Did you mean `collection`?',
  ]);
  // What is right about a definition is used all the same.
  expect(drafts.entities.map((entity) => [entity.name, entity.fields.length])).toEqual([['events', 4], ['shapeless', 0], ['plain', 0], ['listed', 0], ['files', 0], ['excused', 1]]);
});

test('a Zod type that says nothing of what is stored names its field, in Zod 4 and in Zod 3', async () => {
  const { findings } = await loadFixture('types');
  const each = (name: string, lines: Readonly<Record<string, string>>) =>
    Object.entries({
      'transformed transform': 'Give the shape that is stored, after the transformation: `.transform(…).pipe(z.string())`.',
      ...(name === 'four' ? { 'custom custom': "Say its type: z.string(), z.date(), sqlType('…'), or .meta({ polyref: { type: '…' } }) on it." } : {}),
      'call function': 'A function cannot be stored; take it out.',
      'nested.later promise': 'Give the shape of what the promise brings.',
      'list[] symbol': 'Use z.string() or z.enum([…]).',
      'emptiness void': 'Take the field out, or use z.null().',
      'never never': 'Take the field out.',
    }).map(([what, hint]) => {
      const [path, type] = what.split(' ') as [string, string];
      const field = `\`mongodb.${name}.${path}\``;
      return `schema/unsupported.ts:${lines[path]} unsupported-type: ${field} has the Zod type \`${type}\`, which says nothing of what is stored. ${hint}`;
    });
  expect(said(findings)).toEqual([
    ...each('four', { transformed: '7:5', custom: '8:5', call: '9:5', 'nested.later': '10:24', 'list[]': '11:5', emptiness: '12:5', never: '14:5' }),
    ...each('three', { transformed: '23:5', call: '24:5', 'nested.later': '25:25', 'list[]': '26:5', emptiness: '27:5', never: '29:5' }),
  ]);
});

test('no folder, a file in its place and an empty folder are told apart', async () => {
  const root = await mkdtemp(join(tmpdir(), 'polyref-read-'));
  const missing = await loadSchema(join(root, 'schema'));
  expect(said(missing.findings)).toEqual(['schema-folder-missing: There is no folder `schema`. Create it and put one file in it for each entity, or name another folder with --schema.']);
  expect([missing.drafts.entities, missing.files]).toEqual([[], []]);
  await writeFile(join(root, 'plain'), '');
  expect(said((await loadSchema(join(root, 'plain'))).findings)).toEqual(['schema-folder-missing: `plain` is a file, not a folder. Name the folder that holds the definitions with --schema.']);
  await writeFile(join(root, 'plain.d.ts'), '');
  await writeFile(join(root, 'plain.test.ts'), 'throw new Error();');
  const empty = await loadSchema(root);
  expect(said(empty.findings).map((line) => line.replace(/polyref-read-\w+/, 'folder'))).toEqual([
    "schema-folder-empty: The folder `folder` holds no TypeScript file. Put a file in it that exports a definition: `export const users = collection('users', { … })`.",
  ]);
});
