import { collection, deletes, index, int32, objectId, perTenant, permanent, personal, ref } from 'polyref';
import * as z from 'zod';

/**
 * Skill files: Markdown that is put in front of an agent before it starts.
 *
 * There are three sorts. The platform ships default skills, which every tenant gets (`tenantId: 'global'`). Tenants write skills of their own.
 * And onboarding creates one **context file** for each tenant, which tells agents about the company;
 * `postgresql.onboarding_runs.context_file_id` points at that one.
 *
 * The full text is here and not in S3, because full-text search over it is required and because each of them is read with every prompt.
 */
export const skills = collection('skills', {
  document: z.object({
    _id: objectId(),
    /** The tenant whose agents get this skill, or `'global'` for all of them. */
    tenantId: ref('postgresql.tenants.ref_id', {
      keptBy: 'Tenant Eraser',
      whenTargetGoes: deletes({ within: '30 days' }),
      note: '`tenantId` only: there is no foreign key to a specific record. The value `\'global\'` is no tenant and points nowhere.',
    }).meta({ examples: ['01JD3K9V7QZ4M8T2R6XW5N0YBC', 'global'] }),
    /** Name within the tenant, in kebab-case. A tenant's skill replaces the global one of the same slug. */
    slug: z.string().max(80).meta({ examples: ['company-context', 'write-blog-post'] }),
    /** What it tells the agent: who the tenant is, what to do, how to write, or what to look up. */
    kind: z.enum(['context', 'instructions', 'style', 'reference']),
    /** Shown in the workspace's list of skills. */
    title: z.string(),
    /** The text as it goes into the prompt, Markdown, at most 64 KiB. */
    body: personal(z.string().max(65_536)),
    /** Agents that get it; empty means all. */
    agents: z.array(z.enum(['onboarding', 'strategist', 'writer', 'social', 'analyst'])),
    /** Free words for filtering in the workspace. */
    labels: z.array(z.string()),
    /** Length of `body` as the model counts it; the prompt builder adds these up before it decides what fits. */
    tokens: int32(),
    /** Where the text came from. */
    origin: z.enum(['platform', 'tenant', 'onboarding']),
    /** Counts from 1; each saved change makes the next one and archives the one before. */
    version: int32(),
    /** Archived skills are kept for history and never go into a prompt. */
    status: z.enum(['active', 'archived']).default('active'),
    createdAt: z.date(),
    updatedAt: z.date(),
  }),
  indexes: [
    index({ tenantId: 1, slug: 1 }, { unique: true, where: { status: 'active' }, note: 'For each tenant one active skill of a name; any number of archived ones.' }),
    index({ tenantId: 1, status: 1, agents: 1 }, { note: 'What the prompt builder asks, once for the tenant and once for `\'global\'`.' }),
    index(
      { title: 'text', body: 'text' },
      {
        name: 'skills_text',
        note: 'Full-text search is required. Not led by `tenantId`: a search covers the tenant and `\'global\'`, and a leading key must equal one value.',
      },
    ),
  ],
  validator: true,
  tenancy: perTenant('tenantId', { except: [{ value: 'global', reason: 'Platform-wide default skill files, which every tenant gets.' }] }),
  retention: permanent({ note: 'Full text in MongoDB; full-text search required.' }),
  referencesNothing: '`tenantId` only: a skill belongs to one tenant or to all, and has no foreign key to a specific record. What needs it points at it.',
  owner: 'agents',
  domain: 'knowledge',
  tags: ['prompt', 'full-text-search'],
});
