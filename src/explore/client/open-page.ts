import type { Explorer } from './explorer.ts';

/** Leaves for the page of an entity, or opens it beside this one. */
export function openPage({ system, hrefOf }: Explorer, entity: number, newTab: boolean): void {
  const href = hrefOf(system().entities[entity]?.page ?? '');
  if (newTab) window.open(href, '_blank', 'noopener');
  else location.assign(href);
}
