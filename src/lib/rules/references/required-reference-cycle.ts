import { type Reference } from '../../model/reference.ts';
import { defineRule } from '../define-rule.ts';

export const requiredReferenceCycle = defineRule({
  id: 'required-reference-cycle',
  family: 'references',
  severity: 'error',
  statement: 'Of entities that point at each other in a circle, one can be written first.',
  why: 'A department needs its head, an employee needs a department, and both columns are `NOT NULL`: neither of the two can be inserted first. People then turn constraints off for a moment, and forget to turn them on. What no database checks can be written in any order, and is not meant here.',
  mend: [
    'One pointer of the circle may be null, and is set afterwards:',
    "```ts\n// before\nhead_id: ref('postgresql.employees.ref_id', { enforcedBy: 'database' }),\n\n// after\nhead_id: ref('postgresql.employees.ref_id', { enforcedBy: 'database' }).nullable(),\n```",
  ].join('\n\n'),
  *check({ catalog }) {
    const required = catalog.references.filter(({ target, cardinality, enforcement }) => target.kind === 'field' && cardinality.to === 'exactly one' && enforcement.by === 'database');
    const next = Map.groupBy(required, ({ from }) => from.entity);
    for (const circle of circlesIn(next)) {
      const [first] = circle;
      if (first === undefined) continue;
      const way = circle.map(({ from }) => `\`${from.entity}.${from.field}\``).join(', ');
      const message = circle.length === 1 ? `${way} must point at a record of its own entity: the first can never be written.` : `None of these can be written first, because each must point at the next: ${way}.`;
      yield { entity: first.from.entity, field: first.from.field, location: first.location, message, hint: 'Let one of them be null, .nullable(), and set it afterwards.' };
    }
  },
});

/** Each circle once, from where it is met first. */
function circlesIn(next: ReadonlyMap<string, readonly Reference[]>): readonly (readonly Reference[])[] {
  const done = new Set<string>();
  const circles: Reference[][] = [];
  const way: Reference[] = [];
  const visit = (entity: string): void => {
    if (done.has(entity)) return;
    const met = way.findIndex(({ from }) => from.entity === entity);
    if (met >= 0) {
      circles.push(way.slice(met));
      return;
    }
    for (const reference of next.get(entity) ?? []) {
      way.push(reference);
      if (reference.target.kind === 'field') visit(reference.target.entity);
      way.pop();
    }
    done.add(entity);
  };
  for (const entity of next.keys()) visit(entity);
  return circles;
}
