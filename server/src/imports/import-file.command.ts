import { createHash } from 'node:crypto';
import { LockMode } from '@mikro-orm/core';
import { PersonSchema, RoleGrantSchema } from '../access/person.entity.ts';
import { runCommand, type CommandContext, type CommandResult, type Transaction } from '../audit/run-command.ts';
import type { CalendarDate } from '../kernel/calendar-date.ts';
import type { Refusal } from '../kernel/refusal.ts';
import { TurnedAway } from '../kernel/turned-away.ts';
import { changesBetween } from '../placements/changes.rules.ts';
import { SupervisorSchema } from '../placements/host.entity.ts';
import { CapacityOfferSchema, type CapacityOffer } from '../placements/placement.entity.ts';
import type { Weekday } from '../placements/supervisor.rules.ts';
import { wordingOf } from '../returners/consent.rules.ts';
import { ConsentSchema, ReturnerSchema } from '../returners/returner.entity.ts';
import { judgeCapacityRows, type CapacityDraft } from './capacity-rows.rules.ts';
import { columnsOf } from './columns.rules.ts';
import { FileFault } from './file/file-fault.ts';
import { readTable } from './file/read-table.ts';
import type { Table } from './file/table.ts';
import { readHeadings, type Layout } from './headings.rules.ts';
import type { ImportKind, JudgedRow } from './import-words.rules.ts';
import { mayImport } from './import.policy.ts';
import {
  capacityFacts,
  lockForCapacity,
  returnerFacts,
  supervisorFacts,
  waitForOtherImports,
} from './import.queries.ts';
import { judgeReturnerRows, keysOfReturnerRows, type KnownPerson, type ReturnerDraft } from './returner-rows.rules.ts';
import { SupervisorNumberSchema } from './supervisor-number.entity.ts';
import { judgeSupervisorRows, type SupervisorDraft } from './supervisor-rows.rules.ts';

/** A file, and what is in it. */
export interface FileToImport {
  readonly kind: ImportKind;
  readonly bytes: Buffer;
}
/** A file that was read and looked at, row by row. */
export interface CheckedFile {
  readonly table: Table;
  readonly layout: Layout;
  readonly rows: readonly JudgedRow<unknown>[];
}

const refuseStrangers = ({ actor }: CommandContext, kind: ImportKind): void => {
  if (actor.personId === null) throw new TurnedAway('UNAUTHENTICATED', 'Sign in first.');
  if (!mayImport(actor, kind)) throw new TurnedAway('FORBIDDEN', 'Your role may not import this.');
};

interface ReadFile {
  readonly table: Table;
  readonly layout: Layout;
}

const readFile = async ({
  kind,
  bytes,
}: FileToImport): Promise<ReadFile | { readonly refused: readonly Refusal[] }> => {
  try {
    const table = await readTable(bytes);
    const [headings] = table;
    const read = headings === undefined ? { refused: [] } : readHeadings(headings, columnsOf[kind]);
    return 'refused' in read ? read : { table, layout: read.layout };
  } catch (error) {
    if (error instanceof FileFault) return { refused: [error.refusal] };
    throw error;
  }
};

/** Looks at every row of a file and keeps nothing. */
export const checkFile = async (
  context: CommandContext,
  file: FileToImport,
): Promise<CheckedFile | { readonly refused: readonly Refusal[] }> => {
  refuseStrangers(context, file.kind);
  const read = await readFile(file);
  if ('refused' in read) return read;
  const judged = await judge[file.kind]({ ...context, em: context.em.fork() }, read);
  return { ...read, rows: judged };
};

type Judging = Pick<CommandContext, 'em' | 'actor' | 'clock'>;

const judge = {
  capacity: async ({ em, actor, clock }: Judging, { table, layout }: ReadFile) =>
    judgeCapacityRows(table.slice(1), layout, await capacityFacts(em, actor, clock.today())),
  supervisors: async ({ em, actor, clock }: Judging, { table, layout }: ReadFile) =>
    judgeSupervisorRows(table.slice(1), layout, await supervisorFacts(em, actor, clock.today())),
  returners: async ({ em, actor, clock }: Judging, { table, layout }: ReadFile) =>
    judgeReturnerRows(
      table.slice(1),
      layout,
      await returnerFacts(em, actor, keysOfReturnerRows(table.slice(1), layout), clock.today()),
    ),
} satisfies Record<ImportKind, unknown>;

