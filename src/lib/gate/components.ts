/** Names of the components that generated pages may use, each with the attributes that it takes; all of them are strings. */
export const COMPONENT_ATTRIBUTES = {
  Explore: [],
  Facts: [],
  Findings: [],
  KeyFinder: [],
  Store: ['id'],
  Timeline: ['record', 'bytes', 'lock'],
  Verdict: ['kind'],
} as const satisfies Readonly<Record<string, readonly string[]>>;

export type ComponentName = keyof typeof COMPONENT_ATTRIBUTES;

export const COMPONENTS = Object.keys(COMPONENT_ATTRIBUTES) as readonly ComponentName[];

/** The one import that a generated page may have, for the components that it uses. */
export function importOf(names: readonly ComponentName[]): string {
  return `import { ${names.join(', ')} } from 'polyref/components';`;
}
