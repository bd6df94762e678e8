import type { EntityDraft } from './draft.ts';
import type { KeyTemplate } from './entity.ts';
import type { Finding } from './finding.ts';
import type { StoreFacts } from './stores/index.ts';

/** An entity's draft with what its name and key template already tell. */
export interface NamedEntity {
  readonly address: string;
  readonly store: StoreFacts;
  readonly draft: EntityDraft;
  /** Of an object family: its parsed key template. */
  readonly key: KeyTemplate;
  /** Of an object family: the names of its placeholders. */
  readonly placeholders: readonly string[];
}

/** Takes what a step of building has to say of the schema. */
export type Report = (finding: Finding) => void;
