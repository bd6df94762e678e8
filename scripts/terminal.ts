import { joinLines, type TerminalText } from '../src/lib/model/terminal-text.ts';
import { guardStream } from './guard-stream.ts';

/**
 * Where a command prints: results to `out`, everything about the run to `err`. No method takes a text of unknown lines: what is in a line, a schema's text or a
 * file's name, can neither begin another one nor command a terminal or a build server.
 */
export interface Terminal {
  /** Prints one line, whatever is in it; its line end is added. */
  readonly out: (line: string) => void;
  readonly err: (line: string) => void;
  /** Prints a text of several lines. */
  readonly outText: (text: TerminalText) => void;
  readonly errText: (text: TerminalText) => void;
  /** Whether results may be coloured; `errColour` for the other stream. */
  readonly colour: boolean;
  readonly errColour: boolean;
  /** Whether reports print every finding in full, however many there are. */
  readonly verbose: boolean;
  /** Shows what is being done, in one line that the next one replaces; nothing where nobody watches. `''` clears it. */
  readonly progress: (text: string) => void;
}

/** A terminal over two functions that write. */
export function createTerminal({ out, err, colour = false, errColour = false, isWatched = false }: Channels): Terminal {
  const line = (text: string) => joinLines([text.replace(/\n$/, '')]);
  return {
    out: (text) => out(line(text)),
    err: (text) => err(line(text)),
    outText: out,
    errText: err,
    colour,
    errColour,
    verbose: false,
    progress: (text) => {
      if (isWatched) err(`\r\u001b[K${line(text).slice(0, -1)}`);
    },
  };
}

export interface Channels {
  readonly out: (text: string) => void;
  readonly err: (text: string) => void;
  readonly colour?: boolean;
  readonly errColour?: boolean;
  /** Whether somebody watches `err` as it is written. */
  readonly isWatched?: boolean;
}

/** The terminal of this process. What anybody else writes to its streams, such as Astro or a schema's own code, is made safe to print from then on. */
export function takeTerminal(): Terminal {
  return createTerminal({
    out: guardStream(process.stdout, { colour: mayColour(process.stdout) }),
    err: guardStream(process.stderr, { colour: mayColour(process.stderr) }),
    colour: mayColour(process.stdout),
    errColour: mayColour(process.stderr),
    isWatched: process.stderr.isTTY === true && !process.env['CI'],
  });
}

/** https://no-color.org */
function mayColour(stream: NodeJS.WriteStream): boolean {
  return stream.isTTY === true && !process.env['NO_COLOR'] && process.env['TERM'] !== 'dumb';
}
