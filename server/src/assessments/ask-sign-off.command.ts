import { runCommand, type CommandContext, type Transaction } from '../audit/run-command.ts';
import { calendarDate, type CalendarDate } from '../kernel/calendar-date.ts';
import type { Refusal } from '../kernel/refusal.ts';
import { changesBetween } from '../placements/changes.rules.ts';
import { SupervisorSchema } from '../placements/host.entity.ts';
import { idOf } from '../placements/host.queries.ts';
import { faultsOfVersion } from '../placements/host.rules.ts';
import { lockPlacement } from '../placements/placement.queries.ts';
import { hasBegun } from '../placements/placement.rules.ts';
import { mayEditReturner } from '../returners/returner.policy.ts';
import { notFound, subjectOf } from '../returners/returner.queries.ts';
import { SignOffDaySchema, SignOffSchema } from './sign-off.entity.ts';
import { tellSupervisor, type SignOffPages } from './sign-off-link.command.ts';
import { partyToSignOff } from './sign-off.policy.ts';
import { activitiesAsKept, faultsOfScope } from './sign-off-days.rules.ts';
import {
  daysToSign,
  isOwnSignature,
  lockSignOff,
  supervisedPlacement,
  supervisorFactsFor,
  supervisorsOf,
  type LockedSignOff,
} from './sign-off.queries.ts';
import { decideAsking, faultsOfNudge, faultsOfSigner, type SignOffParty } from './sign-off.rules.ts';

/** Which days of which placement. */
export interface AskSignOff {
  readonly placementId: string;
  readonly from: CalendarDate;
  readonly until: CalendarDate;
  /** What was done on these days, in the words of the supervisor’s scope. */
  readonly activities?: readonly string[] | null;
  readonly idempotencyKey: string;
}
/** Which sign-off, as it was seen. */
export interface ChangeSignOff {
  readonly signOffId: string;
  readonly expectedVersion: number;
  readonly idempotencyKey: string;
}
/** The same, and who is asked instead. */
export interface PassOnSignOff extends ChangeSignOff {
  readonly supervisorId: string;
}

/** Two questions about one day at the same moment: the second learns of the first. */
const constraints: Readonly<Record<string, Refusal>> = {
  a_day_is_asked_about_once: {
    code: 'RULE_NOT_MET',
    path: ['from'],
    rule: 'ASKED_ONCE',
    message: 'Some of these days wait for a signature already.',
    help: 'Load the page again to see them.',
  },
};

/** The returner asks the supervisor of a placement to confirm the days of a span. */
export const askSignOff = (context: CommandContext, input: AskSignOff, pages: SignOffPages) =>
  runCommand(
    context,
    { name: 'askSignOff', input, idempotencyKey: input.idempotencyKey, constraints },
    async (transaction) => {
      const { em, actor, clock, audit } = transaction;
      const found = await lockPlacement(em, idOf('Placement', input.placementId));
      if (!found?.placement.isShown || !mayEditReturner(actor, subjectOf(found.returner)))
        return { refused: [notFound('placementId', 'placement')] };
      const { placement, returner } = found;
      const supervised = await supervisedPlacement(em, placement);
      const activities = activitiesAsKept(input.activities ?? []);
      const decided = decideAsking({
        from: input.from,
        until: input.until,
        today: clock.today(),
        placement: {
          ...supervised,
          hasBegun: hasBegun(placement.state),
        },
        supervisors: await supervisorsOf(em, supervised, returner),
        activities,
        days: await daysToSign(em, returner.id, input.from, input.until),
      });
      if ('refusals' in decided) return { refused: decided.refusals };
      const supervisor = await em.findOneOrFail(SupervisorSchema, { id: decided.supervisorId });
      const signOff = em.create(SignOffSchema, {
        placement,
        host: placement.host,
        supervisor,
        state: 'ASKED',
        fromOn: input.from,
        untilOn: input.until,
        activities,
        askedOn: clock.today(),
        lastToldOn: clock.today(),
      });
      for (const { dayId } of decided.days) em.create(SignOffDaySchema, { signOff, dayId, state: 'WAITING' });
      await em.flush();
      await tellSupervisor(transaction, { signOff, supervisor, returner }, pages);
      audit({
        action: 'askSignOff',
        subject: { type: 'SignOff', id: signOff.id },
        personId: returner.person.id,
        changes: changesBetween({}, { from: input.from, until: input.until, days: decided.days.length }),
      });
      return { done: { signOffId: signOff.id } };
    },
  );

