/** Six hexadecimal digits (FNV-1a, 24 bits) that tell names apart; runs in Node and in the browser alike. */
export function shortHash(text: string): string {
  let hash = 0x811c9dc5;
  for (const byte of new TextEncoder().encode(text)) hash = Math.imul(hash ^ byte, 0x01000193) >>> 0;
  return (hash & 0xffffff).toString(16).padStart(6, '0');
}
