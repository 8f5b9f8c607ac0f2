/*
 * Lets the pages of the log open without a network. It keeps the files of one version of the web app, which the build lists
 * in `shell`, and nothing else: no answer of the server is ever put into a cache, so no personal data can be.
 *
 * With a network the page always comes from the server; so nobody is left with an old one. Without one, the newest version
 * that has arrived whole is shown: page and files of the same build.
 */

/** What the build puts in front of this file. */
interface Shell {
  /** Changes with every build. */
  readonly version: string;
  /** SHA-256 of the page, in hexadecimal: a page of another build than the files listed is not kept. */
  readonly page: string;
  readonly files: readonly string[];
  /** Paths that the server answers itself. */
  readonly serverPaths: readonly string[];
}
declare const shell: Shell;
declare const self: ServiceWorkerGlobalScope;

const prefix = 'shell-';
const cacheName = `${prefix}${shell.version}`;
const pagePath = '/index.html';
/** How long the server may take to send the page, in milliseconds, before the kept one is shown. */
const patienceMs = 5_000;

self.addEventListener('install', (event) => {
  event.waitUntil(keepShell());
});

self.addEventListener('activate', (event) => {
  event.waitUntil(dropOldShells().then(() => self.clients.claim()));
});

self.addEventListener('fetch', (event) => {
  const { request } = event;
  const { origin, pathname } = new URL(request.url);
  if (request.method !== 'GET' || origin !== self.location.origin || isForServer(pathname)) return;
  if (request.mode === 'navigate') event.respondWith(pageFromServerOrHere(request));
  else if (pathname.startsWith('/assets/')) event.respondWith(fileFromHereOrServer(request));
});

const isForServer = (path: string): boolean =>
  shell.serverPaths.some((own) => path === own || path.startsWith(`${own}/`));

/** All or nothing: where one file is missing, or the page is of another build, the version before stays. */
async function keepShell(): Promise<void> {
  const page = await fetch(pagePath, { cache: 'no-store', credentials: 'omit' });
  if (!page.ok || (await sha256(await page.clone().arrayBuffer())) !== shell.page)
    throw new Error('The page is of another build.');
  const cache = await caches.open(cacheName);
  try {
    await cache.addAll(shell.files);
    await cache.put(pagePath, page);
  } catch (error) {
    await caches.delete(cacheName);
    throw error;
  }
  // At once, not when the last tab is closed: on a phone it never is.
  await self.skipWaiting();
}

/** The version before this one stays, for tabs that are still open with it. */
async function dropOldShells(): Promise<void> {
  const others = (await caches.keys()).filter((name) => name.startsWith(prefix) && name !== cacheName);
  await Promise.all(others.slice(0, -1).map((name) => caches.delete(name)));
}

async function pageFromServerOrHere(request: Request): Promise<Response> {
  try {
    const answer = await Promise.race([fetch(request), afterPatience()]);
    if (answer.status < 500) return answer;
    return (await keptPage()) ?? answer;
  } catch (error) {
    const kept = await keptPage();
    if (kept === undefined) throw error;
    return kept;
  }
}

const keptPage = async (): Promise<Response | undefined> => (await caches.open(cacheName)).match(pagePath);

const afterPatience = (): Promise<never> =>
  new Promise((_resolve, reject) => {
    setTimeout(() => reject(new Error('The server takes too long.')), patienceMs);
  });

/** The name of such a file holds a hash of what is in it, so a kept one is never out of date. */
const fileFromHereOrServer = async (request: Request): Promise<Response> =>
  (await caches.match(new URL(request.url).pathname)) ?? fetch(request);

async function sha256(bytes: ArrayBuffer): Promise<string> {
  const hash = new Uint8Array(await crypto.subtle.digest('SHA-256', bytes));
  return [...hash].map((byte) => byte.toString(16).padStart(2, '0')).join('');
}