/** Keeps one row: what is left to do once all rows are written, and have their ids, is what is answered. */
type Keep<Draft> = (transaction: Transaction, draft: Draft) => Promise<() => void>;

const isWeekday = (day: number): day is Weekday => Number.isInteger(day) && day >= 1 && day <= 7;

const keptTerms = ({ terms, supervisorId }: CapacityDraft, { clock, actor }: Transaction) => ({
  ...terms,
  noReason: terms.noReason ?? null,
  askAgainOn: terms.askAgainOn ?? null,
  maybeUntil: terms.maybeUntil ?? null,
  supervisorNamedBy: terms.supervisorNamedBy ?? null,
  shownToAllOn: terms.shownToAllOn ?? null,
  weekdays: terms.weekdays.filter(isWeekday),
  supervisor: supervisorId,
  confirmedOn: clock.today(),
  confirmedBy: actor.personId ?? '',
  isOnBehalf: actor.kind === 'COORDINATOR',
});

const keepPlaces: Keep<CapacityDraft> = async (transaction, draft) => {
  const { em, audit } = transaction;
  const kept = keptTerms(draft, transaction);
  const told = {
    ...draft.terms,
    supervisor: draft.supervisorId,
    confirmedOn: kept.confirmedOn,
    isOnBehalf: kept.isOnBehalf,
  };
  if (draft.existing === null) {
    const offer = em.create(CapacityOfferSchema, {
      ...kept,
      host: draft.hostId,
      site: draft.siteId,
      profession: draft.professionId,
      firstShownTo: [],
    });
    return () =>
      audit({
        action: 'importCapacityOffer',
        subject: { type: 'CapacityOffer', id: offer.id },
        personId: null,
        changes: changesBetween({}, told),
      });
  }
  const offer: CapacityOffer = await em.findOneOrFail(CapacityOfferSchema, { id: draft.existing.id });
  const before = {
    ...draft.existing.terms,
    supervisor: draft.existing.supervisorId,
    confirmedOn: offer.confirmedOn,
    isOnBehalf: offer.isOnBehalf,
  };
  em.assign(offer, { ...kept, version: offer.version + 1 });
  return () =>
    audit({
      action: 'importCapacityOffer',
      subject: { type: 'CapacityOffer', id: offer.id },
      personId: null,
      changes: changesBetween(before, told),
    });
};

const keepSupervisor: Keep<SupervisorDraft> = async ({ em, audit }, draft) => {
  const { displayName, hcpcNumber, atOnceAtMost, scope, existing } = draft;
  const weekdays = draft.weekdays.filter(isWeekday);
  const told = { displayName, hcpcNumber, atOnceAtMost, weekdays, scope };
  const known =
    existing &&
    (await em.findOneOrFail(SupervisorSchema, { id: existing.id }, { lockMode: LockMode.PESSIMISTIC_WRITE }));
  if (known) em.assign(known, { displayName, atOnceAtMost, weekdays, scope, version: known.version + 1 });
  const supervisor =
    known ??
    em.create(SupervisorSchema, {
      host: draft.hostId,
      displayName,
      profession: draft.professionId,
      registered: [{ from: draft.registeredFrom, until: null }],
      scope,
      atOnceAtMost,
      weekdays,
      proceedings: [],
    });
  if (existing?.hcpcNumber !== hcpcNumber)
    em.create(SupervisorNumberSchema, { supervisor, host: draft.hostId, hcpcNumber });
  return () =>
    audit({
      action: 'importSupervisor',
      subject: { type: 'Supervisor', id: supervisor.id },
      personId: supervisor.person?.id ?? null,
      changes: changesBetween(
        existing
          ? {
              displayName: existing.displayName,
              hcpcNumber: existing.hcpcNumber,
              atOnceAtMost: existing.atOnceAtMost,
              weekdays: existing.weekdays,
              scope: existing.scope,
            }
          : {},
        existing ? told : { ...told, registeredFrom: draft.registeredFrom },
      ),
    });
};

