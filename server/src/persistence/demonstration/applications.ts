import type pg from 'pg';
import type { EligibilityAnswers } from '../../eligibility/answers.rules.ts';
import { addDays, type CalendarDate } from '../../kernel/calendar-date.ts';
import { londonDate } from '../../kernel/clock.ts';
import type { ProfessionCode } from '../../organisations/profession.rules.ts';
import {
  plainEntry,
  type ApplicationEntry,
  type ApplicationEntryKind,
} from '../../re-registration/application-entry.rules.ts';
import { isApplicationRoute, stepKeysFor } from '../../re-registration/application-steps.rules.ts';
import { clocksOf, entryOf, inOrder, stateOf } from '../../re-registration/application.rules.ts';
import { standingOf } from '../../returners/standing.rules.ts';
import { countUpdating, type UpdatingEntry } from '../../updating/updating-count.rules.ts';
import { referenceId } from '../reference-data.ts';
import { addSentPack, logStudy } from './pack.ts';
import { personaId } from './personas.ts';

interface Candidate {
  readonly id: string;
  readonly personId: string;
  readonly answers: EligibilityAnswers;
  readonly hcpcNumber: string | null;
  readonly professionCode: ProfessionCode | null;
  readonly entries: readonly UpdatingEntry[];
}
type Happened = readonly (readonly [kind: ApplicationEntryKind, daysAgo: number])[];

/** What happened to the applications of some people of the cohort, one after the other. */
const histories: readonly Happened[] = [
  [['SENT', 5]],
  [['SENT', 24]],
  [
    ['SENT', 12],
    ['QUERIED', 6],
  ],
  [
    ['SENT', 11],
    ['FEE_TAKEN', 2],
  ],
  [
    ['SENT', 60],
    ['FEE_TAKEN', 50],
    ['REGISTERED', 48],
  ],
  [
    ['SENT', 40],
    ['REFUSED', 20],
  ],
  [
    ['SENT', 90],
    ['REFUSED', 70],
    ['APPEALED', 50],
  ],
  [
    ['SENT', 30],
    ['WITHDRAWN', 12],
  ],
];
const personaHistories = {
  'returner-applied': [
    ['SENT', 6],
    ['FEE_TAKEN', 1],
  ],
  'returner-readmitted': [
    ['SENT', 40],
    ['FEE_TAKEN', 32],
    ['REGISTERED', 30],
  ],
} as const satisfies Readonly<Record<string, Happened>>;

/** Everybody whom coordinators see and who looks for no place. */
const candidatesOf = async (client: pg.ClientBase): Promise<Candidate[]> => {
  const { rows } = await client.query<Candidate>(
    `select r.id, r.person_id "personId", r.answers, r.hcpc_number "hcpcNumber", (select code from profession where id = r.profession_id) "professionCode",
       (select coalesce(json_agg(json_build_object('key', d.id, 'on', d.on_date, 'kind', d.kind, 'minutes', d.minutes, 'startsAt', d.starts_at)), '[]'::json)
        from current_logged_day d where d.returner_id = r.id) entries
     from returner r where r.shares_with_coordinators and not exists (select from placement p where p.returner_id = r.id and p.is_live)
       and not exists (select from placement_request q where q.returner_id = r.id and q.state = 'OPEN') order by r.id`,
  );
  return rows;
};

const hasAllThatIsNeeded = ({ answers, entries }: Candidate, today: CalendarDate): boolean => {
  const { route, requirement, isSettled } = standingOf(answers, null, today);
  if (!isSettled || !isApplicationRoute(route) || route === 'RENEW_OR_LEAVE' || route === 'SHORT_READMISSION')
    return false;
  return !requirement || requirement.days === 0 || countUpdating(requirement, entries, today, today).isComplete;
};

