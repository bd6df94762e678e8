import type { Catalog } from '../../model/catalog.ts';
import type { Entity, KeyTemplate } from '../../model/entity.ts';
import { placeholdersOf } from '../../model/key-template.ts';
import { isAtOrInside } from './affected.ts';

/** What goes by another name now. */
export interface Renames {
  /** Address in the base → address in the head. */
  readonly entities: ReadonlyMap<string, string>;
  /** Address of the entity in the base → path in the base → path in the head; nested fields of a renamed one too. */
  readonly fields: ReadonlyMap<string, ReadonlyMap<string, string>>;
}

/**
 * Renames that the head declares (`formerly`), as far as they happened since the base: the old name is there, the new one is not.
 * A placeholder of a key may be renamed without a word: the keys stay what they are.
 */
export function findRenames(base: Catalog, head: Catalog): Renames {
  const before = new Map(base.entities.map((entity) => [entity.address, entity]));
  const entities = new Map<string, string>();
  const fields = new Map<string, ReadonlyMap<string, string>>();
  for (const entity of head.entities) {
    const former = before.has(entity.address) ? undefined : entity.formerly;
    const old = before.get(former ?? entity.address);
    if (old === undefined) continue;
    if (old.address !== entity.address) entities.set(old.address, entity.address);
    const renamed = old.kind === 'objects' && entity.kind === 'objects' ? renamedPlaceholders(old.key, entity.key) : renamedFields(old, entity);
    if (renamed.size > 0) fields.set(old.address, renamed);
  }
  return { entities, fields };
}

function renamedFields(old: Entity, entity: Entity): ReadonlyMap<string, string> {
  // Nearly every entity.
  if (entity.fields.every((field) => field.formerly === undefined)) return NONE;
  const paths = new Set(old.fields.map((field) => field.path));
  const declared = new Map(entity.fields.flatMap(({ path, formerly }) => (formerly !== undefined && paths.has(formerly) && !paths.has(path) ? [[formerly, path]] : [])));
  if (declared.size === 0) return declared;
  return new Map(
    old.fields.flatMap(({ path }) => {
      const now = newPath(path, declared);
      return now === path ? [] : [[path, now]];
    }),
  );
}

const NONE: ReadonlyMap<string, string> = new Map();

/** A path by the longest renamed path that leads to it. */
export function newPath(path: string, declared: ReadonlyMap<string, string>): string {
  for (let end = path.length; end > 0; end -= 1) {
    const now = isAtOrInside(path, path.slice(0, end)) ? declared.get(path.slice(0, end)) : undefined;
    if (now !== undefined) return now + path.slice(end);
  }
  return path;
}

/** Only where the template is the same but for names that are all new: names that changed places make other keys. */
function renamedPlaceholders(old: KeyTemplate, now: KeyTemplate): ReadonlyMap<string, string> {
  const renamed = new Map<string, string>();
  const isAlike = old.parts.length === now.parts.length && old.parts.every((part, at) => {
    const other = now.parts[at];
    if (part.kind === 'literal' || other?.kind !== 'placeholder') return part.kind === 'literal' && other?.kind === 'literal' && part.text === other.text;
    const known = renamed.get(part.name);
    renamed.set(part.name, other.name);
    return known === undefined || known === other.name;
  });
  const changed = [...renamed].filter(([before, after]) => before !== after);
  const [oldNames, newNames] = [placeholdersOf(old), placeholdersOf(now)];
  return isAlike && oldNames.length === newNames.length && changed.every(([before, after]) => !newNames.includes(before) && !oldNames.includes(after)) ? new Map(changed) : new Map();
}
