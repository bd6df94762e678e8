import type { Suppressible } from './suppress.ts';

/**
 * The documented system itself; its doc comment introduces the overview.
 * @example export const leadmetrics = system('Leadmetrics')
 */
export function system(name: string, options: SystemOptions = {}): SystemDefinition {
  return { kind: 'polyref.system', name, options };
}

/**
 * Describes a group of entities that cuts across stores, with its doc comment. Entities name it in `domain`.
 * @example domain('billing', { owner: 'money-team' })
 */
export function domain(name: string, options: DomainOptions = {}): DomainDefinition {
  return { kind: 'polyref.domain', name, options };
}

/**
 * Describes a store (`mongodb`, `postgresql`, `s3`) with its doc comment.
 * @example store('mongodb')
 */
export function store(id: string, options: Suppressible = {}): StoreDefinition {
  return { kind: 'polyref.store', id, options };
}

export interface SystemOptions extends Suppressible {
  /** `'none'`: the system has no tenants. There are no pages, columns and findings about tenants, and no entity may declare a tenancy. */
  readonly tenancy?: 'none';
}

/** What `system` makes. */
export interface SystemDefinition {
  readonly kind: 'polyref.system';
  readonly name: string;
  readonly options: SystemOptions;
}

export interface DomainOptions extends Suppressible {
  /** The team or person who answers for it: `'money-team'`. */
  readonly owner?: string;
}

/** What `domain` makes. */
export interface DomainDefinition {
  readonly kind: 'polyref.domain';
  readonly name: string;
  readonly options: DomainOptions;
}

/** What `store` makes. */
export interface StoreDefinition {
  readonly kind: 'polyref.store';
  readonly id: string;
  readonly options: Suppressible;
}
