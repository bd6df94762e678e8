import { didYouMean } from './suggest.ts';
import type { FieldDraft } from './draft.ts';
import type { Location } from './location.ts';
import type { NamedEntity, Report } from './named-entity.ts';
import type { KeyBinding } from './reference.ts';
import type { Bind } from './reference-spec.ts';

/**
 * Says for each placeholder of a family's key where the pointing record takes its value from: what `bind` says, else a field
 * of the same name beside the pointer or at the top (`{tenantId}` also finds `tenant_id`), else the family's own parameter. One that none of
 * them gives is left out, and a rule reports it.
 */
export function bindPlaceholders(entity: NamedEntity, field: FieldDraft, family: NamedEntity, bind: Bind, location: Location, report: Report): readonly KeyBinding[] {
  const address = `${entity.address}.${field.path}`;
  const paths = entity.draft.fields.map((each) => each.path);
  const declared = new Set(family.draft.fields.map((each) => each.path));
  for (const name of Object.keys(bind)) {
    if (family.placeholders.includes(name)) continue;
    const message = `\`${address}\` binds \`{${name}}\`, which the key of \`${family.address}\` does not have.`;
    report({ rule: 'unknown-placeholder', severity: 'error', address, message, hint: didYouMean(name, family.placeholders) || listed(family), location });
  }
  return family.placeholders.flatMap((placeholder): readonly KeyBinding[] => {
    const bound = bind[placeholder];
    if (typeof bound === 'object') return [{ placeholder, from: { kind: 'constant', value: bound.constant } }];
    if (bound !== undefined && !paths.includes(bound)) {
      const message = `\`${address}\` binds \`{${placeholder}}\` to \`${bound}\`, and \`${entity.address}\` has no such field.`;
      const hint = didYouMean(bound, paths);
      report({ rule: 'unknown-field', severity: 'error', address, message, ...(hint === '' ? {} : { hint }), location });
      return [];
    }
    const source = bound ?? sameName(placeholder, field.path, paths);
    if (source !== undefined) return [{ placeholder, from: { kind: 'field', field: source } }];
    if (declared.has(placeholder)) return [{ placeholder, from: { kind: 'parameter' } }];
    return [];
  });
}

function sameName(placeholder: string, pointer: string, paths: readonly string[]): string | undefined {
  const beside = pointer.slice(0, pointer.lastIndexOf('.') + 1);
  const wanted = plain(placeholder);
  return [beside, ''].flatMap((prefix) => paths.filter((path) => path !== pointer && path.startsWith(prefix) && plain(path.slice(prefix.length)) === wanted))[0];
}

function plain(name: string): string {
  return name.replaceAll('_', '').toLowerCase();
}

function listed(family: NamedEntity): string {
  return family.placeholders.length === 0 ? 'It has no placeholders.' : `It has ${family.placeholders.map((name) => `\`{${name}}\``).join(', ')}.`;
}
