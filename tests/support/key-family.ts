import { parseKeyTemplate } from '../../src/lib/model/key-template.ts';
import type { KeyFamily } from '../../src/lib/model/match-key.ts';

/** `keyFamily('{tenant}/v{n}', { tenant: 'ulid', n: ['1', '2'] })`: a type, or the words, of each placeholder. */
export function keyFamily(template: string, types: Readonly<Record<string, string | readonly string[]>> = {}, more: Partial<Pick<KeyFamily, 'address' | 'tenancy'>> = {}): KeyFamily {
  const parsed = parseKeyTemplate(template);
  if (parsed.problem !== undefined) throw new Error(parsed.problem);
  const fields = Object.entries(types).map(([path, type]) => (typeof type === 'string' ? { path, type } : { path, type: 'string', values: type }));
  return { address: 's3.files', key: parsed.key, fields, ...more };
}
