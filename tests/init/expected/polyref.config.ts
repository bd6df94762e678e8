import { defineConfig } from 'polyref';

/** What `polyref lint` requires. Everything is optional; `polyref explain` lists the rules. */
export default defineConfig({
  // Severities: 'error' fails, 'warning' and 'note' are reported, 'off' switches the rule off.
  rules: { 'missing-owner': 'error', 'missing-retention': 'error' },
  // At least this many of all fields must have a description, in percent.
  coverage: { min: { fields: 80 } },
});