/** Locks a sign-off for one of its parties, at the version they have read. */
const change = (
  context: CommandContext,
  name: string,
  input: ChangeSignOff,
  parties: readonly SignOffParty[],
  work: (
    transaction: Transaction,
    locked: LockedSignOff,
  ) => Promise<readonly Refusal[] | Readonly<Record<string, { before: unknown; after: unknown }>>>,
) =>
  runCommand(context, { name, input, idempotencyKey: input.idempotencyKey }, async (transaction) => {
    const { em, actor, audit } = transaction;
    const id = idOf('SignOff', input.signOffId);
    const locked = id === null ? null : await lockSignOff(em, { id });
    const party = locked && partyToSignOff(actor, locked.subject);
    if (!locked || !party || !parties.includes(party)) return { refused: [notFound('signOffId', 'sign-off')] };
    const { signOff, returner } = locked;
    const stale = faultsOfVersion(signOff, input.expectedVersion);
    if (stale.length > 0) return { refused: stale };
    const result = await work(transaction, locked);
    if (Array.isArray(result)) return { refused: result };
    em.assign(signOff, { version: signOff.version + 1 });
    audit({
      action: name,
      subject: { type: 'SignOff', id: signOff.id },
      personId: returner.person.id,
      changes: result as Readonly<Record<string, { before: unknown; after: unknown }>>,
    });
    return { done: { signOffId: signOff.id } };
  });

const isAskedNo: Refusal = {
  code: 'RULE_NOT_MET',
  path: [],
  rule: 'WAITS_FOR_ANSWER',
  message: 'This does not wait for an answer any more.',
  help: 'Load the page again to see how it stands.',
};

/** The returner takes the question back; the link works no more. */
export const withdrawSignOff = (context: CommandContext, input: ChangeSignOff) =>
  change(context, 'withdrawSignOff', input, ['RETURNER'], async ({ em }, { signOff }) => {
    if (signOff.state !== 'ASKED') return [isAskedNo];
    em.assign(signOff, { state: 'WITHDRAWN', tokenHash: null });
    await em.nativeUpdate(SignOffDaySchema, { signOff: signOff.id, state: 'WAITING' }, { state: 'LET_GO' });
    return { state: { before: 'ASKED', after: 'WITHDRAWN' } };
  });

/** The returner reminds the supervisor: a new link goes out, and the old one works no more. */
export const nudgeSignOff = (context: CommandContext, input: ChangeSignOff, pages: SignOffPages) =>
  change(context, 'nudgeSignOff', input, ['RETURNER'], async (transaction, locked) => {
    const { signOff } = locked;
    const today = transaction.clock.today();
    const faults = faultsOfNudge({ state: signOff.state, lastToldOn: calendarDate(signOff.lastToldOn) }, today);
    if (faults.length > 0) return faults;
    const before = signOff.nudgedOn ?? null;
    await tellSupervisor(transaction, locked, pages);
    transaction.em.assign(signOff, { nudgedOn: today });
    return { nudgedOn: { before, after: today } };
  });

/** The organisation or a coordinator names another supervisor there for the days; the first one’s link works no more. */
export const passOnSignOff = (context: CommandContext, input: PassOnSignOff, pages: SignOffPages) =>
  change(context, 'passOnSignOff', input, ['SITE', 'COORDINATOR'], async (transaction, locked) => {
    const { em, clock } = transaction;
    const { signOff, returner, placement } = locked;
    if (signOff.state !== 'ASKED') return [isAskedNo];
    const id = idOf('Supervisor', input.supervisorId);
    const supervisor = id && (await em.findOne(SupervisorSchema, { id, host: placement.host.id }));
    if (!supervisor || supervisor.id === signOff.supervisor.id) return [notFound('supervisorId', 'other supervisor')];
    if (await isOwnSignature(em, supervisor, returner)) return [notFound('supervisorId', 'other supervisor')];
    const facts = await supervisorFactsFor(em, supervisor, returner);
    const faults = [
      ...faultsOfSigner(facts, calendarDate(signOff.fromOn), clock.today()),
      ...faultsOfScope(signOff.activities, facts),
    ];
    if (faults.length > 0) return faults.map((one) => ({ ...one, path: ['supervisorId'] }));
    const before = signOff.supervisor.id;
    em.assign(signOff, { supervisor });
    await tellSupervisor(transaction, { signOff, supervisor, returner }, pages);
    return { supervisor: { before, after: supervisor.id } };
  });
