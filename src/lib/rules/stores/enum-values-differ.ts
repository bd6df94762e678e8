import type { CatalogIndex } from '../../analysis/catalog-index.ts';
import { targetEntities } from '../../analysis/reference-targets.ts';
import { lettersOf } from '../../model/alike-names.ts';
import type { Catalog, EntityOrField } from '../../model/catalog.ts';
import type { Entity } from '../../model/entity.ts';
import type { Field } from '../../model/field.ts';
import { lastStep } from '../../model/last-step.ts';
import { defineRule } from '../define-rule.ts';

export const enumValuesDiffer = defineRule({
  id: 'enum-values-differ',
  family: 'stores',
  severity: 'warning',
  statement: 'Two fields that mean the same may have the same values.',
  why: '`post_status` knows `withdrawn` in one table and `archived` in the other. A report over both counts one kind twice and misses the other, and a status that is copied from the document to the row is refused, on the first day on which somebody withdraws something. Two fields are compared if they have the same enum type of the database, or if a process copies one into the other. They are also compared if they share their name and most of their values, and their entities have the same name or one references the other.',
  mend: [
    'Give both the same list, from one place:',
    "```ts\n// before\nstatus: z.enum(['draft', 'published', 'archived']),\n\n// after\nstatus: pgEnum('post_status', ['draft', 'published', 'withdrawn']),\n```",
  ].join('\n\n'),
  suppress: 'When the two are different things that happen to have the same name.',
  options: { alike: { default: 0.75, description: 'The share of values, from 0 to 1, that two fields of the same name in related entities must have in common to be compared.' } },
  *check({ catalog, index, options }) {
    const enums = catalog.entities.flatMap((entity) => entity.fields.flatMap((field) => (field.values === undefined || field.values.length < 2 ? [] : [{ entity, field, values: field.values }])));
    // Fields with the same name, or with the same type of the database; a process may copy between any two.
    const groups = [...Map.groupBy(enums, ({ field }) => lettersOf(field.name)).values(), ...Map.groupBy(enums.filter(hasOwnType), ({ entity, field }) => `${entity.store} ${field.type}`).values()];
    const copies = copiedPairs(enums, catalog.processes);
    const seen = new Set<string>();
    for (const [first, second, isCopied] of [...copies, ...pairs(groups.map(oneOfEachList))]) {
      const [one, other] = [`${first.entity.address}.${first.field.path}`, `${second.entity.address}.${second.field.path}`];
      const shared = first.values.filter((value) => second.values.includes(value));
      const all = new Set([...first.values, ...second.values]).size;
      const isAlike = shared.length >= all * options.alike && areOneThing(first, second, index);
      if (shared.length === all || seen.has(`${one} ${other}`) || seen.has(`${other} ${one}`) || !(isOneType(first, second) || isCopied || isAlike)) continue;
      seen.add(`${one} ${other}`);
      const only = [...first.values.filter((value) => !shared.includes(value)).map((value) => `\`${value}\` only in the first`), ...second.values.filter((value) => !shared.includes(value)).map((value) => `\`${value}\` only in the second`)];
      const why = isOneType(first, second) ? `are both \`${first.field.type}\`` : isCopied ? 'are copies of each other' : 'seem to mean the same';
      yield { entity: second.entity.address, field: second.field.path, message: `\`${one}\` and \`${other}\` ${why}, and differ in their values: ${only.join(', ')}.`, hint: 'Give both the same values, or names that tell them apart.' };
    }
  },
});

interface EnumField {
  readonly entity: Entity;
  readonly field: Field;
  readonly values: readonly string[];
}

/** Two fields, and whether a process copies one into the other. */
type Pair = readonly [EnumField, EnumField, boolean];

/** Types that do not restrict the values. */
const PLAIN_TYPES = new Set(['text', 'string', 'integer', 'int', 'number', 'double', 'long', 'bigint', 'smallint', 'jsonb', 'string[]', 'text[]']);

function hasOwnType({ entity, field }: EnumField): boolean {
  return entity.kind === 'table' && field.depth === 0 && !PLAIN_TYPES.has(field.type) && !/^(?:var)?char\b/.test(field.type);
}

function isOneType(one: EnumField, other: EnumField): boolean {
  return hasOwnType(one) && hasOwnType(other) && one.entity.store === other.entity.store && one.field.type === other.field.type;
}

/**
 * Are two fields of one name the same thing? Only if their entities have the same name or one references the other: many entities have a `status`.
 * Two types of the database have different names on purpose.
 */
function areOneThing(one: EnumField, other: EnumField, index: CatalogIndex): boolean {
  if (hasOwnType(one) && hasOwnType(other)) return false;
  const leads = (from: Entity, to: Entity) => index.referencesOut(from).some(({ target }) => targetEntities(target).includes(to.address));
  const isSameName = lettersOf(lastStep(one.entity.name)) === lettersOf(lastStep(other.entity.name));
  return one.entity !== other.entity && (isSameName || leads(one.entity, other.entity) || leads(other.entity, one.entity));
}

/** Fields that a process copies one into the other. */
function copiedPairs(enums: readonly EnumField[], processes: Catalog['processes']): readonly Pair[] {
  const byAddress = new Map(enums.map((each) => [`${each.entity.address}.${each.field.path}`, each]));
  const find = ({ entity, field }: EntityOrField) => byAddress.get(`${entity}.${field ?? ''}`);
  return processes.flatMap(({ copies }) => copies.flatMap(({ from, to }): readonly Pair[] => {
    const [one, other] = [find(from), find(to)];
    return one === undefined || other === undefined ? [] : [[one, other, true]];
  }));
}

/** Of fields with equal values the first stands for all. */
function oneOfEachList<Item extends { readonly values: readonly string[] }>(items: readonly Item[]): readonly Item[] {
  return [...Map.groupBy(items, ({ values }) => JSON.stringify([...values].sort())).values()].flatMap(([first]) => first ?? []);
}

function* pairs(groups: Iterable<readonly EnumField[]>): Iterable<Pair> {
  for (const group of groups) for (const [at, first] of group.entries()) for (const second of group.slice(at + 1)) yield [first, second, false];
}
