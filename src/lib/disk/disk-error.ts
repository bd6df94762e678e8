/** The disk refuses; `path` says where, relative to the out folder where it is below it. */
export class DiskError extends Error {
  readonly path: string;
  readonly hint: string;

  constructor({ path, message, hint }: { readonly path: string; readonly message: string; readonly hint: string }) {
    super(message);
    this.name = 'DiskError';
    this.path = path;
    this.hint = hint;
  }
}
