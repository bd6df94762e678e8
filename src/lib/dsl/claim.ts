import type { ClaimException } from '../model/claim.ts';
import type { Suppressible } from './suppress.ts';
import { word, type Word } from './word.ts';

/**
 * A sentence about the whole system, bound to a check: the overview prints it as verified, or CI fails.
 * @example
 * claim('MongoDB collections do not reference each other directly.', {
 *   holds: noReferences({ from: 'mongodb', to: 'mongodb' }),
 *   because: 'PostgreSQL is the source of truth.',
 * })
 */
export function claim(sentence: string, options: ClaimOptions): ClaimDefinition {
  return { kind: 'polyref.claim', sentence, options };
}

/**
 * No reference goes from one store (or entity) to another.
 * @example noReferences({ from: 'mongodb', to: 'mongodb' })
 */
export function noReferences(options: Ends): CheckWord {
  return word('noReferences', options);
}

/**
 * Every reference from one store (or entity) to another has these properties.
 * @example everyReference({ from: 'mongodb', to: 'postgresql', toField: 'ref_id' })
 */
export function everyReference(options: EveryReferenceOptions): CheckWord {
  return word('everyReference', options);
}

/**
 * Every entity of a store has these properties.
 * @example everyEntity({ in: 'mongodb', scopedBy: 'tenantId' })
 */
export function everyEntity(options: EveryEntityOptions): CheckWord {
  return word('everyEntity', options);
}

interface Exceptions {
  /** Addresses that do not fit, each with its reason. */
  readonly except?: readonly ClaimException[];
}

interface Ends extends Exceptions {
  /** Store id or entity address. */
  readonly from: string;
  /** Store id or entity address. */
  readonly to: string;
}

interface EveryReferenceOptions extends Ends {
  /** Who enforces each of them. */
  readonly enforcedBy?: 'application' | 'database';
  /** Name of the field that each must reference: `ref_id`. */
  readonly toField?: string;
  /** Type that each referencing field must have: `varchar(24)`. */
  readonly type?: string;
}

interface EveryEntityOptions extends Exceptions {
  /** Store id: `'mongodb'`. */
  readonly in: string;
  /** Name of the field that scopes it to a tenant. */
  readonly scopedBy?: string;
  /** `'declared'`: each says how long its records live. `'permanent'`: none of them expires. */
  readonly retention?: 'declared' | 'permanent';
}

export interface ClaimOptions extends Suppressible {
  /** What is checked: `noReferences(…)`, `everyReference(…)` or `everyEntity(…)`. */
  readonly holds: CheckWord;
  /** Markdown. */
  readonly because?: string;
}

/** What `claim` makes. */
export interface ClaimDefinition {
  readonly kind: 'polyref.claim';
  readonly sentence: string;
  readonly options: ClaimOptions;
}

/** What `noReferences(…)`, `everyReference(…)` and `everyEntity(…)` make. */
export type CheckWord = Word<'noReferences' | 'everyReference' | 'everyEntity'>;
