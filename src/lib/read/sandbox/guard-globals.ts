/**
 * Notices when a module deletes or breaks what the language brings, and puts it back: everything that runs later would fail with a misleading message.
 * A replacement that still is a function stays: applications instrument `fetch`, `Promise` or timers.
 */
export function guardGlobals(report: (name: string, number: number) => void): { /** Cheap: for after each module. */ readonly check: (number: number) => void; /** Complete: for the end. */ readonly checkAll: () => void } {
  const kept = [globalsKept(), ...INTRINSICS.map((name) => intrinsicKept(name))].flat();
  const names = Object.getOwnPropertyNames(globalThis).length;
  const quick = kept.filter(({ owner, isVital }) => owner === globalThis && isVital);
  const check = (each: Kept, number: number) => {
    const now = getOwnPropertyDescriptor(each.owner, each.key);
    if (now !== undefined && (now.value === each.descriptor.value || now.get !== undefined || typeof now.value === typeof each.descriptor.value)) return;
    report(each.name, number);
    defineProperty(each.owner, each.key, each.descriptor);
  };
  return {
    check(number) {
      const isSmaller = getOwnPropertyNames(globalThis).length < names;
      for (const each of isSmaller ? kept : quick) check(each, number);
    },
    checkAll() {
      for (const each of kept) check(each, 0);
    },
  };
}

interface Kept {
  readonly owner: object;
  readonly key: PropertyKey;
  /** `Array.prototype.map` */
  readonly name: string;
  readonly descriptor: PropertyDescriptor;
  readonly isVital: boolean;
}

// Taken before any module of a team runs.
const { getOwnPropertyDescriptor, defineProperty, getOwnPropertyNames } = Object;

const INTRINSICS = ['Array', 'Object', 'String', 'Number', 'Boolean', 'Map', 'Set', 'WeakMap', 'WeakSet', 'Promise', 'Function', 'RegExp', 'Symbol', 'Error', 'TypeError', 'JSON', 'Math', 'Reflect', 'Date', 'BigInt', 'Buffer', 'URL'] as const;
const VITAL: ReadonlySet<string> = new Set([...INTRINSICS, 'globalThis', 'process', 'console', 'Proxy', 'Atomics', 'Int32Array', 'Uint8Array', 'setTimeout', 'setImmediate', 'clearTimeout', 'queueMicrotask', 'structuredClone']);

function globalsKept(): readonly Kept[] {
  return getOwnPropertyNames(globalThis).filter((key) => !OF_THE_WEB.has(key)).flatMap((key) => keep(globalThis, key, key));
}

/** Even to ask for their descriptors loads Node's whole HTTP client, and nothing that Polyref runs afterwards needs them. */
const OF_THE_WEB: ReadonlySet<string> = new Set(['CloseEvent', 'EventSource', 'FormData', 'Headers', 'MessageEvent', 'Request', 'Response', 'WebSocket']);

function intrinsicKept(name: string): readonly Kept[] {
  const holder = (globalThis as unknown as Record<string, unknown>)[name] as { readonly prototype?: object } & object;
  const own = Reflect.ownKeys(holder).flatMap((key) => keep(holder, key, `${name}.${String(key)}`));
  const prototype = holder.prototype === undefined ? [] : Reflect.ownKeys(holder.prototype).flatMap((key) => keep(holder.prototype as object, key, `${name}.prototype.${String(key)}`));
  return [...own, ...prototype];
}

/** Lazy globals such as `crypto` are getters: they are not asked for their value. */
function keep(owner: object, key: PropertyKey, name: string): readonly Kept[] {
  const descriptor = getOwnPropertyDescriptor(owner, key);
  if (descriptor === undefined || descriptor.configurable === false) return [];
  return [{ owner, key, name, descriptor, isVital: typeof key === 'string' && VITAL.has(key) }];
}
