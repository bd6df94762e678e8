import { defineRule } from '../define-rule.ts';

export const personalDataWithoutEnd = defineRule({
  id: 'personal-data-without-end',
  family: 'lifetimes',
  severity: 'warning',
  statement: 'Personal data has an end.',
  why: [
    'The law asks of everybody who keeps personal data how long, and "for ever" is no answer. It has an end when its record expires, when a process deletes it, or when the database deletes it with something that a process deletes.',
    'A customer who leaves and asks for erasure finds out where there is none.',
  ].join('\n\n'),
  mend: [
    'Let it expire, or name the process that deletes it:',
    "```ts\n// before\nexport const visits = collection('visits', { document: z.object({ ip: personal(z.string()) }), retention: permanent() });\n\n// after\nretention: expires('30 days', { after: 'at' }),\n```",
  ].join('\n\n'),
  suppress: 'When a law asks for the data to be kept: name the law, and who decides when that ends.',
  *check({ catalog, index, lifetimeOf }) {
    const ended = new Set(catalog.processes.flatMap(({ deletes }) => deletes.filter(({ field }) => field === undefined).map(({ entity }) => entity)));
    // What the database deletes along with it ends, too.
    for (const address of ended) {
      for (const reference of index.referencesIn(index.entities.get(address)!)) {
        if (reference.enforcement.by === 'database' && reference.enforcement.onDelete === 'cascade') ended.add(reference.from.entity);
      }
    }
    for (const entity of catalog.entities) {
      const fields = entity.fields.filter(({ classification }) => classification === 'personal').map(({ path }) => `\`${path}\``);
      const lifetime = lifetimeOf(entity.address);
      if (fields.length === 0 || ended.has(entity.address) || lifetime.kind === 'eliminated' || (lifetime.kind === 'known' && lifetime.max < Infinity)) continue;
      yield { entity: entity.address, message: `\`${entity.address}\` holds personal data, ${fields.join(', ')}, and nothing ever deletes it.`, hint: "Let it expire, or name it under `deletes` of the process that erases it." };
    }
  },
});
