import type { Page } from 'playwright-core';

/** Opens the search box as a reader does, once its script has enabled it, and types. */
export async function typeQuery(page: Page, query: string): Promise<void> {
  await page.locator('button[data-open-modal]:enabled').waitFor();
  await page.keyboard.press('Control+k');
  await page.locator('site-search input:focus').waitFor();
  await page.keyboard.type(query);
}
