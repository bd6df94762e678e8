import { UsageError } from '../command.ts';
import { openRepository } from './git.ts';

/** What stands before a path relative to a folder where it is named from the root of the repository: `packages/db/`, or nothing, as without a repository or git. */
export async function wayInRepository(folder: string): Promise<string> {
  try {
    const way = (await openRepository(folder)).pathOf(folder) ?? '';
    return way === '' ? '' : `${way}/`;
  } catch (error) {
    if (error instanceof UsageError) return '';
    throw error;
  }
}
