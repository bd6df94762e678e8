/**
 * What people call a thing that the pages call otherwise, and where the answer is: the first of these places that the site has. Read by the search, after the names of the schema.
 * A test follows each of them on the built site.
 */
export const ANSWERS: readonly Answer[] = [
  { asked: ['polymorphic', 'polymorphism', 'discriminator', 'one of several targets'], title: 'Polymorphic references', at: ['reference/glossary', 'reference/cross-references'] },
  { asked: ['null tenant', 'no tenant', 'tenant is null', 'global records', 'platform records'], title: 'Records that belong to no tenant', at: ['reference/tenant-scoping#exceptions', 'reference/tenant-scoping'] },
  { asked: ['multi-tenant', 'multitenancy', 'tenant isolation', 'row level security', 'tenant id'], title: 'Which tenant a record belongs to', at: ['reference/tenant-scoping'] },
  { asked: ['gdpr', 'right to be forgotten', 'erase a tenant', 'delete a tenant', 'offboarding'], title: 'Erasing a tenant', at: ['reference/tenant-scoping#erasing-a-tenant', 'reference/tenant-scoping'] },
  { asked: ['worm', 'object lock', 'write once', 'immutable', 'compliance mode', 'governance mode', 'legal hold'], title: 'Object Lock (WORM)', at: ['reference/retention#s3', 'reference/retention'] },
  { asked: ['ttl', 'expiry', 'expiration', 'lifecycle rule', 'how long is it kept', 'data retention'], title: 'How long each entity is kept', at: ['reference/retention'] },
  { asked: ['dangling', 'orphaned', 'orphans', 'cascade', 'on delete'], title: 'What happens when a referenced record goes', at: ['reference/retention#the-lifetime-of-every-reference', 'reference/retention'] },
  { asked: ['not enforced', 'unenforced', 'enforced by the application', 'foreign keys', 'referential integrity', 'soft reference'], title: 'References that no database enforces', at: ['reference/cross-references', 'reference/within-a-store'] },
  { asked: ['who writes', 'who reads', 'workers', 'services', 'jobs'], title: 'Processes that read and write', at: ['reference/processes'] },
  { asked: ['erd', 'er diagram', 'whole picture', 'graph'], title: 'The whole system in one picture', at: ['reference/explore', ''] },
  { asked: ['which key', 'whose key', 's3 path', 'bucket key'], title: 'Which object family made a key', at: ['reference/s3'] },
];

export interface Answer {
  /** In lower case, words apart. */
  readonly asked: readonly string[];
  readonly title: string;
  /** Routes below the base, with an anchor where a section answers. */
  readonly at: readonly string[];
}
