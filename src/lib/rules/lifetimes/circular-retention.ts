import { compareText } from '../../model/compare-text.ts';
import { defineRule } from '../define-rule.ts';

export const circularRetention = defineRule({
  id: 'circular-retention',
  family: 'lifetimes',
  severity: 'error',
  statement: 'What lives as long as its parent has a parent whose life somebody has declared.',
  why: '`drafts` live as long as their `reviews`, and `reviews` as long as their `drafts`. That is not a lifetime: nothing ends either of them, and no verdict on a reference to them can be given.',
  mend: [
    'Give one of them a life of its own:',
    "```ts\n// before\nretention: withParent('mongodb.drafts'),  // and drafts: withParent('mongodb.reviews')\n\n// after\nretention: expires('1 year', { after: 'createdAt' }),\n```",
  ].join('\n\n'),
  *check({ catalog }) {
    const parents = new Map(catalog.entities.flatMap(({ address, retention }) => (retention?.kind === 'withParent' ? [[address, retention.parent] as const] : [])));
    for (const [address] of parents) {
      const way = [address];
      for (let parent = parents.get(address); parent !== undefined && !way.includes(parent); parent = parents.get(parent)) way.push(parent);
      // Reported once, at the first of the circle.
      if (parents.get(way.at(-1) ?? '') !== address || [...way].sort(compareText)[0] !== address) continue;
      const message = way.length === 1 ? `\`${address}\` is said to live as long as itself.` : `\`${address}\` is said to live as long as \`${way[1]}\`, and that, in the end, as long as \`${address}\`.`;
      yield { entity: address, message, hint: 'Give one of them a lifetime of its own.' };
    }
  },
});
