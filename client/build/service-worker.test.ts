import { createHash, webcrypto } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { createContext, Script } from 'node:vm';
import { expect, test } from 'vitest';
import { workerText } from './service-worker.ts';

const origin = 'https://service.example';
const source = await readFile(join(import.meta.dirname, '../src/service-worker.ts'), 'utf8');
const hashOf = (text: string) => createHash('sha256').update(text).digest('hex');

/** What the server sends: one build's files by their paths. Undefined while there is no network. */
type Network = { files: Record<string, string> | undefined; asked: string[] };

const buildOf = (version: string) => ({
  page: `<html>${version}</html>`,
  file: `/assets/log-${version}.js`,
  served: { '/index.html': `<html>${version}</html>`, [`/assets/log-${version}.js`]: `code ${version}` },
});

const pathOf = (asked: unknown) => new URL(asked instanceof Request ? asked.url : String(asked), origin).pathname;

const fetchFrom = (network: Network) => (asked: unknown) => {
  const path = pathOf(asked);
  network.asked.push(path);
  if (network.files === undefined) return Promise.reject(new TypeError('no network'));
  const found = path.startsWith('/assets/')
    ? network.files[path]
    : (network.files[path] ?? network.files['/index.html']);
  return Promise.resolve(new Response(found ?? 'none', { status: found === undefined ? 404 : 200 }));
};

/** The caches of one browser, in the order in which they were made. */
function cachesOf(network: Network) {
  const all = new Map<string, Map<string, Response>>();
  const put = (kept: Map<string, Response>, asked: unknown, answer: Response) => kept.set(pathOf(asked), answer);
  const match = (kept: Map<string, Response>, asked: unknown) => kept.get(pathOf(asked))?.clone();
  return {
    all,
    open: async (name: string) => {
      const kept = all.get(name) ?? new Map<string, Response>();
      all.set(name, kept);
      return {
        match: async (asked: unknown) => match(kept, asked),
        put: async (asked: unknown, answer: Response) => void put(kept, asked, answer),
        addAll: async (files: readonly string[]) => {
          const answers = await Promise.all(files.map(fetchFrom(network)));
          if (answers.some(({ ok }) => !ok)) throw new TypeError('a file is missing');
          files.forEach((file, index) => put(kept, file, answers[index] ?? Response.error()));
        },
      };
    },
    keys: async () => [...all.keys()],
    delete: async (name: string) => all.delete(name),
    match: async (asked: unknown) => [...all.values()].map((kept) => match(kept, asked)).find(Boolean),
  };
}

/** A worker of one version in a browser. */
async function workerOf(version: string, network: Network, caches: ReturnType<typeof cachesOf>) {
  const { page, file } = buildOf(version);
  const text = await workerText(source, {
    version,
    page: hashOf(page),
    files: [file],
    serverPaths: ['/graphql', '/demo'],
  });
  const heard = new Map<string, (event: object) => void>();
  const self = {
    addEventListener: (name: string, listener: (event: object) => void) => heard.set(name, listener),
    skipWaiting: () => Promise.resolve(),
    clients: { claim: () => Promise.resolve() },
    location: { origin },
  };
  const world = { self, caches, fetch: fetchFrom(network), crypto: webcrypto, URL, Response, setTimeout };
  new Script(text).runInContext(createContext(world));
  const waitFor = async (name: string): Promise<void> => {
    let work: Promise<unknown> = Promise.resolve();
    heard.get(name)?.({ waitUntil: (given: Promise<unknown>) => (work = given) });
    await work;
  };
  return {
    install: async () => {
      await waitFor('install');
      await waitFor('activate');
    },
    /** What the page gets; undefined where the worker leaves the request to the browser. */
    ask: async (path: string, mode = 'navigate', method = 'GET'): Promise<string | undefined> => {
      let answer: Promise<Response> | undefined;
      const request = { url: `${origin}${path}`, mode, method, toString: () => `${origin}${path}` };
      heard.get('fetch')?.({ request, respondWith: (given: Promise<Response>) => (answer = given) });
      return (await answer)?.text();
    },
  };
}

const browser = () => {
  const network: Network = { files: buildOf('one').served, asked: [] };
  return { network, caches: cachesOf(network) };
};

test('without a network every page opens, with the code of the same build', async () => {
  const { network, caches } = browser();
  const worker = await workerOf('one', network, caches);
  await worker.install();
  network.files = undefined;
  expect(await worker.ask('/log/add')).toBe('<html>one</html>');
  expect(await worker.ask('/assets/log-one.js', 'cors')).toBe('code one');
});

test('with a network the page is always the server’s: after an update nobody sees the old one', async () => {
  const { network, caches } = browser();
  const one = await workerOf('one', network, caches);
  await one.install();
  network.files = buildOf('two').served;
  expect(await one.ask('/log')).toBe('<html>two</html>');
  const two = await workerOf('two', network, caches);
  await two.install();
  network.files = undefined;
  expect(await two.ask('/log')).toBe('<html>two</html>');
  expect(await two.ask('/assets/log-two.js', 'cors')).toBe('code two');
  // a tab that is still open with the version before can go on
  expect(await two.ask('/assets/log-one.js', 'cors')).toBe('code one');
});

test('an update that arrives in part changes nothing', async () => {
  const { network, caches } = browser();
  const one = await workerOf('one', network, caches);
  await one.install();
  network.files = { '/index.html': buildOf('two').page };
  const two = await workerOf('two', network, caches);
  await expect(two.install()).rejects.toThrow('a file is missing');
  network.files = buildOf('three').served;
  await expect(two.install()).rejects.toThrow('another build');
  network.files = undefined;
  expect(await one.ask('/log')).toBe('<html>one</html>');
  expect([...caches.all.keys()]).toEqual(['shell-one']);
});

test('two versions are kept, and no more', async () => {
  const { network, caches } = browser();
  for (const version of ['one', 'two', 'three']) {
    network.files = buildOf(version).served;
    await (await workerOf(version, network, caches)).install();
  }
  expect([...caches.all.keys()]).toEqual(['shell-two', 'shell-three']);
});

test('questions, uploads and the server’s own pages are left alone, and no answer is ever kept', async () => {
  const { network, caches } = browser();
  const worker = await workerOf('one', network, caches);
  await worker.install();
  expect(await worker.ask('/graphql', 'cors', 'POST')).toBeUndefined();
  expect(await worker.ask('/graphql?documentId=1', 'cors')).toBeUndefined();
  expect(await worker.ask('/demo/mailbox')).toBeUndefined();
  expect(await worker.ask('/log')).toBe('<html>one</html>');
  expect(await worker.ask('/assets/other.js', 'cors')).toBe('none');
  expect([...(caches.all.get('shell-one')?.keys() ?? [])].toSorted()).toEqual(['/assets/log-one.js', '/index.html']);
});
