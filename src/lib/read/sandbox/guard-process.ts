import childProcess from 'node:child_process';
import fs from 'node:fs';
import { syncBuiltinESMExports } from 'node:module';

/**
 * Keeps what runs in this thread from ending the process, from choosing its exit code and from writing to its output: each attempt throws or is reported.
 * @param printed called with what was to be printed, and the stack of who wanted it
 */
export function guardProcess(printed: (text: string, stack: string) => void): void {
  const refuse = (call: string) => {
    throw new Error(`${call} was called`);
  };
  const exit = (code?: unknown): never => refuse(`process.exit(${code === undefined ? '' : String(code)})`) as never;
  const kill = process.kill.bind(process);
  const own = process as unknown as Record<string, unknown>;
  own['exit'] = exit;
  own['reallyExit'] = (code?: unknown) => refuse(`process.reallyExit(${code === undefined ? '' : String(code)})`);
  own['abort'] = () => refuse('process.abort()');
  own['kill'] = (pid: number, signal?: string | number) => (Number(pid) <= 0 || Number(pid) === process.pid || Number(pid) === process.ppid ? refuse('process.kill() for this very process') : kill(pid, signal));
  own['_kill'] = own['kill'];
  own['setUncaughtExceptionCaptureCallback'] = () => undefined;
  Object.defineProperty(process, 'report', { value: { writeReport: () => '', getReport: () => ({}) }, configurable: true });
  const rawDebug = (...parts: readonly unknown[]) => print(parts.map(String).join(' '), rawDebug);
  own['_rawDebug'] = rawDebug;
  // Warnings of packages are not the team's to fix.
  process.removeAllListeners('warning');

  const print: Print = (text, called) => {
    const from = { stack: '' };
    Error.captureStackTrace(from, called);
    printed(text, from.stack);
  };
  const write = (chunk: unknown, encoding?: unknown, done?: unknown): boolean => {
    print(typeof chunk === 'string' ? chunk : Buffer.from(chunk as Uint8Array).toString('utf8'), write);
    const callback = typeof encoding === 'function' ? encoding : done;
    if (typeof callback === 'function') process.nextTick(callback as () => void);
    return true;
  };
  for (const stream of [process.stdout, process.stderr]) Object.defineProperty(stream, 'write', { value: write, writable: true, configurable: true });
  guardDescriptors(print);
  guardPrograms();
  syncBuiltinESMExports();
}

/** @param called the function that the team called: the stack begins with who called it */
type Print = (text: string, called: AnyFunction) => void;
type AnyFunction = (...parts: never[]) => unknown;

/** Loggers write to the descriptors 1 and 2 themselves. */
function guardDescriptors(print: Print): void {
  const files = fs as unknown as Record<string, (...parts: unknown[]) => unknown>;
  const textOf = (data: unknown): string => (Array.isArray(data) ? data.map(textOf).join('') : typeof data === 'string' ? data : Buffer.isBuffer(data) || data instanceof Uint8Array ? Buffer.from(data).toString('utf8') : '');
  for (const name of ['writeSync', 'writevSync'] as const) {
    const original = files[name] as (...parts: unknown[]) => unknown;
    const guarded = (fd: unknown, data: unknown, ...rest: unknown[]): unknown => {
      if (fd !== 1 && fd !== 2) return original.call(fs, fd, data, ...rest);
      print(textOf(data), guarded);
      return Buffer.byteLength(textOf(data));
    };
    files[name] = guarded;
  }
  for (const name of ['writeFileSync', 'appendFileSync'] as const) {
    const original = files[name] as (...parts: unknown[]) => unknown;
    const guarded = (target: unknown, data: unknown, ...rest: unknown[]): unknown => (isOutput(target) ? print(textOf(data), guarded) : original.call(fs, target, data, ...rest));
    files[name] = guarded;
  }
  for (const name of ['writeFile', 'appendFile'] as const) {
    const original = files[name] as (...parts: unknown[]) => unknown;
    const guarded = (target: unknown, data: unknown, ...rest: unknown[]): unknown => {
      if (!isOutput(target)) return original.call(fs, target, data, ...rest);
      print(textOf(data), guarded);
      const done = rest.findLast((each) => typeof each === 'function') as ((error: null) => void) | undefined;
      if (done !== undefined) process.nextTick(done, null);
      return undefined;
    };
    files[name] = guarded;
  }
  for (const name of ['write', 'writev'] as const) {
    const original = files[name] as (...parts: unknown[]) => unknown;
    const guarded = (fd: unknown, data: unknown, ...rest: unknown[]): unknown => {
      if (fd !== 1 && fd !== 2) return original.call(fs, fd, data, ...rest);
      print(textOf(data), guarded);
      const done = rest.findLast((each) => typeof each === 'function') as ((error: null, bytes: number, data: unknown) => void) | undefined;
      if (done !== undefined) process.nextTick(done, null, Buffer.byteLength(textOf(data)), data);
      return undefined;
    };
    files[name] = guarded;
  }
}

function isOutput(target: unknown): boolean {
  return target === 1 || target === 2 || (typeof target === 'string' && /^\/(?:dev\/(?:stdout|stderr|fd\/[12])|proc\/self\/fd\/[12])$/.test(target));
}

/** A program that is started with the output of this process would write into a report: it gets none. */
function guardPrograms(): void {
  const programs = childProcess as unknown as Record<string, (...parts: unknown[]) => unknown>;
  for (const name of ['spawn', 'spawnSync', 'fork', 'execSync', 'execFileSync'] as const) {
    const original = programs[name] as (...parts: unknown[]) => unknown;
    programs[name] = (...parts) => original.apply(childProcess, parts.map((part) => (isOptions(part) ? { ...part, stdio: withoutOutput(part['stdio']) } : part)));
  }
}

function isOptions(part: unknown): part is Readonly<Record<string, unknown>> {
  return typeof part === 'object' && part !== null && !Array.isArray(part) && 'stdio' in part;
}

function withoutOutput(stdio: unknown): unknown {
  if (Array.isArray(stdio)) return stdio.map((each: unknown, at) => (at > 0 && (each === 'inherit' || each === 1 || each === 2 || each === process.stdout || each === process.stderr) ? 'ignore' : each));
  return stdio === 'inherit' ? ['inherit', 'ignore', 'ignore'] : stdio;
}
