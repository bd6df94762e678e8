import { expect, test } from 'vitest';
import { writePictures } from '../../scripts/review/write-pictures.ts';
import { createTerminal } from '../../scripts/terminal.ts';
import type { ChangePictures } from '../../src/lib/index.ts';
import { temporaryFolder } from '../disk/temporary-folder.ts';
import { put, textsOf } from './run-polyref.ts';

const pictures = (name: string): ChangePictures => ({ after: { title: 'After', text: `erDiagram\n  "${name}" {\n  }\n` } }) as ChangePictures;
const terminal = createTerminal({ out: () => undefined, err: () => undefined });

test('a picture replaces an earlier one', async () => {
  const folder = await temporaryFolder();
  await writePictures(pictures('carts'), folder, 'pictures', terminal);
  await writePictures(pictures('orders'), folder, 'pictures', terminal);
  expect([...(await textsOf(folder)).keys()]).toEqual(['after.svg']);
  expect((await textsOf(folder)).get('after.svg')).toContain('>orders<');
});

test('a picture needs no style sheet and no page: any program can show it', async () => {
  const folder = await temporaryFolder();
  await writePictures(pictures('carts'), folder, 'pictures', terminal);
  const file = (await textsOf(folder)).get('after.svg') ?? '';
  expect(file).toMatch(/^<svg xmlns="http:\/\/www\.w3\.org\/2000\/svg" class="pr-d" [^>]*><title id="[^"]+">After<\/title><desc id="[^"]+">1 entity, 0 relations\.<\/desc><rect [^>]*fill="#ffffff"\/>/);
  expect(file).not.toMatch(/<style|var\(|calc\(|currentColor|href=/);
});

test('and no picture of somebody', async () => {
  const folder = await temporaryFolder();
  await put(folder, { 'after.svg': '<svg xmlns="http://www.w3.org/2000/svg"><title>Our office</title></svg>\n' });
  const before = await textsOf(folder);
  await expect(writePictures(pictures('carts'), folder, 'pictures', terminal)).rejects.toMatchObject({
    name: 'DiskError', message: '`after.svg` is not a generated file, and writing the pages would overwrite or delete it. Nothing was written.',
    hint: 'Move it to another folder, or name another folder with --pictures.',
  });
  expect(await textsOf(folder)).toEqual(before);
});
