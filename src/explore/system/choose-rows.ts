import type { Field } from '../../lib/model/field.ts';
import { ROWS } from './dimensions.ts';

/**
 * Which fields a box shows, as places in the list, in the order of the definition: keys and what takes part in references; where those are few, others beside them.
 * @param taking fields that a reference starts or ends at
 */
export function chooseRows(fields: readonly Pick<Field, 'keys' | 'depth'>[], taking: ReadonlySet<number>): readonly number[] {
  const rank = (at: number): number => (fields[at]?.keys.includes('PK') === true ? 0 : taking.has(at) ? 1 : fields[at]?.keys.length === 0 ? 3 + (fields[at]?.depth ?? 0) : 2);
  const ranked = fields.map((_, at) => at).sort((a, b) => rank(a) - rank(b) || a - b);
  const wanted = ranked.filter((at) => rank(at) < 3).length;
  const shown = Math.min(Math.max(wanted, ROWS.least), ROWS.most);
  // A last row that says "+ 1 more" would take the place of the one.
  return ranked.slice(0, fields.length - shown === 1 ? fields.length : shown).sort((a, b) => a - b);
}
