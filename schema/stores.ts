import { store } from 'polyref';

/**
 * The source of truth: who the tenants are, what was asked for, what was done and what it cost.
 *
 * Every table has two keys. `id` is a bigint that never leaves the database. `ref_id` is a ULID, and the only identifier that other tables,
 * other stores and API clients may hold. Foreign keys inside PostgreSQL are real ones and point at `ref_id` too, so that one identifier serves
 * everywhere.
 *
 * Pointers into MongoDB are ObjectIds in `varchar(24)` columns. The database cannot check them.
 */
export const postgresql = store('postgresql');

/**
 * Documents whose shape varies, full text, and logs.
 *
 * MongoDB does not enforce foreign key constraints. All references to PostgreSQL records are maintained by application logic; they hold the
 * row's `ref_id` (a ULID) unless otherwise noted. Collections do not reference each other directly: what joins two of them is a row in
 * PostgreSQL.
 *
 * Documents that hold large content store S3 keys; the actual bytes are in S3.
 */
export const mongodb = store('mongodb');

/**
 * The bytes: outputs of agents, research texts, strategies, signed contracts.
 *
 * Every key begins with the `ref_id` of its tenant, so that one listing finds all that a tenant has. That has a price: no lifecycle rule and
 * no Object Lock default can pick *all contracts* by prefix. Signed contracts therefore have a bucket of their own, `leadmetrics-contracts`,
 * with Object Lock for the whole bucket; everything else is in `leadmetrics-content`.
 */
export const s3 = store('s3');