const noonOf = (day: CalendarDate, now: Date): Date =>
  new Date(Math.min(Date.parse(`${day}T12:00:00Z`), now.getTime()));

const bringIn = ({ em, audit, send, clock }: Transaction, draft: ReturnerDraft): (() => void) => {
  const { email, displayName, answers, home, hcpcNumber, homePostcode, agreedOn } = draft;
  const now = clock.now();
  const person = em.create(PersonSchema, {
    displayName,
    email,
    emailConfirmedAt: null,
    createdAt: now,
    passwordHash: null,
  });
  em.create(RoleGrantSchema, { person, role: 'RETURNER', grantedAt: now });
  const returner = em.create(ReturnerSchema, {
    person,
    profession: draft.professionId,
    answers,
    practiceHistory: [],
    hcpcNumber,
    homePostcode,
    homeDistrict: home.districtId,
    region: home.regionId,
    board: home.boardId,
    sharesWithCoordinators: true,
    coordinatorsSeeSince: clock.today(),
    startedOn: clock.today(),
  });
  em.create(ConsentSchema, {
    returner,
    kind: 'SHARE_WITH_COORDINATORS',
    isGiven: true,
    wordingVersion: wordingOf('SHARE_WITH_COORDINATORS').version,
    decidedAt: noonOf(agreedOn, now),
  });
  return () => {
    audit({
      action: 'importReturner',
      subject: { type: 'Returner', id: returner.id },
      personId: person.id,
      changes: changesBetween({}, { displayName, email, hcpcNumber, homePostcode, answers, agreedOn }),
    });
    send({ to: { personId: person.id }, template: 'brought-in', values: {} });
  };
};

const changeReturner = async (
  { em, audit, clock }: Transaction,
  existing: KnownPerson,
  draft: ReturnerDraft,
): Promise<() => void> => {
  const { displayName, answers, home, hcpcNumber, homePostcode } = draft;
  const returner = await em.findOneOrFail(ReturnerSchema, { id: existing.returnerId ?? '' });
  const person = await em.findOneOrFail(PersonSchema, { id: existing.personId });
  em.assign(person, { displayName });
  em.assign(returner, {
    profession: draft.professionId,
    answers,
    answersChangedOn: clock.today(),
    hcpcNumber: hcpcNumber ?? returner.hcpcNumber ?? null,
    homePostcode,
    homeDistrict: home.districtId,
    region: home.regionId,
    board: home.boardId,
    version: returner.version + 1,
  });
  return () =>
    audit({
      action: 'importReturner',
      subject: { type: 'Returner', id: returner.id },
      personId: person.id,
      changes: changesBetween(
        {
          displayName: existing.displayName,
          hcpcNumber: existing.hcpcNumber,
          homePostcode: existing.homePostcode,
          answers: existing.answers,
        },
        { displayName, hcpcNumber: returner.hcpcNumber ?? null, homePostcode, answers },
      ),
    });
};

const keepReturner: Keep<ReturnerDraft> = async (transaction, draft) =>
  draft.existing === null ? bringIn(transaction, draft) : changeReturner(transaction, draft.existing, draft);

const everyRow = (count: number, of: number): Refusal => ({
  code: 'RULE_NOT_MET',
  path: ['file'],
  rule: 'EVERY_ROW_OR_NONE',
  message: `${count} of ${of} rows cannot be taken. Nothing was saved.`,
  help: 'Check the file to see each reason. Mend these rows, then try again.',
});

const elsewhere: Refusal = {
  code: 'CONFLICT',
  path: ['file'],
  message: 'Somebody entered one of these rows in the meantime. Nothing was saved.',
  help: 'Check the file again.',
};

const busy: Refusal = {
  code: 'CONFLICT',
  path: ['file'],
  message: 'Another file is being imported at this moment. Nothing was saved.',
  help: 'Wait a minute, then try again.',
};

