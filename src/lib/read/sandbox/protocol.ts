import type { MessagePort } from 'node:worker_threads';
import type { BuiltModule } from '../modules/built-module.ts';

/** What the main thread asks of the sandbox. */
export type Request =
  /** Modules that the next runs may import. */
  | { readonly kind: 'add'; readonly modules: readonly NumberedModule[] }
  /** Run these modules, and say how each of them did. */
  | { readonly kind: 'run'; readonly id: number; readonly urls: readonly string[] }
  /** Answer the run that is waiting with what is there. */
  | { readonly kind: 'give-up'; readonly id: number }
  /** Call the default export of a module of Polyref itself. */
  | { readonly kind: 'call'; readonly id: number; readonly task: string; readonly input: unknown; /** Set to 1 when the answer is on the port for such answers. */ readonly signal?: Int32Array };

export type Response =
  /** What it needs is loaded: what follows is the team's code. */
  | { readonly kind: 'ready'; readonly id: 0 }
  | { readonly kind: 'ran'; readonly id: number; readonly run: Run }
  | ({ readonly kind: 'called'; readonly id: number; readonly result?: unknown } & Aftermath)
  | { readonly kind: 'called'; readonly id: number; readonly thrown: Thrown };

/** What a call left behind: nobody waits for it any longer. */
export interface Aftermath {
  readonly incidents: readonly Incident[];
  /** A timer, a request or the like that has not ended. */
  readonly isPending: boolean;
}

/** A module and the number by which the sandbox tells which one is running. */
export interface NumberedModule extends BuiltModule {
  readonly number: number;
}

/** How a run ended. */
export interface Run {
  /** In the order of the urls. */
  readonly outcomes: readonly Outcome[];
  /** What happened beside: what modules threw later, printed, or did to the process. */
  readonly incidents: readonly Incident[];
  /** Numbers of modules whose code began and did not end. */
  readonly unfinished: readonly number[];
}

export type Outcome = { readonly kind: 'done' } | { readonly kind: 'failed'; readonly thrown: Thrown } | { readonly kind: 'unfinished' };

/** `number` is the module that was running, or that started what happened; 0 when unknown. */
export type Incident =
  | { readonly kind: 'threw'; readonly number: number; readonly thrown: Thrown }
  | { readonly kind: 'printed'; readonly number: number; readonly text: string; readonly stack: string }
  | { readonly kind: 'changed-global'; readonly number: number; readonly name: string };

/** Something that was thrown, whatever it was. */
export interface Thrown {
  /** `TypeError`; empty for what is not an error. */
  readonly name: string;
  readonly message: string;
  /** Empty for what is not an error. */
  readonly stack: string;
  /** Node's own, such as `ERR_MODULE_NOT_FOUND`. */
  readonly code?: string;
}

/** Places in the memory that both threads see. */
export const [PROGRESS, RUNNING] = [0, 1] as const;

/** What a task of the sandbox is given beside its input. */
export interface TaskContext {
  /** What a module exports; undefined where it did not run to its end. */
  readonly exportsOf: (url: string) => Readonly<Record<string, unknown>> | undefined;
  /** Says that work goes on: without it for long, the sandbox counts as hanging. */
  readonly tick: () => void;
}

export interface SandboxData {
  readonly shared: Int32Array;
  /** Where answers go for a thread that waits without listening. */
  readonly syncPort: MessagePort;
  /** URL of a module of Polyref to load before any code of the team: nothing that this does can break what is already there. */
  readonly preload: string;
  /** Folder of Node's compile cache, where the process has one. */
  readonly codeCache?: string;
}