/** What was logged lies before the day on which it was sent. */
const moveBack = async (client: pg.ClientBase, returnerId: string, days: number): Promise<void> => {
  await client.query(
    `update logged_day set on_date = on_date - $2::int, recorded_at = recorded_at - make_interval(days => $2::int),
       superseded_at = superseded_at - make_interval(days => $2::int) where returner_id = $1`,
    [returnerId, days],
  );
  await client.query(
    `update returner set started_on = started_on - $2::int, coordinators_see_since = coordinators_see_since - $2::int where id = $1`,
    [returnerId, days],
  );
};

const addApplication = async (
  client: pg.ClientBase,
  { id: returnerId, personId, answers, hcpcNumber, professionCode }: Candidate,
  happened: Happened,
  today: CalendarDate,
  sendsPack = false,
): Promise<void> => {
  const { route } = standingOf(answers, null, today);
  if (!isApplicationRoute(route)) return;
  const entries: ApplicationEntry[] = inOrder(
    happened.map(([kind, daysAgo]) => ({
      ...plainEntry(kind, addDays(today, -daysAgo)),
      id: referenceId('application entry', `${personId}:${kind}`),
      version: 1,
      ...(kind === 'SENT' ? { way: 'HCPC_ACCOUNT' as const } : {}),
      ...(kind === 'QUERIED' ? { askedFor: 'An example: a newer proof of address.', dueOn: addDays(today, 8) } : {}),
      ...(kind === 'FEE_TAKEN' ? { pence: 30_835 } : {}),
      ...(kind === 'REGISTERED' ? { registrationNumber: hcpcNumber ?? `${professionCode ?? 'DT'}990000` } : {}),
    })),
  );
  const [first] = entries;
  if (!first) return;
  await moveBack(client, returnerId, Math.max(...happened.map(([, daysAgo]) => daysAgo)) + 1);
  const applicationId = referenceId('application', personId);
  const sentOn = entryOf(entries, 'SENT')?.on ?? null;
  const packDigest =
    sendsPack && sentOn !== null && professionCode !== null
      ? await addSentPack(client, { id: returnerId, personId, profession: professionCode }, sentOn)
      : null;
  const decided = entries.filter(({ kind }) => kind === 'REGISTERED' || kind === 'REFUSED').at(-1);
  await client.query(
    `insert into application (id, returner_id, route, prepared, state, stands_since, sent_on, due_on, decided_on, began_on, pack_digest)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11)`,
    [
      applicationId,
      returnerId,
      route,
      JSON.stringify(stepKeysFor(route, false)),
      stateOf(entries),
      entries.at(-1)?.on,
      sentOn,
      clocksOf(entries, null, today)[0]?.endsOn ?? null,
      decided?.on ?? null,
      addDays(first.on, -7),
      packDigest,
    ],
  );
  for (const entry of entries)
    await client.query(
      `insert into application_entry (application_id, entry_id, kind, on_date, way, asked_for, due_on, pence, registration_number, recorded_at)
       values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $4::date + time '18:00')`,
      [
        applicationId,
        entry.id,
        entry.kind,
        entry.on,
        entry.way,
        entry.askedFor,
        entry.dueOn,
        entry.pence,
        entry.registrationNumber,
      ],
    );
};

/** Applications of the personas who have applied, and of some people of the cohort in every state. */
export const addApplications = async (client: pg.ClientBase, now: Date): Promise<void> => {
  const today = londonDate(now);
  const candidates = await candidatesOf(client);
  for (const [key, happened] of Object.entries(personaHistories) as [keyof typeof personaHistories, Happened][]) {
    const one = candidates.find(({ personId }) => personId === personaId(key));
    if (!one) throw new Error(`${key} of the demonstration cannot have applied.`);
    await logStudy(client, one, today);
    await addApplication(client, one, happened, today, true);
  }
  const others = candidates.filter(
    (one) =>
      one.personId !== personaId('returner-applied') &&
      one.personId !== personaId('returner-readmitted') &&
      hasAllThatIsNeeded(one, today),
  );
  for (const [index, one] of others.slice(0, histories.length * 3).entries())
    await addApplication(client, one, histories[index % histories.length] ?? [], today);
};
