/** What a name says whatever its convention: `tenant_id` and `tenantId` are the same word. */
export function lettersOf(name: string): string {
  return name.toLowerCase().replaceAll(/[_\s-]/g, '');
}

/** A word and what many of it may be called: `company`, `companys`, `companyes`, `companies`. */
export function pluralsOf(word: string): readonly string[] {
  return [word, `${word}s`, `${word}es`, word.replace(/y$/, 'ies')];
}
