import type { Suppressible } from './suppress.ts';

/**
 * A named piece of software that writes or reads entities. Use it for relationships that no field shows.
 * `reads`, `writes` and `deletes` name entities (`'mongodb.skills'`) or single fields (`'mongodb.skills.body'`).
 * @example process('Erasure worker', { deletes: ['postgresql.tenants', 'mongodb.skills'], because: 'GDPR.', code: 'src/erase.ts' })
 */
export function process(name: string, options: ProcessOptions): ProcessDefinition {
  return { kind: 'polyref.process', name, options };
}

export interface ProcessOptions extends Suppressible {
  /** Entities or fields that it reads: `['mongodb.skills', 'mongodb.goals.title']`. */
  readonly reads?: readonly string[];
  /** Entities or fields that it creates or changes: `['mongodb.skills']`. */
  readonly writes?: readonly string[];
  /** Entities whose records it deletes: `['mongodb.skills']`. */
  readonly deletes?: readonly string[];
  /** Entities that it deliberately does not delete when it erases a tenant, each with the reason. */
  readonly retains?: readonly RetainedSpec[];
  /** It erases tenants. Implied when it deletes the entity whose records are the tenants (`tenancy: tenantItself('…')`). */
  readonly erasesTenants?: boolean;
  /** Facts that it writes in two places with no pointer between them: nothing but this process relates the two. */
  readonly copies?: readonly CopySpec[];
  /** Why it touches what it touches. Markdown. */
  readonly because?: string;
  /** Path or URL of its code. */
  readonly code?: string;
  /** The team or person who answers for it: `'agents-team'`. */
  readonly owner?: string;
}

/** `{ entity: 'mongodb.audit_logs', reason: 'Kept for auditors.' }` */
export interface RetainedSpec {
  /** Store-qualified entity address. */
  readonly entity: string;
  /** Why it is retained. Markdown. */
  readonly reason: string;
}

/** `{ from: 'mongodb.onboarding_research.generatedContextFile', to: 'mongodb.skills' }` */
export interface CopySpec {
  /** Address of the entity or field that is copied. */
  readonly from: string;
  /** Address of the entity or field that the copy is in. */
  readonly to: string;
  /** What the two copies are for. Markdown. */
  readonly note?: string;
}

/** What `process` makes. */
export interface ProcessDefinition {
  readonly kind: 'polyref.process';
  readonly name: string;
  readonly options: ProcessOptions;
}
