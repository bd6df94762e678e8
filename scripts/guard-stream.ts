import { StringDecoder } from 'node:string_decoder';
import { keepColours } from '../src/lib/model/terminal-text.ts';
import { breakCommands } from '../src/lib/model/visible-line.ts';

/**
 * Makes safe to print what anybody writes to a stream from now on: line ends stay, control characters and hidden ones are made visible, and no line is a
 * command of a build server.
 * @param options.colour whether colours stay too; without it they are dropped, as other programs colour what they print to a build server
 * @returns writes as it is what is safe already
 */
export function guardStream(stream: Pick<NodeJS.WriteStream, 'write'>, { colour }: { readonly colour: boolean }): (text: string) => void {
  const write = stream.write.bind(stream) as Write;
  const decoder = new StringDecoder('utf8');
  /** What was written of the line that has not ended yet. */
  let begun = '';
  const safe = (text: string): string => {
    const shown = keepColours(colour ? text : text.replace(COLOURS, ''));
    const together = breakCommands(begun + shown);
    // A command may have been begun in what is written already.
    const rest = together.startsWith(begun) ? together.slice(begun.length) : `\\${shown}`;
    const line = (begun + shown).slice((begun + shown).lastIndexOf('\n') + 1);
    // No command is longer before it can be told.
    begun = line.length > 200 ? `x${line.slice(-80)}` : line;
    return rest;
  };
  stream.write = ((chunk: string | Uint8Array, ...rest: readonly unknown[]) => {
    const [encoding, done] = typeof rest[0] === 'function' ? [undefined, rest[0]] : rest;
    const bytes = typeof chunk === 'string' ? Buffer.from(chunk, encoding as BufferEncoding | undefined) : chunk;
    return write(safe(decoder.write(bytes as Buffer)), done as () => void);
  }) as NodeJS.WriteStream['write'];
  return (text) => {
    begun = '';
    write(text);
  };
}

/** Parameters of colours and styles, as programs write them. */
const COLOURS = /\u001b\[[\d;:]*m/g;

type Write = (text: string, done?: () => void) => boolean;
