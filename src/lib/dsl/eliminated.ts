import type { Suppressible } from './suppress.ts';

/**
 * An entity that was removed on purpose. Readers who look for it find what replaced it; nothing may reference it.
 * @param address `'mongodb.contract_pdfs'`
 * @example eliminated('mongodb.contract_pdfs', { reason: 'Moved to S3.', since: '2.4', replacedBy: 's3.contracts' })
 */
export function eliminated(address: string, options: EliminatedOptions): EliminatedDefinition {
  return { kind: 'polyref.eliminated', address, options };
}

export interface EliminatedOptions extends Suppressible {
  /** Why it is gone. Markdown. */
  readonly reason: string;
  /** A date or a release, as text. */
  readonly since?: string;
  /** Address of the entity that took its place. */
  readonly replacedBy?: string;
}

/** What `eliminated` makes. */
export interface EliminatedDefinition {
  readonly kind: 'polyref.eliminated';
  readonly address: string;
  readonly options: EliminatedOptions;
}
