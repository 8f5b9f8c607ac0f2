import { once } from 'node:events';
import { connect } from 'node:net';

/** What a scanner says of a file. */
export type ScanVerdict = 'CLEAN' | 'INFECTED';

/** Looks at files for viruses. Throws where it cannot just now: the file then waits. */
export type VirusScanner = (content: Buffer) => Promise<ScanVerdict>;

const pieceBytes = 64 * 1024;
const patienceMs = 30_000;
/** The longest answer that is read. */
const answerAtMost = 4_096;

/** The scanner cannot be reached, does not answer, or says that it could not look. */
export class ScannerFailedError extends Error {
  override name = 'ScannerFailedError';
}

/** ClamAV, over its own protocol on TCP: the file is sent in pieces, each with its length before it, and a length of nothing ends it. */
export const clamAv =
  (url: string): VirusScanner =>
  async (content) => {
    const { hostname, port } = new URL(url);
    const socket = connect({ host: hostname.replace(/^\[|\]$/g, ''), port: Number(port || 3310) });
    const signal = AbortSignal.timeout(patienceMs);
    const parts: Buffer[] = [];
    try {
      socket.on('data', (part: Buffer) => {
        if (parts.reduce((sum, { length }) => sum + length, 0) < answerAtMost) parts.push(part);
      });
      const ended = once(socket, 'end', { signal });
      ended.catch(() => {});
      await once(socket, 'connect', { signal });
      socket.write('zINSTREAM\0');
      for (let at = 0; at < content.length; at += pieceBytes) {
        const piece = content.subarray(at, at + pieceBytes);
        const length = Buffer.alloc(4);
        length.writeUInt32BE(piece.length);
        socket.write(length);
        if (!socket.write(piece)) await once(socket, 'drain', { signal });
      }
      socket.write(Buffer.alloc(4));
      await ended;
    } catch (cause) {
      throw new ScannerFailedError('The virus scanner cannot be reached.', { cause });
    } finally {
      socket.destroy();
    }
    const answer = Buffer.concat(parts).toString('utf8').replaceAll('\0', '').trim();
    if (answer === 'stream: OK') return 'CLEAN';
    if (answer.startsWith('stream: ') && answer.endsWith(' FOUND')) return 'INFECTED';
    throw new ScannerFailedError('The virus scanner could not look at a file.');
  };
