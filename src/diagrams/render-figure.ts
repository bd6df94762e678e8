import { escapeXml, MARKS, type DescribedRelation, type Drawing, type RelationPart } from '../lib/diagram/index.ts';
import { stores } from '../lib/model/stores/index.ts';
import type { HrefFor } from './resolve-links.ts';

/**
 * The HTML of a drawn fence: its caption, the drawing, a legend, its relations in words, its source. It needs no script; where one runs, `<polyref-diagram>` makes it
 * live: it fills the bar beside the caption, and finds the words of a relation by its number in the drawing.
 */
export function renderFigure(figure: Figure): string {
  const { svg, title, relations, source, hasCaption, hrefFor } = figure;
  return [
    '<polyref-diagram class="not-content"><figure class="pr-diagram">',
    `<figcaption>${hasCaption ? escapeXml(title) : ''}</figcaption>`,
    // Where the page is narrow the drawing scrolls in here, by keyboard too.
    `<div class="pr-diagram-scroll" tabindex="0" role="group" aria-label="${escapeXml(title)}">${svg}</div>`,
    legendOf(figure),
    relations.length === 0 ? '' : `<details class="pr-diagram-relations"><summary>Relations in words</summary><ul>${relations.map((relation) => `<li>${inWords(relation, hrefFor)}</li>`).join('')}</ul></details>`,
    sourceOf(source),
    '</figure></polyref-diagram>',
  ].join('');
}

export interface Figure extends Drawing {
  readonly source: string;
  readonly hasCaption: boolean;
  readonly hrefFor: HrefFor;
}

/** What the dev server shows in place of a diagram that cannot be read. */
export function renderBrokenFigure(heading: string, message: string, source: string): string {
  return `<polyref-diagram class="not-content"><figure class="pr-diagram pr-diagram-broken" role="alert"><p>${escapeXml(heading)}</p><pre>${escapeXml(message)}</pre>${sourceOf(source, true)}</figure></polyref-diagram>`;
}

function sourceOf(source: string, open = false): string {
  return [
    `<details class="pr-diagram-text"${open ? ' open' : ''}><summary>Mermaid source</summary><div class="pr-diagram-source">`,
    '<button type="button" class="pr-diagram-copy" hidden>Copy</button>',
    // Line ends as references: nothing that handles the page on its way may fold them.
    `<pre tabindex="0"><code>${escapeXml(source).replaceAll('\n', '&#10;')}</code></pre></div></details>`,
  ].join('');
}

const LINES = { database: ['ld', 'kept by the database'], application: ['la', 'kept by the application'], objects: ['lo', 'to objects, by their key'] } as const;

function legendOf({ styles, stores: drawn }: Figure): string {
  const lines = styles.map((style) => {
    const [className, words] = LINES[style];
    return `<li data-style="${style}"><svg class="pr-d" viewBox="0 0 30 8" width="30" height="8" aria-hidden="true"><g class="l"><g class="${className}"><path d="M1 4h28"/></g></g></svg>${words}</li>`;
  });
  // One store needs no telling apart.
  const marks = (drawn.length > 1 ? drawn : []).map(({ store, mark, tone }) => {
    const sign = mark === 'letter' ? '' : `<svg class="pr-d" viewBox="0 0 14 14" width="12" height="12" aria-hidden="true"><path class="sign ${tone}" d="${MARKS[mark]}"/></svg>`;
    return `<li data-store-class="${escapeXml(store)}">${sign}${escapeXml(stores.find(({ id }) => id === store)?.label ?? store)}</li>`;
  });
  const items = [...marks, ...lines];
  return items.length === 0 ? '' : `<ul class="pr-diagram-legend" aria-label="Legend">${items.join('')}</ul>`;
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
