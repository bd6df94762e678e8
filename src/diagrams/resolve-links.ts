import { escapeXml } from '../lib/diagram/index.ts';
import type { LinkTarget } from '../lib/diagram/index.ts';

/** Page of an entity, or of one of its fields, with the base path; `undefined` where there is none. */
export type HrefFor = (entityId: string, fieldPath?: string) => LinkTarget | undefined;

/** The link that a drawing carries in the cache: it names what it leads to, and not where that is today. */
export function linkName(entityId: string, fieldPath?: string): LinkTarget {
  return { href: `polyref:${nameOf(entityId)}${fieldPath === undefined ? '' : `#${nameOf(fieldPath)}`}` };
}

/** Gives every link of a drawing its page; what has no page is no link. */
export function resolveLinks(svg: string, hrefFor: HrefFor): string {
  return svg.replace(/<a href="polyref:([^"#]*)(?:#([^"]*))?"([^>]*)>(<title>[^<]*<\/title>)(.*?)<\/a>/gs, (_match, entity: string, field: string | undefined, attributes: string, title: string, content: string) => {
    const target = hrefFor(decodeURIComponent(entity), field === undefined ? undefined : decodeURIComponent(field));
    if (target === undefined) return `<g${attributes.replace(' tabindex="-1"', '')}>${title}${content}</g>`;
    return `<a href="${escapeXml(target.href)}"${attributes}>${target.title === undefined ? title : `<title>${escapeXml(target.title)}</title>`}${content}</a>`;
  });
}

function nameOf(text: string): string {
  return encodeURIComponent(text.toWellFormed()).replaceAll('\'', '%27');
}
