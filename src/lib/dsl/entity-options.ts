import type { ReferenceWord } from './reference.ts';
import type { RetentionWord } from './retention.ts';
import type { StatusWord } from './status.ts';
import type { Suppressible } from './suppress.ts';
import type { TenancyWord } from './tenancy.ts';

/** What can be said of every entity. Its description is the doc comment above it. */
export interface EntityOptions<Path extends string = string> extends Suppressible<Path> {
  /** Which tenants the records belong to: `perTenant('tenantId')`. */
  readonly tenancy?: TenancyWord<Path>;
  /** How long a record lives: `permanent()`, `expires('90 days', { after: 'createdAt' })`. A list where several hold at once; a rule says whether they can. */
  readonly retention?: RetentionWord<Path> | readonly RetentionWord<Path>[];
  /** References laid over a shape that stands elsewhere, by path: `{ 'meta.ownerId': to('postgresql.users.ref_id') }`. */
  readonly references?: Readonly<Partial<Record<Path, ReferenceWord<Path>>>>;
  /** Classification laid over a shape that stands elsewhere, by path: `{ 'meta.cardToken': 'secret' }`. */
  readonly classification?: Readonly<Partial<Record<Path, 'personal' | 'secret'>>>;
  /** What fields of a shape that stands elsewhere were called before, whole paths: `{ 'meta.ownerId': 'meta.owner' }`. */
  readonly formerFields?: Readonly<Partial<Record<Path, string>>>;
  /**
   * The address that it had before it was renamed or moved to another store: `'mongodb.event_log'`; a name alone is one of the same store.
   * Comparing with an older schema then tells a rename from a removal. It can go once the rename is released.
   */
  readonly formerly?: string;
  /** Why it references nothing, where that is on purpose. Markdown. */
  readonly referencesNothing?: string;
  /** The team or person who answers for it: `'agents-team'`. */
  readonly owner?: string;
  /** Name of the group that it belongs to, across stores; `domain(…)` describes it. */
  readonly domain?: string;
  /** Words to find it by: `['billing', 'gdpr']`. */
  readonly tags?: readonly string[];
  /** `stable`, `experimental(…)` or `deprecated(…)`. */
  readonly status?: StatusWord;
}
