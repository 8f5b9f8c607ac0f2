/** Which bytes of a file are asked for, from the first to the last, both among them. */
export interface ByteRange {
  readonly first: number;
  readonly last: number;
}

/**
 * Reads the header `Range` for a file of so many bytes (RFC 9110): one range, and all of the file where there are several or it cannot be
 * read. `BEYOND` where nothing of the file is asked for.
 */
export const rangeOf = (header: string | undefined, bytes: number): ByteRange | 'ALL' | 'BEYOND' => {
  const [, from = '', until = ''] = /^bytes=(\d{0,15})-(\d{0,15})$/.exec(header?.trim() ?? '') ?? [];
  if (from === '' && until === '') return 'ALL';
  if (from === '') {
    const length = Math.min(Number(until), bytes);
    return length === 0 ? 'BEYOND' : { first: bytes - length, last: bytes - 1 };
  }
  const first = Number(from);
  if (until !== '' && Number(until) < first) return 'ALL';
  if (first >= bytes) return 'BEYOND';
  return { first, last: until === '' ? bytes - 1 : Math.min(Number(until), bytes - 1) };
};
