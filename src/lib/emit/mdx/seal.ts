import { createHash } from 'node:crypto';

/** Writes into a text, in place of `UNSEALED`, the hash of all that it says: for a file that cannot be made again to be compared with. */
export function seal(text: string): string {
  return text.replace(UNSEALED, sealOf(text));
}

/** Stands where the seal will. */
export const UNSEALED = `seal ${'0'.repeat(16)}`;

/** Whether a text is to the last character what was sealed. Whoever reads it from the disk ends its lines as they were. */
export function isSealed(text: string): boolean {
  const [found] = /seal [0-9a-f]{16}/.exec(text) ?? [];
  return found !== undefined && found === sealOf(text.replace(found, UNSEALED));
}

function sealOf(text: string): string {
  return `seal ${createHash('sha256').update(text).digest('hex').slice(0, 16)}`;
}
