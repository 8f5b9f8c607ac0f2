import { createHash } from 'node:crypto';
import { runCommand, type CommandContext, type CommandResult } from '../audit/run-command.ts';
import { FileFault } from '../imports/file/file-fault.ts';
import type { Refusal } from '../kernel/refusal.ts';
import { TurnedAway } from '../kernel/turned-away.ts';
import { mayImportNationalFiles } from './national-import.policy.ts';
import type { NationalFileKind } from './national-words.rules.ts';
import { readLines } from './read-lines.ts';
import { auditImport, takeIn, type ReadFile, type TakenIn } from './take-in.command.ts';
import type { Refused } from './write-national-file.command.ts';

/** A national file, with what was said of the parts of boards that are split. */
export interface NationalFile {
  readonly kind: NationalFileKind;
  readonly bytes: Buffer;
  readonly chosen: ReadonlyMap<string, string>;
}
/** What a file would change, looked at without saving anything. */
export type CheckedNationalFile = Omit<TakenIn, 'importId'>;

const refuseStrangers = ({ actor }: CommandContext): void => {
  if (actor.personId === null) throw new TurnedAway('UNAUTHENTICATED', 'Sign in first.');
  if (!mayImportNationalFiles(actor)) throw new TurnedAway('FORBIDDEN', 'Your role may not import this.');
};

const read = (context: CommandContext, { kind, bytes, chosen }: NationalFile): ReadFile | Refused => {
  try {
    const digest = createHash('sha256').update(bytes).digest('hex');
    return { kind, chosen, digest, lines: readLines(bytes), importedBy: context.actor.personId ?? '' };
  } catch (error) {
    if (error instanceof FileFault) return { refused: [error.refusal] };
    throw error;
  }
};

const busy: Refusal = {
  code: 'CONFLICT',
  path: ['file'],
  message: 'Another national file is being read at this moment. Nothing was saved.',
  help: 'Wait a minute, then try again.',
};
/** PostgreSQL's word for a wait that took too long. */
const waitedTooLong = (error: unknown): boolean => error instanceof Error && 'code' in error && error.code === '55P03';

const orBusy = async <Found>(work: Promise<Found>): Promise<Found | Refused> => {
  try {
    return await work;
  } catch (error) {
    if (waitedTooLong(error)) return { refused: [busy] };
    throw error;
  }
};

/** Looks at a national file: does all that it would do, says what that was and whom it affects, and takes everything back. */
export const checkNationalFile = async (
  context: CommandContext,
  file: NationalFile,
): Promise<CheckedNationalFile | Refused> => {
  refuseStrangers(context);
  const known = read(context, file);
  if ('refused' in known) return known;
  let found: CheckedNationalFile | Refused = { refused: [busy] };
  const result = await orBusy(
    runCommand(context, { name: 'checkNationalFile', input: null, idempotencyKey: null }, async (transaction) => {
      found = await takeIn(transaction, known, 'NOT_YET');
      return { refused: [] };
    }),
  );
  return 'refused' in result && result.refused.length > 0 ? { refused: result.refused } : found;
};

/** Takes a national file in, all of it or nothing, and lets follow whoever belongs to what has changed. */
export const applyNationalFile = async (
  context: CommandContext,
  file: NationalFile & { readonly idempotencyKey: string },
): Promise<CommandResult> => {
  refuseStrangers(context);
  const known = read(context, file);
  if ('refused' in known) return known;
  const input = {
    kind: file.kind,
    digest: known.digest,
    chosen: [...file.chosen],
  };
  return orBusy(
    runCommand(
      context,
      { name: 'applyNationalFile', input, idempotencyKey: file.idempotencyKey },
      async (transaction) => {
        const taken = await takeIn(transaction, known, 'MUST_BE_CHOSEN');
        if ('refused' in taken) return taken;
        if (taken.inTheWay.length > 0) return { refused: taken.inTheWay };
        await auditImport(transaction, 'applyNationalFile', known.kind, taken);
        return { done: { nationalImportId: taken.importId } };
      },
    ),
  );
};
