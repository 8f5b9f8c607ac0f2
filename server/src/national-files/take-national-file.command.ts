import { createHash } from 'node:crypto';
import { runCommand, type CommandContext, type CommandResult, type Transaction } from '../audit/run-command.ts';
import { FileFault } from '../imports/file/file-fault.ts';
import type { Refusal } from '../kernel/refusal.ts';
import { TurnedAway } from '../kernel/turned-away.ts';
import { nearestDistrict } from '../organisations/nearest-district.rules.ts';
import { changesBetween } from '../placements/changes.rules.ts';
import { judgeDistricts } from './district-file.rules.ts';
import { followBoards } from './follow-boards.command.ts';
import { followDistricts } from './follow-districts.command.ts';
import { followTrusts } from './follow-trusts.command.ts';
import { countInWords } from './line-checks.rules.ts';
import {
  affectedBy,
  districtsKnown,
  leftWithoutCoordinator,
  partsOfBoards,
  peopleChangedBy,
  successionFacts,
  trustFacts,
  waitForOtherNationalFiles,
} from './national-file.queries.ts';
import { NationalImportSchema } from './national-import.entity.ts';
import { mayImportNationalFiles } from './national-import.policy.ts';
import {
  changesListedAtMost,
  lineFault,
  nobodyAffected,
  type FileLine,
  type NationalFileKind,
  type NationalReport,
  type OrganisationChange,
} from './national-words.rules.ts';
import { readLines } from './read-lines.ts';
import { recorderOf, type Recorder } from './record-values.queries.ts';
import { choicesOf, type Choice } from './split.rules.ts';
import { judgeSuccessions } from './succession-file.rules.ts';
import { judgeTrusts } from './trust-file.rules.ts';

/** A national file, with what was said of the parts of boards that are split. */
export interface NationalFile {
  readonly kind: NationalFileKind;
  readonly bytes: Buffer;
  readonly chosen: ReadonlyMap<string, string>;
}
/** What a file would change, looked at without saving anything. */
export interface CheckedNationalFile {
  readonly rows: number;
  readonly report: NationalReport;
  readonly choices: readonly Choice[];
  /** Why it cannot be applied as it stands; empty where it can. */
  readonly inTheWay: readonly Refusal[];
}
type Refused = { readonly refused: readonly Refusal[] };

const refuseStrangers = ({ actor }: CommandContext): void => {
  if (actor.personId === null) throw new TurnedAway('UNAUTHENTICATED', 'Sign in first.');
  if (!mayImportNationalFiles(actor)) throw new TurnedAway('FORBIDDEN', 'Your role may not import this.');
};

const read = (bytes: Buffer): { readonly lines: readonly FileLine[] } | Refused => {
  try {
    return { lines: readLines(bytes) };
  } catch (error) {
    if (error instanceof FileFault) return { refused: [error.refusal] };
    throw error;
  }
};

const nothingNew: Refusal = {
  code: 'RULE_NOT_MET',
  path: ['file'],
  rule: 'SOMETHING_NEW',
  message: 'Nothing in this file is new. Nothing was saved.',
  help: 'If you expected changes, check that it is the newest file.',
};
const busy: Refusal = {
  code: 'CONFLICT',
  path: ['file'],
  message: 'Another national file is being read at this moment. Nothing was saved.',
  help: 'Wait a minute, then try again.',
};
const unplaced = (count: number): Refusal => ({
  code: 'VALUE_MISSING',
  path: ['chosen'],
  rule: 'EVERYBODY_IS_PLACED',
  message: `A board is split, and it is not said for ${countInWords(count, 'part', 'parts')} to which board it goes.`,
  help: 'Choose a board for each.',
});
const unseen = (people: number, organisations: number): Refusal => ({
  code: 'RULE_NOT_MET',
  path: ['file'],
  rule: 'SOMEBODY_COORDINATES',
  message: `${countInWords(people, 'person', 'people')} and ${countInWords(organisations, 'organisation', 'organisations')} would have no coordinator any more.`,
  help: 'Let somebody coordinate the region or the board that they move to, then try again.',
});

/** What was written of a file, before it is kept or taken back. */
interface Written {
  readonly changes: readonly OrganisationChange[];
  readonly leftOut: readonly string[];
  readonly trustCodes: readonly string[];
  readonly choices: readonly Choice[];
  /** True where the file says something new that is not worth a line of its own. */
  readonly isNew?: boolean;
}

const writeTrusts = async (
  { em, clock }: Transaction,
  recorder: Recorder,
  lines: readonly FileLine[],
): Promise<Written | Refused> => {
  const today = clock.today();
  const judged = judgeTrusts(lines, await trustFacts(em, today));
  if ('faults' in judged) return { refused: judged.faults };
  const { drafts, ...said } = judged.found;
  const known = (await districtsKnown(em)).map(({ code }) => code);
  const placed = drafts.map((draft) => {
    const outcode = draft.trust.postcode.split(' ')[0] ?? '';
    return { ...draft, outcode, district: nearestDistrict(outcode, known) };
  });
  const lost = placed.filter(({ district }) => district === null);
  if (lost.length > 0)
    return {
      refused: lost.map(({ trust, outcode }) => {
        const at = lines.find(({ cells }) => cells[0]?.trim().toUpperCase() === trust.code)?.line ?? 1;
        return lineFault(
          at,
          `no postcode that begins like ${outcode} is known, so we do not know where ${trust.code} lies.`,
          'Check the postcode, or import a newer table of postcode districts first.',
        );
      }),
    };
  await followTrusts(
    recorder,
    placed.map((draft) => ({ ...draft, district: draft.district ?? '' })),
    today,
  );
  return { ...said, trustCodes: drafts.map(({ trust }) => trust.code), choices: [] };
};

