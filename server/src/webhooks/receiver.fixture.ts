import { once } from 'node:events';
import { createServer } from 'node:https';
import type { IncomingHttpHeaders } from 'node:http';
import type { AddressInfo } from 'node:net';
import { createWebhookPost, type PostTerms } from './post-webhook.ts';

/** Made for these tests alone, for names that nobody can have. */
const certificate = `-----BEGIN CERTIFICATE-----
MIIBuTCCAV+gAwIBAgIULDj0SSvjwVMewHNN9Oq3WUQjf6cwCgYIKoZIzj0EAwIw
GzEZMBcGA1UEAwwQcmVjZWl2ZXIuZXhhbXBsZTAgFw0yNjExMjIwNjIxNTNaGA8y
MTI2MTAyOTA2MjE1M1owGzEZMBcGA1UEAwwQcmVjZWl2ZXIuZXhhbXBsZTBZMBMG
ByqGSM49AgEGCCqGSM49AwEHA0IABKJQnpLerAY28OQrIsw5OTcyyzeN0XNWGYWg
PzXjzT+Yps/NI5r7OVLFfwQV/L6O77HZeBekBFL63t35mNTdt2ijfzB9MB0GA1Ud
DgQWBBQd28pECnOTkeMqAAMZYizLo5L6UTAfBgNVHSMEGDAWgBQd28pECnOTkeMq
AAMZYizLo5L6UTAPBgNVHRMBAf8EBTADAQH/MCoGA1UdEQQjMCGCEHJlY2VpdmVy
LmV4YW1wbGWCDW90aGVyLmV4YW1wbGUwCgYIKoZIzj0EAwIDSAAwRQIgGyp6uRo0
NmPkYejs6+5PYAeAcFJwELbE4kQ2jTFAqjgCIQC87+Phr/Wn66z4cVCnT9oa+65p
mkvrxmiB29DQPYrWJA==
-----END CERTIFICATE-----`;
const privateKey = `-----BEGIN PRIVATE KEY-----
MIGHAgEAMBMGByqGSM49AgEGCCqGSM49AwEHBG0wawIBAQQgcy+V7Xzc+6A95tGq
vw5Eoft3TOTPu4XdF4CwSSebyTOhRANCAASiUJ6S3qwGNvDkKyLMOTk3Mss3jdFz
VhmFoD81480/mKbPzSOa+zlSxX8EFfy+ju+x2XgXpARS+t7d+ZjU3bdo
-----END PRIVATE KEY-----`;

/** A message as a receiver has taken it. */
export interface Received {
  readonly method: string;
  readonly url: string;
  readonly headers: IncomingHttpHeaders;
  readonly body: string;
}

/** What a receiver does with a message: answers with a status, or never (null). */
export type Behaviour = (received: Received) => number | null;

/** A receiver on this machine, by HTTPS. */
export const startReceiver = async (name = 'receiver.example', port = 0) => {
  const received: Received[] = [];
  let behave: Behaviour = () => 204;
  const server = createServer({ cert: certificate, key: privateKey }, (request, response) => {
    const chunks: Buffer[] = [];
    request.on('data', (chunk: Buffer) => void chunks.push(chunk));
    request.on('end', () => {
      const { method = '', url = '', headers } = request;
      const message = { method, url, headers, body: Buffer.concat(chunks).toString() };
      received.push(message);
      const status = behave(message);
      if (status === null) return;
      if (status >= 300 && status < 400) response.setHeader('Location', '/elsewhere');
      response.writeHead(status).end(`answered ${status}`);
    });
  });
  server.listen(port, '127.0.0.1');
  await once(server, 'listening');
  const { port: taken } = server.address() as AddressInfo;
  return {
    url: `https://${name}:${taken}/hook`,
    port: taken,
    received,
    /** From now on it does this. */
    does(next: Behaviour) {
      behave = next;
    },
    async close() {
      server.closeAllConnections();
      server.close();
      await once(server, 'close');
    },
  };
};

/** The post of the server, to which this machine is a public place, with every name on it. */
export const postToThisMachine = (terms: Partial<PostTerms> = {}) =>
  createWebhookPost({
    isAllowed: (address) => address === '127.0.0.1',
    resolve: () => Promise.resolve([{ address: '127.0.0.1', family: 4 }]),
    patienceMs: 2_000,
    ca: certificate,
    ...terms,
  });
