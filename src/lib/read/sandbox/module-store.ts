import { registerHooks, type ResolveFnOutput } from 'node:module';
import { fileURLToPath } from 'node:url';
import { MARK } from '../modules/built-module.ts';
import { POLYREF_MODULES } from '../modules/own-modules.ts';
import type { NumberedModule } from './protocol.ts';

/** Teaches this thread's Node to run modules that were built, under their URLs, and to tell the trace when each begins and ends. */
export function openModuleStore(trace: { readonly enter: (number: number) => void; readonly leave: (number: number) => void }, tick: () => void): ModuleStore {
  const modules = new Map<string, NumberedModule>();
  const batches = new Map<string, string>();
  const packages = new Map<string, ResolveFnOutput>();
  // Nobody can delete or replace it: modules call it by this name.
  Object.defineProperty(globalThis, TRACE, { value: Object.freeze({ enter: trace.enter, leave: trace.leave }) });
  registerHooks({
    resolve(specifier, context, nextResolve) {
      if (batches.has(specifier)) return { url: specifier, format: 'module', shortCircuit: true };
      const parent = context.parentURL === undefined ? undefined : modules.get(context.parentURL);
      const url = parent?.imports[specifier] ?? specifier;
      if (modules.has(url)) return { url, format: 'module', shortCircuit: true };
      if (parent === undefined) return nextResolve(specifier, context);
      const own = POLYREF_MODULES.get(specifier);
      // `require` takes paths and no URLs.
      if (own !== undefined) return nextResolve(context.conditions.includes('require') ? fileURLToPath(own) : own, context);
      // A package means the same to all files of a folder: Node would look for it anew for each of them.
      const place = `${specifier} ${parent.url.slice(0, parent.url.lastIndexOf('/'))}`;
      const known = packages.get(place) ?? resolvePackage(specifier, (parentURL) => nextResolve(specifier, { ...context, parentURL: parentURL ?? context.parentURL }));
      packages.set(place, { ...known, shortCircuit: true });
      return { ...known, shortCircuit: true };
    },
    load(url, context, nextLoad) {
      tick();
      const batch = batches.get(url);
      if (batch !== undefined) return { format: 'module', source: batch, shortCircuit: true };
      const module = modules.get(url);
      return module === undefined ? nextLoad(url, context) : { format: 'module', source: traced(module), shortCircuit: true };
    },
  });
  return {
    add: (more) => more.forEach((module) => modules.set(module.url, module)),
    batch(urls) {
      const url = `polyref-virtual:batch-${batches.size}`;
      batches.set(url, urls.map((each, at) => `export * as m${at} from ${JSON.stringify(each)};`).join('\n'));
      return url;
    },
  };
}

export interface ModuleStore {
  readonly add: (modules: readonly NumberedModule[]) => void;
  /** URL of a module that imports all of these, and exports the nth as `m<n>`. */
  readonly batch: (urls: readonly string[]) => string;
}

/** How many lines stand before a module's own code. */
export const LINES_BEFORE = 1;

const TRACE = '__polyref_trace';

function traced({ code, number, url }: NumberedModule): string {
  if (!url.includes(`?${MARK}=`)) return `\n${code}`;
  return `${TRACE}.enter(${number});\n${code}\n;${TRACE}.leave(${number});`;
}

/** A schema folder without packages of its own still has the Zod that it is written with. */
function resolvePackage(specifier: string, from: (parentURL?: string) => ResolveFnOutput): ResolveFnOutput {
  try {
    return from();
  } catch (error) {
    if (/^zod(?:\/|$)/.test(specifier)) return from(import.meta.url);
    throw error;
  }
}
