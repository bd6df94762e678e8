import { renderEntityList } from '../system/render-entity-list.ts';
import { renderSystemSvg } from '../system/render-system-svg.ts';
import type { System } from '../system/system.ts';
import { find } from './filter-menu.ts';

/** Makes what the page holds without its script that of another system: the static picture, which is also what is printed, and the list. Whoever was at a link of the list still is. */
export function showStill(root: HTMLElement, system: System, hrefOf: (page: string) => string): void {
  const list = find(root, '.pr-x-list', HTMLElement);
  const focused = list.contains(document.activeElement) ? document.activeElement?.getAttribute('href') : undefined;
  find(root, '.pr-x-static', HTMLElement).innerHTML = renderSystemSvg(system, hrefOf);
  list.innerHTML = renderEntityList(system, hrefOf);
  if (focused != null) list.querySelector<HTMLElement>(`a[href="${CSS.escape(focused)}"]`)?.focus({ preventScroll: true });
}
