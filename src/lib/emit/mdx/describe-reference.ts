import { assertNever } from '../../model/assert-never.ts';
import type { LifetimeVerdict } from '../../analysis/lifetimes.ts';
import { ended } from '../../model/ended.ts';
import type { Discriminator, FieldAddress, KeyBinding, OnDelete, Reference, WhenTargetGoes } from '../../model/reference.ts';
import { storeFacts } from '../../model/stores/index.ts';
import { sourceFields } from '../../analysis/reference-targets.ts';
import { escapeInline, inlineCode } from './escape.ts';
import type { Links } from './links.ts';
import type { Site } from './site.ts';
import { bullets } from './page.ts';
import { fold } from './table.ts';

/** A polymorphic reference with more targets than this shows their number in tables, and the list below. */
const TARGETS_IN_A_CELL = 6;

/** The pointing field or fields; `withEntity` where the page is not that of the entity. */
export function describeSource(reference: Reference, links: Links, withEntity: boolean): string {
  return sourceFields(reference).map((from) => links.field(from, withEntity ? undefined : from.field)).join(' + ');
}

/** What a reference points at, for a table cell. */
export function describeTarget(reference: Reference, site: Site, links: Links): string {
  const { target } = reference;
  switch (target.kind) {
    case 'field':
      return [links.field(target), ...(target.alsoTo ?? []).map((field) => links.field({ entity: target.entity, field }))].join(' + ');
    case 'oneOf': {
      if (target.targets.length > TARGETS_IN_A_CELL) return `one of ${target.targets.length} targets, ${discriminated(reference, target.discriminator, links)}`;
      const choices = target.targets.map((choice) => choiceOf(choice, links)).join('<br/>or ');
      return `${choices}<br/>${discriminated(reference, target.discriminator, links)}`;
    }
    case 'any': {
      const [word] = storeFacts(target.store).entityWord;
      return `${inlineCode(target.field)} of any ${links.store(target.store)} ${word}, ${discriminated(reference, target.discriminator, links)}`;
    }
    case 'objects': {
      const family = site.index.entities.get(target.entity);
      const template = family?.kind === 'objects' ? `<br/>${inlineCode(family.key.template)}` : '';
      return `${links.entity(target.entity)}${template}`;
    }
    default:
      return assertNever(target);
  }
}

/** The same in a few words. Of a composite foreign key only the end that a column points at, where `column` names one. */
export function describeTargetBriefly(reference: Reference, links: Links, column?: string): string {
  const { target } = reference;
  switch (target.kind) {
    case 'field': {
      const ends = [target.field, ...(target.alsoTo ?? [])];
      const own = sourceFields(reference).findIndex((from) => from.field === column);
      return `→\u00a0${(own < 0 ? ends : ends.slice(own, own + 1)).map((field) => links.field({ entity: target.entity, field })).join(', ')}`;
    }
    case 'oneOf':
      return target.targets.length > 3 ? `→\u00a0one of ${target.targets.length} targets` : `→\u00a0${target.targets.map((choice) => links.field(choice)).join(' or ')}`;
    case 'any':
      return `→\u00a0any ${links.store(target.store)} ${storeFacts(target.store).entityWord[0]}`;
    case 'objects':
      return `→\u00a0${links.entity(target.entity)}`;
    default:
      return assertNever(target);
  }
}

/** The lists of targets that were too long for their cells, each folded. */
export function listLongTargets(references: readonly Reference[], links: Links): string {
  return references
    .flatMap(({ from, target }) =>
      target.kind === 'oneOf' && target.targets.length > TARGETS_IN_A_CELL
        ? [`What ${links.field(from)} may point at:\n\n${fold(`${target.targets.length} targets`, bullets(target.targets.map((choice) => choiceOf(choice, links))))}`]
        : [],
    )
    .join('\n\n');
}

/** `many → exactly one`: how many records share a target, and how many targets a record has. */
export function describeCardinality({ cardinality }: Reference): string {
  return `${cardinality.from} → ${cardinality.to}`;
}

