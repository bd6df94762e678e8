import { UsageError } from './command.ts';

/**
 * A path as typed behind a flag. Throws `UsageError` for what would be taken for another one than is meant: a folder called `~` is easily removed together with what it is mistaken for.
 * @param flag `--dist`
 */
export function pathOption(flag: string, text: string): string {
  if (text.trim() === '') throw new UsageError(`${flag} needs a path, and is empty.`);
  if (/^~[^/\\]*(?:[/\\]|$)/.test(text)) throw new UsageError(`${flag} begins with \`~\`, which the shell did not expand. Write "$HOME/…", or ./~ for a folder with that name.`);
  if (/^[a-z][a-z0-9+.-]+:\/\//i.test(text)) throw new UsageError(`${flag} must be a path, not the URL \`${text}\`.`);
  return text;
}
