import type { LookupAddress } from 'node:dns';
import { Resolver } from 'node:dns/promises';
import { Agent, request as httpsRequest, type RequestOptions } from 'node:https';
import { isIP } from 'node:net';
import type { Answer } from './delivery.rules.ts';
import { isPublicAddress } from './public-address.rules.ts';
import { answerKept } from './webhook.rules.ts';

/** What came back, or did not. */
export interface Posted {
  readonly answer: Answer;
  /** The beginning of the answer's body. */
  readonly text: string | null;
  readonly milliseconds: number;
}

/** Sends messages to receivers. */
export interface WebhookPost {
  deliver(url: string, headers: Readonly<Record<string, string>>, body: string): Promise<Posted>;
  close(): void;
}

/** Asks which addresses a name has. */
export type Resolve = (hostname: string) => Promise<readonly LookupAddress[]>;

/** How receivers are reached. Tests and drills reach one on this machine. */
export interface PostTerms {
  readonly isAllowed: (address: string) => boolean;
  readonly resolve: Resolve;
  /** For the whole of a delivery. */
  readonly patienceMs: number;
  /** Certificates that are trusted beside those of the machine. */
  readonly ca?: string;
}

/** In milliseconds: a name server that is slower than that answers nobody in time. */
const NAME_PATIENCE = 2_000;

/** Asks the name servers, with a time of its own, and without the few threads that the machine's own way would hold up. */
const resolveName: Resolve = async (hostname) => {
  const resolver = new Resolver({ timeout: NAME_PATIENCE, tries: 1 });
  const [four, six] = await Promise.allSettled([resolver.resolve4(hostname), resolver.resolve6(hostname)]);
  if (four.status === 'rejected' && six.status === 'rejected') throw four.reason;
  const found = [four, six].map((answer) => (answer.status === 'fulfilled' ? answer.value : []));
  return found.flatMap((addresses) => addresses.map((address) => ({ address, family: isIP(address) })));
};

export const postTerms: PostTerms = { isAllowed: isPublicAddress, resolve: resolveName, patienceMs: 10_000 };

/** The name leads to an address that is none of the public internet. */
class NotPublicError extends Error {
  readonly code = 'ADDRESS_NOT_PUBLIC';
}

const failureOf = (error: unknown): Answer => {
  const code = error instanceof Error && 'code' in error ? String(error.code) : '';
  if (code === 'ADDRESS_NOT_PUBLIC') return { failure: code };
  if (/^E(AI_|NOT)|ENODATA|ESERVFAIL/.test(code)) return { failure: 'NAME_NOT_FOUND' };
  if (/CERT|SELF_SIGNED|ERR_TLS|UNABLE_TO_|ERR_SSL/.test(code)) return { failure: 'CERTIFICATE' };
  return { failure: ['ABORT_ERR', 'ETIMEDOUT', 'ETIMEOUT'].includes(code) ? 'TIMED_OUT' : 'NO_CONNECTION' };
};

/** The addresses of a name. One that is not public spoils all of them: who can set it can set the others too. */
const addressesOf = async (hostname: string, { isAllowed, resolve }: PostTerms): Promise<readonly LookupAddress[]> => {
  const addresses = await resolve(hostname);
  if (addresses.length === 0 || addresses.some(({ address }) => !isAllowed(address)))
    throw new NotPublicError('not public');
  return addresses;
};

const bareHost = (url: string): string => new URL(url).hostname.replace(/^\[(.*)\]$/, '$1');

/** Why a receiver can not be reached at this address, as far as its name tells; null where it can. */
export const whyNotReachable = async (
  url: string,
  terms: PostTerms = postTerms,
): Promise<'ADDRESS_NOT_PUBLIC' | 'NAME_NOT_FOUND' | null> => {
  const host = bareHost(url);
  if (isIP(host) !== 0) return terms.isAllowed(host) ? null : 'ADDRESS_NOT_PUBLIC';
  try {
    await addressesOf(host, terms);
    return null;
  } catch (error) {
    return error instanceof NotPublicError ? 'ADDRESS_NOT_PUBLIC' : 'NAME_NOT_FOUND';
  }
};

/**
 * Posts over HTTPS. A connection is made to an address that was looked at in the same moment, never to a name that could lead elsewhere by
 * then. No redirect is followed, and of the answer only the beginning is read.
 */
export const createWebhookPost = (terms: PostTerms = postTerms): WebhookPost => {
  const agent = new Agent({ keepAlive: true, maxSockets: 8, maxFreeSockets: 2, timeout: 30_000 });
  const lookUp: RequestOptions['lookup'] = (hostname, options, done) => {
    addressesOf(hostname, terms).then(
      (addresses) => {
        const [first] = addresses;
        if (options.all === true) done(null, [...addresses]);
        else done(null, first?.address ?? '', first?.family);
      },
      (error: unknown) => done(error instanceof Error ? error : new Error('unknown'), '', 4),
    );
  };
  const post = (url: string, headers: Readonly<Record<string, string>>, body: string) =>
    new Promise<{ status: number; text: string }>((resolve, reject) => {
      const host = bareHost(url);
      // an address that is written out is looked up nowhere
      if (isIP(host) !== 0 && !terms.isAllowed(host)) return reject(new NotPublicError('not public'));
      const request = httpsRequest(
        url,
        {
          method: 'POST',
          agent,
          lookup: lookUp,
          signal: AbortSignal.timeout(terms.patienceMs),
          headers: { ...headers, 'Content-Length': String(Buffer.byteLength(body)) },
          ...(terms.ca === undefined ? {} : { ca: terms.ca }),
        },
        (response) => {
          const status = response.statusCode ?? 0;
          let text = '';
          const done = () => resolve({ status, text: text.slice(0, answerKept).replaceAll('\0', '') });
          response.setEncoding('utf8');
          response.on('data', (chunk: string) => {
            text += chunk;
            if (text.length <= answerKept) return;
            done();
            response.destroy();
          });
          response.on('end', done);
          // the status has come, and that is what counts
          response.on('error', done);
        },
      );
      request.on('error', reject);
      request.end(body);
      return undefined;
    });
  return {
    async deliver(url, headers, body) {
      const began = performance.now();
      const took = () => Math.round(performance.now() - began);
      try {
        const { status, text } = await post(url, headers, body);
        return { answer: { status }, text, milliseconds: took() };
      } catch (error) {
        return { answer: failureOf(error), text: null, milliseconds: took() };
      }
    },
    close: () => agent.destroy(),
  };
};
