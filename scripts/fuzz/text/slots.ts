import type { Catalog } from '../../../src/lib/index.ts';
import type { Review } from '../../../src/lib/emit/mdx/review.ts';
import type { Changelog } from '../../../src/lib/model/change.ts';

/** Everything that pages are made of. */
export interface PageInput {
  readonly catalog: Catalog;
  readonly review: Review;
  readonly changelog: Changelog;
}

/**
 * The input with another text in every slot that holds text of somebody. What is the same before is the same after, so that names still name what they named.
 * @param replace gives the new text of a slot, once for each text
 */
export function fillSlots(input: PageInput, replace: (slot: Slot) => string): PageInput {
  const slots = slotsOf(input);
  const texts = new Map([...slots].map(([text, slot]) => [text, replace(slot)]));
  return rewrite(input, '', {}, (text) => texts.get(text) ?? text) as PageInput;
}

/** All places that hold the same text. */
export interface Slot {
  readonly text: string;
  /** Names of the properties that hold it: `summary`, `tags`. */
  readonly keys: ReadonlySet<string>;
  /** Shown as it is, not as Markdown. */
  readonly isPlain: boolean;
}

/** Every slot of an input, by its text. */
export function slotsOf(input: PageInput): ReadonlyMap<string, Slot> {
  const keys = new Map<string, Set<string>>();
  rewrite(input, '', {}, (text, key) => {
    keys.set(text, (keys.get(text) ?? new Set()).add(key));
    return text;
  });
  return new Map([...keys].map(([text, held]) => [text, { text, keys: held, isPlain: [...held].every((key) => !MARKDOWN.has(key) && !ADDRESSES.has(key) && key !== LISTED_DEFAULT) }]));
}

/** A slot that holds a name, an address or another single word. */
export function isName({ text }: Slot): boolean {
  return !text.includes(' ');
}

/** The default of a rule's option, where it is a list: pages show it as JSON, which escapes control characters. */
const LISTED_DEFAULT = 'default[]';

type Rewrite = (text: string, key: string) => string;

function rewrite(value: unknown, key: string, within: Readonly<Record<string, unknown>>, to: Rewrite): unknown {
  if (Array.isArray(value)) return value.map((item) => rewrite(item, key === 'default' ? LISTED_DEFAULT : key, within, to));
  if (typeof value === 'object' && value !== null) {
    // Written to files of their own, not to pages.
    if (key === 'jsonSchema') return value;
    const parent = value as Readonly<Record<string, unknown>>;
    return Object.fromEntries(Object.entries(parent).map(([name, item]) => [name, rewrite(item, name, parent, to)]));
  }
  return typeof value !== 'string' || isFixed(value, key, within) ? value : to(value, key);
}

/** Words of the model, which no author writes. */
function isFixed(value: string, key: string, within: Readonly<Record<string, unknown>>): boolean {
  if (FIXED.has(key)) return true;
  switch (key) {
    case 'by':
      return value === 'database' || value === 'application';
    case 'from':
    case 'to':
      // A cardinality, or the store of a claim.
      return !('file' in within) && (('from' in within && 'to' in within && !('kind' in within)) || 'kind' in within);
    case 'in':
      return 'kind' in within;
    case 'id':
      // Of a store; of a rule, because a rule whose id is no plain word has no page.
      return 'label' in within || 'family' in within;
    default:
      return false;
  }
}

const FIXED: ReadonlySet<string> = new Set(['$schema', 'kind', 'store', 'stores', 'label', 'onDelete', 'action', 'mode', 'strategy', 'keys', 'classification', 'enforcedBy', 'retention', 'severity', 'level']);

/** Properties that hold Markdown; those of a rule too. */
const MARKDOWN: ReadonlySet<string> = new Set([
  'description', 'reason', 'note', 'because', 'sentence', 'referencesNothing', 'message', 'hint', 'effect', 'why', 'example', 'mend', 'fix', 'suppress', 'problem', 'how',
]);

/** Properties that hold addresses: where they show, they are put together with other texts, or cut. */
const ADDRESSES: ReadonlySet<string> = new Set(['address', 'entity', 'entities', 'from', 'to', 'in', 'id', 'useInstead', 'replacedBy', 'mirrorOf', 'inverseOf']);
