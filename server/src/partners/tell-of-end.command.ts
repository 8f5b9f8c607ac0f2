import { randomUUID } from 'node:crypto';
import { LockMode } from '@mikro-orm/core';
import type { EntityManager } from '@mikro-orm/postgresql';
import { anonymous } from '../access/actor.ts';
import type { MailName } from '../audit/mail-names.ts';
import { runCommand } from '../audit/run-command.ts';
import { addDays, calendarDate, inWords } from '../kernel/calendar-date.ts';
import type { Clock } from '../kernel/clock.ts';
import { notFound } from '../returners/returner.queries.ts';
import { PartnerClientSchema } from './partner-client.entity.ts';
import { newsOfEnd, TOLD_BEFORE_DAYS, type NewsOfEnd } from './partner-client.rules.ts';

const template = {
  ENDS: 'partner-key-ends',
  ENDED: 'partner-key-ended',
} as const satisfies Readonly<Record<NewsOfEnd, MailName>>;

/** Writes to whoever answers for a program that its keys end soon, or have ended; once each. */
const tellOfEnd = (root: EntityManager, clock: Clock, partnerClientId: string) =>
  runCommand(
    { actor: anonymous, clock, traceId: randomUUID(), em: root.fork(), isService: true },
    { name: 'tellOfEnd', input: { partnerClientId }, idempotencyKey: null },
    async ({ em, audit, send }) => {
      const client = await em.findOne(
        PartnerClientSchema,
        { id: partnerClientId },
        { lockMode: LockMode.PESSIMISTIC_WRITE },
      );
      const today = clock.today();
      const before = client?.toldOfEnd ?? null;
      const news =
        client && !client.revokedAt ? newsOfEnd({ endsOn: calendarDate(client.endsOn), told: before }, today) : null;
      if (!client || news === null) return { refused: [notFound('partnerClientId', 'program')] };
      client.toldOfEnd = news;
      send({
        to: { personId: client.owner.id },
        template: template[news],
        values: { program: client.name, endsOn: inWords(calendarDate(client.endsOn)) },
      });
      audit({
        action: 'tellOfEnd',
        subject: { type: 'PartnerClient', id: client.id },
        personId: null,
        changes: { toldOfEnd: { before, after: news } },
      });
      return { done: { partnerClientId: client.id } };
    },
  );

/** Looks for programs whose last day is near or past. It may run at any time, twice, and on two servers at once. */
export const tellOfEnds = async (em: EntityManager, clock: Clock): Promise<void> => {
  const due = await em.fork().execute<{ id: string }[]>(
    `select id from partner_client where revoked_at is null and ends_on <= ? and (told_of_end is null or (told_of_end = 'ENDS' and ends_on < ?))
     order by id limit 1000`,
    [addDays(clock.today(), TOLD_BEFORE_DAYS), clock.today()],
  );
  for (const { id } of due) await tellOfEnd(em, clock, id);
};
