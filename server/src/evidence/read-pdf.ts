import { once } from 'node:events';
import { extname } from 'node:path';
import { Worker } from 'node:worker_threads';
import type { PdfFound } from './file-content.rules.ts';

/** The source as it runs from TypeScript in tests, the built file elsewhere. */
const workerFile = new URL(`./read-pdf.worker${extname(import.meta.url)}`, import.meta.url);

/** What reading one document may take; beyond, it is not read at all, and the server lives. */
const heapAtMostMb = 256;
const timeAtMostMs = 10_000;
/** One after the other: two cores serve everybody else too. */
let turn: Promise<unknown> = Promise.resolve();

const readOnce = async (bytes: Buffer): Promise<PdfFound | null> => {
  // its warnings about fonts and drawing are of no use to anybody
  const options = { resourceLimits: { maxOldGenerationSizeMb: heapAtMostMb }, stdout: true, stderr: true };
  const worker = new Worker(workerFile, options);
  const stop = new AbortController();
  const signal = AbortSignal.any([stop.signal, AbortSignal.timeout(timeAtMostMs)]);
  const answer: Promise<PdfFound[]> = once(worker, 'message', { signal });
  const ending: Promise<PdfFound[]> = once(worker, 'exit', { signal }).then(() => []);
  try {
    const copy = new Uint8Array(bytes);
    worker.postMessage(copy, [copy.buffer]);
    const [found] = await Promise.race([answer, ending]);
    return found ?? null;
  } catch {
    return null;
  } finally {
    stop.abort();
    await Promise.allSettled([answer, ending]);
    await worker.terminate();
  }
};

/** Reads a PDF in a thread of its own, which a hostile one cannot hold up for long; null where it took too much. */
export const readPdf = async (bytes: Buffer): Promise<PdfFound | null> => {
  const mine = turn.then(() => readOnce(bytes));
  turn = mine;
  return mine;
};
