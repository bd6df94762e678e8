import { process } from 'polyref';

/** The logging library of all services: takes events and writes them in batches. */
export const eventRecorder = process('Event Recorder', {
  writes: ['mongodb.event_logs'],
  because: 'Services say what happened and do not wait for it to be written; when MongoDB is away, events are dropped and counted.',
  code: 'packages/telemetry/src/event-recorder.ts',
  owner: 'platform',
});
