import { PersonSchema } from '../access/person.entity.ts';
import { runCommand, type CommandContext, type Transaction } from '../audit/run-command.ts';
import type { CalendarDate } from '../kernel/calendar-date.ts';
import { addMonths } from '../kernel/calendar-date.ts';
import type { Refusal } from '../kernel/refusal.ts';
import { ProfessionSchema } from '../organisations/profession.entity.ts';
import { notFound } from '../returners/returner.queries.ts';
import { changesBetween } from './changes.rules.ts';
import { SupervisorSchema, type Supervisor } from './host.entity.ts';
import { lockHost, lockSupervisor } from './host.queries.ts';
import {
  aboutAtMost,
  faultsOfNumber,
  faultsOfText,
  faultsOfVersion,
  faultsOfWeekdays,
  hostNameAtMost,
} from './host.rules.ts';
import { checkAgainMonths, type DateSpan, type Proceeding, type Weekday } from './supervisor.rules.ts';

/** What is said of a supervisor. */
export interface SupervisorProfile {
  readonly displayName: string;
  readonly email?: string | null;
  readonly professionCode: string;
  readonly registered: readonly { readonly from: CalendarDate; readonly until?: CalendarDate | null }[];
  readonly scope: readonly string[];
  readonly atOnceAtMost: number;
  readonly weekdays: readonly number[];
  readonly idempotencyKey?: string | null;
}
/** A new supervisor of an organisation. */
export interface AddSupervisor extends SupervisorProfile {
  readonly hostId: string;
}
/** A supervisor as they should be from now on. */
export interface ChangeSupervisor extends SupervisorProfile {
  readonly supervisorId: string;
  readonly expectedVersion: number;
}

/** The most stretches of registration, and the most activities of a scope. */
const spansAtMost = 20;
const scopeAtMost = 30;

const faultsOfSpans = (
  path: string,
  spans: readonly { readonly from: string; readonly until?: string | null }[],
  least: number,
): Refusal[] =>
  spans.length >= least && spans.length <= spansAtMost && spans.every(({ from, until }) => !until || from <= until)
    ? []
    : [
        {
          code: 'VALUE_INVALID',
          path: [path],
          message: 'These dates do not fit together.',
          help: `Give ${least} to ${spansAtMost} stretches, each with its first day before its last.`,
        },
      ];

const isWeekday = (day: number): day is Weekday => Number.isInteger(day) && day >= 1 && day <= 7;

const checked = async (em: Transaction['em'], input: SupervisorProfile) => {
  const profession = await em.findOne(ProfessionSchema, { code: input.professionCode });
  const email = input.email?.trim().toLowerCase();
  const person = email ? await em.findOne(PersonSchema, { email, emailConfirmedAt: { $ne: null } }) : null;
  const refused: Refusal[] = [
    ...faultsOfText('displayName', input.displayName, hostNameAtMost, 'The name'),
    ...(profession ? [] : [notFound('professionCode', 'profession')]),
    ...(email && !person ? [notFound('email', 'confirmed account')] : []),
    ...faultsOfSpans('registered', input.registered, 1),
    ...(input.scope.length > scopeAtMost ? faultsOfText('scope', '', 0, 'The scope') : []),
    ...input.scope.flatMap((activity) => faultsOfText('scope', activity, hostNameAtMost, 'The activity')),
    ...faultsOfNumber('atOnceAtMost', input.atOnceAtMost, 1, 20, 'This number'),
    ...faultsOfWeekdays('weekdays', input.weekdays),
  ];
  if (refused.length > 0 || !profession) return { refused };
  const kept = {
    displayName: input.displayName.trim(),
    // left out, the account stays as it was
    ...(input.email === undefined ? {} : { person }),
    profession,
    registered: input.registered.map(({ from, until }): DateSpan => ({ from, until: until ?? null })),
    scope: input.scope.map((activity) => activity.trim()),
    atOnceAtMost: input.atOnceAtMost,
    weekdays: input.weekdays.filter(isWeekday).toSorted(),
  };
  return { kept };
};

const shownOf = ({ displayName, person, registered, scope, atOnceAtMost, weekdays }: Supervisor) => ({
  displayName,
  person: person?.id ?? null,
  registered,
  scope,
  atOnceAtMost,
  weekdays,
});

/** A program would learn which addresses have an account here. */
const byAPerson: Refusal = {
  code: 'RULE_NOT_MET',
  path: ['email'],
  rule: 'PEOPLE_TIE_ACCOUNTS',
  message: 'A program cannot tie a supervisor to an account.',
  help: 'Leave the address out. Somebody of your organisation adds it on the page of its supervisors.',
};

