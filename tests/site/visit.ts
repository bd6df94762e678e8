import axe from 'axe-core';
import type { Browser, BrowserContextOptions, Page } from 'playwright-core';
import { expect } from 'vitest';

/** Opens pages of a site, hands each to a test, and fails on anything that the console complains of, and on any request to another host. */
export function visitor(site: () => { readonly browser: Browser; readonly origin: string }) {
  return async <T>(path: string, use: (page: Page) => Promise<T>, { theme = 'light', width = 1280, height = 900, touch = false, prepare, ...more }: VisitOptions = {}): Promise<T> => {
    const { browser, origin } = site();
    const page = await browser.newPage({ viewport: { width, height }, colorScheme: theme, reducedMotion: 'reduce', hasTouch: touch, isMobile: touch, ...more });
    const complaints: string[] = [];
    page.on('console', (message) => {
      if (message.type() === 'error' || message.type() === 'warning') complaints.push(message.text());
    });
    page.on('pageerror', (error) => complaints.push(error.message));
    page.on('request', (request) => {
      if (!/^(data|blob):/.test(request.url()) && !request.url().startsWith(origin)) complaints.push(`asks ${request.url()}`);
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
  };
}

export interface VisitOptions extends BrowserContextOptions {
  readonly theme?: 'light' | 'dark';
  readonly width?: number;
  readonly height?: number;
  /** A hand-held device, with fingers. */
  readonly touch?: boolean;
  /** What must be there before the page is asked for. */
  readonly prepare?: (page: Page) => Promise<unknown>;
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
