import { codeSpan } from '../../model/code-span.ts';
import { ended } from '../../model/ended.ts';
import type { Entity } from '../../model/entity.ts';
import { storeFacts } from '../../model/stores/index.ts';
import { affectedBy } from './affected.ts';
import type { ChangeContext } from './change-context.ts';
import { defineFamily, type ChangeDraft } from './change-family.ts';
import { likelyHeirOf } from './likely-renames.ts';
import { nameOf, recordsOf } from './words.ts';

type Kind = 'entity-added' | 'entity-removed' | 'entity-eliminated' | 'entity-renamed' | 'entity-moved' | 'tombstone-added' | 'tombstone-removed';

/** Entities that came, went, and go by another name. */
export const entityChanges = defineFamily<Kind>({
  title: 'Entities',
  kinds: {
    'entity-added': 'An entity is new.',
    'entity-removed': 'An entity is not described any more.',
    'entity-eliminated': 'An entity is gone on purpose: a tombstone says what came instead.',
    'entity-renamed': 'An entity has another name in the same store.',
    'entity-moved': 'An entity is in another store.',
    'tombstone-added': 'A tombstone stands for something that the base did not describe.',
    'tombstone-removed': 'A tombstone was taken away.',
  },
  *find(context) {
    for (const entity of context.addedEntities) yield added(entity);
    for (const entity of context.removedEntities) yield context.head.tombstones.has(entity.address) ? eliminated(entity, context) : removed(entity, context);
    for (const [was, address] of context.renames.entities) yield* renamed(was, address, context);
    yield* tombstones(context);
  },
});

function added(entity: Entity): ChangeDraft<Kind> {
  const [word] = storeFacts(entity.store).entityWord;
  const what = entity.summary === '' ? '' : ` ${entity.summary}`;
  return { kind: 'entity-added', level: 'safe', entity: entity.address, message: `${nameOf(entity)} is a new ${storeFacts(entity.store).label} ${word}.${what}`, effect: 'Nothing that exists changes.', todo: '' };
}

function removed(entity: Entity, context: ChangeContext): ChangeDraft<Kind> {
  const heir = likelyHeirOf(entity, context.addedEntities);
  const likely = heir === undefined ? '' : `It looks like ${nameOf(entity)} became ${nameOf(heir)}: if so, say it with ${codeSpan(`formerly: '${heir.store === entity.store ? entity.name : entity.address}'`)}. `;
  const isExpected = entity.status.kind !== 'stable' && isIdle(entity, context);
  const status = isExpected ? ` It was ${entity.status.kind}, and nothing uses it.` : '';
  return {
    kind: 'entity-removed',
    level: isExpected ? 'dangerous' : 'breaking',
    entity: entity.address,
    message: `${nameOf(entity)} was removed.${status}`,
    effect: `Its ${recordsOf(entity)} are deleted, or stay behind with nothing that says what they are, whose they are and when they go.`,
    todo: `${likely}Say what becomes of it: ${codeSpan(`eliminated('${entity.address}', { reason: '…' })`)}, and delete or move its ${recordsOf(entity)} first.`,
    location: entity.location,
  };
}

function eliminated(entity: Entity, context: ChangeContext): ChangeDraft<Kind> {
  const tombstone = context.head.tombstones.get(entity.address);
  const instead = tombstone?.replacedBy === undefined ? '' : ` ${codeSpan(tombstone.replacedBy)} takes its place.`;
  return {
    kind: 'entity-eliminated',
    level: isIdle(entity, context) ? 'dangerous' : 'breaking',
    entity: entity.address,
    message: `${nameOf(entity)} was eliminated: ${ended(tombstone?.reason ?? '')}${instead}`,
    effect: `Its ${recordsOf(entity)} are deleted, or stay behind.`,
    todo: tombstone?.replacedBy === undefined ? `Make sure that nobody needs its ${recordsOf(entity)}, then delete them.` : `Move what is needed of its ${recordsOf(entity)} to ${codeSpan(tombstone.replacedBy)}, then delete them.`,
    ...(tombstone === undefined ? {} : { location: tombstone.location }),
  };
}

/** Nothing points at it, nothing touches it. */
function isIdle(entity: Entity, { base }: ChangeContext): boolean {
  const { entities, processes } = affectedBy([base], entity.address);
  return entities.length === 0 && processes.length === 0;
}

function* renamed(was: string, address: string, { head }: ChangeContext): Iterable<ChangeDraft<Kind>> {
  const entity = head.entities.get(address);
  if (entity === undefined) return;
  const store = storeFacts(entity.store);
  const isMoved = !was.startsWith(`${entity.store}.`);
  const records = recordsOf(entity);
  yield {
    kind: isMoved ? 'entity-moved' : 'entity-renamed',
    level: 'breaking',
    entity: address,
    was,
    message: isMoved ? `${codeSpan(was)} moved to ${store.label}, as ${nameOf(entity)}.` : `${codeSpan(was)} is called ${nameOf(entity)} now.`,
    effect: isMoved ? 'What it holds stays in the old store until somebody copies it: readers of the new one find nothing, writers to the old one are not seen.' : `Software that still uses the old name finds no ${records}, or makes a second, empty ${store.entityWord[0]} under it.`,
    todo: isMoved ? 'Copy the data, switch writers before readers, and delete the old data last.' : `Rename the ${store.entityWord[0]} in the same deployment that switches its readers and writers${entity.kind === 'table' ? ', or leave a view under the old name until then' : ''}.`,
  };
}

function* tombstones({ base, head }: ChangeContext): Iterable<ChangeDraft<Kind>> {
  for (const [address, { location }] of head.tombstones) {
    if (base.tombstones.has(address) || base.entities.has(address)) continue;
    yield { kind: 'tombstone-added', level: 'safe', address, message: `A tombstone says what became of ${codeSpan(address)}.`, effect: 'No data changes.', todo: '', location };
  }
  const gone = [...base.tombstones.keys()].filter((address) => !head.tombstones.has(address) && !head.entities.has(address));
  for (const address of gone) yield { kind: 'tombstone-removed', level: 'safe', address, message: `The tombstone of ${codeSpan(address)} was taken away.`, effect: 'No data changes; readers who look for it find nothing.', todo: '' };
}
