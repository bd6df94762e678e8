import type { AddressBook, Found } from './address-book.ts';
import { bindPlaceholders } from './bind-placeholders.ts';
import { cardinalityOf } from './cardinality.ts';
import { isEnforceable } from './check-enforcement.ts';
import { compareText } from './compare-text.ts';
import type { FieldDraft, FieldReference, ForeignKeyDraft } from './draft.ts';
import { lastStep } from './last-step.ts';
import type { Location } from './location.ts';
import type { NamedEntity, Report } from './named-entity.ts';
import type { Discriminator, Enforcement, FieldAddress, Reference, Target } from './reference.ts';
import type { ReferenceSpec } from './reference-spec.ts';
import { stores } from './stores/index.ts';
import { didYouMean } from './suggest.ts';
import { parseDuration, DURATION_HELP } from './duration.ts';
import { assertNever } from './assert-never.ts';

/** Looks up every target; a reference with a wrong one is reported and left out. Sorted by id, each id once. */
export function resolveReferences(named: readonly NamedEntity[], book: AddressBook, report: Report): readonly Reference[] {
  const context: Context = { book, report, families: new Map(named.map((entity) => [entity.address, entity])) };
  const references = new Map<string, Reference>();
  for (const entity of named) {
    for (const field of entity.draft.fields) {
      if (field.reference === undefined) continue;
      const reference = resolveField(entity, field, field.reference, context);
      if (reference !== undefined) references.set(reference.id, reference);
    }
    if (entity.draft.kind !== 'table') continue;
    for (const foreignKey of entity.draft.foreignKeys) {
      const reference = resolveForeignKey(entity, foreignKey, context);
      if (reference !== undefined) references.set(reference.id, reference);
    }
  }
  return [...references.values()].sort((a, b) => compareText(a.id, b.id));
}

interface Context {
  readonly book: AddressBook;
  readonly report: Report;
  readonly families: ReadonlyMap<string, NamedEntity>;
}

function resolveField(entity: NamedEntity, field: FieldDraft, spec: FieldReference, context: Context): Reference | undefined {
  const location = field.referenceLocation ?? field.location;
  const target = resolveTarget(entity, field, spec, location, context);
  const address = `${entity.address}.${field.path}`;
  const mirrorOf = spec.mirrorOf === undefined ? undefined : lookUp(context.book.field(spec.mirrorOf), `The authority of \`${address}\``, address, location, context.report);
  checkLateness(spec, address, location, context.report);
  if (target === undefined) return undefined;
  if (spec.enforcedBy === 'database' && !isEnforceable(entity, address, target, location, context.families, context.report)) return undefined;
  return {
    id: `${address} → ${describeTarget(target)}`,
    from: { entity: entity.address, field: field.path },
    target,
    enforcement: enforcementOf(spec),
    cardinality: spec.cardinality ?? cardinalityOf(entity, field, target, context.families),
    ...(mirrorOf !== undefined ? { mirrorOf: `${mirrorOf.entity}.${mirrorOf.field}` } : {}),
    ...(spec.allowsOtherValues === true ? { allowsOtherValues: true as const } : {}),
    ...(spec.note !== undefined ? { note: spec.note } : {}),
    location,
  };
}

