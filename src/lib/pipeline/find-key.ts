import { explainKey } from '../explain/explain-key.ts';
import type { Finding } from '../model/finding.ts';
import type { TerminalText } from '../model/terminal-text.ts';
import { withSystem, type SystemInputs } from './read-system.ts';

/**
 * What an S3 key is, for a terminal: which family made it, for which tenant, of which values.
 * @param key as it stands in the bucket or URL-encoded as in an event, or with `s3://bucket/` in front
 */
export function findKey(inputs: SystemInputs, key: string): Promise<FoundKey> {
  return withSystem(inputs, (read): FoundKey => {
    if (read.kind === 'unreadable') return read;
    const explained = explainKey(key, read.catalog);
    if (explained.kind === 'found') return explained;
    return { kind: 'unknown', findings: [{ rule: 'unknown-key', severity: 'error', message: explained.message, hint: explained.hint }] };
  });
}

export type FoundKey =
  | { readonly kind: 'found'; readonly text: TerminalText }
  | { readonly kind: 'unknown' | 'unreadable'; readonly findings: readonly Finding[] };
