import { createHash, generateKeyPairSync, randomBytes, sign } from 'node:crypto';

const sha256 = (bytes: Buffer | string): Buffer => createHash('sha256').update(bytes).digest();
const numberIn = (bytes: number, value: number): Buffer => {
  const buffer = Buffer.alloc(bytes);
  buffer.writeUIntBE(value, 0, bytes);
  return buffer;
};

/** A passkey in software, for tests: it answers whatever it is asked, also wrongly where a test wants that. */
export const createAuthenticator = ({ origin, host }: { readonly origin: string; readonly host: string }) => {
  const { publicKey, privateKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' });
  const { x = '', y = '' } = publicKey.export({ format: 'jwk' });
  const id = randomBytes(16);
  const clientData = (type: string, challenge: string, at: string): Buffer =>
    Buffer.from(JSON.stringify({ type, challenge, origin: at, crossOrigin: false }));
  const authData = (flags: number, counter: number, site: string, more = Buffer.alloc(0)): Buffer =>
    Buffer.concat([sha256(site), Buffer.from([flags]), numberIn(4, counter), more]);
  const envelope = { id: id.toString('base64url'), rawId: id.toString('base64url'), type: 'public-key' };
  /** The public key as CBOR spells it (RFC 9053): an elliptic key for ES256. */
  const coseKey = Buffer.concat([
    Buffer.from('a5010203262001215820', 'hex'),
    Buffer.from(x, 'base64url'),
    Buffer.from('225820', 'hex'),
    Buffer.from(y, 'base64url'),
  ]);
  return {
    /** Makes the passkey. */
    make: (challenge: string, { at = origin } = {}) => {
      const held = Buffer.concat([Buffer.alloc(16), numberIn(2, id.length), id, coseKey]);
      const data = authData(0x45, 0, host, held);
      // the map { fmt: "none", attStmt: {}, authData } in CBOR
      const attestation = Buffer.concat([
        Buffer.from('a363666d74646e6f6e656761747453746d74a068617574684461746158', 'hex'),
        Buffer.from([data.length]),
        data,
      ]);
      const clientDataJSON = clientData('webauthn.create', challenge, at).toString('base64url');
      const attestationObject = attestation.toString('base64url');
      return { ...envelope, response: { clientDataJSON, attestationObject, transports: ['internal'] } };
    },
    /** Answers a question with it. */
    answer: (challenge: string, { at = origin, site = host, counter = 0, isUnlocked = true } = {}) => {
      const data = authData(isUnlocked ? 0x05 : 0x01, counter, site);
      const client = clientData('webauthn.get', challenge, at);
      const signature = sign('sha256', Buffer.concat([data, sha256(client)]), privateKey);
      return {
        ...envelope,
        response: {
          clientDataJSON: client.toString('base64url'),
          authenticatorData: data.toString('base64url'),
          signature: signature.toString('base64url'),
        },
      };
    },
  };
};
