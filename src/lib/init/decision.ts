/** What becomes of one file that `polyref init` would have. Paths are relative to the root of the repository, with forward slashes. */
export type Decision =
  | { readonly kind: 'create'; readonly path: string; readonly text: string }
  | {
      readonly kind: 'add-scripts';
      readonly path: string;
      readonly before: string;
      readonly text: string;
      readonly added: readonly string[];
      /** Scripts that run something else, and stay. */
      readonly scripts: readonly string[];
    }
  /** It is as `init` would make it. */
  | { readonly kind: 'complete'; readonly path: string }
  | {
      readonly kind: 'leave';
      readonly path: string;
      /** Lines that it should have; empty where nothing is to be done. */
      readonly lacks: readonly string[];
      /** Scripts of a package.json that run something else. */
      readonly scripts: readonly string[];
    };

/** A folder, a link, a device: whatever is at a path and is no plain file. */
export const OTHER = Symbol('no plain file');

/** Path → the text of the file there, `OTHER`, or undefined where nothing is. */
export type LookAtPath = (path: string) => string | typeof OTHER | undefined;

/** A file is created where nothing is, and otherwise stays. */
export function decide(path: string, text: string, at: LookAtPath): Decision {
  const found = at(path);
  if (found === undefined) return { kind: 'create', path, text };
  return isSameText(found, text) ? { kind: 'complete', path } : { kind: 'leave', path, lacks: [], scripts: [] };
}

/** Whether a file holds a text, whatever its line ends: Git may have changed them. */
export function isSameText(found: ReturnType<LookAtPath>, text: string): boolean {
  return typeof found === 'string' && found.replaceAll('\r\n', '\n') === text;
}
