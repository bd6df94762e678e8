import { assertNever } from '../../model/assert-never.ts';
import type { Enforcement, Reference, WhenTargetGoes } from '../../model/reference.ts';
import type { ChangeDraft } from './change-family.ts';
import { capitalised } from './words.ts';

type Kind = 'when-target-goes-changed' | 'keeper-changed';
type ByApplication = Enforcement & { readonly by: 'application' };

/** What the application does for a reference that no database keeps. @param name of the pointer @param records what the entity that holds it has */
export function* applicationChanges(before: ByApplication, after: ByApplication, head: Reference, name: string, records: string): Iterable<ChangeDraft<Kind>> {
  const place = { entity: head.from.entity, field: head.from.field, location: head.location };
  if (before.keptBy !== after.keptBy) yield { kind: 'keeper-changed', ...place, ...keeperChanged(before.keptBy, after.keptBy, name) };
  const [old, now] = [before.whenTargetGoes, after.whenTargetGoes];
  if (old?.action === now?.action && old?.within === now?.within) return;
  const message = `When the target of ${name} goes: ${describe(now)}${old === undefined ? '' : `, not any more: ${describe(old)}`}.`;
  if (old === undefined) yield { kind: 'when-target-goes-changed', level: 'safe', ...place, message, effect: `Existing ${records} stay as they are until a target goes.`, todo: '' };
  else yield { kind: 'when-target-goes-changed', level: 'dangerous', ...place, message, effect: effectOf(old, now, records), todo: now === undefined ? 'Say it: `whenTargetGoes`.' : 'Deploy the code that does so in the same step.' };
}

function keeperChanged(before: string | undefined, after: string | undefined, name: string): Pick<ChangeDraft, 'level' | 'message' | 'effect' | 'todo'> {
  if (after === undefined) {
    return { level: 'dangerous', message: `Nothing is said to keep ${name} true any more; it was ${before}.`, effect: 'Existing pointers stay, and nobody is said to see to those whose target goes.', todo: 'Say which code keeps it: `keptBy`.' };
  }
  const effect = `Existing pointers stay as they are; from now on ${after} sees to them.`;
  if (before === undefined) return { level: 'safe', message: `${name} is kept true by ${after}.`, effect, todo: '' };
  return { level: 'safe', message: `${name} is kept true by ${after}, not by ${before} any more.`, effect, todo: `Make sure that ${after} runs before ${before} stops.` };
}

/** What becomes of records whose target goes, where it was something else. */
function effectOf(old: WhenTargetGoes, now: WhenTargetGoes | undefined, records: string): string {
  if (old.action === now?.action) return `Until the application has done so a reader may meet a pointer to nothing: ${delay(now.within)}, not ${delay(old.within)}.`;
  const stay = old.action === 'delete' ? `${capitalised(records)} stay that went with their target before` : 'Pointers stay when their target goes';
  const action = now?.action;
  switch (action) {
    case 'delete':
      return `${capitalised(records)} go with their target that stayed before.`;
    case 'nullify':
      return old.action === 'delete' ? `${stay}, with null for a pointer.` : 'Readers meet null where the target is gone; existing pointers to what is gone already stay as they are.';
    case 'never':
      return 'Whatever deletes targets must leave those alone that something points at; existing pointers to what is gone already stay as they are.';
    case 'nothing':
    case undefined:
      return `${stay}, and lead to nothing.`;
    default:
      return assertNever(action);
  }
}

function delay(within: string | undefined): string {
  return within === undefined ? 'for a time that nobody says' : `for up to ${within}`;
}

function describe(whenTargetGoes: WhenTargetGoes | undefined): string {
  const late = whenTargetGoes?.within === undefined ? '' : ` within ${whenTargetGoes.within}`;
  return whenTargetGoes === undefined ? 'nobody says' : `${ACTIONS[whenTargetGoes.action]}${late}`;
}

const ACTIONS: Readonly<Record<WhenTargetGoes['action'], string>> = { nothing: 'nothing happens', nullify: 'it is set to null', delete: 'the record is deleted', never: 'it cannot go first' };
