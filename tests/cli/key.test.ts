import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';
import { runPolyref } from './run-polyref.ts';

const cwd = fileURLToPath(new URL('../..', import.meta.url));
const TENANT = '01JD3K9V7QZ4M8T2R6XW5N0YBC';
const ID = '01JD3KB2M5RQX8F7E9TC4H6WZA';

test('a key leads to its family, its tenant, its values, and the fields in which they stand', async () => {
  const { code, out, err } = await runPolyref(['key', `s3://leadmetrics-content/${TENANT}/strategies/${ID}/v3.md`], { cwd });
  expect([code, err]).toEqual([0, '']);
  expect(out).toBe(`s3.strategies  The full text of strategies in Markdown, one object for each version.

  bucket    leadmetrics-content
  template  {tenantId}/strategies/{strategyId}/v{version}.md
  tenant    ${TENANT}

  {tenantId}    ${TENANT}  mongodb.strategies_content.tenantId
  {strategyId}  ${ID}  mongodb.strategies_content.strategyId
  {version}     3                           mongodb.strategies_content.version
`);
});

test('a key that nothing makes comes with the nearest template', async () => {
  const { code, out, err } = await runPolyref(['key', `${TENANT}/strategies/${ID}/draft.md`], { cwd });
  expect([code, out]).toEqual([1, '']);
  expect(err).toContain(`No object family makes the key \`${TENANT}/strategies/${ID}/draft.md\`.`);
  expect(err).toContain('The nearest is `s3.strategies`, `{tenantId}/strategies/{strategyId}/v{version}.md`: `draft.md` does not fit `v{version}.md`.');
});

test('a bucket that is not there', async () => {
  const { code, err } = await runPolyref(['key', 's3://content/x'], { cwd });
  expect(code).toBe(1);
  expect(err).toContain('There are the buckets `leadmetrics-content`, `leadmetrics-contracts`.');
});

test('a key is asked for', async () => {
  const { code, err } = await runPolyref(['key'], { cwd });
  expect(code).toBe(2);
  expect(err).toContain("missing required argument 'key'");
});