const writeSuccessions = async (
  { em, clock }: Transaction,
  recorder: Recorder,
  lines: readonly FileLine[],
  chosen: ReadonlyMap<string, string>,
  isDryRun: boolean,
): Promise<Written | Refused> => {
  const today = clock.today();
  const facts = await successionFacts(em, today);
  const judged = judgeSuccessions(lines, facts);
  if ('faults' in judged) return { refused: judged.faults };
  const { successions, newBoards, ...said } = judged.found;
  const split = [...Map.groupBy(successions, ({ from }) => from)].filter(([, parts]) => parts.length > 1);
  const boards = [...facts.boards, ...newBoards];
  const choices = choicesOf(
    split.length === 0
      ? []
      : await partsOfBoards(
          em,
          split.map(([from]) => from),
        ),
    successions,
    (code) => boards.find((board) => board.code === code)?.name ?? code,
    chosen,
  );
  const open = choices.filter((choice) => choice.chosen === null);
  if (open.length > 0 && !isDryRun) return { refused: [unplaced(open.length)] };
  await followBoards(recorder, {
    successions,
    newBoards,
    trusts: (await trustFacts(em, today)).trusts,
    // a look beforehand shows whom it affects if what is suggested is chosen
    choices: choices.map((choice) => ({ ...choice, chosen: choice.chosen ?? choice.suggested })),
    today,
    now: clock.now(),
  });
  return { ...said, trustCodes: [], choices };
};

const writeDistricts = async (
  { em, clock }: Transaction,
  recorder: Recorder,
  lines: readonly FileLine[],
): Promise<Written | Refused> => {
  const judged = judgeDistricts(lines, await districtsKnown(em));
  if ('faults' in judged) return { refused: judged.faults };
  const { districts, ...said } = judged.found;
  await followDistricts(recorder, districts, clock.today());
  return { ...said, trustCodes: [], choices: [], isNew: districts.length > 0 };
};

const reportOf = async (em: Transaction['em'], importId: string, written: Written): Promise<NationalReport> => {
  const affected = await affectedBy(em, importId, written.trustCodes);
  return {
    changes: written.changes
      .slice(0, changesListedAtMost)
      .map((change) => ({ ...change, affected: affected.get(change.code) ?? nobodyAffected })),
    more: Math.max(0, written.changes.length - changesListedAtMost),
    leftOut: written.leftOut,
    affected: affected.get('') ?? nobodyAffected,
  };
};

/** Writes all that a file says, and says what that was; the transaction keeps it or takes it back. */
const takeIn = async (
  transaction: Transaction,
  file: NationalFile,
  lines: readonly FileLine[],
  isDryRun: boolean,
): Promise<(CheckedNationalFile & { readonly importId: string }) | Refused> => {
  const { em, actor, clock } = transaction;
  await waitForOtherNationalFiles(em);
  const made = em.create(NationalImportSchema, {
    kind: file.kind,
    digest: createHash('sha256').update(file.bytes).digest('hex'),
    rows: lines.length,
    report: { changes: [], more: 0, leftOut: [], affected: nobodyAffected },
    appliedAt: clock.now(),
    appliedBy: actor.personId ?? '',
  });
  await em.flush();
  const recorder = recorderOf(em, made.id);
  const written =
    file.kind === 'TRUSTS'
      ? await writeTrusts(transaction, recorder, lines)
      : file.kind === 'SUCCESSIONS'
        ? await writeSuccessions(transaction, recorder, lines, file.chosen, isDryRun)
        : await writeDistricts(transaction, recorder, lines);
  if ('refused' in written) return written;
  const report = await reportOf(em, made.id, written);
  em.assign(made, { report });
  const lost = await leftWithoutCoordinator(em, made.id);
  const inTheWay = [
    ...(lost.people + lost.organisations > 0 ? [unseen(lost.people, lost.organisations)] : []),
    ...(written.changes.length === 0 && written.isNew !== true ? [nothingNew] : []),
  ];
  return { importId: made.id, rows: lines.length, report, choices: written.choices, inTheWay };
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
  const known = read(file.bytes);
  if ('refused' in known) return known;
  let found: CheckedNationalFile | Refused = { refused: [busy] };
  const result = await orBusy(
    runCommand(context, { name: 'checkNationalFile', input: null, idempotencyKey: null }, async (transaction) => {
      found = await takeIn(transaction, file, known.lines, true);
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
  const known = read(file.bytes);
  if ('refused' in known) return known;
  const input = {
    kind: file.kind,
    digest: createHash('sha256').update(file.bytes).digest('hex'),
    chosen: [...file.chosen],
  };
  return orBusy(
    runCommand(
      context,
      { name: 'applyNationalFile', input, idempotencyKey: file.idempotencyKey },
      async (transaction) => {
        const taken = await takeIn(transaction, file, known.lines, false);
        if ('refused' in taken) return taken;
        if (taken.inTheWay.length > 0) return { refused: taken.inTheWay };
        transaction.audit({
          action: 'applyNationalFile',
          subject: { type: 'NationalImport', id: taken.importId },
          personId: null,
          changes: changesBetween({}, { kind: file.kind, rows: taken.rows, ...taken.report.affected }),
        });
        for (const { returnerId, personId, before, after } of await peopleChangedBy(transaction.em, taken.importId))
          transaction.audit({
            action: 'followNationalFile',
            subject: { type: 'Returner', id: returnerId },
            personId,
            changes: changesBetween(before ?? {}, after),
          });
        return { done: { nationalImportId: taken.importId } };
      },
    ),
  );
};
