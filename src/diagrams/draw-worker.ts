import { parentPort } from 'node:worker_threads';
import { DiagramError, drawDiagram } from '../lib/diagram/index.ts';
import type { DrawAnswer, DrawRequest } from './drawing-pool.ts';
import { linkName } from './resolve-links.ts';

/** Widest drawing to aim at: a little more than the text's column on a small screen, where it is drawn a little smaller. */
const WIDTH = 960;

// Draws what the pool asks for, in a thread of its own.
parentPort?.on('message', async ({ id, text, title }: DrawRequest) => {
  let answer: DrawAnswer;
  try {
    answer = { id, drawing: await drawDiagram(text, { ...(title === undefined ? {} : { title }), href: linkName, maxWidth: WIDTH }) };
  } catch (error) {
    answer = error instanceof DiagramError
      ? { id, error: { message: error.message, ...(error.line === undefined ? {} : { line: error.line }) } }
      : { id, crash: error instanceof Error ? (error.stack ?? error.message) : String(error) };
  }
  parentPort?.postMessage(answer);
});
