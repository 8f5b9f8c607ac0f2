import { createHash } from 'node:crypto';

/**
 * The id of a public fact, made from what it is and its code (a name-based UUID, version 8), so that every database
 * gives a region or a trust the same id.
 */
export const referenceId = (kind: string, code: string): string => {
  const hash = createHash('sha256').update(`return-to-practice:${kind}:${code}`).digest('hex');
  return [
    hash.slice(0, 8),
    hash.slice(8, 12),
    `8${hash.slice(13, 16)}`,
    `8${hash.slice(17, 20)}`,
    hash.slice(20, 32),
  ].join('-');
};