export function describeEnforcement({ enforcement }: Reference, links: Links): string {
  if (enforcement.by === 'database') return 'database';
  return enforcement.keptBy === undefined ? 'application' : `application: ${links.keeper(enforcement.keptBy)}`;
}

function describeWhenTargetGoes({ enforcement }: Reference, links: Links): string {
  if (enforcement.by === 'database') return `${ON_DELETE[enforcement.onDelete]} (${inlineCode(`on delete ${enforcement.onDelete}`)})`;
  return enforcement.whenTargetGoes === undefined ? 'not declared' : whenTargetGoes(enforcement.whenTargetGoes, links);
}

/** The verdict on the reference's lifetime, as a badge. */
export function describeVerdict(verdict: LifetimeVerdict | undefined): string {
  if (verdict === undefined) return '';
  const label = `${LABELS[verdict.kind]}${verdict.window === undefined ? '' : `: ${escapeInline(verdict.window)}`}${verdict.accepted === undefined ? '' : ', accepted'}`;
  return `<Verdict kind="${verdict.kind}">${label}</Verdict>`;
}

/** What becomes of the pointing record when the target goes, then the author's note, then whether another pointer is the authority. */
export function describeReferenceNotes(reference: Reference, links: Links): string {
  const mirror = reference.mirrorOf === undefined ? '' : `Repeats ${links.address(reference.mirrorOf)}, which is the authority.`;
  const note = reference.note === undefined ? '' : links.inline(reference.note);
  const others = reference.allowsOtherValues === true ? 'The field may also hold values that are not references.' : '';
  return [`When the target goes: ${ended(describeWhenTargetGoes(reference, links))}`, others, note, mirror].filter((text) => text !== '').join(' ');
}

/** `{tenantId}` ← `tenantId`, … */
export function describeBindings(reference: Reference, bindings: readonly KeyBinding[], links: Links): string {
  return bindings.map((binding) => `${inlineCode(`{${binding.placeholder}}`)} ← ${bindingSource(reference, binding, links)}`).join('<br/>');
}

function bindingSource(reference: Reference, { from }: KeyBinding, links: Links): string {
  switch (from.kind) {
    case 'field':
      return links.field({ entity: reference.from.entity, field: from.field }, from.field);
    case 'parameter':
      return 'declared by the object family';
    case 'constant':
      return `always ${inlineCode(from.value)}`;
    default:
      return assertNever(from);
  }
}

function choiceOf(choice: FieldAddress & { readonly when?: string }, links: Links): string {
  return `${links.field(choice)}${choice.when === undefined ? '' : ` when ${inlineCode(choice.when)}`}`;
}

function discriminated(reference: Reference, discriminator: Discriminator, links: Links): string {
  if (discriminator.kind === 'field') return `selected by ${links.field({ entity: reference.from.entity, field: discriminator.field }, discriminator.field)}`;
  return discriminator.reason === undefined ? 'nothing says which' : `nothing says which: ${links.inline(discriminator.reason)}`;
}

function whenTargetGoes({ action, within, reason }: WhenTargetGoes, links: Links): string {
  const late = within === undefined ? '' : ` within ${escapeInline(within)}`;
  const because = reason === undefined ? '' : `: ${links.inline(reason)}`;
  return `${ACTIONS[action]}${late}${because}`;
}

const ACTIONS: Readonly<Record<WhenTargetGoes['action'], string>> = { nothing: 'nothing happens', nullify: 'set to null', delete: 'deleted too', never: 'it cannot go first' };

const ON_DELETE: Readonly<Record<OnDelete, string>> = {
  'no action': 'refused while pointed at',
  restrict: 'refused while pointed at',
  cascade: 'deleted too',
  'set null': 'set to null',
  'set default': 'set to its default',
};

const LABELS: Readonly<Record<LifetimeVerdict['kind'], string>> = {
  safe: 'safe',
  dangling: 'dangling',
  orphan: 'orphan',
  'over-retained': 'over-retained',
  unknown: 'unknown',
};
