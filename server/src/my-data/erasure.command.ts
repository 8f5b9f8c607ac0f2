import { LockMode } from '@mikro-orm/core';
import { PersonSchema } from '../access/person.entity.ts';
import { destroyPersonKey } from '../access/person-key.queries.ts';
import { rolesOf } from '../access/session.queries.ts';
import { runCommand, type CommandContext } from '../audit/run-command.ts';
import { addDays, inWords } from '../kernel/calendar-date.ts';
import { notFound } from '../returners/returner.queries.ts';
import { coolingOffDays, faultsOfErasure } from './erasure.rules.ts';
import { wipePerson } from './held-rows.queries.ts';
import { ErasureSchema } from './my-data.entity.ts';

const nothingAsked = notFound('idempotencyKey', 'erasure that was asked for');
type EntityManager = CommandContext['em'];

const openErasure = (em: EntityManager, personId: string) =>
  em.findOne(ErasureSchema, { person: personId, takenBackAt: null, doneAt: null });

/** Asks for everything about oneself to be erased, after days in which it can be taken back. */
export const askErasure = (
  context: CommandContext,
  input: { readonly email: string; readonly idempotencyKey: string },
) =>
  runCommand(
    context,
    { name: 'askErasure', input, idempotencyKey: input.idempotencyKey },
    async ({ em, actor, clock, audit, send }) => {
      const id = actor.personId;
      const person =
        id === null ? null : await em.findOne(PersonSchema, { id }, { lockMode: LockMode.PESSIMISTIC_WRITE });
      if (!person) return { refused: [nothingAsked] };
      const refused = faultsOfErasure({
        roles: await rolesOf(em, person.id),
        typed: input.email,
        email: person.email,
        isAsked: (await openErasure(em, person.id)) !== null,
      });
      if (refused.length > 0) return { refused };
      const dueOn = addDays(clock.today(), coolingOffDays);
      em.create(ErasureSchema, { person, askedAt: clock.now(), dueOn, takenBackAt: null, doneAt: null });
      send({ to: { personId: person.id }, template: 'erasure-asked', values: { day: inWords(dueOn) } });
      audit({
        action: 'askErasure',
        subject: { type: 'Account', id: person.id },
        personId: person.id,
        changes: { erasedOn: { before: null, after: dueOn } },
      });
      return { done: {} };
    },
  );

/** Takes it back. */
export const takeBackErasure = (context: CommandContext, input: { readonly idempotencyKey: string }) =>
  runCommand(
    context,
    { name: 'takeBackErasure', input, idempotencyKey: input.idempotencyKey },
    async ({ em, actor, clock, audit }) => {
      const erasure = actor.personId === null ? null : await openErasure(em, actor.personId);
      if (!erasure || actor.personId === null) return { refused: [nothingAsked] };
      em.assign(erasure, { takenBackAt: clock.now() });
      audit({
        action: 'takeBackErasure',
        subject: { type: 'Account', id: actor.personId },
        personId: actor.personId,
        changes: { erasedOn: { before: erasure.dueOn, after: null } },
      });
      return { done: {} };
    },
  );

/**
 * Erases a person whose day has come: rows go or lose their words, files go, and the key is destroyed, so that nobody can read what is
 * sealed with it. Everything or nothing: it is one transaction.
 */
export const erasePerson = (context: CommandContext, erasureId: string) =>
  runCommand(
    context,
    { name: 'erasePerson', input: { erasureId }, idempotencyKey: null },
    async ({ em, clock, audit }) => {
      const erasure = await em.findOne(
        ErasureSchema,
        { id: erasureId, takenBackAt: null, doneAt: null },
        { lockMode: LockMode.PESSIMISTIC_WRITE },
      );
      if (!erasure || erasure.dueOn > clock.today()) return { refused: [nothingAsked] };
      const personId = erasure.person.id;
      await wipePerson(em, personId);
      await destroyPersonKey(em, personId, clock.now());
      em.assign(erasure, { doneAt: clock.now() });
      audit({ action: 'erasePerson', subject: { type: 'Account', id: personId }, personId, changes: {} });
      return { done: {} };
    },
  );
