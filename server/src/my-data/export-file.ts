import { Zip, ZipDeflate, ZipPassThrough } from 'fflate';

/** One part of the file that is handed over. */
export interface Part {
  readonly name: string;
  /** Read when its turn comes: the whole is never in memory. */
  readonly content: () => Promise<Uint8Array>;
  /** True for what is packed already. */
  readonly isPacked: boolean;
}

/** The parts as one ZIP file, a piece at a time. */
export async function* zipOf(parts: readonly Part[]): AsyncGenerator<Uint8Array> {
  let ready: Uint8Array[] = [];
  let failed: Error | undefined;
  const zip = new Zip((error, piece) => {
    if (error) failed = error;
    else ready.push(piece);
  });
  const take = function* (): Generator<Uint8Array> {
    if (failed) throw failed;
    yield* ready;
    ready = [];
  };
  for (const { name, content, isPacked } of parts) {
    const entry = isPacked ? new ZipPassThrough(name) : new ZipDeflate(name, { level: 6 });
    zip.add(entry);
    entry.push(await content(), true);
    yield* take();
  }
  zip.end();
  yield* take();
}
