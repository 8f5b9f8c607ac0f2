import { fileFault, type FileFault } from './file-fault.ts';
import { rowsAtMost } from './limits.ts';

/** A file with more rows than one import takes. */
export const tooManyRows = (): FileFault =>
  fileFault(
    `This file has more than ${rowsAtMost.toLocaleString('en-GB')} rows.`,
    `Split it into files of at most ${rowsAtMost.toLocaleString('en-GB')} rows each, every one with the headings.`,
    'ROWS_AT_MOST',
  );
