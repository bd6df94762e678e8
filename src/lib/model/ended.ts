/** A sentence with a full stop at its end, unless something ends it already. */
export function ended(sentence: string): string {
  return /[.!?…]$/.test(sentence) ? sentence : `${sentence}.`;
}
