import type { ViewState } from './view-state.ts';

/** How much of a diagram its reader wants to see. */
export type Choice = Required<Pick<ViewState, 'detail' | 'depth' | 'hide'>>;

/** What the page's own drawing shows. */
const DEFAULT: Choice = { detail: 'keys', depth: 1, hide: [] };

export function choiceOf({ detail = DEFAULT.detail, depth = DEFAULT.depth, hide = DEFAULT.hide }: ViewState): Choice {
  return { detail, depth, hide };
}

export function isSameChoice(one: Choice, other: Choice = DEFAULT): boolean {
  return one.detail === other.detail && one.depth === other.depth && one.hide.join(',') === other.hide.join(',');
}
