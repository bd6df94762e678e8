import type { Definition } from '../../src/lib/dsl/definition.ts';
import { buildCatalog } from '../../src/lib/model/build-catalog.ts';
import type { Catalog } from '../../src/lib/model/catalog.ts';
import type { Finding } from '../../src/lib/model/finding.ts';
import { buildDrafts } from '../../src/lib/read/drafts/build-drafts.ts';
import { runRules, type RuleToRun } from '../../src/lib/rules/run-rules.ts';
import type { Rule } from '../../src/lib/rules/rule.ts';

/**
 * The catalog of definitions made on the spot, without a file: the nth stands on line n of `schema/test.ts`, its fields too.
 * Doc comments are not seen: write `documented(definition, '…')`, or `z.object({ … }).describe('…')` for an entity; `.describe('…')` for a field.
 */
export function catalogFrom(...definitions: readonly Definition[]): Catalog {
  const { drafts, findings: read } = draftsFrom(...definitions);
  const { catalog, findings: built } = buildCatalog(drafts);
  const mistakes = [...read, ...built];
  if (mistakes.length > 0) throw new Error(`The test's own schema has mistakes:\n${mistakes.map(said).join('\n')}`);
  return catalog;
}

/** The same before anything is looked up, mistakes included. */
export function draftsFrom(...definitions: readonly Definition[]): ReturnType<typeof buildDrafts> {
  const found = definitions.map((definition, index) => ({
    definition: definition as unknown as Readonly<Record<string, unknown>> & Pick<Definition, 'kind'>,
    place: { at: { file: 'schema/test.ts', line: index + 1, column: 1 }, doc: docs.get(definition) ?? '', passedOn: false, options: new Map(), fields: new Map(), members: new Map() },
  }));
  return buildDrafts(found, []);
}

/** A definition as if the text stood in the doc comment above it. */
export function documented<Some extends Definition>(definition: Some, doc: string): Some {
  docs.set(definition, doc);
  return definition;
}

const docs = new WeakMap<Definition, string>();

/** What a rule finds in these definitions, one line a finding: `mongodb.logs: message hint`. */
export function foundBy(rule: Rule, definitions: readonly Definition[], options: NonNullable<RuleToRun['options']> = {}): readonly string[] {
  return runRules(catalogFrom(...definitions), [{ rule, options }]).map(said);
}

function said({ address = '', message, hint = '' }: Finding): string {
  return `${address}: ${message} ${hint}`.trimEnd();
}
