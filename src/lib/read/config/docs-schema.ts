import { basename, extname } from 'node:path';
import * as z from 'zod';
import type { Repository } from '../../dsl/docs.ts';
import { codeSpan } from '../../model/code-span.ts';
import type { DocsSettings, Logo, SidebarGroup } from '../../model/docs-settings.ts';
import { inSequence } from '../../model/in-sequence.ts';
import { componentsFolder } from './components-folder.ts';
import { handOn, keys, listing, refusing, type Refusal } from './config-schema.ts';
import { pagesFolder } from './pages-folder.ts';
import { path } from './path-option.ts';
import { repositoryLinks } from './repository-links.ts';

/** What the pages that a team generates are read from is looked at apart: a function in them has a mark. */
export interface ReadDocs extends DocsSettings {
  readonly customPages?: readonly unknown[];
}

/**
 * The `docs` of a configuration: what they say of the site, with every path looked up.
 * @param folder absolute path that paths are relative to, of the configuration
 * @param schemaDir absolute path of the folder of definitions
 */
export function docs(folder: string, schemaDir: string): z.ZodType<ReadDocs> {
  const wrong = { message: '`docs` is not an object of settings.', hint: "Write docs: { url: 'https://docs.example.com/' }." };
  const shape = {
    title: text('title', "title: 'Shop data'").exactOptional(),
    logo: logo(folder).exactOptional(),
    url: address('url', "url: 'https://docs.example.com/data/'").exactOptional(),
    base: base.exactOptional(),
    repository: repository.exactOptional(),
    editLinks: editLinks.exactOptional(),
    sidebar: z.array(group, refusing('`docs.sidebar` is not a list of groups.', SIDEBAR_HINT)).exactOptional(),
    pages: pagesFolder(folder, schemaDir).exactOptional(),
    css: z.array(file('css', 'style sheet', STYLE_SHEETS, folder), refusing('`docs.css` is not a list of files.', "Write css: ['./docs/brand.css'].")).exactOptional(),
    components: componentsFolder(folder).exactOptional(),
    customPages: z.array(z.unknown(), refusing('`docs.customPages` is not a list of pages.', 'Write customPages: [definePage({ … })].')).exactOptional(),
  };
  const names = Object.keys(shape);
  return keys(shape, wrong, { message: '`{key}` is not an option of `docs`.', hint: listing(names), names }).transform((given, context): ReadDocs => {
    // Zod goes on in spite of an unknown key, with nothing in the place of what holds it.
    if (context.issues.length > 0) return z.NEVER;
    const { repository: _, editLinks: __, ...rest } = given;
    const refuse = (option: string, { message, hint }: Refusal) => context.issues.push({ code: 'custom', input: given, path: [option], message: JSON.stringify({ message, hint }) });
    if (given.base !== undefined && given.url !== undefined) refuse('base', { message: '`docs.base` and `docs.url` both say under which path the site is.', hint: 'Remove `base`: the path of `url` is the base.' });
    const links = repositoryLinks(given);
    if ('option' in links) {
      refuse(links.option, links.refusal);
      return z.NEVER;
    }
    return { folder, ...rest, ...links };
  }) as z.ZodType<ReadDocs>;
}

function text(option: string, example: string) {
  const saying = (what: string) => refusing(`\`docs.${option}\` ${what}.`, `Write ${example}, or remove it.`);
  return z.string(saying('is not text')).refine((given) => given.trim() !== '', saying('is empty')).refine((given) => given.length <= 1_000, saying('has more than 1,000 characters'));
}

/** Without a query: a link is made by putting a path behind it. */
function address(option: string, example: string) {
  const refusal = refusing(`\`docs.${option}\` is not a web address.`, `Write ${example}.`);
  return z.string(refusal).refine(isAddress, refusal).transform((given) => (given.endsWith('/') ? given : `${given}/`));
}

