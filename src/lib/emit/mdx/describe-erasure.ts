import { describeDuration } from '../../model/duration.ts';
import { assertNever } from '../../model/assert-never.ts';
import { conflictWords, gapWords } from '../../analysis/erasure/erasure-words.ts';
import type { ErasurePlan, Staying } from '../../analysis/erasure/plan-erasure.ts';
import type { Stay } from '../../analysis/erasure/stays.ts';
import type { ErasureStep } from '../../analysis/erasure/steps.ts';
import { inlineCode, escapeText } from './escape.ts';
import type { Links } from './links.ts';
import { bullets, section } from './page.ts';
import { table } from './table.ts';

/** The plan of a tenant's erasure: what is deleted and in which order, what stays and for how long, what nobody deletes, what contradicts itself. */
export function describeErasure(plan: ErasurePlan, links: Links): readonly string[] {
  const { erasers, steps, staying, expiring, gaps, conflicts, untouched } = plan;
  if (steps.length + staying.length + expiring.length + gaps.length === 0) return [];
  const endless = staying.filter(({ because, ends }) => !ends && because.some(hasEnd)).map(({ entity }) => links.entity(entity));
  return [
    introduction(plan, links),
    stepsTable(steps, erasers.length > 1, links),
    section(3, 'Definitions that disagree', bullets(conflicts.map((conflict) => links.inline(conflictWords(conflict).message)))),
    section(3, 'Not erased', bullets(gaps.map((gap) => links.inline(gapWords(gap, []).message)))),
    section(
      3,
      'What stays',
      staying.length === 0 ? '' : table(['Entity', 'How long', 'Why'], staying.map((each) => stayingRow(each, links))),
      endless.length === 0 ? '' : `Afterwards, nothing that is declared deletes ${list(endless)}.`,
    ),
    section(3, 'Goes by itself', bullets(expiring.map(({ entity, within }) => `${links.entity(entity)}, at most ${describeDuration(within)} after it was written.`))),
    section(3, 'Left alone', bullets(untouched.map(({ entity, reason }) => `${links.entity(entity)}: ${reason === undefined ? 'it declares no tenancy, so nobody knows whether it holds data of a tenant.' : links.inline(reason)}`))),
  ];
}

function introduction({ erasers, steps }: ErasurePlan, links: Links): string {
  if (erasers.length === 0) return `No process is declared that erases a tenant.${steps.length === 0 ? '' : ' This would have to be done, in this order, so that no record points at what is gone already:'}`;
  const names = list(erasers.map(({ name }) => links.keeper(name)));
  return steps.length === 0 ? `${names} ${erasers.length === 1 ? 'erases' : 'erase'} a tenant.` : `What ${names} ${erasers.length === 1 ? 'deletes' : 'delete'} when a tenant is erased, in an order in which no record points at what is gone already:`;
}

function stepsTable(steps: readonly ErasureStep[], namesProcess: boolean, links: Links): string {
  if (steps.length === 0) return '';
  const anyTakes = steps.some(({ takes }) => takes.length > 0);
  const rows = steps.map((step, at) => [
    String(at + 1),
    list(step.entities.map((entity) => links.entity(entity))),
    `${describeAct(step)}${step.waits ? ' Not those that stay.' : ''}${namesProcess ? ` By ${list(step.by.map(links.keeper))}.` : ''}`,
    ...(anyTakes ? [step.takes.map(({ entity, through }) => `${links.entity(entity)} (${WAYS[through]})`).join(', ')] : []),
    describePlace(step, links),
  ]);
  return table(['Step', 'Entity', 'What to delete', ...(anyTakes ? ['What goes with it'] : []), 'Why here'], rows);
}

const WAYS = { database: 'foreign key', application: 'by the application', retention: 'by its retention' } as const;

function describeAct({ how: act, hasPointers }: ErasureStep): string {
  switch (act.kind) {
    case 'records':
      return `The records whose ${inlineCode(act.field)} is the tenant.`;
    case 'viaParent':
      return `The records whose ${inlineCode(act.field)} points at a record of the tenant.`;
    case 'tenant':
      return `The record whose ${inlineCode(act.field)} is the tenant.`;
    case 'listing': {
      const keys = act.templates === undefined ? `every key under ${inlineCode(act.prefix)}` : `the keys of the ${act.templates.length === 1 ? 'form' : 'forms'} ${list(act.templates.map((template) => inlineCode(template)))}, and no others under ${inlineCode(act.prefix)}`;
      return `In the bucket ${inlineCode(act.bucket)}, ${keys}${act.allVersions ? ', all versions' : ''}.`;
    }
    case 'scattered': {
      const keys = hasPointers ? 'the keys that the pointing records hold' : `the tenant’s keys of the form ${inlineCode(act.template)}`;
      return `In the bucket ${inlineCode(act.bucket)}, ${keys}${act.allVersions ? ', all versions' : ''}: no prefix finds them.`;
    }
    default:
      return assertNever(act);
  }
}

function describePlace({ how, before, circle, hasPointers }: ErasureStep, links: Links): string {
  const shown = before.slice(0, 3).map((address) => links.entity(address));
  return [
    hasPointers ? 'While the records that hold the keys still exist.' : '',
    how.kind === 'tenant' ? 'After everything else.' : '',
    shown.length === 0 ? '' : `Before ${before.length > 3 ? `${shown.join(', ')} and ${before.length - 3} more` : list(shown)}, at which it points.`,
    circle.length === 0 ? '' : `It is part of a circle of pointers: let go of the pointer at ${list(circle.map((address) => links.entity(address)))} first.`,
  ].filter((text) => text !== '').join(' ');
}

function stayingRow({ entity, because }: Staying, links: Links): readonly string[] {
  const described = because.map((stay) => describeStay(stay, links));
  return [links.entity(entity), described.map(([howLong]) => howLong).filter((text) => text !== '').join('; '), described.map(([, why]) => why).join(' ')];
}

/** How long, and why: sentences. */
function describeStay(stay: Stay, links: Links): readonly [string, string] {
  switch (stay.kind) {
    case 'objectLock':
      return [`${escapeText(stay.for)} from when each object was written`, `Object Lock (${stay.mode} mode).`];
    case 'locked':
      return [escapeText(stay.for), 'It is locked for so long.'];
    case 'atLeast':
      return [`at least ${escapeText(stay.for)}`, links.inline(stay.reason)];
    case 'left':
      return ['', `${links.keeper(stay.by)} leaves it: ${links.inline(stay.reason)}`];
    case 'holdsKeys':
      return [`as long as its objects in ${links.entity(stay.other)}`, `${links.field(stay.field)} holds the keys.${stay.some ? ' A record without one is not held by this.' : ''}`];
    case 'foreignKey':
      return [`while ${links.field(stay.field)} points at it`, `The foreign key refuses the deletion, and ${links.entity(stay.other)} stays.`];
    case 'cascadesToRefused':
      return [`while ${links.field(stay.field)} points at it`, `Its deletion cascades to ${links.entity(stay.other)}, and there a foreign key refuses it.`];
    case 'neverGoes':
      return [`while ${links.field(stay.field)} points at it`, `The definition says that this pointer never loses its target, and ${links.entity(stay.other)} stays.`];
    default:
      return assertNever(stay);
  }
}

function hasEnd({ kind }: Stay): boolean {
  return kind === 'objectLock' || kind === 'locked' || kind === 'atLeast';
}

function list(items: readonly string[]): string {
  return items.length < 2 ? items.join('') : `${items.slice(0, -1).join(', ')} and ${items.at(-1)}`;
}
