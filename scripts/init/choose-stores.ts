import type { Readable, Writable } from 'node:stream';
import { isatty, WriteStream } from 'node:tty';
import { isCancel, multiselect } from '@clack/prompts';
import { STORE_CHOICES, type StoreChoice } from '../../src/lib/init/index.ts';
import { didYouMean } from '../../src/lib/model/suggest.ts';
import { UsageError } from '../command.ts';

/**
 * The stores that the team has: as the flag says, else as somebody at a terminal answers, else all of them. Throws `UsageError` for a store that there is not.
 * @param value of `--stores`
 */
export async function chooseStores(value: unknown): Promise<readonly StoreChoice[]> {
  if (typeof value === 'string') return parseStores(value);
  const isWatched = isatty(STDIN) && isatty(STDERR) && !process.env['CI'];
  // A stream of its own: the terminal of commands lets no sequence through that moves the cursor. Nothing but the question is written to it.
  return isWatched ? askForStores(process.stdin, new WriteStream(STDERR)) : STORE_CHOICES;
}

function parseStores(text: string): readonly StoreChoice[] {
  const names = new Set(text.split(',').map((name) => name.trim()));
  if (names.has('')) throw new UsageError(`--stores has ${names.size === 1 ? 'no name' : `an empty name in \`${text}\``}. Write the stores with commas between them: --stores ${STORE_CHOICES.join(',')}`);
  for (const name of names) {
    if ((STORE_CHOICES as readonly string[]).includes(name)) continue;
    throw new UsageError(`--stores knows no \`${name}\`. ${didYouMean(name, STORE_CHOICES) || 'There are postgresql, mongodb and s3.'}`);
  }
  return STORE_CHOICES.filter((store) => names.has(store));
}

/** Throws `UsageError` when the question is not answered: nothing has been written by then. */
export async function askForStores(input: Readable, output: Writable): Promise<readonly StoreChoice[]> {
  const answer = await multiselect({ message: 'Which stores does your system have?', options: OPTIONS, initialValues: [...STORE_CHOICES], required: true, input, output });
  if (isCancel(answer)) throw new UsageError('Nothing was written.');
  return STORE_CHOICES.filter((store) => answer.includes(store));
}

const [STDIN, STDERR] = [0, 2];

const OPTIONS: { value: StoreChoice; label: string; hint: string }[] = [
  { value: 'postgresql', label: 'PostgreSQL', hint: 'tables' },
  { value: 'mongodb', label: 'MongoDB', hint: 'collections' },
  { value: 's3', label: 'S3', hint: 'objects, by the template of their keys' },
];
