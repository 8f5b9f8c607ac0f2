import { randomUUID } from 'node:crypto';
import { LockMode } from '@mikro-orm/core';
import type { CommandContext } from '../audit/run-command.ts';
import { shortReadmissionMonths } from '../eligibility/dated.rules.ts';
import { addDays, type CalendarDate } from '../kernel/calendar-date.ts';
import { ReturnerSchema, type Returner } from '../returners/returner.entity.ts';
import { standingQuestion } from '../returners/returner.queries.ts';
import { standingOf, type Standing } from '../returners/standing.rules.ts';
import type { ApplicationEntry, ApplicationEntryFacts } from './application-entry.rules.ts';
import { isApplicationRoute } from './application-steps.rules.ts';
import { ApplicationEntrySchema, ApplicationSchema, type Application } from './application.entity.ts';
import { clocksOf, entryOf, inOrder, stateOf } from './application.rules.ts';

type EntityManager = CommandContext['em'];

/** Where the person stands with the rules today. */
export const standingNow = async (em: EntityManager, returner: Returner, today: CalendarDate): Promise<Standing> =>
  standingOf(returner.answers, await standingQuestion(em, returner.id), today);

/** The entries that hold, in order. */
export const ledgerOf = async (em: EntityManager, application: Application): Promise<ApplicationEntry[]> => {
  const rows = await em.find(ApplicationEntrySchema, {
    application: application.id,
    supersededAt: null,
    isRemoved: false,
  });
  return inOrder(
    rows.map(({ entryId, version, kind, onDate, way, askedFor, dueOn, answersId, pence, registrationNumber }) => ({
      id: entryId,
      version,
      kind,
      on: onDate as CalendarDate,
      way: way ?? null,
      askedFor: askedFor ?? null,
      dueOn: (dueOn ?? null) as CalendarDate | null,
      answersId: answersId ?? null,
      pence: pence ?? null,
      registrationNumber: registrationNumber ?? null,
    })),
  );
};

/** The application that is current; the returner is locked before. */
export const currentApplication = (em: EntityManager, returner: Returner): Promise<Application | null> =>
  em.findOne(ApplicationSchema, { returner: returner.id, isCurrent: true });

/**
 * The application that is current, begun where there is none yet; null where the person's way back leads to another process. Its route
 * follows the answers until something is recorded.
 */
export const takeUpApplication = async (
  em: EntityManager,
  returner: Returner,
  today: CalendarDate,
): Promise<Application | null> => {
  const known = await currentApplication(em, returner);
  if (known && known.state !== 'PREPARING') return known;
  const { route } = await standingNow(em, returner, today);
  if (!isApplicationRoute(route)) return null;
  if (known) return em.assign(known, { route });
  const begun = em.create(ApplicationSchema, {
    returner,
    route,
    state: 'PREPARING',
    standsSince: today,
    beganOn: today,
  });
  await em.flush();
  return begun;
};

/** An entry's version as it is stored. */
const rowOf = (facts: ApplicationEntryFacts) => ({
  kind: facts.kind,
  onDate: facts.on,
  way: facts.way,
  askedFor: facts.askedFor,
  dueOn: facts.dueOn,
  answersId: facts.answersId,
  pence: facts.pence,
  registrationNumber: facts.registrationNumber,
});

/** Adds an entry to the ledger. */
export const addEntry = async (
  em: EntityManager,
  application: Application,
  facts: ApplicationEntryFacts,
  at: Date,
): Promise<string> => {
  const entryId = randomUUID();
  em.create(ApplicationEntrySchema, { ...rowOf(facts), application, entryId, recordedAt: at });
  await em.flush();
  return entryId;
};

/** Adds the next version of an entry, or that it is taken out; what it said before stays. */
export const supersedeEntry = async (
  em: EntityManager,
  application: Application,
  before: ApplicationEntry,
  after: ApplicationEntryFacts,
  { at, isRemoved }: { readonly at: Date; readonly isRemoved: boolean },
): Promise<void> => {
  // one after the other: only one version of an entry may hold
  await em.nativeUpdate(ApplicationEntrySchema, { entryId: before.id, supersededAt: null }, { supersededAt: at });
  em.create(ApplicationEntrySchema, {
    ...rowOf(after),
    application,
    entryId: before.id,
    version: before.version + 1,
    isRemoved,
    recordedAt: at,
  });
  await em.flush();
};

