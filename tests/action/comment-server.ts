import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { onTestFinished } from 'vitest';

export interface Comment {
  readonly id: number;
  body: string;
  readonly user: { readonly type: 'Bot' | 'User' };
  readonly author_association: string;
}

/** The part of GitHub's API that keeps comments, on this machine. `written` lists what changed something. */
export async function commentServer(comments: Comment[] = [], { status }: { readonly status?: number } = {}): Promise<{ readonly api: string; readonly comments: Comment[]; readonly written: string[] }> {
  const written: string[] = [];
  const server = createServer((request, response) => {
    const answer = (code: number, value: unknown) => {
      response.statusCode = code;
      response.end(JSON.stringify(value));
    };
    const url = new URL(request.url ?? '', 'http://api');
    let text = '';
    request.setEncoding('utf8').on('data', (part: string) => (text += part));
    request.on('end', () => {
      if (status !== undefined) return answer(status, { message: 'Resource not accessible by integration' });
      if (request.headers.authorization !== 'Bearer a-token') return answer(401, {});
      if (request.method === 'GET' && url.pathname === '/repos/acme/shop/issues/7/comments') {
        const [size, page] = [Number(url.searchParams.get('per_page')), Number(url.searchParams.get('page'))];
        return answer(200, comments.slice((page - 1) * size, page * size));
      }
      written.push(`${request.method} ${url.pathname}`);
      const { body } = JSON.parse(text) as { readonly body: string };
      if (request.method === 'POST' && url.pathname === '/repos/acme/shop/issues/7/comments') {
        comments.push({ id: 1000 + comments.length, body, user: { type: 'Bot' }, author_association: 'NONE' });
        return answer(201, comments.at(-1));
      }
      const found = comments.find(({ id }) => request.method === 'PATCH' && url.pathname === `/repos/acme/shop/issues/comments/${id}`);
      if (found === undefined) return answer(404, {});
      found.body = body;
      return answer(200, found);
    });
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  onTestFinished(() => void server.close());
  return { api: `http://127.0.0.1:${(server.address() as AddressInfo).port}`, comments, written };
}
