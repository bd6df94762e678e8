import { isUtf8 } from 'node:buffer';
import { readFileSync, statSync } from 'node:fs';

/**
 * The text of a file that may be a module, without its byte order mark, or what keeps it from being one (continues a sentence: `which is …`).
 * Synchronous: a thousand small files are read five times faster that way. A device or a pipe is not opened: reading it might never end.
 */
export function readModuleText(path: string): { readonly text: string } | { readonly problem: string } {
  try {
    const about = statSync(path);
    if (about.isDirectory()) return { problem: 'is a folder' };
    if (!about.isFile()) return { problem: 'is not a regular file' };
    if (about.size > MOST_BYTES) return { problem: `is larger than ${MOST_BYTES / 1024 / 1024} MiB` };
    const bytes = readFileSync(path);
    // Read all the same, each foreign letter would reach the pages as another one.
    if (!isUtf8(bytes)) return { problem: 'is not encoded in UTF-8' };
    const text = bytes.toString('utf8');
    return { text: text.startsWith('\uFEFF') ? text.slice(1) : text };
  } catch {
    return { problem: 'cannot be read' };
  }
}

/** Far more than any module written by hand; data that large does not belong into a bundle. */
const MOST_BYTES = 32 * 1024 * 1024;
