/**
 * A place in the schema's source.
 * `file` is relative to the folder that holds the schema folder, with forward slashes:
 * `schema/mongodb/audit-logs.ts`. Lines and columns count from 1.
 */
export interface Location {
  readonly file: string;
  readonly line: number;
  readonly column: number;
}
