import { parentPort, workerData } from 'node:worker_threads';
import { locateFiles, type SourceText } from './locate-file.ts';

/** Runs in a thread of its own, so that parsing does not wait for importing. */
const { sources, wanted } = workerData as { readonly sources: readonly SourceText[]; readonly wanted: readonly string[] };
parentPort?.postMessage(locateFiles(sources, wanted));
