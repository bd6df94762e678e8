import axe from 'axe-core';
import type { Browser, Page } from 'playwright-core';
import { expect } from 'vitest';
import { loadSearchAtOnce } from './type-query.ts';

export interface VisitOptions {
  readonly theme?: 'light' | 'dark';
  readonly width?: number;
  readonly height?: number;
  /** A hand-held device, with fingers. */
  readonly touch?: boolean;
  /** What must be there before the page is asked for. */
  readonly prepare?: (page: Page) => Promise<void>;
}

/** Opens a page, hands it to `use`, and fails on anything that the console complains of, and on any request to another host. */
export async function visitPage<T>(browser: Browser, origin: string, path: string, use: (page: Page) => Promise<T>, { theme = 'light', width = 1280, height = 900, touch = false, prepare }: VisitOptions = {}): Promise<T> {
  const page = await browser.newPage({ viewport: { width, height }, colorScheme: theme, reducedMotion: 'reduce', hasTouch: touch, isMobile: touch });
  await loadSearchAtOnce(page);
  const complaints: string[] = [];
  page.on('console', (message) => {
    if (message.type() === 'error' || message.type() === 'warning') complaints.push(message.text());
  });
  page.on('pageerror', (error) => complaints.push(error.message));
  page.on('request', (request) => {
    if (!request.url().startsWith(origin) && !request.url().startsWith('data:')) complaints.push(`asks ${request.url()}`);
  });
  try {
    await prepare?.(page);
    await page.goto(origin + path);
    await page.evaluate(() => document.fonts.ready.then(() => undefined));
    const result = await use(page);
    expect(complaints).toEqual([]);
    return result;
  } finally {
    await page.close();
  }
}

/** One line a broken rule of accessibility, in light and in dark. */
export async function findViolations(page: Page, themes: readonly ('light' | 'dark')[] = ['light', 'dark']): Promise<readonly string[]> {
  await page.evaluate(axe.source);
  const found: string[] = [];
  for (const theme of themes) {
    await page.evaluate((wanted) => document.documentElement.setAttribute('data-theme', wanted), theme);
    const result = await page.evaluate(() => (globalThis as unknown as { axe: typeof axe }).axe.run());
    found.push(...result.violations.map(({ id, nodes }) => `${theme}: ${id}: ${nodes.slice(0, 3).map(({ target, failureSummary }) => `${target.join(' ')} ${failureSummary ?? ''}`).join(' | ')}`));
  }
  return found;
}
