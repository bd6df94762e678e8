import { process } from 'polyref';

/** Writes the audit trail. Unlike the Event Recorder it makes its caller wait: an action that cannot be recorded does not happen. */
export const auditRecorder = process('Audit Recorder', {
  writes: ['mongodb.audit_logs'],
  because: 'Compliance asks for a record of each action by a person or by the platform itself, kept for at least 2 years.',
  code: 'packages/audit/src/audit-recorder.ts',
  owner: 'platform',
});
