/** No answer of a provider is longer: keys and settings take a few thousand bytes. */
const MOST_BYTES = 256 * 1024;

/** Asks a provider: follows no redirection, and reads no more than an answer can be long. */
export const carefulFetch = async (address: string, options: object): Promise<Response> => {
  const answer = await fetch(address, { ...options, redirect: 'manual' });
  const parts: Uint8Array<ArrayBuffer>[] = [];
  let length = 0;
  for await (const part of answer.body ?? []) {
    length += part.length;
    if (length > MOST_BYTES) throw new TypeError('the answer is too long');
    parts.push(new Uint8Array(part));
  }
  const { status, headers } = answer;
  // what is read here is read already: lengths and codings of the way do not hold any more
  const kept = new Headers(headers);
  for (const name of ['content-encoding', 'content-length']) kept.delete(name);
  return new Response(length === 0 ? null : new Blob(parts), { status, headers: kept });
};
