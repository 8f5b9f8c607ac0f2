import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { buildSchema } from '../graphql/build-schema.ts';
import { addDays, calendarDate } from '../kernel/calendar-date.ts';
import { londonDate, type Clock } from '../kernel/clock.ts';
import { toGlobalId } from '../kernel/global-id.ts';
import { makeReturner, thirtyDayAnswers } from '../returners/returner.factory.ts';
import { askAs } from '../testing/ask-as.ts';
import { freshDatabase, type FreshDatabase } from '../testing/fresh-database.ts';
import { makeSignOffWorld } from '../testing/sign-off-world.ts';

// What may be declared, who may sign it and which copies are sent, row by row, as the pack of a record tells it through the API. The
// same rows are asked without a record in `updating/` and `placements/`; rows 42 to 44 and 46 stand with the application.

const schema = buildSchema();
const clock: Clock = { now: () => new Date('2027-02-01T10:00:00Z'), today: () => londonDate(clock.now()) };
const minutesADay = 420;
let fresh: FreshDatabase;
beforeAll(async () => {
  fresh = await freshDatabase();
}, 60_000);
afterAll(() => fresh.close());

type Person = Pick<Awaited<ReturnType<typeof makeReturner>>, 'actor' | 'id' | 'returnerId'>;
type Kind = 'SUPERVISED' | 'FORMAL' | 'PRIVATE';
/** So many days of a kind, back from a day on; `[kind, days, minutes of the last one]`. */
type Log = readonly (readonly [kind: Kind, days: number, lastMinutes?: number])[];

const ask = async ({ actor }: Pick<Person, 'actor'>, source: string, input?: unknown) => {
  const { data, errors } = await askAs({ schema, database: fresh.database, clock }, actor, source, { input });
  expect(errors).toBeUndefined();
  return data as unknown as Record<string, Record<string, never>>;
};
const sixtyDayAnswers = {
  ...thirtyDayAnswers,
  leftRegister: { year: 2018, month: 6, day: 30 },
  lastPractised: { year: 2018, month: 6, day: 30 },
};
const makeLogged = async (requiredDays: 30 | 60, log: Log): Promise<Person> => {
  const person = await makeReturner(
    fresh.database.orm.em,
    clock,
    requiredDays === 30 ? thirtyDayAnswers : sixtyDayAnswers,
  );
  const days = log.flatMap(([kind, count, last = minutesADay]) =>
    Array.from({ length: count }, (_, index) => ({ kind, minutes: index === count - 1 ? last : minutesADay })),
  );
  await fresh.owner.query(
    `insert into logged_day (day_id, version, returner_id, on_date, kind, minutes, note, recorded_at)
     select uuidv7(), 1, $1, (d ->> 'on')::date, d ->> 'kind', (d ->> 'minutes')::int, 'Example', now() from jsonb_array_elements($2::jsonb) d`,
    [person.id, JSON.stringify(days.map((day, index) => ({ ...day, on: addDays(clock.today(), -1 - index) })))],
  );
  return person;
};

interface Pack {
  readonly findings: readonly { readonly code: string; readonly stops: boolean }[];
  readonly cover: {
    readonly totalMinutes: number;
    readonly shortfallMinutes: number;
    readonly kinds: readonly { readonly kind: Kind; readonly minutes: number }[];
  };
  readonly leftOut: readonly { readonly reason: string; readonly minutes: number; readonly on: string }[];
  readonly documents: readonly {
    readonly checks: readonly { readonly condition: string; readonly isMet: boolean }[];
  }[];
}
const packOf = async (person: Person): Promise<Pack> => {
  const source = `{ viewer { returner { pack { findings { code stops } cover { totalMinutes shortfallMinutes kinds { kind minutes } }
    leftOut { on reason minutes } documents { checks { condition isMet } } } } } }`;
  const { viewer } = await ask(person, source);
  return (viewer as unknown as { returner: { pack: Pack } }).returner.pack;
};
const codesIn = ({ findings }: Pack, stops = true) =>
  findings.filter((finding) => finding.stops === stops).map(({ code }) => code);
const daysOf = ({ cover }: Pack) =>
  Object.fromEntries(
    cover.kinds.filter(({ minutes }) => minutes > 0).map(({ kind, minutes }) => [kind, minutes / minutesADay]),
  );

