import { spawn } from 'node:child_process';
import { createRequire } from 'node:module';
import { finished } from 'node:stream/promises';
import type { server } from 'typescript';
import { homeOf, type Version } from './type-check.ts';

/** An editor's TypeScript: `tsserver`, a process of its own, asked as editors ask it. In a `marked` text, the first `|` is the place that the question is about. */
export interface Editor {
  /** The names that it offers. */
  readonly offers: (file: string, marked: string) => Promise<readonly string[]>;
  /** What hovering over the mark shows: the signature, and the documentation with its tags. */
  readonly hover: (file: string, marked: string) => Promise<{ readonly signature: string; readonly documentation: string; readonly tags: readonly string[] }>;
  /** What it underlines, with the message. */
  readonly underlines: (file: string, text: string) => Promise<readonly { readonly code: string; readonly message: string }[]>;
  readonly close: () => Promise<void>;
}

export function openEditor(version: Version): Editor {
  const program = createRequire(`${homeOf(version)}/package.json`).resolve('typescript/lib/tsserver.js');
  const child = spawn(process.execPath, [program, '--disableAutomaticTypingAcquisition', '--suppressDiagnosticEvents'], { stdio: ['pipe', 'pipe', 'inherit'] });
  const waiting = new Map<number, { readonly resolve: (body: any) => void; readonly reject: (error: Error) => void }>();
  let asked = 0;

  readMessages(child.stdout, (message) => {
    if (message.type !== 'response') return;
    const { request_seq: number, success, body, message: said } = message as server.protocol.Response;
    if (success || said === NOTHING) waiting.get(number)?.resolve(body);
    else waiting.get(number)?.reject(new Error(said));
    waiting.delete(number);
  });
  child.once('exit', () => {
    for (const { reject } of waiting.values()) reject(new Error('tsserver ended.'));
  });

  const tell = (command: string, args?: object): number => {
    asked += 1;
    child.stdin.write(`${JSON.stringify({ seq: asked, type: 'request', command, arguments: args })}\n`);
    return asked;
  };
  const ask = <Body>(command: string, args: object): Promise<Body> => {
    const number = tell(command, args);
    return new Promise((resolve, reject) => waiting.set(number, { resolve, reject }));
  };
  /** Opens the file with the text in place of what it had before, and says where the mark was. */
  const open = (file: string, marked: string): { readonly file: string; readonly line: number; readonly offset: number } => {
    const [before = ''] = marked.split('|', 1);
    tell('open', { file, fileContent: marked.replace('|', '') });
    const lines = before.split('\n');
    return { file, line: lines.length, offset: (lines.at(-1) ?? '').length + 1 };
  };

  return {
    async offers(file, marked) {
      const found = await ask<server.protocol.CompletionInfo | undefined>('completionInfo', open(file, marked));
      return (found?.entries ?? []).map(({ name }) => name);
    },
    async hover(file, marked) {
      const { displayString, documentation, tags } = await ask<server.protocol.QuickInfoResponseBody>('quickinfo', open(file, marked));
      return { signature: displayString, documentation: textOf(documentation), tags: tags.map(({ name, text }) => `@${name} ${textOf(text)}`) };
    },
    async underlines(file, text) {
      tell('open', { file, fileContent: text });
      const found = await ask<readonly server.protocol.Diagnostic[]>('semanticDiagnosticsSync', { file });
      return found.map(({ start, end, text: message }) => ({ code: textBetween(text, start, end), message }));
    },
    async close() {
      tell('exit');
      child.stdin.end();
      await finished(child.stdout);
    },
  };
}

/** An answer, not an error, though tsserver calls it one. */
const NOTHING = 'No content available.';

/** Each is below a header that says how many bytes it has. */
function readMessages(from: NodeJS.ReadableStream, take: (message: server.protocol.Message) => void): void {
  let rest = Buffer.alloc(0);
  from.on('data', (chunk: Buffer) => {
    rest = Buffer.concat([rest, chunk]);
    for (;;) {
      const head = /^Content-Length: (\d+)\r\n\r\n/.exec(rest.subarray(0, 60).toString('latin1'));
      const end = (head?.[0].length ?? 0) + Number(head?.[1]);
      if (head === null || rest.length < end) return;
      take(JSON.parse(rest.subarray(head[0].length, end).toString()) as server.protocol.Message);
      rest = rest.subarray(end);
    }
  });
}

function textOf(parts: string | readonly { readonly text: string }[] | undefined): string {
  return typeof parts === 'string' ? parts : (parts ?? []).map(({ text }) => text).join('');
}

function textBetween(text: string, start: server.protocol.Location, end: server.protocol.Location): string {
  const lines = text.split('\n');
  const offsetOf = ({ line, offset }: server.protocol.Location) => lines.slice(0, line - 1).join('\n').length + (line > 1 ? 1 : 0) + offset - 1;
  return text.slice(offsetOf(start), offsetOf(end));
}
