// Serves one folder on 127.0.0.1: the playground by hand, and the pages of the browser tests.
// Must not serve anything outside that folder or to another machine.
//
// usage: node tests/serve.mjs DIR [PORT]
import { readFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import { extname, join, normalize, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';

const TYPES = {
  '.css': 'text/css; charset=utf-8',
  '.html': 'text/html; charset=utf-8',
  '.htm': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.json': 'application/json',
  '.jpg': 'image/jpeg',
  '.pdf': 'application/pdf',
  '.mjs': 'text/javascript; charset=utf-8',
  '.png': 'image/png',
  '.svg': 'image/svg+xml',
  '.txt': 'text/plain; charset=utf-8',
  '.wasm': 'application/wasm',
};

/**
 * @typedef {object} Served
 * @property {string} url the root, with a slash at its end
 * @property {string[]} requests every path asked for, in order
 * @property {() => Promise<void>} close
 */

/**
 * @param {string} folder
 * @param {{port?: number, headers?: (path: string) => Record<string, string>, change?: (body: Buffer, path: string) => Buffer}} [options]
 *   `headers` gives a path its own, such as a content security policy; `change` may rewrite a file on its way
 * @returns {Promise<Served>}
 */
export function serve(folder, { port = 0, headers = () => ({}), change = (body) => body } = {}) {
  const root = resolve(folder);
  /** @type {string[]} */
  const requests = [];
  const server = createServer(async (request, response) => {
    const path = new URL(request.url ?? '/', 'http://127.0.0.1').pathname;
    requests.push(path);
    try {
      const inside = normalize(decodeURIComponent(path));
      const file = join(root, inside.endsWith('/') ? `${inside}index.html` : inside);
      const body = change(await readFile(file), path);
      const type = TYPES[/** @type {keyof typeof TYPES} */ (extname(file))] ?? 'application/octet-stream';
      response.writeHead(200, { 'content-type': type, 'cache-control': 'no-store', ...headers(path) });
      response.end(body);
    } catch {
      response.writeHead(404, { 'content-type': 'text/plain' });
      response.end('not here\n');
    }
  });
  return new Promise((done, failed) => {
    server.once('error', failed);
    server.listen(port, '127.0.0.1', () => {
      const address = /** @type {import('node:net').AddressInfo} */ (server.address());
      done({
        url: `http://127.0.0.1:${address.port}/`,
        requests,
        close: () =>
          new Promise((closed) => {
            server.close(() => closed());
            server.closeAllConnections();
          }),
      });
    });
  });
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const [folder, port] = process.argv.slice(2);
  if (!folder) {
    console.error('usage: node tests/serve.mjs DIR [PORT]');
    process.exit(2);
  }
  const { url } = await serve(folder, { port: Number(port ?? 0) });
  console.log(`${folder} is at ${url} (Ctrl-C ends it)`);
}
