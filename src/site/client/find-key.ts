import { answerKey, describeMisfit } from '../../lib/model/answer-key.ts';
import type { Catalog } from '../../lib/model/catalog.ts';
import type { KeyReading } from '../../lib/model/key-readings.ts';
import type { KeyMatch } from '../../lib/model/match-key.ts';
import { buildPagePaths, routeOfPage } from '../../lib/model/page-path.ts';

/** A box for an S3 key: the families that could have made it, for which tenant, of which values. The catalog is fetched when somebody begins to type. */
class PolyrefKey extends HTMLElement {
  #catalog: Promise<Catalog> | undefined;

  connectedCallback(): void {
    if (this.querySelector('input') !== null) return;
    const input = document.createElement('input');
    input.type = 'text';
    input.spellcheck = false;
    input.autocomplete = 'off';
    input.placeholder = 'a/b/c.md, or s3://bucket/a/b/c.md';
    const label = document.createElement('label');
    label.append('An S3 key', input);
    const output = document.createElement('output');
    output.setAttribute('aria-live', 'polite');
    input.addEventListener('input', () => void this.#answer(input, output));
    const box = document.createElement('div');
    box.className = 'not-content';
    box.append(label, output);
    this.prepend(box);
  }

  async #answer(input: HTMLInputElement, output: HTMLOutputElement): Promise<void> {
    const asked = input.value.trim();
    const base = this.dataset['base'] ?? '/';
    try {
      this.#catalog ??= fetch(`${base.replace(/\/$/, '')}/catalog.json`).then((response) => response.json() as Promise<Catalog>);
      const catalog = await this.#catalog;
      // Somebody has typed on while it was fetched.
      if (input.value.trim() === asked) output.replaceChildren(...(asked === '' ? [] : answer(asked, catalog, base)));
    } catch {
      this.#catalog = undefined;
      output.textContent = 'The catalog could not be fetched.';
    }
  }
}

function answer(asked: string, catalog: Catalog, base: string): readonly Node[] {
  const answered = answerKey(asked, catalog);
  const paths = buildPagePaths(catalog);
  const linkTo = (family: string): Node => {
    const link = document.createElement('a');
    link.href = `${base.replace(/\/$/, '')}/${routeOfPage(paths.entities.get(family) ?? '')}/`;
    link.textContent = family;
    return link;
  };
  const { matches, nearest, decoded, isDecoded, key } = answered;
  if (matches.length > 0) {
    return [
      ...(isDecoded ? [paragraph(`URL-decoded (S3 encodes keys in events): ${key}`)] : []),
      ...matches.flatMap((match, at) => [paragraph(at === 0 ? 'Made by ' : 'Or by ', linkTo(match.family)), ...readingsOf(match)]),
      ...(decoded === undefined ? [] : [paragraph(`If it comes from an event, the key is ${decoded.key}:`), ...decoded.matches.flatMap((match) => [paragraph('Made by ', linkTo(match.family)), ...readingsOf(match)])]),
    ];
  }
  if (nearest === undefined) return [paragraph('No object family makes this key.')];
  return [paragraph('No object family makes this key. The nearest is ', linkTo(nearest.family), `, ${nearest.template}: ${describeMisfit(nearest, (text) => `“${text}”`)}.`)];
}

/** The values, and those of each other way to read the key. */
function readingsOf({ values, alsoReadAs = [], tenant }: KeyMatch): readonly Node[] {
  const named = tenant === undefined ? [] : [['tenant', tenant] as const];
  return [valuesOf(values, named), ...alsoReadAs.flatMap((other) => [paragraph('The key matches the template in another way too:'), valuesOf(other)])];
}

function valuesOf(values: KeyReading, more: readonly (readonly [name: string, value: string])[] = []): Node {
  const list = document.createElement('dl');
  for (const [name, value] of [...more, ...values.map((each) => [`{${each.placeholder}}`, each.value] as const)]) {
    const [term, detail] = [document.createElement('dt'), document.createElement('dd')];
    term.textContent = name;
    detail.textContent = value;
    list.append(term, detail);
  }
  return list;
}

function paragraph(...parts: readonly (string | Node)[]): Node {
  const element = document.createElement('p');
  element.append(...parts);
  return element;
}

if (!customElements.get('polyref-key')) customElements.define('polyref-key', PolyrefKey);
