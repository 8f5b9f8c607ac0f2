import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { anonymous } from '../access/actor.ts';
import { buildSchema } from '../graphql/build-schema.ts';
import { askAs } from '../testing/ask-as.ts';
import { freshDatabase, type FreshDatabase } from '../testing/fresh-database.ts';
import { formerly, table, today } from './decision-table.fixture.ts';

const schema = buildSchema();
const clock = { now: () => new Date(`${today}T12:00:00Z`), today: () => today };
let fresh: FreshDatabase;
beforeAll(async () => {
  fresh = await freshDatabase();
});
afterAll(() => fresh.close());

const document = `query ($answers: EligibilityAnswersInput!) {
  eligibility(answers: $answers) {
    __typename
    ... on EligibilityQuestionDue { question { key title why parts { field kind options { value label } } } number atMost }
    ... on EligibilityContradicted { refusals { code path message help } }
    ... on EligibilityOutcome {
      verdict headline route requirement { days minutes } possibilities { requirement { days } planOnThis }
      fees { totalPence } rules { key assumed sources { key url readOn } } programme { verdict }
      steps { question { key } answers { field answer } }
    }
  }
}`;
const ask = async (answers: unknown) =>
  askAs({ schema, database: fresh.database, clock }, anonymous, document, { answers });

describe('eligibility, asked by anybody', () => {
  it.each(table)(
    'row $row [$source]: $rule',
    async ({ answers, source, verdict, route, days, rule, programme, totalPence }) => {
      const { data, errors } = await ask(answers);
      expect(errors).toBeUndefined();
      expect(data?.['eligibility']).toMatchObject({
        __typename: 'EligibilityOutcome',
        verdict,
        route,
        requirement: days === null ? null : { days },
        rules: expect.arrayContaining([expect.objectContaining({ key: rule })]),
        ...(programme ? { programme: { verdict: programme } } : {}),
        ...(totalPence ? { fees: { totalPence } } : {}),
      });
      expect(JSON.stringify(data)).toContain(`"key":"${source}"`);
    },
  );

  it('asks one question at a time', async () => {
    const { data } = await ask({ profession: 'DT' });
    expect(data?.['eligibility']).toMatchObject({
      __typename: 'EligibilityQuestionDue',
      number: 2,
      question: { key: 'REGISTRATION', parts: [{ field: 'registration', kind: 'OPTIONS' }] },
    });
  });

  it('gives the answers back in words, to be checked', async () => {
    const { data } = await ask({ ...formerly, leftRegister: { year: 2018, month: 11 } });
    expect(data?.['eligibility']).toMatchObject({
      steps: expect.arrayContaining([
        { question: { key: 'LEFT_REGISTER' }, answers: [{ field: 'leftRegister', answer: 'November 2018' }] },
      ]),
    });
  });

  it('names the field of an impossible answer, as data', async () => {
    const { data, errors } = await ask({ ...formerly, lastPractised: { year: 2018, month: 2, day: 30 } });
    expect(errors).toBeUndefined();
    expect(data?.['eligibility']).toMatchObject({
      __typename: 'EligibilityContradicted',
      refusals: [{ code: 'VALUE_INVALID', path: ['answers', 'lastPractised', 'day'] }],
    });
  });

  it('stands beside stored fields in one operation', async () => {
    const { data, errors } = await askAs(
      { schema, database: fresh.database, clock },
      anonymous,
      '{ professions(first: 1) { nodes { code } } eligibility(answers: {}) { __typename } }',
    );
    expect(errors).toBeUndefined();
    expect(data).toEqual({
      professions: { nodes: [{ code: 'AS' }] },
      eligibility: { __typename: 'EligibilityQuestionDue' },
    });
  });

  it.each([
    ['year', { leftRegister: { year: -1 } }],
    ['year', { leftRegister: { year: 2_147_483_647 } }],
    ['month', { leftRegister: { year: 2019, month: -5 } }],
    ['day', { leftRegister: { year: 2019, month: 1, day: 99 } }],
  ])('refuses an odd %s', async (part, odd) => {
    const { data } = await ask({ ...formerly, ...odd });
    expect(data?.['eligibility']).toMatchObject({ refusals: [{ path: ['answers', 'leftRegister', part] }] });
  });

  it.each([{ profession: 'XX' }, { profession: 5 }, { leftRegister: { year: 1e12 } }, { applicationOn: '2026-02-30' }])(
    'turns away what has the wrong shape: %j',
    async (odd) => {
      const { data, errors } = await ask({ ...formerly, ...odd });
      expect(data).toBeUndefined();
      expect(errors).toHaveLength(1);
    },
  );
});
