import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Actor } from '../../access/actor.ts';
import { anonymous } from '../../access/actor.ts';
import { buildSchema } from '../../graphql/build-schema.ts';
import { askAs } from '../../testing/ask-as.ts';
import { freshDatabase, type FreshDatabase } from '../../testing/fresh-database.ts';
import { wrongTotals } from '../../updating/log.queries.ts';
import { COHORT_SIZE } from './cohort.ts';
import { fillDemonstration } from './fill.ts';
import { personaId, type PersonaKey } from './personas.ts';

const schema = buildSchema();
let fresh: FreshDatabase;
let cpuMs: number;
beforeAll(async () => {
  fresh = await freshDatabase();
  const began = process.cpuUsage();
  await fillDemonstration(fresh.connections.owner);
  const { user, system } = process.cpuUsage(began);
  cpuMs = (user + system) / 1000;
}, 60_000);
afterAll(() => fresh.close());

const rows = async <Row extends Record<string, unknown>>(text: string): Promise<Row[]> =>
  (await fresh.owner.query<Row>(text)).rows;
const as = (key: PersonaKey): Actor => ({
  ...anonymous,
  kind: 'RETURNER',
  personId: personaId(key),
  roles: ['RETURNER'],
});
const ask = async (actor: Actor, source: string) => {
  const { data, errors } = await askAs({ schema, database: fresh.database }, actor, source);
  expect(errors).toBeUndefined();
  return data as unknown as Record<string, Record<string, never>>;
};

// the machine may be busy with other things, so the work itself is measured
test('is filled within seconds', () => {
  expect(cpuMs).toBeLessThan(8_000);
});

test('has five hundred plainly invented people', async () => {
  const people = await rows<{ display_name: string; email: string }>('select display_name, email from person');
  expect(people.filter(({ display_name }) => /^Example Returner \d+$/.test(display_name))).toHaveLength(COHORT_SIZE);
  for (const { display_name, email } of people) {
    expect(display_name).toMatch(/^Example /);
    expect(email).toMatch(/@example\.invalid$/);
  }
});

test('has one pair of records that may be of one person', async () => {
  expect(await rows('select one_id, other_id from returner_likeness')).toHaveLength(1);
});

test('covers every profession and every region', async () => {
  expect(await rows('select distinct profession_id from returner where profession_id is not null')).toHaveLength(15);
  expect(await rows('select distinct region_id from returner where region_id is not null')).toHaveLength(7);
});

test('has totals that equal the ledger, and an entry in the audit for every version of a day', async () => {
  expect(await wrongTotals(fresh.database.orm.em.fork())).toEqual([]);
  const [counted] = await rows(`select (select count(*) from logged_day) versions,
    (select count(*) from audit_entry where subject_type = 'LoggedDay') entries`);
  expect(counted?.['versions']).toBe(counted?.['entries']);
});

test('keeps what those who applied have sent, under the fingerprint that their application names', async () => {
  for (const key of ['returner-applied', 'returner-readmitted'] as const)
    expect(
      await ask(
        as(key),
        '{ viewer { returner { frozenPacks { pdfSha256 } application { packDigest } pathway { tasks { key state } } } } }',
      ),
    ).toMatchObject({
      viewer: {
        returner: {
          frozenPacks: [{ pdfSha256: expect.stringMatching(/^[0-9a-f]{64}$/) as string }],
          application: { packDigest: expect.stringMatching(/^[0-9a-f]{64}$/) as string },
        },
      },
    });
});

test('has nothing in the future', async () => {
  const [latest] = await rows<{ isPast: boolean }>(
    `select (select max(on_date) from logged_day) < current_date and (select max(started_on) from returner) < current_date
      and (select max(at) from audit_entry) < now() as "isPast"`,
  );
  expect(latest?.isPast).toBe(true);
});

test('has somebody in every state of the pathway that can be reached so far', async () => {
  const wanted = new Set([
    'ASK_HCPC',
    'BETTER_DATE_NEEDED',
    'COORDINATOR_DECIDES',
    'DECIDED',
    'ANSWERS DONE',
    'ANSWERS IN_PROGRESS',
    'APPLICATION CANNOT_START_YET',
    'APPLICATION TO_DO',
    'ASK_HCPC DONE',
    'ASK_HCPC TO_DO',
    'ASK_HCPC WAITING',
    'FORMS CANNOT_START_YET',
    'FORMS TO_DO',
    'PLACEMENT DONE',
    'PLACEMENT TO_DO',
    'PLAN DONE',
    'PLAN IN_PROGRESS',
    'PLAN TO_DO',
    'PROFILE DONE',
    'PROFILE IN_PROGRESS',
    'PROFILE TO_DO',
    'PROGRAMME_ENTRY CANNOT_START_YET',
    'PROGRAMME_ENTRY DONE',
    'PROGRAMME_ENTRY WAITING',
    'SHARING DONE',
    'SHARING TO_DO',
    'SIGN_OFF CANNOT_START_YET',
    'SIGN_OFF TO_DO',
    'UPDATING DONE',
    'UPDATING IN_PROGRESS',
    'UPDATING TO_DO',
  ]);
  for (const { person_id } of await rows<{ person_id: string }>(
    'select person_id from returner order by hcpc_number, id',
  )) {
    const actor: Actor = { ...anonymous, kind: 'RETURNER', personId: person_id, roles: ['RETURNER'] };
    const { viewer } = await ask(
      actor,
      '{ viewer { returner { eligibility { ... on EligibilityOutcome { verdict } } pathway { tasks { key state } } } } }',
    );
    const returner: unknown = viewer?.['returner'];
    const { eligibility, pathway } = returner as {
      eligibility: { verdict: string };
      pathway: { tasks: { key: string; state: string }[] };
    };
    wanted.delete(eligibility.verdict);
    for (const { key, state } of pathway.tasks) wanted.delete(`${key} ${state}`);
    if (wanted.size === 0) break;
  }
  expect([...wanted]).toEqual([]);
}, 60_000);

describe('the personas', () => {
  const read =
    '{ viewer { returner { pathway { nextTask } updating { countedMinutes shortfallMinutes expiries { dropsOutOn } } loggedDays(first: 1) { countUpTo1000 } plan { version } } } }';
  test('returner-new has an account and no pathway yet', async () => {
    expect(await ask(as('returner-new'), read)).toEqual({ viewer: { returner: null } });
  });
  test('returner-logging is midway, and some days drop out within a month', async () => {
    const { viewer } = await ask(as('returner-logging'), read);
    const returner = viewer?.['returner'] as unknown as {
      updating: { countedMinutes: number; shortfallMinutes: number; expiries: { dropsOutOn: string }[] };
    };
    expect(returner.updating.countedMinutes).toBeGreaterThan(2000);
    expect(returner.updating.shortfallMinutes).toBeGreaterThan(500);
    const inAMonth = new Date(Date.now() + 31 * 86_400_000).toISOString().slice(0, 10);
    expect((returner.updating.expiries[0]?.dropsOutOn ?? '9') < inAMonth).toBe(true);
  });
  test('returner-other has another log', async () => {
    const { viewer } = await ask(as('returner-other'), read);
    expect(viewer?.['returner']).toMatchObject({ plan: { version: 1 } });
  });
});

test('the same people come out again', async () => {
  const people = () =>
    rows(`select md5(string_agg(concat_ws(':', r.id, r.answers, t.kind, t.minutes), ',' order by r.id, t.kind)) digest
          from returner r left join updating_total t on t.returner_id = r.id`);
  const before = await people();
  await fillDemonstration(fresh.connections.owner, true);
  expect(await people()).toEqual(before);
}, 30_000);
