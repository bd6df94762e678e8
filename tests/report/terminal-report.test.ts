import { expect, test } from 'vitest';
import { renderTerminalReport } from '../../src/lib/report/terminal-reporter.ts';
import type { Finding } from '../../src/lib/model/finding.ts';

const findings: readonly Finding[] = [
  {
    rule: 'unknown-reference-target', severity: 'error', message: '`mongodb.skills.tenantId` points at `postgresql.tenant.ref_id`, which is not there.',
    hint: 'Did you mean `postgresql.tenants.ref_id`?', location: { file: 'schema/mongodb/skills.ts', line: 12, column: 5 },
  },
  { rule: 'no-owner', severity: 'warning', message: '`postgresql.goals` has no owner.', address: 'postgresql.goals' },
  { rule: 'page-stale', severity: 'error', message: '`a.mdx` is stale.', location: { file: 'a.mdx', line: 3, column: 1 }, detail: '@@ -1 +1 @@\n-old\n+new' },
  { rule: 'bad-duration', severity: 'error', message: '`90 dayz` is no duration.', location: { file: 'schema/mongodb/skills.ts', line: 20, column: 14 } },
];

test('findings of one file stand together, with place, message, hint and counts', async () => {
  await expect(renderTerminalReport(findings, { colour: false })).toMatchFileSnapshot('expected/plain.txt');
});

test('colours when asked for', async () => {
  await expect(renderTerminalReport(findings, { colour: true })).toMatchFileSnapshot('expected/colour.txt');
});

test('nothing to say is nothing', () => {
  expect(renderTerminalReport([], { colour: false })).toBe('');
});

test('a schema cannot send commands to the terminal, nor begin a line', () => {
  const hostile: Finding = { rule: 'x', severity: 'note', message: 'clear \u001b[2J\u0007 \u202eback', hint: 'two\r\n::add-mask::lines', detail: '-a\r\n ::add-mask::b\n+##vso[task.complete]c' };
  expect(renderTerminalReport([hostile], { colour: false })).toBe(
    'note  x\n  clear ⟨U+001B⟩[2J⟨U+0007⟩ ⟨U+202E⟩back\n  two ⏎ ::add-mask::lines\n  -a\n   \\::add-mask::b\n  +#\\#vso[task.complete]c\n\n1 note\n',
  );
});
