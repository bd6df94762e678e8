import { symlink } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { definePage } from '../../src/lib/dsl/page-maker.ts';
import { readConfig } from '../../src/lib/read/config/read-config.ts';
import { temporaryFolder } from '../disk/temporary-folder.ts';
import { put } from '../cli/run-polyref.ts';

const read = (docs: unknown, folder = '/nowhere') => readConfig({ kind: 'polyref.config', config: { docs } }, (part) => ({ file: part, line: 1, column: 1 }), [], folder);

/** Part: message hint. */
const said = (docs: unknown, folder?: string) => read(docs, folder).findings.map(({ location, message, hint }) => `${location?.file}: ${message} ${hint}`);

describe('each mistake is told at its place', () => {
  const sidebarHint = "Write sidebar: [{ label: 'Operations', items: ['guides/on-call', { label: 'Status', link: 'https://status.example.com/' }] }].";
  const repositoryHint = "Write repository: 'https://github.com/acme/shop', or a link to a line: repository: 'https://git.example.com/shop/{file}#L{line}'.";
  const hostHint = "Write repository: { url: '…', host: 'github' }, with 'gitlab' or 'bitbucket' where that runs there, or a link to a line: repository: 'https://git.example.com/shop/{file}#L{line}'.";
  const editHint = "Write repository: 'https://github.com/acme/shop' beside it, or the link itself: editLinks: 'https://git.example.com/shop/edit/{file}'.";
  const pageHint = 'Write definePage({ path, title, make }).';
  const page = definePage({ path: 'a', title: 'A', make: () => '' });
  test.each<[unknown, string]>([
    ['https://docs.example.com/', "docs: `docs` is not an object of settings. Write docs: { url: 'https://docs.example.com/' }."],
    [{ titel: 'Shop' }, 'docs.titel: `titel` is not an option of `docs`. Did you mean `title`?'],
    [{ theme: 'dark' }, 'docs.theme: `theme` is not an option of `docs`. It takes `title`, `logo`, `url`, `base`, `repository`, `editLinks`, `sidebar`, `pages`, `css`, `components`, `customPages`.'],
    [{ title: 1 }, "docs.title: `docs.title` is not text. Write title: 'Shop data', or remove it."],
    [{ title: ' ' }, "docs.title: `docs.title` is empty. Write title: 'Shop data', or remove it."],
    [{ title: 'a'.repeat(1_001) }, "docs.title: `docs.title` has more than 1,000 characters. Write title: 'Shop data', or remove it."],
    [{ repository: { url: 'https://github.com/acme/shop', branch: '' } }, "docs.repository: `docs.repository.branch` is empty. Write branch: 'main', or remove it."],
    [{ url: 'docs.example.com' }, "docs.url: `docs.url` is not a web address. Write url: 'https://docs.example.com/data/'."],
    [{ url: 'https://docs.example.com/?a=1' }, "docs.url: `docs.url` is not a web address. Write url: 'https://docs.example.com/data/'."],
    [{ base: 'data' }, "docs.base: `docs.base` is not a path. Write base: '/data/'."],
    [{ base: '/../data/' }, "docs.base: `docs.base` is not a path. Write base: '/data/'."],
    [{ base: '/data/', url: 'https://docs.example.com/' }, 'docs.base: `docs.base` and `docs.url` both say under which path the site is. Remove `base`: the path of `url` is the base.'],
    [{ repository: 'git@github.com:acme/shop.git' }, `docs.repository: \`docs.repository\` is not the web address of a repository. ${repositoryHint}`],
    [{ repository: 'https://git.example.com/shop' }, `docs.repository: \`docs.repository\` does not say what its host is. ${hostHint}`],
    [{ repository: { url: 'https://git.example.com/shop', host: 'gitea' } }, "docs.repository: `docs.repository.host` is none of the known hosts. Write host: 'github', 'gitlab' or 'bitbucket'."],
    [{ repository: { url: 'https://github.com/a/b', brunch: 'x' } }, 'docs.repository: `brunch` is not an option of `docs.repository`. Did you mean `branch`?'],
    [{ editLinks: true }, `docs.editLinks: \`docs.editLinks\` needs a repository whose host is known. ${editHint}`],
    [{ editLinks: 'https://git.example.com/' }, "docs.editLinks: `docs.editLinks` is neither true, false nor a link. Write editLinks: true, or editLinks: 'https://git.example.com/shop/edit/{file}'."],
    [{ sidebar: {} }, `docs.sidebar: \`docs.sidebar\` is not a list of groups. ${sidebarHint}`],
    [{ sidebar: [{ items: [] }] }, `docs.sidebar: A group or an item of \`docs.sidebar\` has no \`label\`. ${sidebarHint}`],
    [{ sidebar: [{ label: 'A', items: [{ label: 'B', link: 'javascript:alert(1)' }] }] }, `docs.sidebar: A \`link\` of \`docs.sidebar\` is not a web address. ${sidebarHint}`],
    [{ sidebar: [{ label: 'A', items: ['https://x.test/'] }] }, `docs.sidebar: An item of \`docs.sidebar\` is neither the path of a page nor a label with a page or a link. ${sidebarHint}`],
    [{ css: './a.css' }, "docs.css: `docs.css` is not a list of files. Write css: ['./docs/brand.css']."],
    [{ css: ['./a.css'] }, 'docs.css: `./a.css` of `docs.css` does not exist. Correct the path: it is relative to the configuration.'],
    [{ pages: 'https://x.test/' }, "docs.pages: `docs.pages` is not the path of a folder. Paths are relative to the configuration: './docs/…'."],
    [{ logo: { light: './a.svg' } }, 'docs.logo: `./a.svg` of `docs.logo` does not exist. Correct the path: it is relative to the configuration.'],
    [{ customPages: {} }, 'docs.customPages: `docs.customPages` is not a list of pages. Write customPages: [definePage({ … })].'],
    [{ customPages: [{ path: 'a' }] }, `docs.customPages: Number 1 of \`docs.customPages\` is not a page. ${pageHint}`],
    [{ customPages: [{ ...page, path: 'A b' }] }, `docs.customPages: The page \`A b\` has no path in kebab-case. ${pageHint}`],
    [{ customPages: [{ ...page, title: '' }] }, `docs.customPages: The page \`a\` has no \`title\`. ${pageHint}`],
    [{ customPages: [{ ...page, make: 'x' }] }, `docs.customPages: The page \`a\` has no \`make\`. ${pageHint}`],
    [{ customPages: [page, page] }, 'docs.customPages: There are two pages `a` in `docs.customPages`. Give one of them another path.'],
  ])('%j', (docs, message) => {
    expect(said(docs)[0]).toBe(message);
  });
});

