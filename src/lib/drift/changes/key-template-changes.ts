import { isDeepStrictEqual } from 'node:util';
import { codeSpan } from '../../model/code-span.ts';
import { inSequence, someInSequence } from '../../model/in-sequence.ts';
import type { ObjectFamily } from '../../model/entity.ts';
import type { ChangeContext } from './change-context.ts';
import { defineFamily, type ChangeDraft } from './change-family.ts';
import { nameOf } from './words.ts';

type Kind = 'key-template-changed' | 'key-placeholder-renamed' | 'bucket-changed' | 'content-type-changed';

/** Where the objects of a family are. */
export const keyTemplateChanges = defineFamily<Kind>({
  title: 'Keys and buckets of objects',
  kinds: {
    'key-template-changed': 'Keys are made otherwise.',
    'key-placeholder-renamed': 'A placeholder has another name; keys stay what they are.',
    'bucket-changed': 'Objects are in another bucket.',
    'content-type-changed': 'Objects are of another content type.',
  },
  *find(context) {
    for (const { base, head } of context.pairs) {
      if (base.kind !== 'objects' || head.kind !== 'objects') continue;
      const renamed = [...(context.renames.fields.get([...context.renames.entities].find(([, now]) => now === head.address)?.[0] ?? head.address) ?? [])];
      if (renamed.length > 0) {
        const words = renamed.map(([before, after]) => `${codeSpan(`{${before}}`)} is called ${codeSpan(`{${after}}`)}`);
        yield { kind: 'key-placeholder-renamed', level: 'safe', entity: head.address, message: `In the key of ${nameOf(head)} ${inSequence(words)} now.`, effect: 'Keys stay what they are, and every object is where it was.', todo: '' };
      }
      if (!isDeepStrictEqual(base.key.parts, head.key.parts)) yield templateChanged(base, head, context);
      if (base.bucket !== head.bucket) yield bucketChanged(base, head);
      if (base.contentType !== head.contentType) {
        const words = (type: string | undefined) => (type === undefined ? 'not declared' : codeSpan(type));
        yield { kind: 'content-type-changed', level: 'dangerous', entity: head.address, message: `The content type of ${nameOf(head)} is ${words(head.contentType)} instead of ${words(base.contentType)}.`, effect: 'Existing objects keep the old one: readers meet both.', todo: 'Teach the readers both, or copy the existing objects onto themselves with the new one.' };
      }
    }
  },
});

function templateChanged(base: ObjectFamily, head: ObjectFamily, { base: before }: ChangeContext): ChangeDraft<Kind> {
  const holders = [...new Set(before.referencesIn(base).flatMap(({ from, target }) => (target.kind === 'objects' ? [codeSpan(`${from.entity}.${from.field}`)] : [])))];
  const held = holders.length === 0 ? '' : ` The keys that ${someInSequence(holders, 3)} ${holders.length === 1 ? 'holds' : 'hold'} today are the old ones.`;
  return {
    kind: 'key-template-changed',
    level: 'breaking',
    entity: head.address,
    message: `The key of ${nameOf(head)} is ${codeSpan(head.key.template)} instead of ${codeSpan(base.key.template)}.`,
    effect: `Every object written so far keeps its old key: whoever makes keys from the new template finds none of them, and listings, lifecycle rules and the erasure of a tenant pass them by.${held}`,
    todo: `Copy every object to its new key${holders.length === 0 ? '' : `, and write the new keys into ${someInSequence(holders, 3)}`}, before anything reads by the new template; or describe the new one as another object family.`,
  };
}

function bucketChanged(base: ObjectFamily, head: ObjectFamily): ChangeDraft<Kind> {
  return {
    kind: 'bucket-changed', level: 'breaking', entity: head.address, message: `${nameOf(head)} is in the bucket ${codeSpan(head.bucket)} instead of ${codeSpan(base.bucket)}.`,
    effect: 'Every object written so far stays in the old bucket, where nobody looks any more. Versioning, lifecycle rules and Object Lock are those of the new one.', todo: 'Copy every object into the new bucket, switch the readers, and empty the old one last.',
  };
}