/** PostgreSQL's word for a wait that took too long. */
const waitedTooLong = (error: unknown): boolean => error instanceof Error && 'code' in error && error.code === '55P03';

const keepRows = async <Draft>(
  transaction: Transaction,
  rows: readonly JudgedRow<Draft>[],
  keep: Keep<Draft>,
  isKept: (row: JudgedRow<Draft>) => boolean = ({ outcome }) => outcome !== 'UNCHANGED',
): Promise<void> => {
  const then: (() => void)[] = [];
  for (const row of rows) if (row.draft !== null && isKept(row)) then.push(await keep(transaction, row.draft));
  await transaction.em.flush();
  for (const act of then) act();
};

/** Looks at the rows once more, now that nobody else can change what they are judged by, and keeps them all or none. */
const keepFile = async (
  transaction: Transaction,
  kind: ImportKind,
  read: ReadFile,
): Promise<readonly JudgedRow<unknown>[]> => {
  const { em, clock } = transaction;
  const isFine = (rows: readonly JudgedRow<unknown>[]) => rows.every(({ outcome }) => outcome !== 'REFUSED');
  if (kind === 'supervisors') {
    const rows = await judge.supervisors(transaction, read);
    if (isFine(rows)) await keepRows(transaction, rows, keepSupervisor);
    return rows;
  }
  if (kind === 'returners') {
    const rows = await judge.returners(transaction, read);
    if (isFine(rows)) await keepRows(transaction, rows, keepReturner);
    return rows;
  }
  const first = await judge.capacity(transaction, read);
  await lockForCapacity(
    em,
    [...new Set(first.flatMap(({ draft }) => draft?.siteId ?? []))],
    first.flatMap(({ draft }) => draft?.existing?.id ?? []),
  );
  em.clear();
  const rows = await judge.capacity(transaction, read);
  if (isFine(rows))
    // a row that says what stands already says that it still holds
    await keepRows(
      transaction,
      rows,
      keepPlaces,
      ({ outcome, draft }) => outcome !== 'UNCHANGED' || draft?.existing?.confirmedOn !== clock.today(),
    );
  return rows;
};

/**
 * Imports a file: all of its rows, or none. A file that comes again makes nothing twice: a person is found by HCPC number or else by
 * address, places by site, profession and dates, a supervisor by number and organisation.
 */
export const applyFile = async (
  context: CommandContext,
  file: FileToImport & { readonly idempotencyKey: string },
): Promise<CommandResult> => {
  refuseStrangers(context, file.kind);
  const read = await readFile(file);
  if ('refused' in read) return read;
  try {
    return await keepOnce(context, file, read);
  } catch (error) {
    if (waitedTooLong(error)) return { refused: [busy] };
    throw error;
  }
};

const keepOnce = (
  context: CommandContext,
  file: FileToImport & { readonly idempotencyKey: string },
  read: ReadFile,
): Promise<CommandResult> => {
  const digest = createHash('sha256').update(file.bytes).digest('hex');
  return runCommand(
    context,
    {
      name: 'importFile',
      input: { kind: file.kind, digest },
      idempotencyKey: file.idempotencyKey,
      constraints: {
        one_account_per_email: elsewhere,
        one_capacity_per_site_profession_and_dates: elsewhere,
        one_supervisor_per_number_and_organisation: elsewhere,
      },
    },
    async (transaction) => {
      await waitForOtherImports(transaction.em);
      const rows = await keepFile(transaction, file.kind, read);
      const count = (asked: JudgedRow<unknown>['outcome']) => rows.filter(({ outcome }) => outcome === asked).length;
      if (count('REFUSED') > 0) return { refused: [everyRow(count('REFUSED'), rows.length)] };
      const counts = { created: count('CREATE'), changed: count('CHANGE'), unchanged: count('UNCHANGED') };
      const { personId } = transaction.actor;
      transaction.audit({
        action: 'importFile',
        subject: { type: 'Account', id: personId ?? '' },
        personId,
        changes: changesBetween({}, { kind: file.kind, ...counts }),
      });
      return { done: Object.fromEntries(Object.entries(counts).map(([key, value]) => [key, String(value)])) };
    },
  );
};
