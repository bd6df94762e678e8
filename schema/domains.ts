import { domain } from 'polyref';

/** Who the customers are and who acts for them. Everything else is scoped by a row of this domain. */
export const platform = domain('platform', { owner: 'platform' });

/** The first hours of a tenant: an agent researches the company and distils what later prompts need to know. */
export const onboarding = domain('onboarding', { owner: 'onboarding' });

/** The work itself: what agents were asked to do, each attempt at it, what came out, and the live stream while it runs. */
export const activities = domain('activities', { owner: 'agents' });

/** What a tenant wants to reach, and the written plan to get there. */
export const strategy = domain('strategy', { owner: 'strategy' });

/** What is published in a tenant's name: blog posts and social posts. */
export const publishing = domain('publishing', { owner: 'publishing' });

/** What agents are told before they start: skill files, the platform's own and those of each tenant. */
export const knowledge = domain('knowledge', { owner: 'agents' });

/** Agreements with tenants. The signed PDF is the record, and nobody can alter it. */
export const contracts = domain('contracts', { owner: 'legal-ops' });

/** What happened, for operators and for auditors. Nothing here is needed to serve a tenant. */
export const observability = domain('observability', { owner: 'platform' });
