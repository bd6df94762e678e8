/** What the system says when it refuses, as the end of a sentence: `the disk is full`. */
export function describeRefusal(error: unknown): string {
  const code = error instanceof Error && 'code' in error ? String(error.code) : '';
  const message = error instanceof Error ? error.message : String(error);
  return REASONS[code] ?? message.replace(/,? '[^']*'/g, '');
}

const NO_PERMISSION = 'you do not have permission';

const REASONS: Readonly<Record<string, string>> = {
  EACCES: NO_PERMISSION,
  EPERM: NO_PERMISSION,
  EROFS: 'its file system is read-only',
  ENOSPC: 'the disk is full',
  EDQUOT: 'your disk quota is used up',
  EFBIG: 'the file would be larger than is allowed here',
  EBUSY: 'another program uses it',
  ENOENT: 'something on the way is not there',
  ELOOP: 'symbolic links on the way lead in a circle',
  ENAMETOOLONG: 'its name is too long',
};
