import type { CatalogIndex } from '../../analysis/catalog-index.ts';
import { isTenantField } from '../../analysis/tenant-scopes.ts';
import { lettersOf, pluralsOf, wordsOf } from '../../model/alike-names.ts';
import { type Entity } from '../../model/entity.ts';
import { lastStep } from '../../model/last-step.ts';
import { type Reference, type Target } from '../../model/reference.ts';
import { defineRule } from '../define-rule.ts';

export const twoWayReferenceWithoutAuthority = defineRule({
  id: 'two-way-reference-without-authority',
  family: 'references',
  severity: 'error',
  statement: 'Of two pointers that say one fact from both sides, one is the authority.',
  why: [
    '`activities.output_ref` names an output, and `activity_outputs.activityId` names the activity. Two stores, no transaction: one write succeeds, the other does not, and from then on the two disagree. Which is right? Half of the code asks one side, half the other.',
    'Only references that are named after their target are compared: the owner of a company, or the company that a person viewed last, is a separate fact.',
    'A repair job can only be written once somebody has said which pointer decides.',
  ].join('\n\n'),
  mend: [
    'Say that one repeats the other, and nothing more is needed:',
    "```ts\n// before\noutput_ref: ref('mongodb.activity_outputs._id').nullable(),\n\n// after\noutput_ref: ref('mongodb.activity_outputs._id', { mirrorOf: 'mongodb.activity_outputs.activityId' }).nullable(),\n```",
    'Better still, drop the pointer that can be looked up from the other side.',
  ].join('\n\n'),
  suppress: 'When the two references are different facts.',
  *check({ catalog, index }) {
    const seen = new Set<string>();
    for (const reference of catalog.references) {
      if (!isPlain(reference) || reference.enforcement.by === 'database' || namesTenant(reference, index)) continue;
      if (!namesTarget(reference)) continue;
      const back = index.referencesOut(index.entities.get(reference.target.entity)!).filter(isPlain).find((other) => other !== reference && namesTarget(other) && !namesTenant(other, index) && other.target.entity === reference.from.entity && isKeyOf(index.entities.get(reference.from.entity), other.target.field));
      if (back === undefined || !isKeyOf(index.entities.get(reference.target.entity), reference.target.field)) continue;
      const [one, other] = [addressOf(reference), addressOf(back)];
      if (seen.has(other) || reference.from.entity === reference.target.entity) continue;
      seen.add(one);
      if (reference.mirrorOf !== undefined || back.mirrorOf !== undefined) continue;
      yield {
        entity: reference.from.entity,
        field: reference.from.field,
        location: reference.location,
        message: `\`${one}\` and \`${other}\` point at each other: one fact in two places, and neither is said to be right when they differ.`,
        hint: `Say which one repeats the other: { mirrorOf: '${one}' } on \`${other}\`, or { mirrorOf: '${other}' } on \`${one}\`. If they are two facts, say so: suppress('two-way-reference-without-authority', { at: '${reference.from.field}', reason: '…' }).`,
      };
    }
  },
});

type PlainReference = Reference & { readonly target: Extract<Target, { kind: 'field' }> };

function isPlain(reference: Reference): reference is PlainReference {
  return reference.target.kind === 'field' && reference.alsoFrom === undefined;
}

/** Whose a record is, is never what the tenant says of one of its records: its owner, its default. */
function namesTenant({ from }: Reference, index: CatalogIndex): boolean {
  const tenancy = index.entities.get(from.entity)?.tenancy;
  return tenancy?.kind === 'perTenant' && isTenantField(tenancy, from.field);
}

/** Is a reference named after its target alone? `outputId` is the other side of `activityId`; `ownerId` or `lastSeenOrgId` is a separate fact. A list may have any name that is not a role. */
function namesTarget({ from, target }: PlainReference): boolean {
  const name = lastStep(from.field).replaceAll(/\[\]|\{\}/g, '');
  const stem = lettersOf(name.replace(/_?(ids?|refs?|keys?)$/i, ''));
  const words = wordsOf(lastStep(target.entity));
  const isNamed = words.some((_, at) => pluralsOf(stem).concat(singularsOf(stem)).includes(lettersOf(words.slice(at).join(''))));
  return isNamed || (/(\[\]|\{\}|Ids|_ids|Refs|_refs)/.test(from.field) && !ROLE.test(name));
}

function singularsOf(word: string): readonly string[] {
  return [word.replace(/s$/, ''), word.replace(/es$/, ''), word.replace(/ies$/, 'y')];
}

/** Words that select one of several records, or name the role of one. */
const ROLE = /owner|admin|creat|author|last|latest|first|current|active|default|primary|main|favou?rite|pinned|starred|block|banned|invit|approv|review|assign|manage|lead|parent|root|origin|previous|next|seen|read|viewed|updated|deleted/i;

/** Does the pointer mean the record itself, and not something that the record happens to hold as well? */
function isKeyOf(entity: Entity | undefined, field: string): boolean {
  const keys = entity?.fields.filter((each) => each.keys.some((key) => key === 'PK' || key === 'UK')) ?? [];
  // Where no key is declared, nobody has said that the field is not it.
  return keys.length === 0 || keys.some(({ path }) => path === field);
}

function addressOf({ from }: Reference): string {
  return `${from.entity}.${from.field}`;
}
