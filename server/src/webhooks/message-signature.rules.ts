import { createHash, sign, type KeyObject } from 'node:crypto';

/** What of a message is signed. Example: `@method`, `content-digest`. */
export interface Component {
  readonly name: string;
  readonly value: string;
}

/** How it is signed. */
export interface SignatureTerms {
  /** When it is made, in seconds. */
  readonly created: number;
  /** When it stops being good, in seconds. */
  readonly expires?: number;
  readonly keyId: string;
  readonly algorithm?: 'ed25519';
  /** For what the signature is made, so that it cannot be passed off as made for another thing. */
  readonly tag?: string;
}

const quoted = (text: string): string => `"${text.replaceAll(/["\\]/g, '\\$&')}"`;

/** `("@method" "@target-uri");created=1;keyid="…"`: RFC 9421, section 2.3. */
const signatureParameters = (components: readonly Component[], terms: SignatureTerms): string =>
  [
    `(${components.map(({ name }) => quoted(name)).join(' ')})`,
    `created=${terms.created}`,
    ...(terms.expires === undefined ? [] : [`expires=${terms.expires}`]),
    `keyid=${quoted(terms.keyId)}`,
    ...(terms.algorithm === undefined ? [] : [`alg=${quoted(terms.algorithm)}`]),
    ...(terms.tag === undefined ? [] : [`tag=${quoted(terms.tag)}`]),
  ].join(';');

/** The text that is signed: RFC 9421, section 2.5. */
export const signatureBase = (components: readonly Component[], terms: SignatureTerms): string =>
  [...components, { name: '@signature-params', value: signatureParameters(components, terms) }]
    .map(({ name, value }) => `${quoted(name)}: ${value}`)
    .join('\n');

/** The two headers of a signature by Ed25519: RFC 9421, sections 3.3.6 and 4. */
export const signatureHeaders = (
  label: string,
  components: readonly Component[],
  terms: SignatureTerms,
  key: KeyObject,
): { readonly 'Signature-Input': string; readonly Signature: string } => ({
  'Signature-Input': `${label}=${signatureParameters(components, terms)}`,
  Signature: `${label}=:${sign(null, Buffer.from(signatureBase(components, terms)), key).toString('base64')}:`,
});

/** The header `Content-Digest` of a body: RFC 9530. */
export const contentDigest = (body: string): string =>
  `sha-256=:${createHash('sha256').update(body).digest('base64')}:`;
