import { process } from 'polyref';

/** Passes on to browsers what an agent says while it works, and buffers it for those that connect late. */
export const streamRelay = process('Stream Relay', {
  reads: ['postgresql.activities'],
  writes: ['mongodb.activity_streams'],
  because: 'A browser that lost its connection asks for what it missed, by `sequence`. After 24 hours there is nobody left who could ask.',
  code: 'services/gateway/src/stream-relay.ts',
  owner: 'agents',
});