/** Puts a supervisor on an organisation's list. Nobody is eligible before somebody has looked at the Register. */
export const addSupervisor = (context: CommandContext, input: AddSupervisor) =>
  runCommand(
    context,
    { name: 'addSupervisor', input, idempotencyKey: input.idempotencyKey ?? null },
    async ({ em, actor, audit }) => {
      const host = await lockHost(em, actor, input.hostId, 'PROPOSE_SUPERVISORS');
      if (!host) return { refused: [notFound('hostId', 'organisation')] };
      if (actor.kind === 'PARTNER' && input.email) return { refused: [byAPerson] };
      const found = await checked(em, input);
      if (!found.kept) return { refused: found.refused };
      const supervisor = em.create(SupervisorSchema, { host, ...found.kept, proceedings: [] });
      await em.flush();
      audit({
        action: 'addSupervisor',
        subject: { type: 'Supervisor', id: supervisor.id },
        personId: supervisor.person?.id ?? null,
        changes: changesBetween({}, { ...shownOf(supervisor), profession: input.professionCode }),
      });
      return { done: { supervisorId: supervisor.id } };
    },
  );

/** Changes what is said of a supervisor. */
export const changeSupervisor = (context: CommandContext, input: ChangeSupervisor) =>
  runCommand(
    context,
    { name: 'changeSupervisor', input, idempotencyKey: input.idempotencyKey ?? null },
    async ({ em, actor, audit }) => {
      const supervisor = await lockSupervisor(em, actor, input.supervisorId);
      if (!supervisor) return { refused: [notFound('supervisorId', 'supervisor')] };
      const stale = faultsOfVersion(supervisor, input.expectedVersion);
      const found = await checked(em, input);
      if (!found.kept || stale.length > 0) return { refused: [...stale, ...(found.refused ?? [])] };
      const before = shownOf(supervisor);
      em.assign(supervisor, { ...found.kept, version: supervisor.version + 1 });
      audit({
        action: 'changeSupervisor',
        subject: { type: 'Supervisor', id: supervisor.id },
        personId: supervisor.person?.id ?? null,
        changes: changesBetween(before, shownOf(supervisor)),
      });
      return { done: { supervisorId: supervisor.id } };
    },
  );

/** What somebody saw who looked a supervisor up on the Register. */
export interface RecordRegisterCheck {
  readonly supervisorId: string;
  readonly expectedVersion: number;
  readonly checkedOn: CalendarDate;
  readonly seen: string;
  readonly proceedings: readonly (Omit<Proceeding, 'until'> & { readonly until?: CalendarDate | null })[];
  readonly adviceRecordedOn?: CalendarDate | null;
  readonly idempotencyKey?: string | null;
}

/** Notes who looked a supervisor up, when, and what they saw. The one who is signed in is the one who looked. */
export const recordRegisterCheck = (context: CommandContext, input: RecordRegisterCheck) =>
  runCommand(
    context,
    { name: 'recordRegisterCheck', input, idempotencyKey: input.idempotencyKey ?? null },
    async ({ em, actor, clock, audit }) => {
      const supervisor = await lockSupervisor(em, actor, input.supervisorId);
      if (!supervisor || actor.personId === null) return { refused: [notFound('supervisorId', 'supervisor')] };
      const today = clock.today();
      const late = (path: string, date: string): Refusal[] =>
        date > today
          ? [
              {
                code: 'VALUE_INVALID',
                path: [path],
                message: 'This date is in the future.',
                help: 'Give a date that has passed, or today.',
              },
            ]
          : [];
      const refused = [
        ...faultsOfVersion(supervisor, input.expectedVersion),
        ...late('checkedOn', input.checkedOn),
        ...(input.adviceRecordedOn ? late('adviceRecordedOn', input.adviceRecordedOn) : []),
        ...faultsOfText('seen', input.seen, aboutAtMost, 'What was seen', 'LINES'),
        ...faultsOfSpans('proceedings', input.proceedings, 0),
      ];
      if (refused.length > 0) return { refused };
      const { checkedOn, seen, proceedings, adviceRecordedOn } = supervisor;
      const after = {
        checkedOn: input.checkedOn,
        seen: input.seen.trim(),
        proceedings: input.proceedings.map(({ kind, from, until }): Proceeding => ({
          kind,
          from,
          until: until ?? null,
        })),
        adviceRecordedOn: input.adviceRecordedOn ?? null,
      };
      em.assign(supervisor, {
        ...after,
        checkedBy: actor.personId,
        checkAgainBy: addMonths(input.checkedOn, checkAgainMonths),
        version: supervisor.version + 1,
      });
      audit({
        action: 'recordRegisterCheck',
        subject: { type: 'Supervisor', id: supervisor.id },
        personId: supervisor.person?.id ?? null,
        changes: changesBetween({ checkedOn, seen, proceedings, adviceRecordedOn }, after),
      });
      return { done: { supervisorId: supervisor.id } };
    },
  );
