import type { Location } from './location.ts';
import type { NamedEntity, Report } from './named-entity.ts';
import { stores } from './stores/index.ts';

/** Reports a former name that is no former one, because something is still called so, and one that two things claim to have had. */
export function checkFormerNames(named: readonly NamedEntity[], report: Report): void {
  const living = new Map(named.map((entity) => [entity.address, entity]));
  const heirs = new Map<string, string>();
  const check = (former: string, address: string, exists: Location | undefined, location: Location) => {
    if (exists !== undefined) {
      const hint = former === address ? 'Give the name that it had before, or take `formerly` out.' : `It stands at ${exists.file}:${exists.line}: rename it, or take \`formerly\` out.`;
      report({ rule: 'former-name-in-use', severity: 'error', address, message: `\`${address}\` was formerly \`${former}\`, and \`${former}\` is still there.`, hint, location });
      return;
    }
    const first = heirs.get(former);
    heirs.set(former, first ?? address);
    if (first === undefined) return;
    report({ rule: 'former-name-twice', severity: 'error', address, message: `\`${first}\` and \`${address}\` both say that they were formerly \`${former}\`.`, hint: 'Only one of them can be what it became: take the other `formerly` out.', location });
  };
  for (const { address, store, draft } of named) {
    const at = (option: string) => draft.optionLocations[option];
    if (draft.formerly !== undefined) {
      const former = formerAddress(draft.formerly, store.id);
      check(former, address, living.get(former)?.draft.location, at('formerly') ?? draft.location);
    }
    const fields = new Map(draft.fields.map((field) => [field.path, field]));
    for (const { path, formerly, location } of draft.fields) {
      if (formerly === undefined) continue;
      check(`${address}.${formerly}`, `${address}.${path}`, fields.get(formerly)?.location, at(`formerFields.${path}`) ?? location);
    }
  }
}

/** A name alone is one of the same store. */
export function formerAddress(text: string, store: string): string {
  return stores.some(({ id }) => text.startsWith(`${id}.`)) ? text : `${store}.${text}`;
}