test('paths are those of files that are there, relative to the configuration', async () => {
  const folder = await temporaryFolder();
  await put(folder, { 'docs/a.css': '', 'docs/logo.svg': '', 'docs/c/x.astro': '' });
  const { config, findings } = read({ css: ['./docs/a.css'], logo: './docs/logo.svg', components: 'docs/c' }, folder);
  expect(findings).toEqual([]);
  expect(config.docs).toEqual({ folder, css: [`${folder}/docs/a.css`], logo: { light: `${folder}/docs/logo.svg`, dark: `${folder}/docs/logo.svg`, alt: '' }, components: `${folder}/docs/c` });
  expect(said({ components: './docs/a.css' }, folder)).toEqual(['docs.components: `./docs/a.css` of `docs.components` is not a folder. Correct the path: it is relative to the configuration.']);
});

test('the folder of pages holds no configuration, no schema and no generated page', async () => {
  const folder = await temporaryFolder();
  await put(folder, { 'schema/mongodb/a.ts': '', 'src/content/docs/reference/index.mdx': '', 'src/content/docs/guides/a.md': '', 'handbook/a.md': '', 'content/pages/a.md': '' });
  const hint = "Use a folder that holds only hand-written pages, as in pages: './handbook'.";
  const cases: readonly (readonly [string, string, string])[] = [
    ['.', '.', 'holds the configuration'],
    ['../', '..', 'holds the configuration'],
    ['./schema', 'schema', 'holds the schema'],
    ['./schema/mongodb/', 'schema/mongodb', 'is in the folder of the schema'],
    ['./src/content/docs/reference', 'src/content/docs/reference', 'is in the folder of the generated pages'],
    ['./src', 'src', 'holds the generated pages'],
  ];
  for (const [pages, shown, problem] of cases) expect(said({ pages }, folder)).toEqual([`docs.pages: \`${shown}\` of \`docs.pages\` ${problem}. ${hint}`]);
  for (const pages of ['./handbook', './content/pages', './src/content/docs', './src/content/docs/guides']) expect(said({ pages }, folder)).toEqual([]);
  // A link leads to the same folder.
  await symlink(join(folder, 'schema'), join(folder, 'linked'));
  expect(said({ pages: './linked' }, folder)).toEqual([`docs.pages: \`linked\` of \`docs.pages\` holds the schema. ${hint}`]);
});

