import { assertNever } from '../model/assert-never.ts';
import type { Catalog } from '../model/catalog.ts';
import { storeFacts } from '../model/stores/index.ts';
import type { Reference } from '../model/reference.ts';
import type { LifetimeVerdict } from './lifetimes.ts';
import { possibleTargets } from './possible-targets.ts';

/** What would change the verdict on a reference's lifetime, a sentence each; of a safe one, what would spoil it. Names and words of the schema are inline code. */
export function remediesFor(reference: Reference, verdict: LifetimeVerdict, catalog: Catalog): readonly string[] {
  const source = `\`${reference.from.entity}\``;
  const addresses = [...new Set(possibleTargets(reference.target, catalog).map(({ entity }) => entity))];
  const targets = addresses.length === 1 ? `\`${addresses[0]}\`` : 'every target';
  const entityAt = (address: string) => catalog.entities.find((entity) => entity.address === address);
  const { enforcement } = reference;
  switch (verdict.kind) {
    case 'safe':
      if (enforcement.by === 'database') return ['It would only be the application’s to keep without `enforcedBy: \'database\'`.'];
      return [`It would dangle if ${targets} could go before ${source}.`];
    case 'dangling': {
      const { whenTargetGoes } = enforcement.by === 'application' ? enforcement : {};
      const retention = entityAt(reference.from.entity)?.retention;
      // It goes with its target already: the other way round would be a circle.
      const follows = retention?.kind === 'withParent' && addresses.includes(retention.parent);
      const acts = whenTargetGoes?.action === 'nullify' || whenTargetGoes?.action === 'delete';
      const isDeletedByHand = addresses.some((address) => entityAt(address)?.retention?.kind === 'permanent');
      // Bytes are written with their record; anything else may be old when it is pointed at, and a longer life does not help.
      const hasBytes = reference.target.kind === 'objects';
      const field = entityAt(reference.from.entity)?.fields.find((each) => each.path === reference.from.field);
      const act = field?.nullable === true || field?.optional === true ? '`whenTargetGoes: nullifies()` or `deletes()`' : '`whenTargetGoes: deletes()`';
      return [
        follows ? `Let ${source} go sooner after ${targets}: a shorter \`within\` of its retention, or none when it happens at once.` : isDeletedByHand ? `Delete nothing from ${targets} that ${source} still points at, and say so: \`whenTargetGoes: never('…')\`.` : hasBytes ? `Keep ${targets} as long as ${source}, or let ${source} expire earlier.` : `Let ${targets} go with ${source}, \`retention: withParent('${reference.from.entity}')\`, or say why it cannot go first: \`whenTargetGoes: never('…')\`.`,
        acts ? 'Let the application act sooner: a shorter `within`, or none when it happens at once.' : `Let the application act when the target goes: ${act}.`,
        ...(isForeignKeyPossible(reference.from.entity, addresses, catalog) ? ['Make it a foreign key: `enforcedBy: \'database\'`.'] : []),
        ...(verdict.accepted === undefined && !acts ? ['If readers know of it, say so: `whenTargetGoes: nothing(\'…\')`.'] : []),
      ];
    }
    case 'orphan':
      return [
        `Let the bytes go with the record: \`retention: withParent('${reference.from.entity}')\`, and the software that does it under \`by\`.`,
        'Let the bucket remove them: `lifecycle: [lifecycle({ expireAfter: \'…\' })]`.',
        `Keep ${source}, or another record that knows the keys, as long as the bytes.`,
      ];
    case 'over-retained':
      return [`Let ${targets} expire earlier: by its \`retention\`, or a rule of the bucket's \`lifecycle\`.`, `Keep ${source} as long as the bytes.`];
    case 'unknown': {
      const silent = [...new Set([reference.from.entity, ...addresses])].filter((address) => entityAt(address)?.retention === undefined);
      return silent.map((address) => `Declare the \`retention\` of \`${address}\`.`);
    }
    default:
      return assertNever(verdict.kind);
  }
}

function isForeignKeyPossible(from: string, targets: readonly string[], catalog: Catalog): boolean {
  const storeOf = (address: string) => catalog.entities.find((entity) => entity.address === address)?.store;
  const store = storeOf(from);
  return store !== undefined && storeFacts(store).kind === 'relational' && targets.length === 1 && targets.every((target) => storeOf(target) === store);
}
