import { showStill } from './show-still.ts';
import type { Exploration } from './start-explore.ts';

/** Keeps the page that of its schema while that is edited, as its reader set it up; only the dev server's page loads this. */
export function followSchema(root: HTMLElement, exploration: Exploration): void {
  let current = '';
  const take = (system: ReturnType<Exploration['system']>): void => {
    // Many edits change nothing that is drawn here.
    const text = JSON.stringify(system);
    if (text === current) return;
    current = text;
    exploration.replaceSystem(system, () => showStill(root, system, exploration.hrefOf));
  };
  // The page was made from what is written, the picture from what was read, which may be newer.
  take(exploration.system());
  import.meta.hot?.on('polyref:system', take);
  import.meta.hot?.send('polyref:explore');
}
