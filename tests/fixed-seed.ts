import fc from 'fast-check';

// The suite tries the same inputs each time, so that it fails because of a change and of nothing else. `npm run fuzz` goes further, and so does another seed: POLYREF_TEST_SEED=7 npm test
fc.configureGlobal({ seed: Number(process.env['POLYREF_TEST_SEED'] ?? 1) });
