import type { Drafts, EntityDraft } from '../model/draft.ts';
import type { Finding } from '../model/finding.ts';
import { buildDrafts } from './drafts/build-drafts.ts';
import { collectDefinitions } from './drafts/collect-definitions.ts';
import type { LocatedFile } from './locate/located.ts';
import type { TaskContext } from './sandbox/protocol.ts';

/** What files export → drafts. Runs in the sandbox, because exports are objects with code; drafts are plain data. */
export default function draft({ files, unreadable }: DraftInput, { exportsOf, tick }: TaskContext): DraftOutput {
  tick();
  for (const { url, located: fresh } of files) if (fresh !== undefined) located.set(url, fresh);
  const found = collectDefinitions(files.map(({ url, file }) => ({ file, exports: exportsOf(url) ?? {}, located: located.get(url) })));
  const { drafts, findings } = buildDrafts(found, unreadable);
  tick();
  const fresh: (readonly [number, EntityDraft])[] = [];
  const entities = drafts.entities.map((entity) => {
    const known = numbers.get(entity);
    if (known !== undefined) return known;
    const number = (last += 1);
    numbers.set(entity, number);
    fresh.push([number, entity]);
    return number;
  });
  const defined = found.map(({ definition }) => nameOf(definition.kind, definition['name'] ?? definition['address'] ?? definition['sentence'] ?? definition['id']));
  return { drafts: { ...drafts, entities: [] }, entities, fresh, findings, defined };
}

export interface DraftInput {
  readonly files: readonly { readonly url: string; readonly file: string; /** Absent where it was given before, under this very URL. */ readonly located?: LocatedFile }[];
  /** Addresses that files which could not be loaded would have had. */
  readonly unreadable: readonly string[];
}

export interface DraftOutput {
  readonly drafts: Drafts;
  /** Numbers of the entities, in order: most are known from the last time, and need not cross again. */
  readonly entities: readonly number[];
  readonly fresh: readonly (readonly [number, EntityDraft])[];
  readonly findings: readonly Finding[];
  /** `polyref.collection users`, of every definition that was found. */
  readonly defined: readonly string[];
}

const located = new Map<string, LocatedFile>();
const numbers = new WeakMap<EntityDraft, number>();
let last = 0;

export function nameOf(kind: string, name: unknown): string {
  return `${kind} ${typeof name === 'string' ? name : ''}`;
}
