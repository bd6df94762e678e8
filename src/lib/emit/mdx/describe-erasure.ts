import { conflictWords, gapWords } from '../../analysis/erasure/erasure-words.ts';
import type { ErasurePlan, Staying } from '../../analysis/erasure/plan-erasure.ts';
import type { Stay } from '../../analysis/erasure/stays.ts';
import type { ErasureStep } from '../../analysis/erasure/steps.ts';
import { assertNever } from '../../model/assert-never.ts';
import { describeDuration } from '../../model/duration.ts';
import { inSequence, someInSequence } from '../../model/in-sequence.ts';
import { escapeText, inlineCode } from './escape.ts';
import type { Links } from './links.ts';
import { bullets, section } from './page.ts';
import { table } from './table.ts';

/** The plan of a tenant's erasure: what is deleted and in which order, what is kept and for how long, what is not covered, which definitions conflict. */
export function describeErasure(plan: ErasurePlan, links: Links): readonly string[] {
  const { erasers, steps, staying, expiring, gaps, conflicts, shared, undeclared } = plan;
  if (steps.length + staying.length + expiring.length + gaps.length === 0) return [];
  const names = erasers.map(({ name }) => name);
  const endless = staying.filter(({ because, ends }) => !ends && because.some(hasEnd)).map(({ entity }) => links.entity(entity));
  return [
    introduction(plan, links),
    stepsTable(steps, erasers.length > 1, links),
    section(3, 'Conflicting definitions', bullets(conflicts.map((conflict) => links.inline(conflictWords(conflict).message)))),
    section(3, 'Not covered', bullets(gaps.map((gap) => links.inline(gapWords(gap, names).message)))),
    section(
      3,
      'Kept data',
      staying.length === 0 ? '' : table(['Entity', 'How long', 'Reason'], staying.map((each) => stayingRow(each, links))),
      endless.length === 0 ? '' : `After that time, nothing is declared that deletes ${inSequence(endless)}.`,
    ),
    section(3, 'Expiring data', bullets(expiring.map(({ entity, after }) => `${links.entity(entity)} expires ${describeDuration(after)} after it is written.`))),
    section(3, 'Not affected', bullets(shared.map(({ entity, reason }) => `${links.entity(entity)}: ${links.inline(reason)}`))),
    section(3, 'No tenancy declared', undeclared.length === 0 ? '' : `The plan does not cover these entities, because it is not known whether they hold data of a tenant: ${inSequence(undeclared.map((entity) => links.entity(entity)))}.`),
  ];
}

function introduction({ erasers, steps }: ErasurePlan, links: Links): string {
  if (erasers.length === 0) return `No process is declared that erases a tenant.${steps.length === 0 ? '' : ' To erase one, delete this data, ordered by dependency:'}`;
  const names = inSequence(erasers.map(({ name }) => links.keeper(name)));
  const verbs = erasers.length === 1 ? { erase: 'erases', delete: 'deletes' } : { erase: 'erase', delete: 'delete' };
  return steps.length === 0 ? `${names} ${verbs.erase} a tenant, but no deletion of a tenant’s data is declared.` : `When a tenant is erased, ${names} ${verbs.delete} this data, here ordered by dependency:`;
}

function stepsTable(steps: readonly ErasureStep[], namesProcess: boolean, links: Links): string {
  if (steps.length === 0) return '';
  const rows = steps.map((step, at) => [
    String(at + 1),
    inSequence(step.entities.map((entity) => links.entity(entity))),
    `${describeAct(step)}${step.isPartial ? ', except what is kept' : ''}.`,
    namesProcess ? inSequence(step.by.map(links.keeper)) : '',
    inSequence(step.takes.map(({ entity, through }) => `${links.entity(entity)} (${PATHS[through]})`)),
    describePlace(step, links),
  ]);
  return table(['Step', 'Entity', 'What to delete', 'Process', 'Deleted with it', 'Order'], rows);
}

const PATHS = { database: 'foreign key', application: 'application', retention: 'retention' } as const;

function describeAct({ how: act, hasKeyHolders }: ErasureStep): string {
  switch (act.kind) {
    case 'records':
      return `Records whose ${inlineCode(act.field)} is the tenant`;
    case 'viaParent':
      return `Records whose ${inlineCode(act.field)} references a record of the tenant`;
    case 'tenant':
      return `The record whose ${inlineCode(act.field)} is the tenant`;
    case 'listing': {
      const keys = act.templates === undefined ? `every key under ${inlineCode(act.prefix)}` : `keys of the ${act.templates.length === 1 ? 'form' : 'forms'} ${inSequence(act.templates.map((template) => inlineCode(template)))}, but no other keys under ${inlineCode(act.prefix)}`;
      return `In the bucket ${inlineCode(act.bucket)}, ${keys}${versions(act)}`;
    }
    case 'scattered': {
      const keys = hasKeyHolders ? 'the keys that records of the tenant hold' : `the tenant’s keys of the form ${inlineCode(act.template)}`;
      return `In the bucket ${inlineCode(act.bucket)}, ${keys}${versions(act)}, which no prefix finds`;
    }
    default:
      return assertNever(act);
  }
}

function versions({ allVersions }: { readonly allVersions: boolean }): string {
  return allVersions ? ', in all versions' : '';
}

function describePlace({ how, before, cycle, hasKeyHolders }: ErasureStep, links: Links): string {
  return [
    hasKeyHolders ? 'Before the records that hold the keys.' : '',
    how.kind === 'tenant' ? 'After all other data.' : '',
    before.length === 0 ? '' : `Before ${someInSequence(before.map((address) => links.entity(address)), 3)}, which it references.`,
    cycle.length === 0 ? '' : `It also references ${someInSequence(cycle.map((address) => links.entity(address)), 3)}, which ${cycle.length === 1 ? 'is' : 'are'} deleted earlier: these references form a cycle.`,
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
      return [`until ${escapeText(stay.for)} after each object was written`, `Object Lock in ${stay.mode} mode.`];
    case 'locked':
      return [`for ${escapeText(stay.for)}`, 'Locked.'];
    case 'atLeast':
      return [`for at least ${escapeText(stay.for)}`, links.inline(stay.reason)];
    case 'retained':
      return ['', `${links.keeper(stay.by)} retains it: ${links.inline(stay.reason)}`];
    case 'holdsKeys':
      return [`as long as the objects in ${links.entity(stay.other)}`, `${links.field(stay.field)} holds their keys.${stay.some ? ' This does not apply to records without a key.' : ''}`];
    case 'foreignKey':
      return [`while ${links.field(stay.field)} references it`, `The foreign key prevents the deletion, and ${links.entity(stay.other)} is kept.`];
    case 'cascadesToRefused':
      return [`while ${links.field(stay.field)} references it`, `Its deletion would cascade to ${links.entity(stay.other)}, where another foreign key prevents it.`];
    case 'neverGoes':
      return [`while ${links.field(stay.field)} references it`, `This reference is declared never to lose its target, and ${links.entity(stay.other)} is kept.`];
    default:
      return assertNever(stay);
  }
}

function hasEnd({ kind }: Stay): boolean {
  return kind === 'objectLock' || kind === 'locked' || kind === 'atLeast';
}
