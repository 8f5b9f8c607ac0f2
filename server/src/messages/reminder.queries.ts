import type { EntityManager } from '@mikro-orm/postgresql';
import { recipientOf } from '../audit/recipient.queries.ts';
import type { CalendarDate } from '../kernel/calendar-date.ts';
import type { RecipientStanding, RemindedBefore } from './reminder.rules.ts';

/** To whom a reminder would go: the person, or an address that has no account. */
export type RemindedOne = { readonly personId: string } | { readonly address: string };

/** Who is meant, as the outbox and the memory of reminders know them. */
export const recipientIdOf = (em: EntityManager, to: RemindedOne): Promise<string> => recipientOf(em, to);

/** Whether these may be reminded, and when they were last. */
export const standingsOf = async (em: EntityManager, recipientIds: readonly string[]): Promise<RecipientStanding[]> => {
  const rows = await em.execute<{ id: string; on: CalendarDate | null; may: boolean }[]>(
    `select asked.id, r.reminded_on::text as on,
       (p.id is null or (p.wants_reminders and p.suspended_at is null and p.email_confirmed_at is not null))
         and not exists (select 1 from person_key k where k.person_id = asked.id and k.key is null) as may
     from unnest(?::uuid[]) asked(id)
     left join reminded_recipient r on r.recipient_id = asked.id
     left join person p on p.id = asked.id`,
    [`{${recipientIds.join(',')}}`],
  );
  return rows.map(({ id, on, may }) => ({ recipientId: id, remindedOn: on, mayBeReminded: may }));
};

/** What these were reminded of before, and when. */
export const remindedBefore = async (em: EntityManager, recipientIds: readonly string[]): Promise<RemindedBefore[]> => {
  const rows = await em.execute<{ recipient_id: string; kind: string; subject_id: string; on: CalendarDate }[]>(
    'select recipient_id, kind, subject_id, reminded_on::text as on from reminded_thing where recipient_id = any(?::uuid[])',
    [`{${recipientIds.join(',')}}`],
  );
  return rows.map((row) => ({
    recipientId: row.recipient_id,
    kind: row.kind,
    subjectId: row.subject_id,
    remindedOn: row.on,
  }));
};

/** Remembers a reminder; false where the person was reminded within the week, by another server perhaps. */
export const rememberReminder = async (
  em: EntityManager,
  recipientId: string,
  things: readonly { readonly kind: string; readonly subjectId: string }[],
  today: CalendarDate,
  quietDays: number,
): Promise<boolean> => {
  const rows = await em.execute<unknown[]>(
    `insert into reminded_recipient as r (recipient_id, reminded_on) values (?, ?)
     on conflict (recipient_id) do update set reminded_on = excluded.reminded_on
       where r.reminded_on <= excluded.reminded_on - ?::int
     returning 1`,
    [recipientId, today, quietDays],
  );
  if (rows.length === 0) return false;
  for (const { kind, subjectId } of things)
    await em.execute(
      `insert into reminded_thing (recipient_id, kind, subject_id, reminded_on) values (?, ?, ?, ?)
       on conflict on constraint one_memory_per_thing_and_recipient do update set reminded_on = excluded.reminded_on`,
      [recipientId, kind, subjectId, today],
    );
  return true;
};
