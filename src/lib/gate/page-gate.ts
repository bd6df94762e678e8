import { createHash } from 'node:crypto';
import { gatePage, type Intrusion } from './gate-page.ts';

/** Judges one page. */
export type PageGate = (page: string) => readonly Intrusion[];

/** A gate that remembers what it let pass, by its hash, and does not read it again. */
export function createPageGate(): PageGate {
  const passed = new Set<string>();
  return (page) => {
    const hash = createHash('sha256').update(page).digest('base64');
    if (passed.has(hash)) return [];
    const intrusions = gatePage(page);
    if (intrusions.length === 0) passed.add(hash);
    return intrusions;
  };
}
