import { make, makeButton } from './make.ts';
import type { StageShape } from './scene.ts';

/** What the script puts on the stage, over the static picture, and below it. */
export interface Stage {
  readonly canvas: HTMLCanvasElement;
  readonly panel: HTMLElement;
  /** Buttons for who has neither wheel nor keys. */
  readonly controls: HTMLElement;
  /** What is under the pointer, in words. */
  readonly note: HTMLElement;
  readonly legend: HTMLElement;
  /** The filters that are chosen. */
  readonly chips: HTMLElement;
  /** Read out when it changes. */
  readonly live: HTMLElement;
  readonly buttons: (press: Readonly<Record<'nearer' | 'farther' | 'whole' | 'fullscreen', () => void>>) => void;
}

export function buildStage(stage: HTMLElement): Stage {
  const canvas = make('canvas', { tabindex: 0, role: 'application', 'aria-label': 'The system as a picture', 'aria-describedby': 'pr-x-help' });
  const help = make('p', { id: 'pr-x-help', class: 'sr-only' }, 'Arrow keys go from entity to entity, Enter chooses, Enter again opens its page, Escape lets go. The same stands in the list below.');
  const note = make('p', { class: 'pr-x-note', 'aria-hidden': 'true', hidden: true });
  const live = make('p', { class: 'sr-only', role: 'status' });
  const panel = make('aside', { class: 'pr-x-panel', 'aria-label': 'What was chosen', tabindex: 0, hidden: true });
  const controls = make('div', { class: 'pr-x-buttons', role: 'group', 'aria-label': 'Zoom' });
  const legend = make('div', { class: 'pr-x-legend' });
  const chips = make('div', { class: 'pr-x-chips', role: 'group', 'aria-label': 'Chosen filters' });
  stage.append(canvas, help, chips, note, make('div', { class: 'pr-x-over' }, controls, panel), live);
  stage.after(legend);
  return {
    canvas, panel, controls, note, legend, live, chips,
    buttons: ({ nearer, farther, whole, fullscreen }) =>
      controls.append(
        makeButton({ 'aria-label': 'Nearer', title: 'Nearer (+)' }, nearer, icon('M8 3v10M3 8h10')),
        makeButton({ 'aria-label': 'Farther', title: 'Farther (-)' }, farther, icon('M3 8h10')),
        makeButton({ 'aria-label': 'Everything', title: 'Everything (0)' }, whole, icon('M2 6V2h4M10 2h4v4M14 10v4h-4M6 14H2v-4')),
        ...(document.fullscreenEnabled ? [makeButton({ 'aria-label': 'Full screen', title: 'Full screen (f)' }, fullscreen, icon('M2 6V2h4M14 10v4h-4M2 2l5 5M14 14L9 9'))] : []),
      ),
  };
}

/** What lies over the picture, in pixels from the edges of the stage. */
export function coveredBy({ panel, chips, controls }: Stage): { readonly top: number; readonly right: number; readonly bottom: number } {
  const isSheet = matchMedia('(max-width: 49.99rem)').matches;
  const top = chips.childElementCount === 0 ? 0 : chips.offsetHeight;
  // There the buttons lie in a row below the picture.
  if (isSheet) return { top, right: 0, bottom: (panel.hidden ? 0 : panel.offsetHeight) + controls.offsetHeight + 2 * BESIDE };
  return { top, right: panel.hidden ? 0 : panel.offsetWidth, bottom: 0 };
}

/** Room around the buttons, in pixels; the style sheet has it too. */
const BESIDE = 10;

export function shapeOf({ clientWidth, clientHeight }: HTMLCanvasElement): StageShape {
  return clientWidth < 600 && clientHeight > clientWidth ? 'tall' : 'wide';
}

function icon(path: string): SVGElement {
  const drawn = document.createElementNS('http://www.w3.org/2000/svg', 'svg');
  drawn.setAttribute('viewBox', '0 0 16 16');
  drawn.setAttribute('aria-hidden', 'true');
  const line = document.createElementNS('http://www.w3.org/2000/svg', 'path');
  line.setAttribute('d', path);
  drawn.append(line);
  return drawn;
}
