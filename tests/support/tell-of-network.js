// Loaded before a command (`--import`): tells on its error output of every connection that does not stay on this machine, and lets none of them happen.
import { Socket } from 'node:net';

const { connect } = Socket.prototype;

Socket.prototype.connect = function (...given) {
  // Node hands its own calls on as one list.
  const [options, host] = Array.isArray(given[0]) ? given[0] : given;
  const name = typeof options === 'object' && options !== null ? (options.path === undefined || options.path === null ? (options.host ?? 'localhost') : undefined) : typeof options === 'number' ? (host ?? 'localhost') : undefined;
  if (name === undefined || ['localhost', '127.0.0.1', '::1'].includes(name)) return connect.apply(this, given);
  process.stderr.write(`A connection to ${name} was begun.\n`);
  process.nextTick(() => this.destroy());
  return this;
};
