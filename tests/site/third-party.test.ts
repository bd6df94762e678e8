import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { IN_SITE } from '../../scripts/licenses/in-site.ts';
import { sharedSite } from './shared-site.ts';

test('the built site names the packages whose code it carries, with their licenses; they are those that `npm run licenses` takes for carried', async () => {
  const text = await readFile(join(await sharedSite(), 'third-party-licenses.txt'), 'utf8');
  const entries = text.split(`${'-'.repeat(80)}\n`).slice(1);
  const names = entries.map((entry) => /^(\S+) \d/.exec(entry)?.[1]);
  expect([...new Set(names)]).toEqual([...IN_SITE]);
  const elk = entries.find((entry) => entry.startsWith('elkjs ')) ?? '';
  expect(elk).toMatch(/^elkjs [\d.]+\nLicense: EPL-2\.0 OR GPL-3\.0-or-later\nSource: https:\/\/github\.com\/kieler\/elkjs\n\n/);
  expect(elk).toContain('Eclipse Public License - v 2.0');
  expect(entries.filter((entry) => !/^\S+ \S+\nLicense: \S/.test(entry))).toEqual([]);
});
