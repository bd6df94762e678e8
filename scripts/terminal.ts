/** Where a command prints: results to `out`, everything about the run to `err`. */
export interface Terminal {
  readonly out: (text: string) => void;
  readonly err: (text: string) => void;
  /** Whether results may be coloured; `errColour` for the other stream. */
  readonly colour: boolean;
  readonly errColour: boolean;
  /** Says what is being done, in one line that the next one takes the place of; nothing where nobody watches. `''` clears it. */
  readonly progress: (text: string) => void;
}

const watched = process.stderr.isTTY === true && !process.env['CI'];

export const processTerminal: Terminal = {
  out: (text) => void process.stdout.write(text),
  err: (text) => void process.stderr.write(text),
  colour: mayColour(process.stdout),
  errColour: mayColour(process.stderr),
  progress: (text) => {
    if (watched) process.stderr.write(`\r\u001b[K${text}`);
  },
};

/** https://no-color.org */
function mayColour(stream: NodeJS.WriteStream): boolean {
  return stream.isTTY === true && !process.env['NO_COLOR'] && process.env['TERM'] !== 'dumb';
}
