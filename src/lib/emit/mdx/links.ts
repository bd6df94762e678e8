import { fieldAnchor, REFERENCE_FOLDER } from '../../model/page-path.ts';
import type { FieldAddress } from '../../model/reference.ts';
import { storeFacts } from '../../model/stores/index.ts';
import type { Location } from '../../model/location.ts';
import { attribute, escapeText, inlineCode, linkTarget } from './escape.ts';
import { renderMarkdown, renderMarkdownInline } from './markdown.ts';
import type { Site } from './site.ts';

/** Links as they read from one page: relative to its file, so that they lead on in a repository's browser as on the site. */
export function buildLinks(site: Site, file: string, home?: string): Links {
  const folder = `/${REFERENCE_FOLDER}/${file}`.replace(/\/[^/]*$/, '');
  const toFile = (target: string, anchor = '') => {
    const path = target === file && anchor !== '' ? '' : relative(folder, `/${REFERENCE_FOLDER}/${target}`);
    return `${path}${anchor === '' ? '' : `#${linkTarget(anchor)}`}`;
  };
  const link = (label: string, target: string) => `[${label}](${target})`;
  // A name that two entities bear would not say which is meant.
  const nameOf = (address: string) => {
    const name = site.index.entities.get(address)?.name ?? site.index.tombstones.get(address)?.name ?? address;
    return site.names.get(name)?.entity === address ? name : address;
  };

  const entity = (address: string, label: string = nameOf(address)) => {
    const target = site.paths.entities.get(address);
    return target === undefined ? inlineCode(label) : link(inlineCode(label), toFile(target));
  };
  const field = ({ entity: address, field: path }: FieldAddress, label: string = `${nameOf(address)}.${path}`) => {
    const target = site.paths.entities.get(address);
    if (target === undefined) return inlineCode(label);
    return link(inlineCode(label), toFile(target, site.index.field(address, path) === undefined ? '' : fieldAnchor(path)));
  };
  const code = (text: string) => {
    const own = home !== undefined && site.index.field(home, text) !== undefined ? { entity: home, field: text } : undefined;
    const named = own ?? site.names.get(text);
    if (named === undefined || (named.entity === home && named.field === undefined)) return undefined;
    return named.field === undefined ? entity(named.entity, text) : field({ entity: named.entity, field: named.field }, text);
  };

  return {
    page: (target, label, anchor) => link(escapeText(label), toFile(target, anchor)),
    file: (target, label) => link(label, relative(folder, `/${target}`)),
    entity,
    field,
    ownField: (path) => (home === undefined ? inlineCode(path) : field({ entity: home, field: path }, path)),
    touched: (touched) => (touched.field === undefined ? entity(touched.entity) : field({ entity: touched.entity, field: touched.field })),
    address: (text) => code(text) ?? inlineCode(text),
    store: (id) => {
      const label = storeFacts(id).label;
      const mark = `<Store id=${attribute(id)}>${escapeText(label)}</Store>`;
      return site.index.stores.has(id) ? link(mark, toFile(`${id}/index.mdx`)) : mark;
    },
    domain: (name) => {
      const target = site.paths.domains.get(name);
      return target === undefined ? escapeText(name) : link(escapeText(name), toFile(target));
    },
    source: (location) => {
      const label = inlineCode(`${location.file}:${location.line}`);
      const url = sourceUrl(site.index.catalog.system.sourceUrl, location);
      return url === undefined ? label : link(label, linkTarget(url));
    },
    rule: (id) => {
      const target = site.ruleFiles.get(id);
      return target === undefined ? inlineCode(id) : link(inlineCode(id), toFile(target));
    },
    keeper: (text) => {
      const anchor = site.processAnchors.get(text);
      if (anchor !== undefined) return link(escapeText(text), toFile('processes.mdx', anchor));
      return isWebLink(text) ? link(escapeText(text), linkTarget(text)) : inlineCode(text);
    },
    markdown: (text) => renderMarkdown(text, code),
    inline: (text) => renderMarkdownInline(text, code),
  };
}

/** Each returns finished MDX, good for table cells as well. */
export interface Links {
  /** To another page, or a section of it; the label is plain text. */
  readonly page: (file: string, label: string, anchor?: string) => string;
  /** To a file that is no page, its path relative to the out folder; the label is MDX. */
  readonly file: (target: string, label: string) => string;
  readonly entity: (address: string, label?: string) => string;
  readonly field: (field: FieldAddress, label?: string) => string;
  /** A field of the entity whose page this is. */
  readonly ownField: (path: string) => string;
  /** What a process touches. */
  readonly touched: (touched: { readonly entity: string; readonly field?: string }) => string;
  /** Whatever an address names, or code when it names nothing. */
  readonly address: (text: string) => string;
  readonly store: (id: string) => string;
  readonly domain: (name: string) => string;
  /** A line of the definitions. */
  readonly source: (location: Location) => string;
  /** The page of a rule, by its id. */
  readonly rule: (id: string) => string;
  /** What does or keeps something: the name of a process, a URL, a path. */
  readonly keeper: (text: string) => string;
  /** An author's Markdown, as blocks. */
  readonly markdown: (text: string) => string;
  /** An author's Markdown, on one line. */
  readonly inline: (text: string) => string;
}

/** Both paths begin with a slash that stands for the out folder. */
function relative(folder: string, target: string): string {
  let shared = folder;
  let up = '';
  while (!target.startsWith(`${shared}/`)) {
    shared = shared.slice(0, shared.lastIndexOf('/'));
    up += '../';
  }
  return `${up || './'}${target.slice(shared.length + 1)}`;
}

function isWebLink(text: string): boolean {
  return /^https?:\/\//i.test(text);
}

function sourceUrl(pattern: string | undefined, location: Location): string | undefined {
  if (pattern === undefined || !isWebLink(pattern)) return undefined;
  const file = location.file.toWellFormed().split('/').map(encodeURIComponent).join('/');
  return pattern.replaceAll('{file}', () => file).replaceAll('{line}', () => String(location.line));
}
