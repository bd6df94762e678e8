import type { Change } from '../../model/change.ts';
import type { ChangeContext } from './change-context.ts';

/** Changes of one matter: a file, and a line in the list of `compare-catalogs.ts`. */
export interface ChangeFamily {
  /** What it looks at, as a heading. */
  readonly title: string;
  /** Each kind of change that it can find, and what it means, as a sentence. */
  readonly kinds: Readonly<Record<string, string>>;
  readonly find: (context: ChangeContext) => Iterable<ChangeDraft>;
}

/** A change as a family reports it; who is affected and the place are looked up from the entity and field unless it says so itself. */
export type ChangeDraft<Kind extends string = string> = Omit<Change, 'kind' | 'address' | 'affected'> &
  Partial<Pick<Change, 'affected'>> & { readonly kind: Kind } & ({ readonly entity: string } | { readonly entity?: undefined; readonly address: string });

/** A family that only reports kinds that it names. */
export function defineFamily<Kind extends string>(family: { readonly title: string; readonly kinds: Readonly<Record<Kind, string>>; readonly find: (context: ChangeContext) => Iterable<ChangeDraft<Kind>> }): ChangeFamily {
  return family;
}
