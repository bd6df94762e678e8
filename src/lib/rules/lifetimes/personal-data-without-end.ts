import { removedWith } from '../../analysis/removed-with.ts';
import type { Entity } from '../../model/entity.ts';
import { retentionsOf } from '../../model/retention.ts';
import { defineRule } from '../define-rule.ts';

export const personalDataWithoutEnd = defineRule({
  id: 'personal-data-without-end',
  family: 'lifetimes',
  severity: 'warning',
  statement: 'Personal data has an end.',
  why: [
    'The law asks of everybody who keeps personal data how long, and "forever" is not an answer. It has an end when its record expires, when a process deletes it, or when it goes with something that a process deletes.',
    'A customer who leaves and asks for erasure finds out where there is none.',
  ].join('\n\n'),
  mend: [
    'Let it expire, or name the process that deletes it:',
    "```ts\n// before\nexport const visits = collection('visits', { document: z.object({ ip: personal(z.string()) }), retention: permanent() });\n\n// after\nretention: expires('30 days', { after: 'at' }),\n```",
  ].join('\n\n'),
  suppress: 'When a law asks for the data to be kept: name the law, and who decides when that ends.',
  *check({ catalog, index, lifetimeOf }) {
    const deleted = new Set(catalog.processes.flatMap(({ deletes }) => deletes.filter(({ field }) => field === undefined).map(({ entity }) => entity)));
    for (const entity of catalog.entities) {
      const fields = entity.fields.filter(({ classification }) => classification === 'personal').map(({ path }) => `\`${path}\``);
      const lifetime = lifetimeOf(entity.address);
      if (fields.length === 0 || lifetime.kind === 'eliminated' || (lifetime.kind === 'known' && lifetime.max < Infinity)) continue;
      const others = removedWith(entity, index);
      if ([entity, ...others].some((each) => deleted.has(each.address) || expiresWhole(each))) continue;
      const isPartial = retentionsOf(entity).some(({ kind }) => kind === 'expires');
      const why = isPartial ? 'what does not fit the condition under which it expires is never deleted' : others.length === 0 ? 'nothing ever deletes it' : `nothing ever deletes it, nor ${others.map(({ address }) => `\`${address}\``).join(' or ')}, with which it would go`;
      yield { entity: entity.address, message: `\`${entity.address}\` holds personal data, ${fields.join(', ')}, and ${why}.`, hint: 'Let it expire, or name it under `deletes` of the process that erases it.' };
    }
  },
});

/** On whatever day: that each record has the date from which time counts is asked by a rule of its own. */
function expiresWhole(entity: Entity): boolean {
  return retentionsOf(entity).some((retention) => retention.kind === 'expires' && retention.where === undefined);
}
