import { defineConfig } from 'vitest/config';

const RULES = 'tests/rules/**/*.test.ts';

export default defineConfig({
  test: {
    exclude: ['tests/fixtures/**', '**/node_modules/**'],
    setupFiles: ['tests/fixed-seed.ts'],
    // A test that runs a command or draws a hundred diagrams on a busy machine with two cores; none waits for so long by itself.
    testTimeout: 600_000,
    // Conditions are waited for, and a busy machine takes its time.
    expect: { poll: { timeout: 30_000 } },
    // The suite of the built site builds it first.
    hookTimeout: 600_000,
    // The tests of the site run each other's browsers down when all start at once.
    maxWorkers: 2,
    projects: [
      { extends: true, test: { name: 'all', include: ['tests/**/*.test.ts'], exclude: [RULES], globalSetup: ['tests/run-folder.ts'] } },
      // A file for each rule, and all of them pure: what they import is loaded once for all.
      { extends: true, test: { name: 'rules', include: [RULES], isolate: false } },
    ],
  },
});
