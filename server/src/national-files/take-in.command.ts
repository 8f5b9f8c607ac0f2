import type { Transaction } from '../audit/run-command.ts';
import type { CalendarDate } from '../kernel/calendar-date.ts';
import type { Refusal } from '../kernel/refusal.ts';
import { changesBetween } from '../placements/changes.rules.ts';
import { keepComing, waitingChanges } from './coming-change.queries.ts';
import { comingFound, comingInWords, givenUpInWords } from './coming.rules.ts';
import { foresee, unseen, type Foreseen } from './foresee.command.ts';
import {
  affectedBy,
  leftWithoutCoordinator,
  peopleChangedBy,
  waitForOtherNationalFiles,
} from './national-file.queries.ts';
import { NationalImportSchema } from './national-import.entity.ts';
import {
  changesListedAtMost,
  nobodyAffected,
  type FileLine,
  type NationalFileKind,
  type NationalReport,
} from './national-words.rules.ts';
import { recorderOf, type Recorder } from './record-values.queries.ts';
import type { Choice } from './split.rules.ts';
import { writeNationalFile, type Asks, type Refused, type Written } from './write-national-file.command.ts';

/** A file that has been read, or the lines of one whose day has come. */
export interface ReadFile {
  readonly kind: NationalFileKind;
  readonly lines: readonly FileLine[];
  /** SHA-256 of the file. */
  readonly digest: string;
  readonly chosen: ReadonlyMap<string, string>;
  /** UUID of who imported it. */
  readonly importedBy: string;
}
/** What was written of it. */
export interface TakenIn {
  readonly importId: string;
  readonly rows: number;
  readonly report: NationalReport;
  readonly choices: readonly Choice[];
  /** Why it cannot be kept as it stands; empty where it can. */
  readonly inTheWay: readonly Refusal[];
}

const nothingNew: Refusal = {
  code: 'RULE_NOT_MET',
  path: ['file'],
  rule: 'SOMETHING_NEW',
  message: 'Nothing in this file is new. Nothing was saved.',
  help: 'If you expected changes, check that it is the newest file.',
};

const reportOf = async (
  { em }: Transaction,
  importId: string,
  written: Written,
  foreseen: Foreseen,
): Promise<NationalReport> => {
  const affected = await affectedBy(em, importId, written.trustCodes);
  const { changes } = written;
  return {
    changes: changes
      .slice(0, changesListedAtMost)
      .map((change) => ({ ...change, affected: affected.get(change.code) ?? nobodyAffected })),
    more: Math.max(0, changes.length - changesListedAtMost),
    leftOut: written.leftOut,
    affected: affected.get('') ?? nobodyAffected,
    coming: foreseen.changes.slice(0, changesListedAtMost),
    moreComing: Math.max(0, foreseen.changes.length - changesListedAtMost),
    affectedByComing: foreseen.affected,
  };
};

/** So many changes stand in one mail; the page has them all. */
const toldAtMost = 30;

/** Writes to those whom a day to come concerns, once for each file that says something new of it. */
const tell = ({ send }: Transaction, { changes, concerned }: Foreseen, isNew: (code: string) => boolean): void => {
  for (const { personId, codes } of concerned) {
    const theirs = changes.filter(({ code }) => codes.includes(code) && isNew(code));
    const lines = theirs.slice(0, toldAtMost).flatMap(({ on, name, what }) => {
      return on === null ? [] : [`- ${comingInWords({ on, name, what })}`];
    });
    if (lines.length > 0)
      send({ to: { personId }, template: 'organisations-will-change', values: { lines: lines.join('\n') } });
  }
};

/** Keeps what the file says of days to come, and tells whom it concerns. */
const keepWhatComes = async (
  transaction: Transaction,
  recorder: Recorder,
  file: ReadFile,
  written: Written,
  asks: Asks,
): Promise<{ readonly foreseen: Foreseen; readonly isNew: boolean; readonly givenUp: readonly string[] } | Refused> => {
  const { em, clock } = transaction;
  const headings = file.kind === 'SUCCESSIONS' ? (file.lines[0] ?? null) : null;
  const { coming, named } = written;
  const { chosen, kind } = file;
  const foreseen = await foresee(
    { em, now: clock.now(), importedBy: file.importedBy, asks },
    { kind, coming, headings, chosen },
  );
  if ('refused' in foreseen) return foreseen;
  const found = comingFound(coming, await waitingChanges(em, kind), { named, headings, chosen });
  await keepComing(recorder, kind, found, {
    headings,
    chosen,
    told: ({ code }) => {
      const theirs = foreseen.changes.filter((change) => change.code === code);
      return { what: theirs.map(({ what }) => what).join(' '), affected: theirs[0]?.affected ?? nobodyAffected };
    },
  });
  tell(transaction, foreseen, (code) => found.added.some((one) => one.code === code));
  return {
    foreseen,
    isNew: found.added.length > 0 || found.replaced.length > 0,
    givenUp: givenUpInWords(found),
  };
};

/** Writes all that a file says, and says what that was; the transaction keeps it or takes it back. */
export const takeIn = async (
  transaction: Transaction,
  file: ReadFile,
  asks: Asks,
  today: CalendarDate = transaction.clock.today(),
): Promise<TakenIn | Refused> => {
  const { em, clock } = transaction;
  await waitForOtherNationalFiles(em);
  const made = em.create(NationalImportSchema, {
    kind: file.kind,
    digest: file.digest,
    rows: file.lines.length,
    report: { changes: [], more: 0, leftOut: [], affected: nobodyAffected },
    appliedAt: clock.now(),
    appliedBy: file.importedBy,
  });
  await em.flush();
  const recorder = recorderOf(em, made.id);
  const written = await writeNationalFile({ em, today, now: clock.now(), asks }, recorder, file);
  if ('refused' in written) return written;
  const kept = await keepWhatComes(transaction, recorder, file, written, asks);
  if ('refused' in kept) return kept;
  const report = await reportOf(
    transaction,
    made.id,
    { ...written, leftOut: [...written.leftOut, ...kept.givenUp] },
    kept.foreseen,
  );
  em.assign(made, { report });
  const lost = await leftWithoutCoordinator(em, made.id);
  const isNew = written.changes.length > 0 || written.isNew === true || kept.isNew;
  return {
    importId: made.id,
    rows: file.lines.length,
    report,
    choices: [...written.choices, ...kept.foreseen.choices],
    inTheWay: [
      ...(lost.people + lost.organisations > 0 ? [unseen(lost.people, lost.organisations)] : kept.foreseen.inTheWay),
      ...(isNew ? [] : [nothingNew]),
    ],
  };
};

/** Notes in the audit that a file was taken in, and for each person that their record has changed. */
export const auditImport = async (
  { em, audit }: Transaction,
  action: string,
  kind: NationalFileKind,
  { importId, rows, report }: TakenIn,
): Promise<void> => {
  audit({
    action,
    subject: { type: 'NationalImport', id: importId },
    personId: null,
    changes: changesBetween({}, { kind, rows, ...report.affected }),
  });
  for (const { returnerId, personId, before, after } of await peopleChangedBy(em, importId))
    audit({
      action: 'followNationalFile',
      subject: { type: 'Returner', id: returnerId },
      personId,
      changes: changesBetween(before ?? {}, after),
    });
};
