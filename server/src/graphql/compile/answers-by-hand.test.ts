import { afterAll, beforeAll, expect, test } from 'vitest';
import { anonymous, type Actor } from '../../access/actor.ts';
import { londonDate, type Clock } from '../../kernel/clock.ts';
import { toGlobalId } from '../../kernel/global-id.ts';
import { referenceId } from '../../persistence/reference-data.ts';
import { askAs } from '../../testing/ask-as.ts';
import { freshDatabase, type FreshDatabase } from '../../testing/fresh-database.ts';
import { buildSchema } from '../build-schema.ts';

// Answers written by hand over rows written by hand: a projection that reads the wrong column, or computes the wrong value, is
// read wrongly by the compiler and by the naive reader alike, and only found here.

const schema = buildSchema();
const clock: Clock = { now: () => new Date('2026-11-21T12:00:00Z'), today: () => londonDate(clock.now()) };
const id = (last: number): string => `00000000-0000-7000-8000-${String(last).padStart(12, '0')}`;
const [annasPerson, bensPerson, coordinatorsPerson, administratorsPerson] = [id(1), id(2), id(3), id(4)];
const [anna, ben] = [id(11), id(12)];
const [firstDay, secondDay, removedDay] = [id(21), id(22), id(23)];
const northWest = referenceId('region', 'Y62');

const answers = {
  profession: 'DT',
  registration: 'LEFT',
  leftRegister: { year: 2024, month: 6, day: 30 },
  work: 'NONE',
  lastPractised: { year: 2023, month: 9, day: 1 },
  livesIn: 'ENGLAND',
  plansToWorkIn: 'ENGLAND',
};

let fresh: FreshDatabase;
beforeAll(async () => {
  fresh = await freshDatabase();
  const run = (text: string, values: readonly unknown[] = []) => fresh.owner.query(text, [...values]);
  await run(
    `insert into person (id, display_name, email, created_at) values
       ($1, 'Example Returner 1', 'returner1@example.invalid', '2026-10-01T08:00:00Z'),
       ($2, 'Example Returner 2', 'returner2@example.invalid', '2026-10-02T08:00:00Z'),
       ($3, 'Example Coordinator', 'coordinator@example.invalid', '2026-10-03T08:00:00Z'),
       ($4, 'Example Administrator', 'administrator@example.invalid', '2026-10-04T08:00:00Z')`,
    [annasPerson, bensPerson, coordinatorsPerson, administratorsPerson],
  );
  await run(
    `insert into role_grant (person_id, role, region_id, granted_at) values ($1, 'COORDINATOR', $2, '2026-10-03T08:00:00Z')`,
    [coordinatorsPerson, northWest],
  );
  await run(
    `insert into returner (id, version, person_id, preferred_name, profession_id, answers, practice_history, hcpc_number, home_postcode,
       home_district_id, region_id, board_id, shares_with_coordinators, accepts_email, coordinators_see_since, started_on) values
     ($1, 7, $3, null, $5, $6, '[]', 'DT12345', 'M13 9WL', $7, $8, $9, true, false, '2026-11-02', '2026-11-01'),
     ($2, 1, $4, 'Example Two', $5, $6, '[]', null, null, null, $8, null, false, true, null, '2026-11-03')`,
    [
      anna,
      ben,
      annasPerson,
      bensPerson,
      referenceId('profession', 'DT'),
      JSON.stringify(answers),
      referenceId('district', 'M13'),
      northWest,
      referenceId('board', 'QOP'),
    ],
  );
  await run(
    `insert into consent (returner_id, kind, is_given, wording_version, decided_at) values
       ($1, 'SHARE_WITH_COORDINATORS', true, 1, '2026-11-02T09:00:00Z'),
       ($2, 'CONTACT_BY_EMAIL', true, 1, '2026-11-03T09:00:00Z')`,
    [anna, ben],
  );
  await run(
    `insert into logged_day (day_id, version, returner_id, on_date, kind, minutes, starts_at, is_paid_post, note, is_removed, recorded_at, superseded_at) values
       ($2, 1, $1, '2026-10-05', 'SUPERVISED', 420, '09:00', true, 'A ward', false, '2026-11-05T18:00:00Z', null),
       ($3, 1, $1, '2026-10-06', 'FORMAL', 200, null, false, null, false, '2026-11-06T18:00:00Z', '2026-11-07T18:00:00Z'),
       ($3, 2, $1, '2026-10-06', 'FORMAL', 210, null, false, null, false, '2026-11-07T18:00:00Z', null),
       ($4, 1, $1, '2026-10-07', 'PRIVATE', 60, null, false, null, false, '2026-11-08T18:00:00Z', '2026-11-09T18:00:00Z'),
       ($4, 2, $1, '2026-10-07', 'PRIVATE', 60, null, false, null, true, '2026-11-09T18:00:00Z', null)`,
    [anna, firstDay, secondDay, removedDay],
  );
  await run(
    `insert into updating_total (returner_id, kind, minutes, entries) values ($1, 'SUPERVISED', 420, 1), ($1, 'FORMAL', 210, 1), ($1, 'PRIVATE', 0, 0)`,
    [anna],
  );
  await run(
    `insert into plan (version, returner_id, start_on, half_days_a_week, supervised_percent, formal_percent, private_percent, weeks_off, saved_on)
     values (3, $1, '2026-12-01', 5, 60, 15, 25, '[{"from":"2026-12-21","to":"2027-01-03"}]', '2026-11-10')`,
    [anna],
  );
  await run(
    `insert into audit_entry (at, actor_id, actor_kind, action, subject_type, subject_id, person_id, trace_id, fields, hashes) values
       ('2026-11-05T18:00:00Z', $1, 'RETURNER', 'logDay', 'LoggedDay', $3, $1, 'trace 1', '{minutes,kind}', '{}'),
       ('2026-11-06T18:00:00Z', $2, 'RETURNER', 'updateProfile', 'Returner', $4, $2, 'trace 2', '{preferredName}', '{}')`,
    [annasPerson, bensPerson, firstDay, ben],
  );
});
afterAll(() => fresh.close());

