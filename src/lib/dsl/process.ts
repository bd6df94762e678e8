/**
 * A named piece of software that writes or reads entities. Use it for relationships that no field shows.
 * `reads` and `writes` name entities (`'mongodb.skills'`) or single fields (`'mongodb.skills.body'`).
 */
export function process(name: string, options: ProcessOptions): ProcessDefinition {
  return { kind: 'polyref.process', name, ...options };
}

export interface ProcessOptions {
  readonly reads?: readonly string[];
  readonly writes?: readonly string[];
  /** Why it touches what it touches. Markdown. */
  readonly because?: string;
  /** Path or URL of its code. */
  readonly code?: string;
  readonly owner?: string;
}

export interface ProcessDefinition extends ProcessOptions {
  readonly kind: 'polyref.process';
  readonly name: string;
}
