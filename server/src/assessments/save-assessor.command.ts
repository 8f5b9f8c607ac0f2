import { PersonSchema, RoleGrantSchema } from '../access/person.entity.ts';
import { runCommand, type CommandContext } from '../audit/run-command.ts';
import type { CalendarDate } from '../kernel/calendar-date.ts';
import type { Refusal } from '../kernel/refusal.ts';
import { ProfessionSchema } from '../organisations/profession.entity.ts';
import { changesBetween } from '../placements/changes.rules.ts';
import { lockHost } from '../placements/host.queries.ts';
import { aboutAtMost, faultsOfText, faultsOfVersion, hostNameAtMost } from '../placements/host.rules.ts';
import { notFound } from '../returners/returner.queries.ts';
import { AssessorSchema } from './assessment.entity.ts';
import { lockAssessor } from './assessment.queries.ts';

/** What somebody saw on the Register. */
export interface AssessorLookedUp {
  readonly registeredFrom: CalendarDate;
  readonly registeredUntil?: CalendarDate | null;
  readonly hasProceedings: boolean;
  readonly checkedOn: CalendarDate;
  readonly seen: string;
  readonly idempotencyKey: string;
}
/** A new assessor of an organisation. */
export interface AddAssessor extends AssessorLookedUp {
  readonly hostId: string;
  readonly email: string;
  readonly displayName: string;
  readonly professionCode: string;
}
/** An assessor who was looked up again. */
export interface CheckAssessor extends AssessorLookedUp {
  readonly assessorId: string;
  readonly expectedVersion: number;
}

const faultsOfLook = (input: AssessorLookedUp, today: CalendarDate): Refusal[] => [
  ...(input.checkedOn > today
    ? [
        {
          code: 'VALUE_INVALID' as const,
          path: ['checkedOn'],
          message: 'This date is in the future.',
          help: 'Give the day on which you looked: today, or one that has passed.',
        },
      ]
    : []),
  ...(input.registeredUntil && input.registeredUntil < input.registeredFrom
    ? [
        {
          code: 'VALUE_INVALID' as const,
          path: ['registeredUntil'],
          message: 'The last day is before the first.',
          help: 'Give the dates as the Register shows them; leave the last one empty while it goes on.',
        },
      ]
    : []),
  ...faultsOfText('seen', input.seen, aboutAtMost, 'What was seen', 'LINES'),
];

const looked = (input: AssessorLookedUp) => ({
  registeredFrom: input.registeredFrom,
  registeredUntil: input.registeredUntil ?? null,
  hasProceedings: input.hasProceedings,
  checkedOn: input.checkedOn,
  seen: input.seen.trim(),
});

const alreadyThere: Refusal = {
  code: 'RULE_NOT_MET',
  path: ['email'],
  rule: 'ONE_ASSESSOR_PER_PERSON',
  message: 'This person is an assessor here already.',
  help: 'Note there what you saw on the Register.',
};

/** Puts somebody with an account on an organisation's list of assessors, with what was seen of them on the Register. */
export const addAssessor = (context: CommandContext, input: AddAssessor) =>
  runCommand(
    context,
    {
      name: 'addAssessor',
      input,
      idempotencyKey: input.idempotencyKey,
      constraints: { one_assessor_per_person_and_host: alreadyThere },
    },
    async ({ em, actor, clock, audit, send }) => {
      const host = await lockHost(em, actor, input.hostId);
      if (!host || actor.personId === null) return { refused: [notFound('hostId', 'organisation')] };
      const profession = await em.findOne(ProfessionSchema, { code: input.professionCode });
      const email = input.email.trim().toLowerCase();
      const person = await em.findOne(PersonSchema, { email, emailConfirmedAt: { $ne: null }, suspendedAt: null });
      const refused: Refusal[] = [
        ...faultsOfText('displayName', input.displayName, hostNameAtMost, 'The name'),
        ...(profession ? [] : [notFound('professionCode', 'profession')]),
        ...(person
          ? []
          : [
              {
                ...notFound('email', 'confirmed account'),
                help: 'An assessor needs an account. Ask them to make one with this address, then add them.',
              },
            ]),
        ...faultsOfLook(input, clock.today()),
      ];
      if (refused.length > 0 || !profession || !person) return { refused };
      const kept = looked(input);
      const displayName = input.displayName.trim();
      const assessor = em.create(AssessorSchema, {
        host,
        person,
        profession,
        displayName,
        ...kept,
        checkedBy: actor.personId,
      });
      const isHeld = (await em.count(RoleGrantSchema, { person, role: 'ASSESSOR' })) > 0;
      if (!isHeld) em.create(RoleGrantSchema, { person, role: 'ASSESSOR', grantedAt: clock.now() });
      await em.flush();
      send({ to: { personId: person.id }, template: 'host-role-given', values: { organisation: host.name } });
      audit({
        action: 'addAssessor',
        subject: { type: 'Assessor', id: assessor.id },
        personId: person.id,
        changes: changesBetween({}, { ...kept, displayName, profession: input.professionCode }),
      });
      return { done: { assessorId: assessor.id } };
    },
  );

/** Notes who looked an assessor up, when, and what they saw. */
export const checkAssessor = (context: CommandContext, input: CheckAssessor) =>
  runCommand(
    context,
    { name: 'checkAssessor', input, idempotencyKey: input.idempotencyKey },
    async ({ em, actor, clock, audit }) => {
      const assessor = await lockAssessor(em, actor, input.assessorId);
      if (!assessor || actor.personId === null) return { refused: [notFound('assessorId', 'assessor')] };
      const refused = [...faultsOfVersion(assessor, input.expectedVersion), ...faultsOfLook(input, clock.today())];
      if (refused.length > 0) return { refused };
      const { registeredFrom, registeredUntil, hasProceedings, checkedOn, seen } = assessor;
      const after = looked(input);
      em.assign(assessor, { ...after, checkedBy: actor.personId, version: assessor.version + 1 });
      audit({
        action: 'checkAssessor',
        subject: { type: 'Assessor', id: assessor.id },
        personId: assessor.person.id,
        changes: changesBetween({ registeredFrom, registeredUntil, hasProceedings, checkedOn, seen }, after),
      });
      return { done: { assessorId: assessor.id } };
    },
  );
