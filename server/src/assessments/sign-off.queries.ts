import { LockMode } from '@mikro-orm/core';
import { PersonSchema } from '../access/person.entity.ts';
import type { CommandContext } from '../audit/run-command.ts';
import { calendarDate, type CalendarDate } from '../kernel/calendar-date.ts';
import { ProfessionSchema } from '../organisations/profession.entity.ts';
import type { ProfessionCode } from '../organisations/profession.rules.ts';
import { HostSchema, SupervisorSchema, type Supervisor } from '../placements/host.entity.ts';
import { hostSubject } from '../placements/host.queries.ts';
import { PlacementSchema, type Placement } from '../placements/placement.entity.ts';
import type { SupervisorFacts } from '../placements/supervisor.rules.ts';
import { ReturnerSchema, type Returner } from '../returners/returner.entity.ts';
import { subjectOf } from '../returners/returner.queries.ts';
import type { SupervisedPlacement } from './sign-off-days.rules.ts';
import { SignOffSchema, SupervisorAddressSchema, SupervisorStandInSchema, type SignOff } from './sign-off.entity.ts';
import type { SignOffSubject } from './sign-off.policy.ts';
import type { DayToSign, SupervisorToAsk, WaitingDay } from './sign-off.rules.ts';

type EntityManager = CommandContext['em'];

/** A sign-off with everything it hangs on; the returner and it are locked. */
export interface LockedSignOff {
  readonly signOff: SignOff;
  readonly placement: Placement;
  readonly returner: Returner;
  readonly supervisor: Supervisor;
  readonly subject: SignOffSubject;
}

/** Locks the owner of a placement; null where there is none. */
export const lockReturnerOf = async (em: EntityManager, placement: Placement): Promise<Returner> =>
  em.findOneOrFail(ReturnerSchema, { id: placement.returner.id }, { lockMode: LockMode.PESSIMISTIC_WRITE });

/** What policies must know of the days of a placement under a supervisor. */
export const subjectFor = async (
  em: EntityManager,
  placement: Placement,
  returner: Returner,
  supervisor: Supervisor | null,
): Promise<SignOffSubject> => ({
  returner: subjectOf(returner),
  host: hostSubject(await em.findOneOrFail(HostSchema, { id: placement.host.id })),
  supervisorPersonId: supervisor?.person?.id ?? null,
});

/** Locks a sign-off, the returner before it; null where there is none. */
export const lockSignOff = async (
  em: EntityManager,
  where: { readonly id: string } | { readonly tokenHash: Buffer } | { readonly notMeHash: Buffer },
): Promise<LockedSignOff | null> => {
  const found = await em.findOne(SignOffSchema, where);
  const placement = found && (await em.findOne(PlacementSchema, { id: found.placement.id }));
  if (!placement) return null;
  const returner = await lockReturnerOf(em, placement);
  const signOff = await em.findOne(
    SignOffSchema,
    { id: found.id },
    { lockMode: LockMode.PESSIMISTIC_WRITE, refresh: true },
  );
  if (!signOff) return null;
  const supervisor = await em.findOneOrFail(SupervisorSchema, { id: signOff.supervisor.id });
  return { signOff, placement, returner, supervisor, subject: await subjectFor(em, placement, returner, supervisor) };
};

const codeOf = async (em: EntityManager, id: string): Promise<ProfessionCode> =>
  (await em.findOneOrFail(ProfessionSchema, { id })).code as ProfessionCode;

/** What the rules must know of a supervisor for the days of a returner. */
export const supervisorFactsFor = async (
  em: EntityManager,
  supervisor: Supervisor,
  returner: Returner,
): Promise<SupervisorFacts> => {
  const profession = await codeOf(em, supervisor.profession.id);
  return {
    profession,
    registered: supervisor.registered,
    proceedings: supervisor.proceedings,
    check: supervisor.checkedOn
      ? { checkedOn: calendarDate(supervisor.checkedOn), checkedBy: '', seen: supervisor.seen ?? '' }
      : null,
    adviceRecordedOn: supervisor.adviceRecordedOn ? calendarDate(supervisor.adviceRecordedOn) : null,
    scope: supervisor.scope,
    returnerProfession: returner.profession ? await codeOf(em, returner.profession.id) : profession,
    activity: null,
  };
};

/** The address of a supervisor that is confirmed now; null for none. */
export const confirmedAddress = async (em: EntityManager, supervisorId: string): Promise<string | null> =>
  (await em.findOne(SupervisorAddressSchema, { supervisor: supervisorId, endedAt: null }))?.email ?? null;

/** Whether the supervisor is the returner, by account or by an address. */
export const isOwnSignature = async (
  em: EntityManager,
  supervisor: Supervisor,
  returner: Returner,
): Promise<boolean> => {
  if (supervisor.person?.id === returner.person.id) return true;
  const { email } = await em.findOneOrFail(PersonSchema, { id: returner.person.id });
  return (await confirmedAddress(em, supervisor.id)) === email;
};

/** A placement with everybody who stood in at it. */
export const supervisedPlacement = async (em: EntityManager, placement: Placement): Promise<SupervisedPlacement> => {
  const standIns = await em.find(SupervisorStandInSchema, { placement: placement.id }, { orderBy: { fromOn: 'asc' } });
  return {
    from: calendarDate(placement.startsOn),
    until: calendarDate(placement.endsOn),
    supervisorId: placement.supervisor?.id ?? null,
    standIns: standIns.map(({ supervisor, fromOn }) => ({ supervisorId: supervisor.id, from: calendarDate(fromOn) })),
  };
};

/** Everybody who supervises a placement, with what the rules must know of them. */
export const supervisorsOf = async (
  em: EntityManager,
  { supervisorId, standIns }: SupervisedPlacement,
  returner: Returner,
): Promise<SupervisorToAsk[]> => {
  const ids = new Set([...(supervisorId === null ? [] : [supervisorId]), ...standIns.map((one) => one.supervisorId)]);
  const found: SupervisorToAsk[] = [];
  for (const supervisor of await em.find(SupervisorSchema, { id: { $in: [...ids] } }))
    found.push({
      id: supervisor.id,
      name: supervisor.displayName,
      facts: await supervisorFactsFor(em, supervisor, returner),
      isOwn: await isOwnSignature(em, supervisor, returner),
    });
  return found;
};

/** Supervised days of a span, and whether each waits or is signed already. */
export const daysToSign = async (
  em: EntityManager,
  returnerId: string,
  from: CalendarDate,
  until: CalendarDate,
): Promise<DayToSign[]> =>
  em.execute<DayToSign[]>(
    `select d.id "dayId", d.on_date::text "on", d.minutes,
       exists (select from sign_off_day s where s.day_id = d.id and s.state in ('WAITING', 'SIGNED')) "isTaken"
     from current_logged_day d where d.returner_id = ? and d.kind = 'SUPERVISED' and d.on_date between ? and ? order by d.on_date, d.id`,
    [returnerId, from, until],
  );

/** The days of a sign-off that wait, as they stand in the log now; those that were removed since are left out. */
export const waitingDays = async (em: EntityManager, signOffId: string): Promise<WaitingDay[]> =>
  em.execute<WaitingDay[]>(
    `select d.id "dayId", d.on_date::text "on", d.version, d.kind from sign_off_day s join current_logged_day d on d.id = s.day_id
     where s.sign_off_id = ? and s.state = 'WAITING' order by d.on_date, d.id`,
    [signOffId],
  );
