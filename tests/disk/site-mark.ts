import type { FolderMark } from '../../src/lib/disk/folder-mark.ts';

export const MARK: FolderMark = { name: '.made-here', text: 'All of this was made.\n' };
