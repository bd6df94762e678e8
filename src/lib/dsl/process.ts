import type { Suppressible } from './suppress.ts';

/**
 * A named piece of software that writes or reads entities. Use it for relationships that no field shows.
 * `reads`, `writes` and `deletes` name entities (`'mongodb.skills'`) or single fields (`'mongodb.skills.body'`).
 */
export function process(name: string, options: ProcessOptions): ProcessDefinition {
  return { kind: 'polyref.process', name, options };
}

export interface ProcessOptions extends Suppressible {
  readonly reads?: readonly string[];
  readonly writes?: readonly string[];
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
  readonly from: string;
  readonly to: string;
  /** What the two copies are for. Markdown. */
  readonly note?: string;
}

export interface ProcessDefinition {
  readonly kind: 'polyref.process';
  readonly name: string;
  readonly options: ProcessOptions;
}