function resolveTarget(entity: NamedEntity, field: FieldDraft, spec: ReferenceSpec, location: Location, context: Context): Target | undefined {
  const address = `${entity.address}.${field.path}`;
  const subject = `\`${address}\` points at`;
  const { book, report } = context;
  switch (spec.kind) {
    case 'field': {
      const found = lookUp(book.field(spec.to), subject, address, location, report);
      return found && { kind: 'field', ...found };
    }
    case 'byType': {
      const discriminator = discriminatorOf(entity, field, spec.discriminator, location, report);
      const targets = Object.entries(spec.targets).flatMap(([when, text]) => {
        const found = lookUp(book.field(text), `\`${address}\` (for \`${when}\`) points at`, address, location, report);
        return found === undefined ? [] : [{ ...found, when }];
      });
      if (Object.keys(spec.targets).length === 0) reportNoTarget(address, location, report);
      return targets.length === 0 || discriminator === undefined ? undefined : { kind: 'oneOf', targets, discriminator };
    }
    case 'oneOf': {
      if (spec.targets.length === 0) reportNoTarget(address, location, report);
      const targets = spec.targets.flatMap((text) => lookUp(book.field(text), subject, address, location, report) ?? []);
      return targets.length === 0 ? undefined : { kind: 'oneOf', targets, discriminator: undiscriminated(spec) };
    }
    case 'any':
      return resolveAny(entity, field, spec, location, context);
    case 'objects': {
      const found = lookUp(book.entity(spec.to), subject, address, location, report);
      const family = found === undefined ? undefined : context.families.get(found);
      if (found === undefined || family === undefined) return undefined;
      if (family.draft.kind !== 'objects') {
        report({ rule: 'unknown-reference-target', severity: 'error', address, message: `${subject} \`${found}\`, which is no object family.`, hint: `To point at a field of it, write ref('${found}.…').`, location });
        return undefined;
      }
      return { kind: 'objects', entity: found, bindings: bindPlaceholders(entity, field, family, spec.bind, location, report) };
    }
    default:
      return assertNever(spec);
  }
}

function resolveAny(entity: NamedEntity, field: FieldDraft, spec: Extract<ReferenceSpec, { kind: 'any' }>, location: Location, { families, report }: Context): Target | undefined {
  const address = `${entity.address}.${field.path}`;
  if (!stores.some((store) => store.id === spec.store)) {
    const hint = didYouMean(spec.store, stores.map((store) => store.id)) || `Stores are ${stores.map((store) => `\`${store.id}\``).join(', ')}.`;
    report({ rule: 'unknown-store', severity: 'error', address, message: `\`${address}\` points at any entity of \`${spec.store}\`, and there is no such store.`, hint, location });
    return undefined;
  }
  const discriminator = spec.discriminator !== undefined ? discriminatorOf(entity, field, spec.discriminator, location, report) : undiscriminated(spec);
  if (discriminator === undefined) return undefined;
  const candidates = [...families.values()].filter((each) => each.store.id === spec.store);
  if (!candidates.some((each) => each.draft.fields.some((candidate) => candidate.path === spec.field))) {
    const hint = didYouMean(spec.field, candidates.flatMap((each) => each.draft.fields.map((candidate) => candidate.path)));
    report({ rule: 'unknown-reference-target', severity: 'error', address, message: `\`${address}\` may point at the \`${spec.field}\` of any entity of \`${spec.store}\`, and none has such a field.`, ...hintOf(hint), location });
    return undefined;
  }
  return { kind: 'any', store: spec.store, field: spec.field, discriminator };
}

function reportNoTarget(address: string, location: Location, report: Report): void {
  report({ rule: 'unknown-reference-target', severity: 'error', address, message: `\`${address}\` points at one of several targets, and names none.`, hint: 'Name them, as in \'postgresql.goals.ref_id\'.', location });
}

function undiscriminated({ undiscriminated: reason }: { readonly undiscriminated?: string }): Discriminator {
  return { kind: 'none', ...(reason !== undefined ? { reason } : {}) };
}

/** A discriminator is a field beside the pointer, or, failing that, one of the entity itself. */
function discriminatorOf(entity: NamedEntity, field: FieldDraft, name: string, location: Location, report: Report): Discriminator | undefined {
  const parent = field.path.slice(0, field.path.length - lastStep(field.path).length);
  const paths = entity.draft.fields.map((each) => each.path);
  const path = [parent + name, name].find((candidate) => paths.includes(candidate));
  if (path !== undefined) return { kind: 'field', field: path };
  const address = `${entity.address}.${field.path}`;
  const message = `\`${address}\` is told apart by \`${name}\`, and \`${entity.address}\` has no such field.`;
  report({ rule: 'unknown-field', severity: 'error', address, message, ...hintOf(didYouMean(name, paths)), location });
  return undefined;
}

