import type { System } from '../system/system.ts';
import { showStill } from './show-still.ts';
import type { Exploration } from './start-explore.ts';

/**
 * Keeps the page that of its schema while that is edited, as its reader set it up; only the dev server's page loads this.
 * @param shown what is shown now, as it was fetched
 */
export function followSchema(root: HTMLElement, exploration: Exploration, fetchSystem: () => Promise<string | undefined>, shown: string): void {
  let current = shown;
  let [busy, wanted] = [false, false];
  const show = (system: System): void => showStill(root, system, exploration.hrefOf);
  /** Takes what the server has now; asked for meanwhile, once more. */
  const refresh = async (): Promise<void> => {
    wanted = true;
    if (busy) return;
    busy = true;
    while (wanted) {
      wanted = false;
      const text = await fetchSystem().catch(() => undefined);
      if (text === undefined || text === current) continue;
      current = text;
      const system = JSON.parse(text) as System;
      show(system);
      exploration.replaceSystem(system);
    }
    busy = false;
  };
  // The page was made from what is written, the picture from what was read, which may be newer.
  show(exploration.system());
  exploration.replaceSystem(exploration.system());
  import.meta.hot?.on('polyref:read', () => void refresh());
  // An edit may have come while this was loaded.
  void refresh();
}
