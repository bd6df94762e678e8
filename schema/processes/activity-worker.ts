import { process } from 'polyref';

/**
 * Takes activities from the queue, runs an agent on each, and stores what comes out.
 *
 * The bytes go to S3 first, then the output's document, then `postgresql.activities.output_ref`: whoever follows a pointer finds what it
 * points at. A nightly repair compares the pointer with the documents and sets it right; the document's `activityId` decides.
 */
export const activityWorker = process('Activity Worker', {
  reads: ['postgresql.activities', 'postgresql.goals', 'mongodb.skills'],
  writes: ['postgresql.activities', 'postgresql.activity_runs', 'mongodb.activity_outputs', 's3.activity_outputs'],
  because: 'An output is bytes, a document and a pointer in a row. No transaction spans the three, so one process writes them, in that order.',
  code: 'services/agents/src/activities/activity-worker.ts',
  owner: 'agents',
});
