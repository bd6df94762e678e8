import { visible } from '../../../src/lib/model/visible-text.ts';

/** A node of a Markdown tree, of whichever parser. */
export interface TextNode {
  readonly type: string;
  readonly name?: string | null;
  readonly value?: string;
  readonly children?: readonly TextNode[];
}

/** What a reader sees of a page, a line for each paragraph, cell, heading and block of code. */
export function visibleText(root: TextNode): string {
  const parts: string[] = [];
  const visit = (node: TextNode): void => {
    if (node.type === 'break' || node.name === 'br') parts.push(' ');
    if (SHOWN.has(node.type)) parts.push(node.value ?? '');
    for (const child of node.children ?? []) visit(child);
    if (BLOCKS.has(node.type)) parts.push('\n');
  };
  visit(root);
  return parts.join('').split('\n').map(squeezed).join('\n');
}

/** Plain text as it is expected to show: on one line, with what cannot be seen made visible. */
export function shown(text: string): string {
  return squeezed(visible(text));
}

function squeezed(text: string): string {
  return text.replace(/\s+/gu, ' ').trim();
}

const SHOWN: ReadonlySet<string> = new Set(['text', 'inlineCode', 'code']);
const BLOCKS: ReadonlySet<string> = new Set(['paragraph', 'heading', 'tableCell', 'code', 'mdxJsxFlowElement']);
