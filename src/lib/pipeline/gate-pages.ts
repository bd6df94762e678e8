import { CHANGES_PAGE, isEditedChangesPage } from '../emit/mdx/pages/changes.ts';
import { gatePage, type Intrusion } from '../gate/gate-page.ts';
import type { PageGate } from '../gate/page-gate.ts';
import { traceIntrusion } from '../gate/trace-intrusion.ts';
import type { Catalog } from '../model/catalog.ts';
import { codeSpan } from '../model/code-span.ts';
import type { Finding } from '../model/finding.ts';
import type { PageSet } from '../model/page-set.ts';

/**
 * What stands on pages and could do more than show text, each with the text of the definition that it comes from. With one of them no page may be written: the site would run it
 * while it is built.
 */
export function gateFindings(pages: PageSet, catalog: Catalog, gate: PageGate = gatePage): readonly Finding[] {
  const intrusions = [...pages].filter(([path]) => path.endsWith('.mdx')).flatMap(([path, page]) => gate(page).map((intrusion) => ({ intrusion, path, page })));
  const found = intrusions.slice(0, MOST_TRACED).map(({ intrusion, path, page }) => findingOf(intrusion, path, page, catalog));
  // The text of one definition may stand on many pages; the first of them says enough.
  return [...Map.groupBy(found, ({ location, address = '' }) => JSON.stringify([address, location])).values()].flatMap(([first]) => (first === undefined ? [] : [first]));
}

function findingOf(intrusion: Intrusion, path: string, page: string, catalog: Catalog): Finding {
  const { what, source, line, column } = intrusion;
  const shown = codeSpan(source.length > MOST_SHOWN ? `${source.slice(0, MOST_SHOWN)}…` : source);
  const common = { rule: 'unsafe-page', severity: 'error' } as const;
  if (path === CHANGES_PAGE) {
    const hint = isEditedChangesPage(page) ? 'The page was edited after it was generated. Generate it again with `generate --history`, or delete it.' : HINT;
    return { ...common, message: `\`${path}:${line}\` has ${what}: ${shown}.`, hint, location: { file: path, line, column } };
  }
  const traced = traceIntrusion(intrusion, page, catalog);
  const where = `${path}:${line}`;
  if (traced === undefined) return { ...common, message: `\`${where}\` would have ${what}: ${shown}.`, hint: HINT, location: { file: path, line, column } };
  const { address, entity, property, location } = traced;
  return { ...common, address, ...(entity === undefined ? {} : { entity }), message: `The ${codeSpan(property)} of ${codeSpan(address)} would put ${what} on \`${where}\`: ${shown}.`, hint: HINT, location };
}

const HINT = 'Nothing is written, because the site would run it. Change the text, and report this: Polyref must show any text as it is.';

const MOST_SHOWN = 120;

/** To trace one takes a look at every text of the schema. */
const MOST_TRACED = 20;