function resolveForeignKey(entity: NamedEntity, foreignKey: ForeignKeyDraft, context: Context): Reference | undefined {
  const { book, report } = context;
  const { columns, targetColumns, location } = foreignKey;
  const address = `${entity.address}.${columns[0] ?? ''}`;
  if (columns.length === 0 || columns.length !== targetColumns.length) {
    report({ rule: 'bad-foreign-key', severity: 'error', address: entity.address, message: `A foreign key of \`${entity.address}\` has ${columns.length} column${columns.length === 1 ? '' : 's'} and points at ${targetColumns.length}.`, hint: 'Give as many target columns as columns, pairwise.', location });
    return undefined;
  }
  const paths = entity.draft.fields.map((field) => field.path);
  const unknown = columns.filter((column) => !paths.includes(column));
  for (const column of unknown) {
    report({ rule: 'unknown-field', severity: 'error', address: entity.address, message: `A foreign key of \`${entity.address}\` names the column \`${column}\`, which it does not have.`, ...hintOf(didYouMean(column, paths)), location });
  }
  const found = targetColumns.map((column) => lookUp(book.field(`${foreignKey.target}.${column}`), `\`${address}\` points at`, address, location, report));
  const first = found[0];
  if (unknown.length > 0 || first === undefined || found.includes(undefined)) return undefined;
  const target: Target = { kind: 'field', ...first, ...(targetColumns.length > 1 ? { alsoTo: targetColumns.slice(1) } : {}) };
  if (!isEnforceable(entity, address, target, location, context.families, report)) return undefined;
  const field = entity.draft.fields.find((each) => each.path === columns[0])!;
  return {
    id: `${columns.map((column) => `${entity.address}.${column}`).join(' + ')} → ${targetColumns.map((column) => `${first.entity}.${column}`).join(' + ')}`,
    from: { entity: entity.address, field: field.path },
    ...(columns.length > 1 ? { alsoFrom: columns.slice(1) } : {}),
    target,
    enforcement: { by: 'database', onDelete: foreignKey.onDelete ?? 'no action' },
    cardinality: cardinalityOf(entity, field, target, context.families, columns),
    ...(foreignKey.note !== undefined ? { note: foreignKey.note } : {}),
    location,
  };
}

function lookUp<Value>(result: Found<Value>, subject: string, address: string, location: Location, report: Report): Value | undefined {
  if (!('problem' in result)) return result.found;
  if (!result.consequence) {
    const problem = subject.startsWith('The authority') ? `${subject} cannot be found: ${result.problem}.` : `${subject} something that is not there: ${result.problem}.`;
    report({ rule: 'unknown-reference-target', severity: 'error', address, message: problem, ...hintOf(result.hint), location });
  }
  return undefined;
}

function enforcementOf(spec: ReferenceSpec): Enforcement {
  if (spec.enforcedBy === 'database') return { by: 'database', onDelete: spec.onDelete ?? 'no action' };
  return {
    by: 'application',
    ...(spec.keptBy !== undefined ? { keptBy: spec.keptBy } : {}),
    ...(spec.whenTargetGoes !== undefined ? { whenTargetGoes: spec.whenTargetGoes } : {}),
  };
}

function checkLateness(spec: ReferenceSpec, address: string, location: Location, report: Report): void {
  const within = spec.whenTargetGoes?.within;
  if (within === undefined || parseDuration(within) !== undefined) return;
  report({ rule: 'bad-duration', severity: 'error', address, message: `\`${within}\` is not a duration: it says how late \`${address}\` follows its target.`, hint: DURATION_HELP, location });
}

function describeTarget(target: Target): string {
  switch (target.kind) {
    case 'field':
      return addressText(target);
    case 'oneOf':
      return 'one of several';
    case 'any':
      return `any ${target.store}.*.${target.field}`;
    case 'objects':
      return target.entity;
    default:
      return assertNever(target);
  }
}

function addressText({ entity, field }: FieldAddress): string {
  return `${entity}.${field}`;
}

function hintOf(hint: string): { hint: string } | Record<string, never> {
  return hint === '' ? {} : { hint };
}
