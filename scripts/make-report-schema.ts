import { writeFileSync } from 'node:fs';
import { makeJsonSchema } from './make-json-schema.ts';

/** JSON Schema of what `--format json` writes. */
export function makeReportSchema(): string {
  return makeJsonSchema({ path: 'src/lib/report/json/json-report.ts', type: 'JsonReport', title: 'Polyref report, version 1' });
}

if (import.meta.main) {
  writeFileSync(new URL('../src/lib/report/json/report.schema.json', import.meta.url), makeReportSchema());
  console.log('Wrote src/lib/report/json/report.schema.json');
}
