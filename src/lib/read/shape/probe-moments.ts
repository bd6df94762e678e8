/** A clock that stands still, and the random number that comes out each time. */
interface Probe {
  /** Milliseconds since 1970. */
  readonly clock: number;
  /** From 0 to below 1. */
  readonly random: number;
}

/** Far apart in year, month, day, weekday, hour, minute, second and millisecond; random numbers from both ends and between. */
export const PROBES: readonly Probe[] = [
  { clock: Date.UTC(2001, 1, 3, 4, 5, 6, 789), random: 0 },
  { clock: Date.UTC(2014, 6, 22, 17, 48, 31, 123), random: 0.999_999 },
  { clock: Date.UTC(2033, 10, 11, 9, 27, 54, 456), random: 0.31 },
  { clock: Date.UTC(2048, 3, 30, 23, 13, 17, 912), random: 0.67 },
];

/**
 * Calls once for each probe. While it lasts, the clock and the random numbers of this thread are those of the probe. Code that took hold of the real ones
 * earlier still has them: its answers differ by themselves.
 */
export function inMoments<Value>(read: () => Value): readonly Value[] {
  return PROBES.map((probe, index) => {
    const restore = [replaceClock(probe), replace(Math, 'random', () => probe.random), replace(performance, 'now', () => probe.clock / 1000), ...replaceCrypto(index)];
    try {
      const value = read();
      // A promise that fails is nobody's: it was not asked for.
      if (value instanceof Promise) value.catch(() => undefined);
      return value;
    } finally {
      for (const each of restore) each();
    }
  });
}

function replaceClock({ clock }: Probe): () => void {
  const Real = Date;
  const Still = new Proxy(Real, {
    construct: (target, args: unknown[], newTarget) => Reflect.construct(target, args.length === 0 ? [clock] : args, newTarget),
    apply: () => new Real(clock).toString(),
    get: (target, key) => (key === 'now' ? () => clock : (Reflect.get(target, key) as unknown)),
  });
  const ownNow = replace(Real, 'now', () => clock);
  const global = replace(globalThis, 'Date', Still);
  return () => {
    global();
    ownNow();
  };
}

function replaceCrypto(index: number): readonly (() => void)[] {
  const { crypto } = globalThis;
  const digit = String(index + 1);
  const fill = <View extends ArrayBufferView>(view: View): View => {
    new Uint8Array(view.buffer, view.byteOffset, view.byteLength).forEach((_, at, bytes) => (bytes[at] = (index * 67 + at * 29 + 11) % 256));
    return view;
  };
  return [replace(crypto, 'randomUUID', () => `00000000-0000-4000-8000-00000000000${digit}`), replace(crypto, 'getRandomValues', fill)];
}

/** @returns what puts it back as it was */
function replace(owner: object, key: string, value: unknown): () => void {
  const before = Object.getOwnPropertyDescriptor(owner, key);
  if (before?.configurable === false) return () => undefined;
  Object.defineProperty(owner, key, { value, configurable: true, writable: true, enumerable: before?.enumerable ?? false });
  return () => {
    if (before === undefined) Reflect.deleteProperty(owner, key);
    else Object.defineProperty(owner, key, before);
  };
}
