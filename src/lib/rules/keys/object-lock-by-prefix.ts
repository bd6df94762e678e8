import { defineRule } from '../define-rule.ts';

export const objectLockByPrefix = defineRule({
  id: 'object-lock-by-prefix',
  family: 'keys',
  severity: 'error',
  statement: 'Object Lock is asked of a bucket or of an object, never of a prefix.',
  why: '"WORM on the contracts prefix" is easily said and cannot be set up. A lock by default is a property of a *bucket*; everything else is locked *object by object*, by whoever uploads it. And where each key begins with its tenant, no prefix means all contracts anyway. People believe that the contracts are safe until the day when somebody deletes one.',
  mend: [
    'Give what is to be locked a bucket of its own:',
    "```ts\n// before\nbucket: 'content',\nobjectLock: compliance('7 years', { prefix: 'contracts/' }),\n\n// after\nbucket: 'contracts',\nobjectLock: compliance('7 years'),\n```",
    "Or lock each object as it is uploaded: `retention: locked('7 years')`.",
  ].join('\n\n'),
  *check({ catalog }) {
    for (const family of catalog.entities) {
      if (family.kind !== 'objects' || family.objectLock?.prefix === undefined) continue;
      const [first] = family.key.parts;
      const why = first?.kind === 'placeholder' ? ` Every key begins with its own \`{${first.name}}\` besides, so that no prefix means all of them.` : '';
      yield { entity: family.address, message: `\`${family.address}\` asks for Object Lock on the prefix \`${family.objectLock.prefix}\`, and S3 locks a bucket or an object, never a prefix: nothing is locked.${why}`, hint: "Give these objects a bucket of their own with the lock as its default, or lock each as it is uploaded: retention: locked('…')." };
    }
  },
});
