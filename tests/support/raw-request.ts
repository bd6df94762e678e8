import { connect } from 'node:net';

/**
 * Sends lines to a server of this machine as they are, and reads what it answers until it closes the connection, or, where it changes the protocol, until then.
 * No part of it is tidied up, as every client does.
 */
export function rawRequest(port: number, lines: readonly string[]): Promise<RawAnswer> {
  return new Promise((done) => {
    let answer = '';
    const socket = connect(port, '127.0.0.1', () => socket.write(`${lines.join('\r\n')}\r\n\r\n`));
    socket.setEncoding('latin1').on('data', (text) => {
      answer += text;
      if (answer.startsWith('HTTP/1.1 101')) socket.destroy();
    });
    // A server may close what it does not want to read.
    socket.on('error', () => undefined);
    socket.on('close', () => {
      const [head = '', ...body] = answer.split('\r\n\r\n');
      done({ status: head.split('\r\n')[0] ?? '', text: withoutChunks(head, body.join('\r\n\r\n')).replace(/\n$/, '') });
    });
  });
}

export interface RawAnswer {
  /** The first line, such as `HTTP/1.1 200 OK`; empty when there was no answer. */
  readonly status: string;
  /** Without the line break at its end. */
  readonly text: string;
}

function withoutChunks(head: string, body: string): string {
  if (!/^transfer-encoding: chunked$/im.test(head)) return body;
  let text = '';
  for (let rest = body; rest !== ''; ) {
    const [, size = '0'] = /^([\da-f]+)\r\n/i.exec(rest) ?? [];
    const start = size.length + 2;
    const end = start + Number.parseInt(size, 16);
    if (end === start) break;
    text += rest.slice(start, end);
    rest = rest.slice(end + 2);
  }
  return text;
}
