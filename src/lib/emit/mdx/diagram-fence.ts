import type { Diagram } from '../mermaid/diagram.ts';
import { codeFence, escapeText } from './escape.ts';

/** A diagram as a fenced block, with what it does not draw said below it. */
export function diagramFence({ title, text, notes }: Diagram): string {
  const fence = codeFence(text, `mermaid title="${title.replaceAll('"', "'")}"`);
  return [fence, ...notes.map(escapeText)].join('\n\n');
}