interface HoursRow {
  readonly row: string;
  readonly required: 30 | 60;
  readonly log: Log;
  /** Declared days by kind. */
  readonly declared: Partial<Record<Kind, number>>;
  readonly short: number;
  readonly leftOff?: number;
}
const hours: readonly HoursRow[] = [
  { row: '18: 30 of 30 supervised', required: 30, log: [['SUPERVISED', 30]], declared: { SUPERVISED: 30 }, short: 0 },
  {
    row: '19: 15 private and 15 formal',
    required: 30,
    log: [
      ['PRIVATE', 15],
      ['FORMAL', 15],
    ],
    declared: { PRIVATE: 15, FORMAL: 15 },
    short: 0,
  },
  {
    row: '20: 16 private and 14 other',
    required: 30,
    log: [
      ['PRIVATE', 16],
      ['FORMAL', 14],
    ],
    declared: { PRIVATE: 15, FORMAL: 14 },
    short: minutesADay,
    leftOff: minutesADay,
  },
  {
    row: '21: 20 private and 15 supervised: the surplus is left off',
    required: 30,
    log: [
      ['PRIVATE', 20],
      ['SUPERVISED', 15],
    ],
    declared: { PRIVATE: 15, SUPERVISED: 15 },
    short: 0,
    leftOff: 5 * minutesADay,
  },
  {
    row: '22: 60 needed, one hour short',
    required: 60,
    log: [
      ['PRIVATE', 30],
      ['SUPERVISED', 30, 360],
    ],
    declared: { PRIVATE: 30, SUPERVISED: 29 + 360 / minutesADay },
    short: 60,
  },
  {
    row: '23: private study alone is half at most',
    required: 30,
    log: [['PRIVATE', 30]],
    declared: { PRIVATE: 15 },
    short: 15 * minutesADay,
    leftOff: 15 * minutesADay,
  },
  {
    row: '24: a shift of 9 hours is 9 hours',
    required: 30,
    log: [['FORMAL', 1, 540]],
    declared: { FORMAL: 540 / minutesADay },
    short: 30 * minutesADay - 540,
  },
];

describe('what a pack declares', () => {
  test.each(hours)('row $row', async ({ required, log, declared, short, leftOff = 0 }) => {
    const pack = await packOf(await makeLogged(required, log));
    expect(daysOf(pack)).toEqual(declared);
    expect(pack.cover.shortfallMinutes).toBe(short);
    expect(codesIn(pack).includes('HOURS_SHORT')).toBe(short > 0);
    const overHalf = pack.leftOut.filter(({ reason }) => reason === 'PRIVATE_OVER_HALF');
    expect(overHalf.reduce((sum, { minutes }) => sum + minutes, 0)).toBe(leftOff);
    // where nothing was supervised, nobody supervises; the cover sheet is counter-signed all the same
    expect(codesIn(pack)).toContain('COUNTER_SIGNATORY_MISSING');
    expect(codesIn(pack).some((code) => code === 'DAY_UNSIGNED' || code.startsWith('SUPERVISOR'))).toBe(
      log.some(([kind]) => kind === 'SUPERVISED'),
    );
  });

  test.each([
    ['26: a day more than 12 months before', '2026-01-31', 0],
    ['26b: a day exactly 12 months before', '2026-02-01', minutesADay],
  ])('row %s', async (_row, on, counted) => {
    const person = await makeLogged(30, [['FORMAL', 1]]);
    await fresh.owner.query('alter table logged_day disable trigger user');
    await fresh.owner.query('update logged_day set on_date = $2 where returner_id = $1', [person.id, on]);
    await fresh.owner.query('alter table logged_day enable trigger user');
    const pack = await packOf(person);
    expect(pack.cover.totalMinutes).toBe(counted);
    expect(pack.leftOut).toEqual(counted ? [] : [{ on, reason: 'BEFORE_WINDOW', minutes: minutesADay }]);
    expect([...codesIn(pack), ...codesIn(pack, false)].includes('DAY_OUT_OF_WINDOW')).toBe(counted === 0);
  });

  test('row 25: the same hours as formal and as private study are declared once', async () => {
    const person = await makeLogged(30, []);
    await fresh.owner.query(
      `insert into logged_day (day_id, version, returner_id, on_date, kind, minutes, starts_at, note, recorded_at)
       select uuidv7(), 1, $1, '2027-01-20', kind, 420, '09:00', 'Example', now() from unnest(array['FORMAL', 'PRIVATE']) kind`,
      [person.id],
    );
    const pack = await packOf(person);
    expect(daysOf(pack)).toEqual({ FORMAL: 1 });
    expect(pack.leftOut).toMatchObject([{ reason: 'SAME_HOURS', minutes: minutesADay }]);
    expect([...codesIn(pack), ...codesIn(pack, false)]).toContain('HOURS_OVERLAP');
  });
});

