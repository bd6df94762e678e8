import type { RuleDescription } from '../rules/rule.ts';

/** What the engine itself has to say: of exceptions that are none any more, and of how much is described. */
export const engineRules: readonly RuleDescription[] = [
  {
    id: 'unknown-rule',
    family: 'exceptions',
    severity: 'error',
    statement: 'Every suppression names a rule that there is.',
    why: 'A suppression with a slip of the hand in it excuses nothing, and its author believes that it does.',
    mend: "Correct the id, or take the suppression out:\n\n```ts\n// before\nsuppress: [suppress('mising-owner', { reason: 'Found in March.' })],\n\n// after\nsuppress: [suppress('missing-owner', { reason: 'Found in March.' })],\n```",
    options: {},
  },
  {
    id: 'unused-suppression',
    family: 'exceptions',
    severity: 'warning',
    statement: 'Every suppression excuses something.',
    why: 'What was excused has been mended, or never was found. A suppression that stays behind would hide the fault when it comes back, with a reason that was given for another case.',
    mend: "Take it out:\n\n```ts\n// before\nowner: 'team-agents',\nsuppress: [suppress('missing-owner', { reason: 'Found in March.' })],\n\n// after\nowner: 'team-agents',\n```",
    options: {},
  },
  {
    id: 'expired-suppression',
    family: 'exceptions',
    severity: 'warning',
    statement: 'Every suppression is within its time.',
    why: 'A day was given on which this would be mended. It has passed, so the finding counts again.',
    mend: "Mend what is excused. When that takes longer, give a new day and say why:\n\n```ts\n// before\nsuppress('missing-owner', { reason: 'Found in March.', until: '2027-03-31' })\n\n// after\nsuppress('missing-owner', { reason: 'The teams are still being drawn up.', until: '2027-06-30' })\n```",
    options: {},
  },
  {
    id: 'stale-baseline',
    family: 'exceptions',
    severity: 'error',
    statement: 'Every entry of the baseline still occurs.',
    why: 'The baseline holds what was there when the rules were adopted. What has been mended must leave it, or the fault could come back unseen: the count can only go down.',
    mend: '`polyref lint --update-baseline` takes out what no longer occurs. It adds nothing; to begin anew, delete the file first.\n\n```ts\n// package.json\nscripts: { "lint:baseline": "polyref lint --update-baseline" }\n```',
    options: {},
  },
  {
    id: 'coverage-below-minimum',
    family: 'documentation',
    severity: 'error',
    statement: 'As much is described as the configuration asks for.',
    why: 'Documentation that covers half of a system is looked at once: whoever does not find what they search for does not come back.',
    mend: "Describe what `polyref lint --coverage` shows to be missing; a description is the doc comment above a definition or a field:\n\n```ts\n// before\nlevel: z.string(),\n\n// after\n/** How much it matters to an operator. */\nlevel: z.string(),\n```",
    options: {},
  },
  {
    id: 'coverage-fell',
    family: 'documentation',
    severity: 'error',
    statement: 'No less is described than when the baseline was written.',
    why: 'What was once described stays described: the share may only grow. A new entity without a word is seen here although every minimum is still reached.',
    mend: "Describe what is new. When something described was taken out and the share fell with it, delete the baseline and write it anew.\n\n```ts\n// before\nlevel: z.string(),\n\n// after\n/** How much it matters to an operator. */\nlevel: z.string(),\n```",
    options: {},
  },
];
