import type { Locator, Page } from 'playwright-core';
import type { visitor, VisitOptions } from './visit.ts';

/** Opens a page with its first diagram in sight, for a test. */
export function diagramOpener(visit: ReturnType<typeof visitor>) {
  return <T>(path: string, use: (parts: DiagramParts) => Promise<T>, options: VisitOptions = {}): Promise<T> =>
    visit(path, async (page) => {
      const element = page.locator('polyref-diagram').first();
      // The bar is there when the element has come alive.
      if (options.javaScriptEnabled !== false) await element.locator('.pr-diagram-bar').waitFor();
      await element.evaluate((node) => node.scrollIntoView({ behavior: 'instant', block: 'start' }));
      return use({
        page,
        element,
        frame: element.locator('.pr-diagram-scroll'),
        words: element.locator('.pr-diagram-words'),
        row: (box, field) => element.locator(`.b[data-id="${box}"] [data-f="${field}"]`),
        header: (box) => element.locator(`.b[data-id="${box}"] > :is(a, g):first-of-type`),
      });
    }, options);
}

export interface DiagramParts {
  readonly page: Page;
  readonly element: Locator;
  readonly frame: Locator;
  /** The card that says what is lit. */
  readonly words: Locator;
  readonly row: (box: string, field: string) => Locator;
  readonly header: (box: string) => Locator;
}

/** Ids of the boxes that are lit, sorted. */
export function litBoxes(element: Locator): Promise<readonly string[]> {
  return element.locator('svg.lit .b.on').evaluateAll((boxes) => boxes.map((box) => (box as HTMLElement).dataset['id'] ?? '').sort());
}

export function boxIds(element: Locator): Promise<readonly string[]> {
  return element.locator('.pr-diagram-scroll .b').evaluateAll((boxes) => boxes.map((box) => (box as HTMLElement).dataset['id'] ?? '').sort());
}

/** Lets a changed choice be drawn, which takes as long as it takes. */
export async function redrawn({ element }: DiagramParts, choose: () => Promise<unknown>): Promise<void> {
  const before = await element.locator('.pr-diagram-scroll > svg').elementHandle();
  await choose();
  await before?.waitForElementState('hidden');
}
