import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { anonymous, type Actor } from '../access/actor.ts';
import { makePerson } from '../access/person.factory.ts';
import { buildSchema } from '../graphql/build-schema.ts';
import { calendarDate } from '../kernel/calendar-date.ts';
import { londonDate, type Clock } from '../kernel/clock.ts';
import { askAs } from '../testing/ask-as.ts';
import { freshDatabase, type FreshDatabase } from '../testing/fresh-database.ts';
import { regionIdIn } from '../testing/region-ids.ts';
import { makeOffer, makeRequest, makeSite, type Making } from './placement.factory.ts';

// Who may supervise, sign and do what, row by row, as it is answered through the API. Today is 23 November 2026; the first
// supervised day of the places is 4 January 2027.

const schema = buildSchema();
const clock: Clock = { now: () => new Date('2026-11-23T10:00:00Z'), today: () => londonDate(clock.now()) };
let fresh: FreshDatabase;
let making: Making;
let site: Awaited<ReturnType<typeof makeSite>>;
let placementRequestId: string;
beforeAll(async () => {
  fresh = await freshDatabase();
  const { em } = fresh.database.orm;
  const coordinator = await makePerson(em, 'COORDINATOR', { regionId: await regionIdIn(fresh.owner, 'Y56') });
  making = { em, clock, coordinator };
  site = await makeSite(making, 'E1 4NS', 20);
  ({ placementRequestId } = await makeRequest(making));
}, 60_000);
afterAll(() => fresh.close());

type Answer = Record<string, Record<string, unknown>>;
const ask = async (actor: Actor, source: string, variables: Record<string, unknown> = {}): Promise<Answer> => {
  const { data, errors } = await askAs({ schema, database: fresh.database, clock }, actor, source, variables);
  expect(errors).toBeUndefined();
  return data as unknown as Answer;
};
const asCoordinator = (source: string, variables: Record<string, unknown>) =>
  ask(making.coordinator, source, variables);
const idOf = (answer: unknown): string => /"id":"([^"]+)"/.exec(JSON.stringify(answer))?.[1] ?? '';

interface Supervisor {
  readonly professionCode?: string;
  readonly registered?: readonly { readonly from: string; readonly until?: string }[];
  readonly proceedings?: readonly { readonly kind: string; readonly from: string; readonly until?: string }[];
  readonly adviceRecordedOn?: string;
}
let named = 0;
const addSupervisor = async ({ professionCode = 'DT', registered = [{ from: '2015-01-01' }] }: Supervisor) => {
  named += 1;
  const input = {
    hostId: site.hostId,
    displayName: `Example Supervisor of row ${named}`,
    professionCode,
    registered,
    scope: ['Home visits'],
    atOnceAtMost: 5,
    weekdays: [1, 2, 3, 4, 5],
  };
  const added = await asCoordinator(
    'mutation ($input: AddSupervisorInput!) { addSupervisor(input: $input) { ... on SupervisorAdded { supervisor { id } } } }',
    { input },
  );
  return idOf(added);
};
const recordCheck = (
  supervisorId: string,
  { proceedings = [], adviceRecordedOn }: Supervisor,
  expectedVersion: number,
) =>
  asCoordinator('mutation ($input: RecordRegisterCheckInput!) { recordRegisterCheck(input: $input) { __typename } }', {
    input: {
      supervisorId,
      expectedVersion,
      checkedOn: '2026-11-20',
      seen: 'Looked up.',
      proceedings,
      ...(adviceRecordedOn ? { adviceRecordedOn } : {}),
    },
  });
const propose = async (supervisorId: string) => {
  await fresh.owner.query(`update placement set state = 'WITHDRAWN', is_live = false`);
  // one offer for each site, profession and dates: each row has dates of its own
  const endsOn = calendarDate(`2027-05-${String((named % 28) + 1).padStart(2, '0')}`);
  const { capacityOfferId } = await makeOffer(making, { ...site, supervisorId }, { endsOn });
  return asCoordinator(
    `mutation ($input: ProposePlacementInput!) { proposePlacement(input: $input) {
      ... on PlacementProposed { placement { id startsOn } } ... on ProposePlacementRefused { refusals { rule } } } }`,
    { input: { placementRequestId, capacityOfferId, idempotencyKey: randomUUID() } },
  );
};

