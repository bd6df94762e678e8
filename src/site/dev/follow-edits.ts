import type { Catalog } from '../../lib/model/catalog.ts';
import type { Finding } from '../../lib/model/finding.ts';

/**
 * Keeps whoever watches up to date while a schema is edited. After an edit the schema is read, and what it says of the page that is open is shown at once; all pages
 * are written when no further edit waits. A mistake does not keep the last good state from being written.
 * @returns says that something was edited; said ten times while there is work, it counts once
 */
export function followEdits(schema: LiveSchema, audience: Audience, pause = PAUSE): () => void {
  let edited = false;
  let busy = false;
  const work = async (): Promise<void> => {
    let unwritten: ReadSchema | undefined;
    while (edited || unwritten !== undefined) {
      if (edited) {
        await new Promise((done) => setTimeout(done, pause));
        edited = false;
        const read = await schema.read();
        if (read.kind === 'read') {
          unwritten = read;
          await audience.show(read);
        } else audience.tell(read.findings);
        continue;
      }
      if (unwritten === undefined) break;
      const written = await schema.write(unwritten, () => edited);
      if (written.kind === 'overtaken') continue;
      unwritten = undefined;
      if (written.kind === 'written') audience.written(written.changed);
      else audience.tell(written.findings);
    }
  };
  const begin = async (): Promise<void> => {
    busy = true;
    // What nobody foresaw is told too, and the next edit begins anew.
    await work().catch((error: unknown) => audience.tell([unexpected(error)]));
    busy = false;
    if (edited) void begin();
  };
  return () => {
    edited = true;
    if (!busy) void begin();
  };
}

/** So long after an edit the next is waited for: editors write a file in several steps, and some save several files at once. Milliseconds. */
const PAUSE = 20;

/** A schema that is read and whose pages are written again and again. */
export interface LiveSchema<Read extends ReadSchema = ReadSchema> {
  /** Absolute paths of every file that was read last, wherever it is. */
  files(): readonly string[];
  read(): Promise<Read | { readonly kind: 'unreadable'; readonly findings: readonly Finding[] }>;
  /** Writes all pages, unless it is overtaken before. */
  write(read: Read, isOvertaken: () => boolean): Promise<{ readonly kind: 'written'; readonly changed: readonly string[] } | { readonly kind: 'overtaken' } | { readonly kind: 'unwritable'; readonly findings: readonly Finding[] }>;
}

export interface ReadSchema {
  readonly kind: 'read';
  readonly catalog: Catalog;
  /** Of every generated file, relative to the out folder. */
  readonly paths: readonly string[];
  /** What a page will say, but for what the rules find. */
  readonly sketchOf: (path: string) => string | undefined;
}

/** Who is told what. */
export interface Audience {
  /** The schema is in order; its pages are not written yet. */
  show(read: ReadSchema): Promise<void>;
  /** The pages are written. `changed`: paths of the files that are new, different or gone, relative to the out folder. */
  written(changed: readonly string[]): void;
  /** The pages cannot be made, and why. */
  tell(findings: readonly Finding[]): void;
}

function unexpected(error: unknown): Finding {
  return { rule: 'generate-failed', severity: 'error', message: error instanceof Error ? error.message : String(error) };
}
