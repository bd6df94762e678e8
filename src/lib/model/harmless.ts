/** Text for a terminal, without what moves its cursor, changes its colours or turns a line around. Every character stays one. */
export function harmless(text: string): string {
  return text.replace(/[\p{Cc}\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]/gu, (character) => (character === '\t' ? ' ' : '\ufffd'));
}
