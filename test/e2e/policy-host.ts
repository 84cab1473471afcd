/** A static web server on this machine that can also misbehave. */
import { createHash } from 'node:crypto';
import { createServer, type IncomingMessage } from 'node:http';
import type { AddressInfo } from 'node:net';

export interface PolicyHost {
  readonly url: string;
  /** What is served from now on: a text, a status without one, an endless file of so many bytes, or an answer that never ends. */
  serve(what: string | { readonly status: number } | { readonly bytes: number } | { readonly silent: true }): void;
  /** Everything that was asked, as it came in. */
  readonly asked: readonly Pick<IncomingMessage, 'method' | 'headers' | 'url'>[];
  close(): Promise<void>;
}

export async function startPolicyHost(): Promise<PolicyHost> {
  let served: Parameters<PolicyHost['serve']>[0] = { status: 404 };
  const asked: Pick<IncomingMessage, 'method' | 'headers' | 'url'>[] = [];
  const server = createServer((request, response) => {
    const { method, headers, url } = request;
    asked.push({ method, headers, url });
    if (typeof served === 'object' && 'silent' in served) return void response.writeHead(200).write('handrail: 1\n');
    if (typeof served === 'string') {
      const etag = `"${createHash('sha256').update(served).digest('hex').slice(0, 16)}"`;
      const unchanged = headers['if-none-match'] === etag;
      return void response.writeHead(unchanged ? 304 : 200, { etag, 'content-type': 'application/octet-stream' }).end(unchanged ? undefined : served);
    }
    if ('status' in served) return void response.writeHead(served.status, { location: '/elsewhere' }).end('no');
    let left = served.bytes;
    const piece = Buffer.alloc(100_000, 'a');
    const send = (): void => {
      while (left > 0 && !response.destroyed) {
        left -= piece.length;
        if (!response.write(piece)) return void response.once('drain', send);
      }
      response.end();
    };
    response.writeHead(200, { 'content-type': 'text/plain' });
    send();
  });
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/team/policy.signed.json`,
    serve: (what) => void (served = what),
    asked,
    async close() {
      server.closeAllConnections();
      await new Promise((done) => server.close(done));
    },
  };
}
