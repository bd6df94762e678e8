import { breakCommands, visibleLine } from './visible-line.ts';

/**
 * Text that may be printed or logged as it is: each of its lines was begun by us, and nothing in it can command a terminal or a build server.
 * Only the functions of this file make it, and the reporter whose lines are commands.
 */
export type TerminalText = string & { readonly [MADE]: true };

declare const MADE: unique symbol;

/** A line: text, or pieces of it, some in colour. Whatever stands in it, it stays one line. */
export type Line = string | readonly Piece[];

export type Piece =
  | string
  | { readonly text: string; /** Parameter of the escape sequence: 31 is red. */ readonly colour: number }
  /** Text that was coloured by another program. It keeps its colours, and loses every other escape sequence. */
  | { readonly coloured: string };

/** Lines as a text that ends with a line end; empty when there are none. */
export function joinLines(lines: readonly Line[], { colour = false }: { readonly colour?: boolean } = {}): TerminalText {
  return lines.map((line) => `${renderLine(line, colour)}\n`).join('') as TerminalText;
}

/** A document that escapes by itself what is in it: its lines stay lines. What it forgot is made visible. */
export function documentText(text: string): TerminalText {
  return text.split('\n').map((line) => renderLine(line, false)).join('\n') as TerminalText;
}

/** What another program prints, with its colours and its lines. */
export function keepColours(text: string): string {
  return text.split(/\r?\n/).map((line) => breakCommands(visibleBetweenColours(line))).join('\n');
}

function renderLine(line: Line, colour: boolean): string {
  const pieces = typeof line === 'string' ? [line] : line;
  // Pieces may make a command only together.
  return breakCommands(pieces.map((piece) => renderPiece(piece, colour)).join(''));
}

function renderPiece(piece: Piece, colour: boolean): string {
  if (typeof piece === 'string') return visibleLine(piece);
  if ('coloured' in piece) return visibleBetweenColours(piece.coloured);
  const text = visibleLine(piece.text);
  return colour && text !== '' ? `\u001b[${piece.colour}m${text}\u001b[0m` : text;
}

function visibleBetweenColours(line: string): string {
  return line.split(/(\u001b\[[\d;]*m)/).map((part, at) => (at % 2 === 1 ? part : visibleLine(part))).join('');
}
