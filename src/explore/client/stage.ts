import { make, makeButton } from './make.ts';

/** What the script puts on the stage, over the static picture, and below it. */
export interface Stage {
  readonly canvas: HTMLCanvasElement;
  readonly panel: HTMLElement;
  /** What is under the pointer, in words. */
  readonly note: HTMLElement;
  readonly legend: HTMLElement;
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
  const buttons = make('div', { class: 'pr-x-buttons', role: 'group', 'aria-label': 'Zoom' });
  const legend = make('div', { class: 'pr-x-legend' });
  stage.append(canvas, help, note, buttons, panel, live);
  stage.after(legend);
  return {
    canvas, panel, note, legend, live,
    buttons: ({ nearer, farther, whole, fullscreen }) =>
      buttons.append(
        makeButton({ 'aria-label': 'Nearer', title: 'Nearer (+)' }, nearer, '+'),
        makeButton({ 'aria-label': 'Farther', title: 'Farther (-)' }, farther, '−'),
        makeButton({ 'aria-label': 'Everything', title: 'Everything (0)' }, whole, '⤢'),
        ...(document.fullscreenEnabled ? [makeButton({ 'aria-label': 'Full screen', title: 'Full screen (f)' }, fullscreen, '⛶')] : []),
      ),
  };
}
