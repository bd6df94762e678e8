import { readViewState, writeViewState, type ViewState } from './view-state.ts';

/** What the page's address says of a diagram. */
export function addressOf(element: HTMLElement): ViewState {
  return readViewState(location.search, ordinalOf(element));
}

/**
 * Writes the state of a diagram into the page's address, so that a link shows what its sender saw.
 * @param how `push`: Back undoes it. `soon`: once the reader has come to rest.
 */
export function recordState(element: HTMLElement, state: () => ViewState, how: 'push' | 'replace' | 'soon'): void {
  clearTimeout(waiting.get(element));
  const write = (): void => {
    const query = writeViewState(location.search, ordinalOf(element), state());
    if (query === location.search) return;
    const address = `${location.pathname}${query}${location.hash}`;
    if (how === 'push') history.pushState(history.state, '', address);
    else history.replaceState(history.state, '', address);
  };
  // Browsers refuse more than a hundred changes in half a minute.
  if (how === 'soon') waiting.set(element, setTimeout(write, REST));
  else write();
}

const REST = 400;

const waiting = new WeakMap<HTMLElement, ReturnType<typeof setTimeout>>();

/** Which of the page's diagrams it is, from 1. */
function ordinalOf(element: HTMLElement): number {
  return [...document.querySelectorAll('polyref-diagram')].indexOf(element) + 1 || 1;
}
