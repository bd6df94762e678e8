/** Actions of a workflow, each at one commit: a tag can be moved by whoever owns it. */
export const PINNED = {
  checkout: 'actions/checkout@11bd71901bbe5b1630ceea73d27597364c9af683 # v4.2.2',
  setupNode: 'actions/setup-node@49933ea5288caeca8642d1e84afbd3f7d6820020 # v4.4.0',
  setupPnpm: 'pnpm/action-setup@41ff72655975bd51cab0327fa583b6e92b6d3061 # v4.2.0',
  setupBun: 'oven-sh/setup-bun@735343b667d3e6f658f44d0eca948eb6282f2b76 # v2.0.2',
} as const;
