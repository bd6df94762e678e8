/** What a name says whatever its convention: `tenant_id` and `tenantId` are the same word. */
export function lettersOf(name: string): string {
  return name.toLowerCase().replaceAll(/[_\s-]/g, '');
}

/** A word and what many of it may be called: `company`, `companys`, `companyes`, `companies`. */
export function pluralsOf(word: string): readonly string[] {
  return [word, `${word}s`, `${word}es`, word.replace(/y$/, 'ies')];
}

/** The words of a name, in lower case: `order`, `items` of `orderItems` and of `order_items`. */
export function wordsOf(name: string): readonly string[] {
  return name.split(/(?<=[a-z0-9])(?=[A-Z])|(?<=[A-Z])(?=[A-Z][a-z])|[^\p{L}\p{N}]+/u).map((word) => word.toLowerCase()).filter((word) => word !== '');
}