interface Row {
  readonly row: string;
  readonly supervisor: Supervisor;
  readonly activity?: string;
  /** On the first supervised day. */
  readonly isEligible: boolean;
  readonly rule: string;
  readonly eligibleFrom: string | null;
  /** The first day of the placement, or the rule that refuses it; left out where a whole placement does not ask for it. */
  readonly proposal?: { readonly startsOn: string } | { readonly rule: string };
}
const started = { startsOn: '2027-01-04' };
const oldCaution = { kind: 'CAUTION', from: '2018-01-01', until: '2021-01-01' };
const supervisors: readonly Row[] = [
  {
    row: '29: registered for 2 years and 11 months',
    supervisor: { registered: [{ from: '2024-02-04' }] },
    isEligible: false,
    rule: 'SUPERVISOR_THREE_YEARS',
    eligibleFrom: '2027-02-04',
    proposal: { startsOn: '2027-02-04' },
  },
  {
    row: '30: registered for exactly 3 years',
    supervisor: { registered: [{ from: '2024-01-04' }] },
    isEligible: true,
    rule: 'SUPERVISOR_THREE_YEARS',
    eligibleFrom: '2027-01-04',
    proposal: started,
  },
  {
    row: '31: a gap inside the last 3 years',
    supervisor: { registered: [{ from: '2010-01-01', until: '2023-12-31' }, { from: '2024-02-01' }] },
    isEligible: false,
    rule: 'SUPERVISOR_NO_GAP',
    eligibleFrom: '2027-02-01',
    proposal: { startsOn: '2027-02-01' },
  },
  {
    row: '32: of another profession',
    supervisor: { professionCode: 'OT' },
    isEligible: false,
    rule: 'SUPERVISOR_SAME_PROFESSION',
    eligibleFrom: null,
  },
  ...['OPEN_CASE', 'CAUTION', 'CONDITIONS'].map((kind): Row => ({
    row: `33: ${kind}`,
    supervisor: { proceedings: [{ kind, from: '2026-01-01' }] },
    isEligible: false,
    rule: 'SUPERVISOR_NO_PROCEEDINGS',
    eligibleFrom: null,
    proposal: { rule: 'SUPERVISOR_NO_PROCEEDINGS' },
  })),
  {
    row: '34: an old sanction',
    supervisor: { proceedings: [oldCaution] },
    isEligible: false,
    rule: 'SUPERVISOR_OLD_SANCTION',
    eligibleFrom: null,
    proposal: { rule: 'SUPERVISOR_OLD_SANCTION' },
  },
  {
    row: '34: an old sanction, after HCPC’s advice',
    supervisor: { proceedings: [oldCaution], adviceRecordedOn: '2026-11-01' },
    isEligible: true,
    rule: 'SUPERVISOR_OLD_SANCTION',
    eligibleFrom: '2027-01-04',
    proposal: started,
  },
  {
    row: '37: a task outside the scope',
    supervisor: {},
    activity: 'Hand splinting',
    isEligible: false,
    rule: 'SUPERVISOR_SCOPE',
    eligibleFrom: null,
  },
  {
    row: '37: a task within the scope',
    supervisor: {},
    activity: 'Home visits',
    isEligible: true,
    rule: 'SUPERVISOR_SCOPE',
    eligibleFrom: '2027-01-04',
  },
];

