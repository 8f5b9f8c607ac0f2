import type { Request, Response } from 'express';
import { refuseUpload } from './admit-upload.ts';

const closed = new Error('The connection was closed.');

/** How long a sender of too much may go on, so that the answer reaches them; then the connection is cut. */
const lingerMs = 1_000;

/**
 * Reads an upload as it streams in, never more than `atMost` bytes of it. Answers the request itself and resolves to undefined where it
 * is larger, is compressed, or is of a media type that a form of another site could send.
 */
export const readUpload = async (
  request: Request,
  response: Response,
  {
    atMost,
    types,
    onlyThese = 'Send a CSV file, tab-separated text or an Excel workbook (.xlsx), without compression.',
  }: { readonly atMost: number; readonly types: readonly string[]; readonly onlyThese?: string },
): Promise<Buffer | undefined> => {
  const type = (request.get('content-type') ?? '').split(';')[0]?.trim().toLowerCase() ?? '';
  const refuse = (...why: [status: number, code: string, message: string]): undefined =>
    refuseUpload(request, response, ...why);
  if (!types.includes(type) || !['identity', undefined].includes(request.get('content-encoding')))
    return refuse(415, 'BAD_USER_INPUT', onlyThese);
  const tooLarge = `The file is too large. Send at most ${atMost / 1024 / 1024} MB.`;
  const refuseAtOnce = (): undefined => {
    refuse(413, 'LIMIT_EXCEEDED', tooLarge);
    // nobody waits for a gigabyte to arrive
    const cut = setTimeout(() => request.socket.destroy(), lingerMs).unref();
    request.once('end', () => clearTimeout(cut));
  };
  if (Number(request.get('content-length') ?? 0) > atMost) return refuseAtOnce();
  const parts: Buffer[] = [];
  let size = 0;
  for await (const part of request.iterator({ destroyOnReturn: false }) as AsyncIterable<Buffer>) {
    size += part.length;
    if (size > atMost) break;
    parts.push(part);
  }
  if (size > atMost) return refuseAtOnce();
  if (request.destroyed && !request.complete) throw closed;
  return Buffer.concat(parts);
};
