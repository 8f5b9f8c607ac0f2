import type { Pack } from './pack-record.rules.ts';

/** Raise it when a name or a meaning in the file changes. */
const formatVersion = 1;

/** The pack as data: dates are ISO 8601, times are whole minutes. */
export const jsonOf = (pack: Pack): string =>
  `${JSON.stringify({ format: 'return-to-practice-pack', formatVersion, ...pack }, null, 2)}\n`;
