import { escapeXml, type DescribedRelation, type Drawing, type RelationPart } from '../lib/diagram/index.ts';
import type { HrefFor } from './resolve-links.ts';

/** The HTML of a drawn fence: the drawing, its caption, its relations in words, its source. It needs no script; the copy button shows itself when one runs. */
export function renderFigure(figure: Figure): string {
  const { svg, title, relations, source, hasCaption, hrefFor } = figure;
  return [
    '<figure class="pr-diagram not-content">',
    // Where the page is narrow the drawing scrolls in here, by keyboard too.
    `<div class="pr-diagram-scroll" tabindex="0" role="group" aria-label="${escapeXml(title)}">${svg}</div>`,
    `<figcaption>${hasCaption ? `<span>${escapeXml(title)}</span>` : ''}${legendOf(figure)}</figcaption>`,
    relations.length === 0 ? '' : `<details><summary>Relations in words</summary><ul>${relations.map((relation) => `<li>${inWords(relation, hrefFor)}</li>`).join('')}</ul></details>`,
    sourceOf(source),
    '</figure>',
  ].join('');
}

export interface Figure extends Drawing {
  readonly source: string;
  readonly hasCaption: boolean;
  readonly hrefFor: HrefFor;
}

/** What the dev server shows in place of a diagram that cannot be read. */
export function renderBrokenFigure(heading: string, message: string, source: string): string {
  return `<figure class="pr-diagram pr-diagram-broken not-content" role="alert"><p>${escapeXml(heading)}</p><pre>${escapeXml(message)}</pre>${sourceOf(source, true)}</figure>`;
}

function sourceOf(source: string, open = false): string {
  return [
    `<details${open ? ' open' : ''}><summary>Mermaid source</summary><div class="pr-diagram-source">`,
    '<button type="button" class="pr-diagram-copy" hidden>Copy</button>',
    // Line ends as references: nothing that handles the page on its way may fold them.
    `<pre tabindex="0"><code>${escapeXml(source).replaceAll('\n', '&#10;')}</code></pre></div></details>`,
  ].join('');
}

const LEGEND = { database: ['ld', 'kept by the database'], application: ['la', 'kept by the application'], objects: ['lo', 'to objects, by their key'] } as const;

function legendOf({ styles }: Figure): string {
  if (styles.length === 0) return '';
  const items = styles.map((style) => {
    const [className, words] = LEGEND[style];
    return `<li><svg class="pr-d" viewBox="0 0 30 8" width="30" height="8" aria-hidden="true"><g class="l"><g class="${className}"><path d="M1 4h28"/></g></g></svg>${words}</li>`;
  });
  return `<ul class="pr-diagram-legend" aria-label="Lines">${items.join('')}</ul>`;
}

function inWords(relation: DescribedRelation, hrefFor: HrefFor): string {
  return relation.map((part) => (part.entity === undefined ? escapeXml(part.text) : linked(part, part.entity, hrefFor))).join('');
}

/** The name of an end, which leads where its box and row lead. */
function linked({ text, field }: RelationPart, entity: string, hrefFor: HrefFor): string {
  const code = `<code>${escapeXml(text)}</code>`;
  const target = hrefFor(entity, field);
  return target === undefined ? code : `<a href="${escapeXml(target.href)}">${code}</a>`;
}