test('each component has a name of its own that a page can use', async () => {
  const folder = await temporaryFolder();
  await put(folder, Object.fromEntries(['bad_name.astro', '1st.astro', 'PriceList.astro', 'price-list.astro', 'store.astro', 'fine.astro', 'alsoFine.astro', 'shared/_part.astro', 'notes.md'].map((file) => [`c/${file}`, ''])));
  const rename = 'Rename it in kebab-case: `price-list.astro` is `<PriceList />`.';
  expect(said({ components: './c' }, folder)).toEqual([
    `docs.components: \`1st.astro\` of \`docs.components\` has a name that no page can use. ${rename}`,
    `docs.components: \`bad_name.astro\` of \`docs.components\` has a name that no page can use. ${rename}`,
    'docs.components: `PriceList.astro` and `price-list.astro` of `docs.components` are both `<PriceList />`. Rename one of them.',
    "docs.components: `store.astro` of `docs.components` has the name of Polyref's own component `<Store />`. Give it another name.",
  ]);
});

test('a logo is a picture, and a style sheet is CSS: as the ending says', async () => {
  const folder = await temporaryFolder();
  await put(folder, { 'package.json': '{}', 'docs/logo.SVG': '', 'docs/a.scss': '' });
  expect(said({ logo: './docs/logo.SVG' }, folder)).toEqual([]);
  expect(said({ logo: './package.json', css: ['./package.json'] }, folder)).toEqual([
    'docs.logo: `package.json` of `docs.logo` is not a picture. Name a file that ends in `.svg`, `.png`, `.jpg`, `.jpeg`, `.webp`, `.avif` or `.gif`.',
    'docs.css: `package.json` of `docs.css` is not a style sheet. Name a file that ends in `.css`.',
  ]);
  expect(said({ logo: { light: './docs/logo.SVG', dark: './docs/a.scss' }, css: ['./docs/a.scss'] }, folder).map((each) => each.split('. ')[0])).toEqual(['docs.logo: `a.scss` of `docs.logo` is not a picture', 'docs.css: `a.scss` of `docs.css` is not a style sheet']);
});

test.each<[unknown, string, string]>([
  ['https://github.com/acme/shop.git', 'https://github.com/acme/shop/blob/main/{file}#L{line}', 'https://github.com/acme/shop/edit/main/{file}'],
  ['https://gitlab.example.com/acme/shop/', 'https://gitlab.example.com/acme/shop/-/blob/main/{file}#L{line}', 'https://gitlab.example.com/acme/shop/-/edit/main/{file}'],
  ['https://bitbucket.org/acme/shop', 'https://bitbucket.org/acme/shop/src/main/{file}#lines-{line}', 'https://bitbucket.org/acme/shop/src/main/{file}?mode=edit'],
  [{ url: 'https://github.com/acme/shop', branch: 'next/a b', folder: './packages/{db}/' }, 'https://github.com/acme/shop/blob/next/a%20b/packages/%7Bdb%7D/{file}#L{line}', 'https://github.com/acme/shop/edit/next/a%20b/packages/%7Bdb%7D/{file}'],
])('the links of %j', (repository, sourceUrl, editUrl) => {
  expect(read({ repository, editLinks: true }).config.docs).toEqual({ folder: '/nowhere', sourceUrl, editUrl });
});
