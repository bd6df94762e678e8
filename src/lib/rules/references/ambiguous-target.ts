import { defineRule } from '../define-rule.ts';

export const ambiguousTarget = defineRule({
  id: 'ambiguous-target',
  family: 'references',
  severity: 'error',
  statement: 'A pointer that has several targets says which of them it means.',
  why: [
    '`onboarding_runs.context_file_id` is said to point at `skills._id` *and* `onboarding_research._id`. A row holds one value: it means one of the two, and nothing says which. Every reader guesses, each in its own way.',
    'When an id is in both collections, or in neither, the guess is wrong without anybody noticing.',
  ].join('\n\n'),
  mend: [
    'Point at one, and reach the other from there:',
    "```ts\n// before\ncontext_file_id: refToOneOf(['mongodb.skills._id', 'mongodb.onboarding_research._id']),\n\n// after\ncontext_file_id: ref('mongodb.skills._id'),\n```",
    "Or keep what it means beside it, `refByType('context_kind', { skill: 'mongodb.skills._id', research: 'mongodb.onboarding_research._id' })`. Where really nothing tells them apart, give the reason: `{ undiscriminated: '…' }`.",
  ].join('\n\n'),
  *check({ catalog }) {
    for (const { from, target, location } of catalog.references) {
      if (target.kind !== 'oneOf' || target.discriminator.kind !== 'none' || target.discriminator.reason !== undefined) continue;
      const choices = target.targets.map(({ entity, field }) => `\`${entity}.${field}\``);
      yield {
        entity: from.entity,
        field: from.field,
        location,
        message: `\`${from.entity}.${from.field}\` is one pointer with ${choices.length} targets, ${choices.join(' and ')}, and nothing says which of them a value means.`,
        hint: "Point at one of them, or name the field that says which, refByType('…', { … }), or give the reason why nothing does, { undiscriminated: '…' }.",
      };
    }
  },
});