/** The entry's application by the UUID of the entry. */
export const returnerIdOfEntry = async (em: EntityManager, entryId: string): Promise<string | null> => {
  const [row] = await em.execute<{ returner: string }[]>(
    `select a.returner_id returner from application_entry e join application a on a.id = e.application_id
     where e.entry_id = ? and a.is_current limit 1`,
    [entryId],
  );
  return row?.returner ?? null;
};

/** Writes beside the ledger what follows from it, so that applications are found and sorted by it. */
export const writeStanding = async (
  em: EntityManager,
  application: Application,
  today: CalendarDate,
): Promise<void> => {
  const entries = await ledgerOf(em, application);
  const state = stateOf(entries);
  const decided = entries.filter(({ kind }) => ['REGISTERED', 'REFUSED', 'APPEAL_DISMISSED'].includes(kind)).at(-1);
  em.assign(application, {
    state,
    standsSince: entries.at(-1)?.on ?? application.beganOn,
    sentOn: entryOf(entries, 'SENT')?.on ?? null,
    dueOn: clocksOf(entries, null, today)[0]?.endsOn ?? null,
    decidedOn: decided?.on ?? null,
    version: application.version + 1,
  });
  await em.flush();
};

/** Locks the record to which an application belongs, for what the clock does. */
export const lockOwner = async (em: EntityManager, applicationId: string): Promise<Returner | null> => {
  const application = await em.findOne(ApplicationSchema, { id: applicationId });
  return (
    application && em.findOne(ReturnerSchema, { id: application.returner.id }, { lockMode: LockMode.PESSIMISTIC_WRITE })
  );
};

/** As many as one run takes up; the next one goes on. */
const MOST_AT_ONCE = 500;

/** Current applications with a clock that ends within a week or has ended lately, and was not told of today. */
export const applicationsWithClocks = async (em: EntityManager, today: CalendarDate): Promise<string[]> => {
  const rows = await em.execute<{ id: string }[]>(
    `select a.id from application a join returner r on r.id = a.returner_id
     where a.is_current and r.accepts_email and a.due_on between ? and ?
       and not exists (select from application_notice n where n.application_id = a.id and n.told_on = ?)
     order by a.due_on, a.id limit ?`,
    [addDays(today, -14), addDays(today, 7), today, MOST_AT_ONCE],
  );
  return rows.map(({ id }) => id);
};

/**
 * People whose month for the short form ends within a week, who have sent nothing, and were not told of it yet. The month is counted from
 * the earliest day on which somebody may have left the Register. Nobody is reminded while they pause or after they have left.
 */
export const returnersWithShortForm = async (em: EntityManager, today: CalendarDate): Promise<string[]> => {
  const rows = await em.execute<{ id: string }[]>(
    `select r.id from returner r
       cross join lateral (select (make_date((r.answers -> 'leftRegister' ->> 'year')::int, coalesce((r.answers -> 'leftRegister' ->> 'month')::int, 1),
         coalesce((r.answers -> 'leftRegister' ->> 'day')::int, 1)) + make_interval(months => ?))::date until) m
     where r.accepts_email and r.answers ->> 'registration' = 'LEFT' and r.answers -> 'leftRegister' ->> 'year' is not null
       and m.until between ?::date and ?::date
       and not exists (select from standing_aside s where s.returner_id = r.id and s.ended_on is null and s.from_on <= ?::date)
       and not exists (select from returner_merge g where g.merged_id = r.id and g.undone_at is null)
       and not exists (select from application a where a.returner_id = r.id and a.is_current and (a.state <> 'PREPARING'
         or exists (select from application_notice n where n.application_id = a.id and n.clock = 'SHORT_FORM' and n.ends_on = m.until
           and n.stage = case when m.until - 2 <= ?::date then 'SOON' else 'WEEK' end)))
     order by m.until, r.id limit ?`,
    [shortReadmissionMonths, today, addDays(today, 7), today, today, MOST_AT_ONCE],
  );
  return rows.map(({ id }) => id);
};
