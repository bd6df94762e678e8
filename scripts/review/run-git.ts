import { spawn, type ChildProcessWithoutNullStreams } from 'node:child_process';
import { dirname } from 'node:path';
import { buffer, text } from 'node:stream/consumers';
import type { GitEnvironment } from './git-environment.ts';

export interface GitResult {
  readonly code: number;
  readonly out: string;
  readonly err: string;
}

/** Runs git in a folder, without a shell. Rejects only where it cannot be started. */
export async function runGit(folder: string, args: readonly string[], environment: GitEnvironment): Promise<GitResult> {
  const { child, ended } = startGit(folder, args, environment);
  child.stdin.on('error', () => undefined).end();
  const [out, err, code] = await Promise.all([buffer(child.stdout), text(child.stderr), ended]);
  return { code, out: out.toString('utf8'), err };
}

/**
 * The contents of objects, in the order of their ids, one at a time. Throws for one that is not there.
 * @param ids full hashes
 */
export async function* readObjects(folder: string, ids: readonly string[], environment: GitEnvironment): AsyncGenerator<Buffer> {
  if (ids.length === 0) return;
  const { child, ended } = startGit(folder, ['cat-file', '--batch'], environment);
  const errors = text(child.stderr).catch(() => '');
  child.stdin.on('error', () => undefined).end(`${ids.join('\n')}\n`);
  const read = reader(child.stdout);
  try {
    for (const id of ids) {
      const header = (await read.line())?.toString('utf8');
      const size = /^[0-9a-f]+ \w+ (\d+)$/.exec(header ?? '')?.[1];
      if (size === undefined) throw new MissingObject(header === undefined ? await errors : header, id);
      yield await read.bytes(Number(size));
      await read.bytes(1);
    }
  } finally {
    // A stream that nobody reads to its end would keep the process from being over.
    child.stdout.destroy();
    child.kill();
    await ended.catch(() => undefined);
  }
}

/** An object that the repository names and does not hold. */
export class MissingObject extends Error {
  constructor(reason: string, id: string) {
    super(/ missing$/.test(reason) ? `object ${id} is missing` : `object ${id}: ${reason.trim() || 'git ended'}`);
  }
}

function startGit(folder: string, args: readonly string[], { variables, flags }: GitEnvironment): { readonly child: ChildProcessWithoutNullStreams; readonly ended: Promise<number> } {
  // Windows looks for a program in the current folder first, and that is not ours.
  const child = spawn('git', ['-C', folder, ...flags, ...args], { stdio: 'pipe', env: variables, cwd: dirname(process.execPath) });
  const ended = new Promise<number>((done, fail) => {
    child.on('error', fail);
    child.on('close', (code) => done(code ?? 1));
  });
  return { child, ended };
}

/** Takes lines and numbers of bytes from a stream. */
function reader(stream: AsyncIterable<Buffer>): { readonly line: () => Promise<Buffer | undefined>; readonly bytes: (count: number) => Promise<Buffer> } {
  const chunks = stream[Symbol.asyncIterator]();
  let rest: Buffer = Buffer.alloc(0);
  const more = async (): Promise<boolean> => {
    const { done, value } = await chunks.next();
    if (done !== true) rest = Buffer.concat([rest, value]);
    return done !== true;
  };
  const take = (count: number): Buffer => {
    const taken = rest.subarray(0, count);
    rest = rest.subarray(count);
    return taken;
  };
  return {
    async line() {
      let end = rest.indexOf('\n');
      while (end === -1) {
        if (!(await more())) return undefined;
        end = rest.indexOf('\n');
      }
      const line = take(end);
      take(1);
      return line;
    },
    async bytes(count) {
      if (rest.length >= count) return take(count);
      // One copy, whatever the number of chunks.
      const parts = [rest];
      let length = rest.length;
      while (length < count) {
        const { done, value } = await chunks.next();
        if (done === true) throw new Error('git ended in the middle of an object');
        parts.push(value);
        length += value.length;
      }
      rest = Buffer.concat(parts);
      return take(count);
    },
  };
}