describe('a supervisor', () => {
  test.each(supervisors)('$row', async ({ supervisor, activity, isEligible, rule, eligibleFrom, proposal }) => {
    const id = await addSupervisor(supervisor);
    await recordCheck(id, supervisor, 1);
    const found = await asCoordinator(
      `query ($id: ID!, $activity: String) { supervisor(id: $id) { eligibility(on: "2027-01-04", professionCode: "DT", activity: $activity) {
        isEligible eligibleFrom reasons { isMet rule { key sources { key } } } notes { key } } } }`,
      { id, activity },
    );
    const { eligibility } = found['supervisor'] as { eligibility: { reasons: unknown[]; notes: unknown[] } };
    expect(eligibility).toMatchObject({ isEligible, eligibleFrom });
    expect(eligibility.reasons).toContainEqual(
      expect.objectContaining({ isMet: isEligible, rule: expect.objectContaining({ key: rule }) }),
    );
    expect(eligibility.notes).toEqual(
      rule === 'SUPERVISOR_SAME_PROFESSION' ? [{ key: 'OTHER_PROFESSION_MAY_TEACH' }] : [],
    );
    if (!proposal) return;
    const { proposePlacement } = await propose(id);
    if ('startsOn' in proposal) expect(proposePlacement).toMatchObject({ placement: proposal });
    else expect(proposePlacement?.['refusals']).toContainEqual(proposal);
  });

  test('35: sanctioned during a placement: no new days from then on, and the coordinator is told', async () => {
    const id = await addSupervisor({});
    await recordCheck(id, {}, 1);
    const placementId = idOf(await propose(id));
    const standing = async () =>
      (
        await asCoordinator(
          `query ($id: ID!) { placement(id: $id) { before: supervision(on: "2027-01-09") { signsDay }
            after: supervision(on: "2027-01-10") { signsDay frozenFrom tellsCoordinator rules { key assumed } } } }`,
          { id: placementId },
        )
      )['placement'];
    expect(await standing()).toMatchObject({
      before: { signsDay: true },
      after: { signsDay: true, frozenFrom: null, tellsCoordinator: false },
    });
    await recordCheck(id, { proceedings: [{ kind: 'CONDITIONS', from: '2027-01-10' }] }, 2);
    expect(await standing()).toMatchObject({
      before: { signsDay: true },
      after: { signsDay: false, frozenFrom: '2027-01-10', tellsCoordinator: true },
    });
    expect(await standing()).toHaveProperty('after.rules', [
      { key: 'EACH_SIGNS_OWN_DAYS', assumed: true },
      { key: 'SUPERVISION_FROZEN', assumed: true },
    ]);
  });

  test('36: of two at two organisations, each signs the days of their own', async () => {
    await fresh.owner.query(`update placement set state = 'WITHDRAWN', is_live = false`);
    const made: string[] = [];
    for (const dates of [{ endsOn: '2027-02-07' }, { startsOn: '2027-02-08' }] as const) {
      const place = await makeSite(making);
      const terms = Object.fromEntries(Object.entries(dates).map(([field, date]) => [field, calendarDate(date)]));
      const { capacityOfferId } = await makeOffer(making, place, terms);
      made.push(
        idOf(
          await asCoordinator(
            'mutation ($input: ProposePlacementInput!) { proposePlacement(input: $input) { ... on PlacementProposed { placement { id } } } }',
            { input: { placementRequestId, capacityOfferId, idempotencyKey: randomUUID() } },
          ),
        ),
      );
    }
    const signs = async (on: string) =>
      Promise.all(
        made.map(async (id) => {
          const source =
            'query ($id: ID!, $on: CalendarDate!) { placement(id: $id) { supervision(on: $on) { signsDay } } }';
          const { placement } = await asCoordinator(source, { id, on });
          return (placement as { supervision: { signsDay: boolean } }).supervision.signsDay;
        }),
      );
    expect(await signs('2027-02-07')).toEqual([true, false]);
    expect(await signs('2027-02-08')).toEqual([false, true]);
  });
});

describe('a counter-signatory, for anybody who asks', () => {
  const ready = { profession: 'DT', returnerProfession: 'DT', registered: [{ from: '2015-01-01' }] };
  test.each([
    ['38: of another profession', { profession: 'OT' }, false, 'COUNTER_SIGNATORY_SAME_PROFESSION', []],
    ['38: not registered', { registered: [] }, false, 'COUNTER_SIGNATORY_ON_REGISTER', []],
    ['39: registered for 6 months', { registered: [{ from: '2026-05-23' }] }, true, 'COUNTER_SIGNATORY_NO_MINIMUM', []],
    [
      '40: the supervisor too',
      { isSupervisor: true },
      true,
      'COUNTER_SIGNATORY_NO_MINIMUM',
      ['SUPERVISOR_COUNTER_SIGNS'],
    ],
  ] as const)('%s', async (_row, change, isValid, rule, warnings) => {
    const { counterSignatory } = await ask(
      anonymous,
      'query ($input: CounterSignatoryInput!) { counterSignatory(input: $input) { isValid reasons { isMet rule { key } } warnings { key } } }',
      { input: { ...ready, ...change } },
    );
    expect(counterSignatory).toMatchObject({ isValid, warnings: warnings.map((key) => ({ key })) });
    expect(counterSignatory?.['reasons']).toContainEqual({ isMet: isValid, rule: { key: rule } });
  });
});

describe('a task while off the Register, for anybody who asks', () => {
  test.each([
    ['41: delegated, as an assistant', { arrangement: 'DELEGATED', title: 'ASSISTANT' }, []],
    ['41: supervised, as a volunteer', { arrangement: 'SUPERVISED', title: 'VOLUNTEER' }, []],
    ['41: alone', { arrangement: 'ALONE', title: 'ASSISTANT' }, ['arrangement']],
    ['41: under another title', { arrangement: 'SUPERVISED', title: null }, ['title']],
  ] as const)('%s', async (_row, task, fields) => {
    const { placementTask } = await ask(
      anonymous,
      'query ($input: PlacementTaskInput!) { placementTask(input: $input) { isAllowed refusals { path rule help } rule { key sources { key } } } }',
      { input: { isHandsOn: true, ...task } },
    );
    expect(placementTask).toMatchObject({
      isAllowed: fields.length === 0,
      refusals: fields.map((field) => ({ path: [field], rule: 'HANDS_ON_DELEGATED' })),
      rule: { key: 'HANDS_ON_DELEGATED', sources: [{ key: 'P10' }] },
    });
  });
});
