import type { PageWriter } from '../../dsl/page-maker.ts';
import { isSafeLink } from '../../gate/safe-link.ts';
import { codeFence, escapeText, inlineCode, linkTarget } from './escape.ts';
import { buildLinks } from './links.ts';
import { bullets, section } from './page.ts';
import type { Site } from './site.ts';
import { table } from './table.ts';

/** The words that a team writes a page of its own with: those of Polyref's own pages, so that text of a schema is escaped in one place. */
export function createPageWriter(site: Site, file: string): PageWriter {
  const links = buildLinks(site, file);
  return {
    text: escapeText,
    code: inlineCode,
    codeBlock: codeFence,
    markdown: links.markdown,
    inline: links.inline,
    entity: (address) => links.entity(address),
    field: (entity, field) => links.field({ entity, field }),
    page: (path, label) => links.page(`${path}.mdx`, label),
    link: (url, label) => (isSafeLink(url) ? `[${escapeText(label)}](${linkTarget(url)})` : escapeText(label)),
    // A section without content is none; a heading alone is what was asked for.
    heading: (text, level = 2) => section(level, text, ' ').trimEnd(),
    list: bullets,
    table,
  };
}
