import type { Page } from 'playwright-core';

/** Opens the search box as a reader does, once its script has enabled it, and types. */
export async function typeQuery(page: Page, query: string): Promise<void> {
  await page.locator('button[data-open-modal]:enabled').waitFor();
  await page.locator('.pagefind-ui__search-input').waitFor({ state: 'attached' });
  await page.keyboard.press('Control+k');
  await page.locator('.pagefind-ui__search-input').fill(query);
}

/** The search waits until the browser has nothing else to do, which on a busy machine may be never; call this before the page is opened. */
export async function loadSearchAtOnce(page: Page): Promise<void> {
  await page.addInitScript(() => {
    window.requestIdleCallback = (callback) => window.setTimeout(() => callback({ didTimeout: false, timeRemaining: () => 0 }), 1);
  });
}
