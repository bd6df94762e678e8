import { system } from 'polyref';

/**
 * How Leadmetrics keeps its data: rows in PostgreSQL, documents in MongoDB, bytes in S3.
 *
 * Leadmetrics runs marketing for its customers, the *tenants*. A tenant is onboarded once; agents then work on its goals: they write
 * strategies, blog posts and social posts, call tools, and leave logs. Each piece of that work has a row in PostgreSQL, which is the **source
 * of truth**. Documents of varying shape, full text and logs are in MongoDB. Anything large is in S3.
 *
 * The references between the three are kept by application code, because no database can enforce a foreign key into another one. These pages
 * are the visual reference for all of them: every collection, table and object family with its full schema (indexes, lifetimes,
 * classification), and what points at what.
 *
 * Three rules carry most of it:
 *
 * 1. Other stores name a PostgreSQL row by its `ref_id`, a ULID, never by its `id`.
 * 2. PostgreSQL names a MongoDB document by its `_id`, held as `varchar(24)`.
 * 3. Whoever holds an S3 key holds the whole key, and every key begins with the tenant.
 *
 * Internal use only.
 */
export const leadmetrics = system('Leadmetrics');
