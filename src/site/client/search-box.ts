import { make } from '../../explore/client/make.ts';
import { findHits, type Hit, type LoadHit, type TextIndex } from '../search/find-hits.ts';
import { ENTRIES_FILE, type SearchEntry } from '../search/search-entry.ts';

/** The search box: opened by its button or by Ctrl K, it fetches the index when it is first opened. Arrow keys walk through what is found. */
class SearchBox extends HTMLElement {
  connectedCallback(): void {
    const [button, dialog, field, list, more, status] = ['button[data-open-modal]', 'dialog', 'input', 'ol', 'button[data-more]', '[role="status"]'].map((selector) => this.querySelector<HTMLElement>(selector));
    if (!(dialog instanceof HTMLDialogElement) || !(field instanceof HTMLInputElement) || !(button instanceof HTMLButtonElement) || !list || !more || !status) return;
    const open = (): void => {
      if (!dialog.open) dialog.showModal();
      field.focus();
      void whenLoaded(this.base);
    };
    button.addEventListener('click', open);
    button.disabled = false;
    this.querySelector('[data-close-modal]')?.addEventListener('click', () => dialog.close());
    // A click beside the frame is one on the dialog itself; a link within the page leaves the page where it is.
    dialog.addEventListener('click', ({ target }) => {
      if (target === dialog || (target instanceof Element && target.closest('a') !== null)) dialog.close();
    });
    window.addEventListener('keydown', (event) => {
      if (event.key !== 'k' || !(event.ctrlKey || event.metaKey)) return;
      event.preventDefault();
      if (dialog.open) dialog.close();
      else open();
    });
    dialog.addEventListener('keydown', (event) => {
      const step = event.key === 'ArrowDown' ? 1 : event.key === 'ArrowUp' ? -1 : 0;
      const stops = [field, ...list.querySelectorAll<HTMLElement>('a')];
      const at = stops.indexOf(document.activeElement as HTMLElement);
      if (step !== 0) {
        event.preventDefault();
        stops[Math.min(stops.length - 1, Math.max(0, at + step))]?.focus();
      } else if (event.key === 'Enter' && at === 0) stops[1]?.click();
    });
    let turn = 0;
    let waiting: LoadHit[] = [];
    const show = async (mine: number): Promise<void> => {
      const hits = await Promise.all(waiting.splice(0, AT_ONCE).map((load) => load()));
      if (mine !== turn) return;
      list.append(...hits.filter((hit) => hit !== undefined).map(render));
      more.hidden = waiting.length === 0;
      list.dataset['query'] = field.value;
      status.textContent = list.childElementCount === 0 ? (field.value.trim() === '' ? '' : 'No matches.') : '';
    };
    field.addEventListener('input', async () => {
      turn += 1;
      const mine = turn;
      const found = field.value.trim() === '' ? [] : await findHits(field.value, { ...(await whenLoaded(this.base)), base: this.base }).catch(() => undefined);
      if (mine !== turn) return;
      list.replaceChildren();
      if (found === undefined) status.textContent = 'The search index could not be read. Reload the page.';
      else {
        waiting = [...found];
        await show(mine);
      }
    });
    more.addEventListener('click', () => void show(turn));
  }

  private get base(): string {
    return this.dataset['base'] ?? '/';
  }
}

const AT_ONCE = 12;

let loaded: Promise<{ readonly entries: readonly SearchEntry[]; readonly index: TextIndex }> | undefined;

/** Both parts of the index, fetched once; again after a failure. */
function whenLoaded(base: string): NonNullable<typeof loaded> {
  loaded ??= Promise.all([
    fetch(`${base}pagefind/${ENTRIES_FILE}`).then((response) => response.json() as Promise<readonly SearchEntry[]>),
    import(/* @vite-ignore */ `${base}pagefind/pagefind.js`) as Promise<TextIndex>,
  ]).then(([entries, index]) => ({ entries, index }));
  loaded.catch(() => { loaded = undefined; });
  return loaded;
}

/** Everything is set as text: names and excerpts come from a schema. */
function render(hit: Hit): HTMLElement {
  const item = make('li', { class: `pr-hit ${hit.kind}` });
  const link = make('a', { href: hit.href, class: 'pr-hit-link' });
  link.append(make('span', { class: 'pr-hit-title' }, hit.title), ...(hit.place === '' ? [] : [make('span', { class: 'pr-hit-place' }, hit.place)]));
  item.append(link);
  if (hit.excerpt !== '') {
    const excerpt = make('p', {});
    // Parsed apart from the page, where nothing runs or loads; of its elements only the marks are taken over.
    for (const node of new DOMParser().parseFromString(hit.excerpt, 'text/html').body.childNodes) excerpt.append(node.nodeName === 'MARK' ? make('mark', {}, node.textContent ?? '') : (node.textContent ?? ''));
    item.append(excerpt);
  }
  if (hit.parts.length > 0) {
    item.append(make('ul', {}, ...hit.parts.map(({ title, href }) => make('li', {}, make('a', { href }, title)))));
  }
  return item;
}

customElements.define('site-search', SearchBox);
