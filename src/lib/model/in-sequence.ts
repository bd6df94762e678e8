/** `a`; `a and b`; `a, b and c`. */
export function inSequence(parts: readonly string[], word: 'and' | 'or' = 'and'): string {
  return parts.length < 2 ? parts.join('') : `${parts.slice(0, -1).join(', ')} ${word} ${parts.at(-1)}`;
}

/** The same of the first few, and how many there are beside them: `a, b and 3 more`. A single one left over is named too. */
export function someInSequence(parts: readonly string[], most: number): string {
  return parts.length <= most + 1 ? inSequence(parts) : `${parts.slice(0, most).join(', ')} and ${parts.length - most} more`;
}
