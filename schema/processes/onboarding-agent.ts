import { process } from 'polyref';

/**
 * Researches a new tenant and writes the context file that later prompts are given.
 *
 * It writes its generated context file twice: into `mongodb.onboarding_research.generatedContextFile`, as the raw research output, and
 * into a separate document in `mongodb.skills`, which is the context file that is injected into prompts. Then it sets
 * `postgresql.onboarding_runs.context_file_id`, which points at the skill. There is no pointer between the two documents; the run joins them.
 *
 * The order is: S3 objects, research document, skill, row. A failure leaves the run `failed` and at most a skill that no run points at, which
 * the next run replaces.
 */
export const onboardingAgent = process('Onboarding Agent', {
  reads: ['postgresql.onboarding_runs', 'postgresql.tenants'],
  writes: [
    'mongodb.onboarding_research.generatedContextFile',
    'mongodb.skills',
    'postgresql.onboarding_runs.context_file_id',
    's3.onboarding_website_text',
    's3.onboarding_competitor_research',
    's3.onboarding_industry_context',
    's3.onboarding_raw_notes',
    's3.onboarding_context_file',
  ],
  copies: [
    {
      from: 'mongodb.onboarding_research.generatedContextFile',
      to: 'mongodb.skills',
      note:
        'It writes its `generatedContextFile` both to `onboarding_research.generatedContextFile` (raw research output) and to a separate document in `skills` ' +
        '(the injected context file): the first stays as the agent wrote it, the second may be edited by the tenant.',
    },
  ],
  because: 'It keeps the raw result of its research, and makes of it the context file that later prompts are given.',
  code: 'services/agents/src/onboarding/onboarding-agent.ts',
  owner: 'onboarding',
});