const person = (kind: 'RETURNER' | 'COORDINATOR' | 'ADMINISTRATOR', personId: string): Actor => ({
  ...anonymous,
  kind,
  personId,
  roles: [kind],
  regionIds: kind === 'COORDINATOR' ? [northWest] : [],
});
const asAnna = person('RETURNER', annasPerson);
const asBen = person('RETURNER', bensPerson);
const asCoordinator = person('COORDINATOR', coordinatorsPerson);
const asAdministrator = person('ADMINISTRATOR', administratorsPerson);

const annasId = toGlobalId('Returner', anna);
const bensId = toGlobalId('Returner', ben);

const cases: readonly (readonly [name: string, actor: Actor, source: string, data: unknown])[] = [
  [
    'the regions, by code from the end',
    anonymous,
    '{ regions(last: 2, orderBy: CODE) { countUpTo1000 nodes { code name } pageInfo { hasPreviousPage hasNextPage } } }',
    {
      regions: {
        countUpTo1000: 7,
        nodes: [
          { code: 'Y62', name: 'North West' },
          { code: 'Y63', name: 'North East and Yorkshire' },
        ],
        pageInfo: { hasPreviousPage: true, hasNextPage: false },
      },
    },
  ],
  [
    'a region by a code in small letters',
    anonymous,
    '{ region(code: "y58") { id name } }',
    { region: { id: toGlobalId('Region', referenceId('region', 'Y58')), name: 'South West' } },
  ],
  ['a region that is not there', anonymous, '{ region(code: "Y99") { id } }', { region: null }],
  [
    'a board that closed, and who took over',
    anonymous,
    '{ integratedCareBoard(code: "QNQ") { name closedOn openedOn region { code } successions { effectiveFrom successor { code openedOn } } } }',
    {
      integratedCareBoard: {
        name: 'Frimley',
        closedOn: '2026-03-31',
        openedOn: null,
        region: { code: 'Y59' },
        successions: expect.toSatisfy(
          (found: { effectiveFrom: string; successor: { code: string } }[]) =>
            found.length === 3 &&
            found.every(({ effectiveFrom }) => effectiveFrom === '2026-04-01') &&
            found
              .map(({ successor }) => successor.code)
              .toSorted()
              .join() === 'QRL,S0E4D,S9B9J',
        ),
      },
    },
  ],
  [
    'from whom a board took over',
    anonymous,
    '{ integratedCareBoard(code: "Z9B2Z") { takenOverFrom { predecessor { code } successor { code } } } }',
    {
      integratedCareBoard: {
        takenOverFrom: expect.toSatisfy(
          (found: { predecessor: { code: string }; successor: { code: string } }[]) =>
            found
              .map(({ predecessor }) => predecessor.code)
              .toSorted()
              .join() === 'QMJ,QRV' && found.every(({ successor }) => successor.code === 'Z9B2Z'),
        ),
      },
    },
  ],
  [
    'a trust with all of its columns',
    anonymous,
    '{ trust(odsCode: "r0a") { odsCode name postcode latitude longitude openedOn closedOn region { name } board { code name } } }',
    {
      trust: {
        odsCode: 'R0A',
        name: 'Manchester University NHS Foundation Trust',
        postcode: 'M13 9WL',
        latitude: 53.46245,
        longitude: -2.2277,
        openedOn: '2017-10-01',
        closedOn: null,
        region: { name: 'North West' },
        board: { code: 'QOP', name: 'Greater Manchester' },
      },
    },
  ],
  [
    'the sites of a trust by code, a page from the middle',
    anonymous,
    '{ trust(odsCode: "R0A") { sites(first: 2, orderBy: ODS_CODE) { nodes { odsCode name postcode } pageInfo { hasNextPage } countUpTo1000 } } }',
    {
      trust: {
        sites: {
          nodes: [
            { odsCode: 'COX3P', name: 'Manchester Local Care Organisation', postcode: 'M1 6LT' },
            { odsCode: 'Q3K9W', name: 'Trafford Local Care Organisation', postcode: 'M32 0TH' },
          ],
          pageInfo: { hasNextPage: true },
          countUpTo1000: 5,
        },
      },
    },
  ],
  [
    'sites whose name contains a word, in a trust',
    anonymous,
    '{ sites(first: 10, filter: { trustOdsCode: "R0A", nameContains: "MANCHESTER" }, orderBy: NAME) { nodes { odsCode trust { odsCode } } } }',
    {
      sites: {
        nodes: [
          { odsCode: 'COX3P', trust: { odsCode: 'R0A' } },
          { odsCode: 'R0A66', trust: { odsCode: 'R0A' } },
          { odsCode: 'R0A03', trust: { odsCode: 'R0A' } },
        ],
      },
    },
  ],
  [
    'a site by its code',
    anonymous,
    '{ site(odsCode: "RM325") { name latitude longitude trust { name } } }',
    {
      site: {
        name: 'Wythenshawe Hospital',
        latitude: 53.38793,
        longitude: -2.29318,
        trust: { name: 'Manchester University NHS Foundation Trust' },
      },
    },
  ],
  [
    'a postcode district',
    anonymous,
    '{ postcodeDistrict(code: "bs1") { code latitude longitude postcodes } }',
    { postcodeDistrict: { code: 'BS1', latitude: 51.45355, longitude: -2.59366, postcodes: 1740 } },
  ],
  [
    'a profession with its titles and its renewal',
    anonymous,
    '{ profession(code: DT) { code name fieldOfPractice protectedTitles registrants registrantsCountedOn isEnglandAhp } }',
    {
      profession: {
        code: 'DT',
        name: 'Dietitian',
        fieldOfPractice: 'dietetics',
        protectedTitles: ['Dietitian', 'Dietician'],
        registrants: 12_285,
        registrantsCountedOn: '2025-01-14',
        isEnglandAhp: true,
      },
    },
  ],
  [
    'the professions that are not among the allied health professions of England',
    anonymous,
    '{ professions(first: 10, filter: { isEnglandAhp: false }, orderBy: CODE) { nodes { code } } }',
    { professions: { nodes: ['BS', 'CS', 'HAD', 'PYL'].map((code) => ({ code })) } },
  ],
  [
    'the standards in the order of their numbers',
    anonymous,
    '{ standardsOfProficiency(first: 3) { nodes { number label isHeadingConfirmed } countUpTo1000 } }',
    {
      standardsOfProficiency: {
        nodes: [
          { number: 1, label: 'Working safely within your scope of practice', isHeadingConfirmed: true },
          { number: 2, label: 'Working within legal and ethical boundaries', isHeadingConfirmed: true },
          { number: 3, label: 'Looking after your own health and wellbeing', isHeadingConfirmed: false },
        ],
        countUpTo1000: 15,
      },
    },
  ],
  [
    'anything by its id',
    anonymous,
    `{ node(id: "${toGlobalId('Trust', referenceId('trust', 'R0A'))}") { __typename id ... on Trust { odsCode } ... on Region { code } } }`,
    { node: { __typename: 'Trust', id: toGlobalId('Trust', referenceId('trust', 'R0A')), odsCode: 'R0A' } },
  ],
  [
    'a viewer who is nobody',
    anonymous,
    '{ viewer { isSignedIn isSuspended role roles today displayName account { id } returner { id } places hasPassword } }',
    {
      viewer: {
        isSignedIn: false,
        isSuspended: false,
        role: null,
        roles: [],
        today: '2026-11-21',
        displayName: null,
        account: null,
        returner: null,
        places: [],
        hasPassword: false,
      },
    },
  ],
  [
    'a viewer who coordinates a region',
    asCoordinator,
    '{ viewer { isSignedIn role displayName places account { email roles { role place grantedAt } } returner { id } } }',
    {
      viewer: {
        isSignedIn: true,
        role: 'COORDINATOR',
        displayName: 'Example Coordinator',
        places: ['North West'],
        account: {
          email: 'coordinator@example.invalid',
          roles: [{ role: 'COORDINATOR', place: 'North West', grantedAt: '2026-10-03T08:00:00.000Z' }],
        },
        returner: null,
      },
    },
  ],
  [
    "a returner's own record",
    asAnna,
    '{ viewer { returner { id version displayName preferredName fieldOfPractice profession { code } region { name } board { code } homeDistrict { code } homePostcode hcpcNumber isRegionChosen startedOn coordinatorsSeeSince viewerMayEdit viewerMayDecideProgrammeEntry } } }',
    {
      viewer: {
        returner: {
          id: annasId,
          version: 7,
          displayName: 'Example Returner 1',
          preferredName: null,
          fieldOfPractice: 'dietetics',
          profession: { code: 'DT' },
          region: { name: 'North West' },
          board: { code: 'QOP' },
          homeDistrict: { code: 'M13' },
          homePostcode: 'M13 9WL',
          hcpcNumber: 'DT12345',
          isRegionChosen: false,
          startedOn: '2026-11-01',
          coordinatorsSeeSince: '2026-11-02',
          viewerMayEdit: true,
          viewerMayDecideProgrammeEntry: false,
        },
      },
    },
  ],
  [
    'a record under the name its person prefers, with little in it',
    asBen,
    `{ returner(id: "${bensId}") { displayName preferredName board { code } homeDistrict { code } homePostcode hcpcNumber coordinatorsSeeSince totals { kind } plan { version } questionToHcpc { askedOn } loggedDays(first: 5) { nodes { id } } } }`,
    {
      returner: {
        displayName: 'Example Two',
        preferredName: 'Example Two',
        board: null,
        homeDistrict: null,
        homePostcode: null,
        hcpcNumber: null,
        coordinatorsSeeSince: null,
        totals: [],
        plan: null,
        questionToHcpc: null,
        loggedDays: { nodes: [] },
      },
    },
  ],
  [
    "another returner's record, by every path",
    asBen,
    `{ returner(id: "${annasId}") { id } node(id: "${annasId}") { id } day: node(id: "${toGlobalId('LoggedDay', firstDay)}") { id } account: node(id: "${toGlobalId('Account', annasPerson)}") { id } }`,
    { returner: null, node: null, day: null, account: null },
  ],
  [
    'a coordinator sees who agrees, and neither home nor notes',
    asCoordinator,
    '{ returners(first: 10) { countUpTo1000 nodes { id homePostcode hcpcNumber viewerMayEdit loggedDays(first: 10) { nodes { note minutes } } } } }',
    {
      returners: {
        countUpTo1000: 1,
        nodes: [
          {
            id: annasId,
            homePostcode: null,
            hcpcNumber: 'DT12345',
            viewerMayEdit: false,
            loggedDays: {
              nodes: [
                { note: null, minutes: 210 },
                { note: null, minutes: 420 },
              ],
            },
          },
        ],
      },
    },
  ],
  [
    'a coordinator looks for another profession',
    asCoordinator,
    '{ returners(first: 10, filter: { professionCode: PH }) { countUpTo1000 nodes { id } } }',
    { returners: { countUpTo1000: 0, nodes: [] } },
  ],
  [
    'a coordinator looks for who began from a day on',
    asCoordinator,
    '{ before: returners(first: 1, filter: { startedFrom: "2026-11-01" }) { nodes { id } } after: returners(first: 1, filter: { startedFrom: "2026-11-02" }) { nodes { id } } }',
    { before: { nodes: [{ id: annasId }] }, after: { nodes: [] } },
  ],
  [
    'the log, the oldest day first',
    asAnna,
    '{ viewer { returner { loggedDays(first: 10, orderBy: OLDEST) { countUpTo1000 nodes { id version onDate kind minutes startsAt isPaidPost note recordedAt } } } } }',
    {
      viewer: {
        returner: {
          loggedDays: {
            countUpTo1000: 2,
            nodes: [
              {
                id: toGlobalId('LoggedDay', firstDay),
                version: 1,
                onDate: '2026-10-05',
                kind: 'SUPERVISED',
                minutes: 420,
                startsAt: '09:00',
                isPaidPost: true,
                note: 'A ward',
                recordedAt: '2026-11-05T18:00:00.000Z',
              },
              {
                id: toGlobalId('LoggedDay', secondDay),
                version: 2,
                onDate: '2026-10-06',
                kind: 'FORMAL',
                minutes: 210,
                startsAt: null,
                isPaidPost: false,
                note: null,
                recordedAt: '2026-11-07T18:00:00.000Z',
              },
            ],
          },
        },
      },
    },
  ],
  [
    'the log between two days, of one kind',
    asAnna,
    '{ viewer { returner { loggedDays(first: 10, filter: { from: "2026-10-05", to: "2026-10-06", kind: FORMAL }) { nodes { onDate } } none: loggedDays(first: 10, filter: { from: "2026-10-07" }) { countUpTo1000 } } } }',
    { viewer: { returner: { loggedDays: { nodes: [{ onDate: '2026-10-06' }] }, none: { countUpTo1000: 0 } } } },
  ],
  [
    'what a day said before',
    asAnna,
    `{ node(id: "${toGlobalId('LoggedDay', secondDay)}") { ... on LoggedDay { minutes history { version minutes isRemoved supersededAt } } } }`,
    {
      node: {
        minutes: 210,
        history: [
          { version: 1, minutes: 200, isRemoved: false, supersededAt: '2026-11-07T18:00:00.000Z' },
          { version: 2, minutes: 210, isRemoved: false, supersededAt: null },
        ],
      },
    },
  ],
  [
    'everything that was ever written into the log, from the end',
    asAnna,
    '{ viewer { returner { logHistory(last: 2, orderBy: OLDEST) { countUpTo1000 nodes { onDate version isRemoved } } } } }',
    {
      viewer: {
        returner: {
          logHistory: {
            countUpTo1000: 5,
            nodes: [
              { onDate: '2026-10-07', version: 1, isRemoved: false },
              { onDate: '2026-10-07', version: 2, isRemoved: true },
            ],
          },
        },
      },
    },
  ],
  [
    'the totals and the meter',
    asAnna,
    '{ viewer { returner { totals { kind minutes entries } updating { requirement { days minutes } loggedMinutes countedMinutes shortfallMinutes isComplete notCounted { reason } expiries { dropsOutOn minutes keys } } } } }',
    {
      viewer: {
        returner: {
          totals: [
            { kind: 'FORMAL', minutes: 210, entries: 1 },
            { kind: 'PRIVATE', minutes: 0, entries: 0 },
            { kind: 'SUPERVISED', minutes: 420, entries: 1 },
          ],
          updating: {
            requirement: { days: 30, minutes: 12_600 },
            loggedMinutes: 630,
            countedMinutes: 630,
            shortfallMinutes: 11_970,
            isComplete: false,
            notCounted: [],
            expiries: [
              { dropsOutOn: '2027-10-06', minutes: 420, keys: [toGlobalId('LoggedDay', firstDay)] },
              { dropsOutOn: '2027-10-07', minutes: 210, keys: [toGlobalId('LoggedDay', secondDay)] },
            ],
          },
        },
      },
    },
  ],
  [
    'the plan, with half a day more than two a week',
    asAnna,
    '{ viewer { returner { plan { version startOn daysAWeek mix { supervised formal private } weeksOff { from to } savedOn } } } }',
    {
      viewer: {
        returner: {
          plan: {
            version: 3,
            startOn: '2026-12-01',
            daysAWeek: 2.5,
            mix: { supervised: 60, formal: 15, private: 25 },
            weeksOff: [{ from: '2026-12-21', to: '2027-01-03' }],
            savedOn: '2026-11-10',
          },
        },
      },
    },
  ],
  [
    'the consents',
    asBen,
    '{ viewer { returner { consents { kind isGiven wordingVersion decidedAt } consentChoices { kind isGiven } } } }',
    {
      viewer: {
        returner: {
          consents: [
            { kind: 'CONTACT_BY_EMAIL', isGiven: true, wordingVersion: 1, decidedAt: '2026-11-03T09:00:00.000Z' },
          ],
          consentChoices: [
            { kind: 'SHARE_WITH_COORDINATORS', isGiven: false },
            { kind: 'CONTACT_BY_EMAIL', isGiven: true },
          ],
        },
      },
    },
  ],
  [
    'what was done to my record, and by whom',
    asAnna,
    '{ auditEntries(first: 10) { countUpTo1000 nodes { at action doneAs doneBy subjectType fields traceId } } }',
    {
      auditEntries: {
        countUpTo1000: 1,
        nodes: [
          {
            at: '2026-11-05T18:00:00.000Z',
            action: 'logDay',
            doneAs: 'RETURNER',
            doneBy: 'Example Returner 1',
            subjectType: 'LoggedDay',
            fields: ['minutes', 'kind'],
            traceId: 'trace 1',
          },
        ],
      },
    },
  ],
  [
    'everything that was done, to an administrator, the earliest first',
    asAdministrator,
    '{ auditEntries(first: 10, orderBy: OLDEST) { nodes { action doneBy } } }',
    {
      auditEntries: {
        nodes: [
          { action: 'logDay', doneBy: 'Example Returner 1' },
          { action: 'updateProfile', doneBy: 'Example Returner 2' },
        ],
      },
    },
  ],
  [
    'the accounts, by name, and which of them an administrator may suspend',
    asAdministrator,
    '{ accounts(first: 10, filter: { nameContains: "tor" }) { nodes { displayName email viewerMaySuspend suspendedAt createdAt version } } }',
    {
      accounts: {
        nodes: [
          {
            displayName: 'Example Administrator',
            email: 'administrator@example.invalid',
            viewerMaySuspend: false,
            suspendedAt: null,
            createdAt: '2026-10-04T08:00:00.000Z',
            version: 1,
          },
          {
            displayName: 'Example Coordinator',
            email: 'coordinator@example.invalid',
            viewerMaySuspend: true,
            suspendedAt: null,
            createdAt: '2026-10-03T08:00:00.000Z',
            version: 1,
          },
        ],
      },
    },
  ],
  [
    'the same field twice, the same fragment twice, and what is left out',
    asAnna,
    `query { one: viewer { ...Name } other: viewer { ...Name today @skip(if: true) role @include(if: true) } }
     fragment Name on Viewer { displayName name: displayName }`,
    {
      one: { displayName: 'Example Returner 1', name: 'Example Returner 1' },
      other: { displayName: 'Example Returner 1', name: 'Example Returner 1', role: 'RETURNER' },
    },
  ],
];

test('there are at least thirty', () => {
  expect(cases.length).toBeGreaterThanOrEqual(30);
});

test.each(cases)('%s', async (_name, actor, source, data) => {
  const answer = await askAs({ schema, database: fresh.database, clock }, actor, source);
  expect(answer.errors).toBeUndefined();
  expect(JSON.parse(JSON.stringify(answer.data))).toEqual(data);
});
