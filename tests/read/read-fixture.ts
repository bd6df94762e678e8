import { fileURLToPath } from 'node:url';
import type { EntityDraft, FieldDraft } from '../../src/lib/model/draft.ts';
import { typeText } from '../../src/lib/model/open-type.ts';
import type { Finding } from '../../src/lib/model/finding.ts';
import type { Location } from '../../src/lib/model/location.ts';
import { loadSchema, type LoadedSchema } from '../../src/lib/read/load-schema.ts';

/** Loads `tests/fixtures/read-<name>/schema`. */
export function loadFixture(name: string): Promise<LoadedSchema> {
  return loadSchema(fileURLToPath(new URL(`../fixtures/read-${name}/schema`, import.meta.url)), { timeout: 500 });
}

/** `schema/a.ts:4:7 rule: message hint`, one a finding. */
export function said(findings: readonly Finding[]): readonly string[] {
  return findings.map(({ rule, message, hint, location }) => [location === undefined ? '' : `${placed(location)} `, `${rule}: ${message}`, hint === undefined ? '' : ` ${hint}`].join(''));
}

export function placed({ file, line, column }: Location): string {
  return `${file}:${line}:${column}`;
}

export function entityOf({ drafts }: LoadedSchema, name: string): EntityDraft {
  const found = drafts.entities.find((entity) => entity.name === name);
  if (found === undefined) throw new Error(`No entity ${name} among ${drafts.entities.map((entity) => entity.name).join(', ')}`);
  return found;
}

export function fieldOf(entity: EntityDraft, path: string): FieldDraft {
  const found = entity.fields.find((field) => field.path === path);
  if (found === undefined) throw new Error(`No field ${path} among ${entity.fields.map((field) => field.path).join(', ')}`);
  return found;
}

/** `goalId: string optional = "x" [a, b]`: what a shape says, without places. */
export function typed({ path, type, nullable, optional, default: value, values }: Omit<FieldDraft, 'location' | 'description'>): string {
  return [`${path}: ${typeText(type, () => '(of its target)')}`, nullable ? 'null' : '', optional ? 'optional' : '', value === undefined ? '' : `= ${value}`, values === undefined ? '' : `[${values.join(', ')}]`].filter((part) => part !== '').join(' ');
}