function isAddress(given: string): boolean {
  return given.length <= 1_000 && /^https?:\/\/[^?#\s]+$/.test(given) && URL.canParse(given) && !/\/\/.*\/\//.test(given.replace(/\/+$/, ''));
}

const BASE = refusing('`docs.base` is not a path.', "Write base: '/data/'.");
const base = z.string(BASE).refine((given) => /^\/(?:[\w~!$&'()*+,;=@%.-]+\/?)*$/.test(given) && given.length <= 1_000 && !given.split('/').some((name) => name === '.' || name === '..'), BASE).transform((given) => (given.endsWith('/') ? given : `${given}/`));

const REPOSITORY = { message: '`docs.repository` is not the web address of a repository.', hint: "Write repository: 'https://github.com/acme/shop', or a link to a line: repository: 'https://git.example.com/shop/{file}#L{line}'." };
const repositoryText = z.string(refusing(REPOSITORY.message, REPOSITORY.hint)).refine((given) => isAddress(given) || isTemplate(given), refusing(REPOSITORY.message, REPOSITORY.hint));
const repositoryNames = ['url', 'host', 'branch', 'folder'];
const repositoryObject = keys({
  url: z.string(refusing(REPOSITORY.message, REPOSITORY.hint)).refine(isAddress, refusing(REPOSITORY.message, REPOSITORY.hint)),
  host: z.enum(['github', 'gitlab', 'bitbucket'], refusing('`docs.repository.host` is none of the known hosts.', "Write host: 'github', 'gitlab' or 'bitbucket'.")).exactOptional(),
  branch: text('repository.branch', "branch: 'main'").exactOptional(),
  folder: text('repository.folder', "folder: 'packages/db'").exactOptional(),
}, REPOSITORY, { message: '`{key}` is not an option of `docs.repository`.', hint: listing(repositoryNames), names: repositoryNames });
const repository = z.unknown().transform((given, context): string | Repository => handOn<string | Repository>(context, typeof given === 'string' ? repositoryText : (repositoryObject as z.ZodType<Repository>), given));

const EDIT = refusing('`docs.editLinks` is neither true, false nor a link.', "Write editLinks: true, or editLinks: 'https://git.example.com/shop/edit/{file}'.");
const editLinks = z.union([z.boolean(), z.string()], EDIT).refine((given) => typeof given === 'boolean' || isTemplate(given), EDIT);

/** A link with the place of a file in it, which may be part of a query. */
function isTemplate(given: string): boolean {
  return given.length <= 1_000 && given.includes('{file}') && /^https?:\/\/\S+$/.test(given) && URL.canParse(given);
}

function logo(folder: string): z.ZodType<Logo> {
  const wrong = { message: '`docs.logo` is not a file.', hint: "Write logo: './docs/logo.svg', or logo: { light: './docs/logo.svg', dark: './docs/logo-dark.svg' }." };
  const one = file('logo', 'picture', PICTURES, folder);
  const two = keys({ light: one, dark: one, alt: z.string(refusing('`docs.logo.alt` is not text.', wrong.hint)).exactOptional() }, wrong, { message: '`{key}` is not an option of `docs.logo`.', hint: 'It takes `light`, `dark`, `alt`.', names: ['light', 'dark', 'alt'] });
  return z.unknown().transform((given, context): Logo => {
    const { alt = '', ...pictures } = typeof given === 'string' ? bothOf(handOn(context, one, given)) : handOn(context, two, given);
    return { ...pictures, alt };
  });
}

function bothOf(file: string): { readonly light: string; readonly dark: string; readonly alt?: string } {
  return { light: file, dark: file };
}

/** What the site can show, and what it can apply. */
const PICTURES = ['.svg', '.png', '.jpg', '.jpeg', '.webp', '.avif', '.gif'];
const STYLE_SHEETS = ['.css'];

/** A file that is what its ending says. */
function file(option: string, what: string, endings: readonly string[], folder: string): z.ZodType<string> {
  return path(option, 'file', folder).refine((found) => endings.includes(extname(found).toLowerCase()), {
    error: ({ input }) => JSON.stringify({ message: `\`${basename(String(input)).slice(0, 200)}\` of \`docs.${option}\` is not a ${what}.`, hint: `Name a file that ends in ${inSequence(endings.map(codeSpan), 'or')}.` } satisfies Refusal),
  });
}

const SIDEBAR_HINT = "Write sidebar: [{ label: 'Operations', items: ['guides/on-call', { label: 'Status', link: 'https://status.example.com/' }] }].";
const label = z.string(refusing('A group or an item of `docs.sidebar` has no `label`.', SIDEBAR_HINT)).refine((given) => given.trim() !== '', refusing('A group or an item of `docs.sidebar` has no `label`.', SIDEBAR_HINT));
const ITEM = { message: 'An item of `docs.sidebar` is neither the path of a page nor a label with a page or a link.', hint: SIDEBAR_HINT };
const page = z.string(refusing(ITEM.message, ITEM.hint)).refine((given) => /^\/*[^\s/:?#][^\s:?#]*$/.test(given), refusing(ITEM.message, ITEM.hint)).transform((given) => given.replace(/^\/+|\/+$/g, ''));
const link = z.string(refusing(ITEM.message, ITEM.hint)).refine((given) => /^(?:https?:\/\/|mailto:)\S+$/i.test(given), refusing('A `link` of `docs.sidebar` is not a web address.', SIDEBAR_HINT));
const unknownInItem = { message: '`{key}` is not an option of an item of `docs.sidebar`.', hint: 'It takes `label`, and `page` or `link`.', names: ['label', 'page', 'link'] };
const pageItem = keys({ label, page }, ITEM, unknownInItem);
const linkItem = keys({ label, link }, ITEM, unknownInItem);
const item = z.unknown().transform((given, context): SidebarGroup['items'][number] => {
  if (typeof given === 'string') return { kind: 'page', page: handOn(context, page, given) };
  const isLink = typeof given === 'object' && given !== null && 'link' in given;
  return isLink ? { kind: 'link', ...handOn(context, linkItem, given) } : { kind: 'page', ...handOn(context, pageItem, given) };
});
const group: z.ZodType<SidebarGroup> = keys(
  { label, items: z.array(item, refusing('A group of `docs.sidebar` has no `items`.', SIDEBAR_HINT)) },
  { message: 'A group of `docs.sidebar` is not an object.', hint: SIDEBAR_HINT },
  { message: '`{key}` is not an option of a group of `docs.sidebar`.', hint: 'It takes `label` and `items`.', names: ['label', 'items'] },
);
