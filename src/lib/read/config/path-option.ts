import { statSync } from 'node:fs';
import { resolve } from 'node:path';
import * as z from 'zod-own';
import { refusing, type Refusal } from './config-schema.ts';

/** The absolute path of something that is there. */
export function path(option: string, kind: 'file' | 'folder', folder: string): z.ZodType<string> {
  const refusal = refusing(`\`docs.${option}\` is not the path of a ${kind}.`, `Paths are relative to the configuration: './docs/…'.`);
  return z.string(refusal).refine((given) => given.trim() !== '' && !given.includes('\0') && !/^\w+:\/\//.test(given), refusal).transform((given, context) => {
    const found = resolve(folder, given);
    const about = statSync(found, { throwIfNoEntry: false });
    if (kind === 'file' ? about?.isFile() === true : about?.isDirectory() === true) return found;
    const what = about === undefined ? 'does not exist' : `is not a ${kind}`;
    context.issues.push({ code: 'custom', input: given, message: JSON.stringify({ message: `\`${given.slice(0, 200)}\` of \`docs.${option}\` ${what}.`, hint: 'Correct the path: it is relative to the configuration.' } satisfies Refusal) });
    return z.NEVER;
  });
}
