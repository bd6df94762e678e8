/** What the bar of a diagram can do. */
export interface ToolbarActions {
  readonly zoomIn: () => void;
  readonly zoomOut: () => void;
  readonly fit: () => void;
  readonly find: () => void;
  readonly fullscreen: () => void;
  readonly detail: (detail: string) => void;
  /** Absent: no entity is in focus, so there is no depth to choose. */
  readonly depth?: ((depth: number) => void) | undefined;
  readonly share: (kind: ShareKind) => void;
}

export type ShareKind = 'link' | 'mermaid' | 'svg' | 'png';

/** The bar beside a diagram's caption. */
export function createToolbar(actions: ToolbarActions): Toolbar {
  const element = make('div', { class: 'pr-diagram-bar', role: 'group', 'aria-label': 'Diagram' });
  const depth = actions.depth;
  const detailSelect = select('Detail', [['names', 'Names'], ['keys', 'Keys'], ['all', 'All fields']], actions.detail);
  const depthSelect = depth === undefined ? undefined : select('Depth', [['1', '1 step'], ['2', '2 steps'], ['3', '3 steps']], (value) => depth(Number(value)));
  const find = button('Find in the picture', '/', ICONS.find, actions.find);
  const full = button('Full screen', 'f', ICONS.full, actions.fullscreen);
  full.hidden = !document.fullscreenEnabled;
  element.append(
    ...(depthSelect === undefined ? [] : [depthSelect]), detailSelect, find,
    button('Zoom out', '-', ICONS.minus, actions.zoomOut), button('Zoom in', '+', ICONS.plus, actions.zoomIn), button('Fit', '0', ICONS.fit, actions.fit),
    full, shareMenu(actions.share),
  );
  return {
    element,
    find,
    show: (detail, steps) => {
      detailSelect.value = detail;
      if (depthSelect !== undefined) depthSelect.value = String(steps);
    },
  };
}

export interface Toolbar {
  readonly element: HTMLElement;
  readonly find: HTMLElement;
  readonly show: (detail: string, depth: number) => void;
}

function shareMenu(share: (kind: ShareKind) => void): HTMLElement {
  const menu = make('details', { class: 'pr-diagram-menu' }) as HTMLDetailsElement;
  const summary = make('summary', { 'aria-label': 'Share', title: 'Share' });
  summary.append(icon(ICONS.share));
  const list = make('div');
  const items: readonly (readonly [ShareKind, string])[] = [['link', 'Copy link'], ['mermaid', 'Copy Mermaid text'], ['svg', 'Save as SVG'], ['png', 'Save as PNG']];
  for (const [kind, words] of items) {
    const item = make('button', { type: 'button' });
    item.textContent = words;
    item.addEventListener('click', () => {
      menu.open = false;
      summary.focus();
      share(kind);
    });
    list.append(item);
  }
  menu.append(summary, list);
  menu.addEventListener('keydown', (event) => {
    if (event.key !== 'Escape' || !menu.open) return;
    event.stopPropagation();
    menu.open = false;
    summary.focus();
  });
  menu.addEventListener('focusout', ({ relatedTarget }) => {
    if (!(relatedTarget instanceof Node) || !menu.contains(relatedTarget)) menu.open = false;
  });
  return menu;
}

function select(label: string, choices: readonly (readonly [string, string])[], choose: (value: string) => void): HTMLSelectElement {
  const made = make('select', { 'aria-label': label, title: label }) as HTMLSelectElement;
  made.append(...choices.map(([value, words]) => new Option(words, value)));
  made.addEventListener('change', () => choose(made.value));
  return made;
}

function button(label: string, key: string, path: string, press: () => void): HTMLElement {
  const made = make('button', { type: 'button', 'aria-label': label, title: `${label} (${key})`, 'aria-keyshortcuts': key });
  made.append(icon(path));
  made.addEventListener('click', press);
  return made;
}

/** On a field of 16 × 16, to be stroked. */
const ICONS = {
  plus: 'M3 8h10M8 3v10',
  minus: 'M3 8h10',
  fit: 'M5.5 8h5M2.5 5V2.5H5M11 2.5h2.5V5M13.5 11v2.5H11M5 13.5H2.5V11',
  find: 'M11 7a4 4 0 1 1-8 0 4 4 0 0 1 8 0zM10 10l3.5 3.5',
  full: 'M9.5 2.5h4v4M13.5 2.5l-4.5 4.5M6.5 13.5h-4v-4M2.5 13.5l4.5-4.5',
  share: 'M8 10V2.5M5 5l3-3 3 3M3 9v4.5h10V9',
};

function icon(path: string): SVGSVGElement {
  const svg = document.createElementNS(SVG, 'svg');
  for (const [name, value] of Object.entries({ viewBox: '0 0 16 16', width: '16', height: '16', 'aria-hidden': 'true' })) svg.setAttribute(name, value);
  const line = document.createElementNS(SVG, 'path');
  line.setAttribute('d', path);
  svg.append(line);
  return svg;
}

const SVG = 'http://www.w3.org/2000/svg';

function make(name: string, attributes: Readonly<Record<string, string>> = {}): HTMLElement {
  const made = document.createElement(name);
  for (const [attribute, value] of Object.entries(attributes)) made.setAttribute(attribute, value);
  return made;
}
