import type { Refusal } from '../../kernel/refusal.ts';

/** Why a whole file cannot be read. */
export class FileFault extends Error {
  override name = 'FileFault';

  constructor(readonly refusal: Refusal) {
    super(refusal.message);
  }
}

/** A file that cannot be read, with what to do about it. */
export const fileFault = (message: string, help: string, rule?: string): FileFault =>
  new FileFault({ code: 'VALUE_INVALID', path: ['file'], message, help, ...(rule === undefined ? {} : { rule }) });
