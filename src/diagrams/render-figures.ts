import type { Drawer } from './create-drawer.ts';
import { renderFence } from './fence-plugin.ts';
import type { Fence } from './find-fences.ts';
import type { HrefFor } from './resolve-links.ts';

/** The figures of a page, in its order: the HTML that compiling the page will give, without compiling it. */
export async function renderFigures(fences: readonly Fence[], options: { readonly drawer: Drawer; readonly hrefFor: HrefFor }): Promise<readonly string[]> {
  const { drawer, hrefFor } = options;
  const used = new Map<string, number>();
  const figures: string[] = [];
  for (const { text, title } of fences) {
    figures.push(await renderFence(text, title, NOWHERE, used, { draw: (...fence) => drawer.draw(...fence), hrefFor, failOnError: true, root: '' }));
  }
  return figures;
}

/** A fence that cannot be read throws; its place in a file is told when the page is compiled. */
const NOWHERE = { file: '', source: '', line: 1 };