describe('who counter-signs it', () => {
  const named = { displayName: 'Example Counter-signatory', isOnRegister: true, lookedUpOn: '2027-01-30' };
  const name = (person: Person, more: object) =>
    ask(
      person,
      `mutation ($input: NameCounterSignatoryInput!) { answer: nameCounterSignatory(input: $input) { __typename ... on NameCounterSignatoryRefused { refusals { rule } } } }`,
      {
        returnerId: person.returnerId,
        ...named,
        email: 'counter@example.invalid',
        hcpcNumber: 'DT022222',
        idempotencyKey: randomUUID(),
        ...more,
      },
    );
  test.each([
    ['38: of another profession', { hcpcNumber: 'OT022222' }, 'COUNTER_SIGNATORY_NOT_VALID'],
    ['38: not on the Register', { isOnRegister: false }, 'COUNTER_SIGNATORY_NOT_VALID'],
    ['39: on it, for however long', {}, 'COUNTER_SIGNATURE_MISSING'],
  ])('row %s', async (_row, more, code) => {
    const person = await makeLogged(30, [['FORMAL', 15]]);
    expect(await name(person, more)).toMatchObject({ answer: { __typename: 'CounterSignatoryNamed' } });
    const codes = codesIn(await packOf(person)).filter((one) => one.startsWith('COUNTER_SIGN'));
    expect(codes).toContain(code);
    expect(codes.includes('COUNTER_SIGNATORY_NOT_VALID')).toBe(code === 'COUNTER_SIGNATORY_NOT_VALID');
  });

  test('row 40: who supervised may counter-sign too, with a warning', async () => {
    const world = await makeSignOffWorld(fresh);
    const placed = await world.underWay(['2027-01-05']);
    const { person } = placed;
    await name(person, { email: await world.confirmAddress(placed) });
    const pack = await packOf(person);
    expect(codesIn(pack)).not.toContain('COUNTER_SIGNATORY_NOT_VALID');
    expect(codesIn(pack, false)).toContain('COUNTER_SIGNATORY_SUPERVISED');
  });
});

describe('which copies are sent', () => {
  const copy = {
    use: 'IDENTITY',
    kind: 'PASSPORT',
    certifierName: 'Example Certifier',
    certifierTitle: 'solicitor',
    certifierContact: '0000',
    certifiedOn: calendarDate('2027-01-10'),
    hasWords: true,
    hasSignature: true,
    isCertifiedByApplicant: false,
  };
  test.each([
    ['45: certified by the applicant', { isCertifiedByApplicant: true }, 'DOCUMENT_CERTIFIED_BY_APPLICANT'],
    ['45: without the words of a true copy', { hasWords: false }, 'CERTIFICATION_WORDS_MISSING'],
    ['45: without a date', { certifiedOn: null }, 'CERTIFICATION_NOT_DATED'],
    ['45: whole', {}, null],
  ])('row %s', async (_row, more, code) => {
    const person = await makeLogged(30, []);
    const input = { returnerId: person.returnerId, ...copy, ...more };
    await ask(
      person,
      'mutation ($input: AddCertifiedDocumentInput!) { answer: addCertifiedDocument(input: $input) { __typename } }',
      input,
    );
    const pack = await packOf(person);
    const ofCopies = codesIn(pack).filter((one) => /^(DOCUMENT|CERTIF)/.test(one));
    expect(ofCopies).toEqual(code === null ? [] : [code]);
    expect(pack.documents[0]?.checks.every(({ isMet }) => isMet)).toBe(code === null);
  });

  test('a copy names the file that it is a copy of, among the person’s own', async () => {
    const [person, other] = [await makeLogged(30, []), await makeLogged(30, [])];
    const file = async (owner: Person): Promise<string> => {
      const { rows } = await fresh.owner.query<{ id: string }>(
        `insert into evidence (returner_id, title, kind, bytes, sha256, virus_check, added_at, filed_at) values ($1, 'My passport', 'PDF', 4, '\\x00', 'CLEAN', now(), now()) returning id`,
        [owner.id],
      );
      return toGlobalId('Evidence', rows[0]?.id ?? '');
    };
    const add = (evidenceId: string) =>
      ask(
        person,
        `mutation ($input: AddCertifiedDocumentInput!) { answer: addCertifiedDocument(input: $input) { __typename ... on AddCertifiedDocumentRefused { refusals { code path } } } }`,
        { returnerId: person.returnerId, ...copy, evidenceId },
      );
    expect(await add(await file(other))).toMatchObject({ answer: { refusals: [{ code: 'NOT_FOUND' }] } });
    const evidenceId = await file(person);
    expect(await add(evidenceId)).toMatchObject({ answer: { __typename: 'CertifiedDocumentAdded' } });
    const named = async () =>
      (await ask(person, '{ viewer { returner { pack { documents { evidenceId evidenceTitle } } } } }'))['viewer'];
    expect(await named()).toMatchObject({
      returner: { pack: { documents: [{ evidenceId, evidenceTitle: 'My passport' }] } },
    });
    // the copy stays on the list where the file is removed
    await fresh.owner.query('delete from evidence where returner_id = $1', [person.id]);
    expect(await named()).toMatchObject({
      returner: { pack: { documents: [{ evidenceId: null, evidenceTitle: null }] } },
    });
  });
});
