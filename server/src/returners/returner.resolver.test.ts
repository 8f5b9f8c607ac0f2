import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { anonymous, type Actor } from '../access/actor.ts';
import { makePerson } from '../access/person.factory.ts';
import type { EligibilityAnswers } from '../eligibility/answers.rules.ts';
import { buildSchema } from '../graphql/build-schema.ts';
import { londonDate, type Clock } from '../kernel/clock.ts';
import { askAs } from '../testing/ask-as.ts';
import { freshDatabase, type FreshDatabase } from '../testing/fresh-database.ts';
import { makeReturner, thirtyDayAnswers } from './returner.factory.ts';

const schema = buildSchema();
const clock: Clock = { now: () => new Date('2026-11-21T10:00:00Z'), today: () => londonDate(clock.now()) };
let fresh: FreshDatabase;
beforeAll(async () => {
  fresh = await freshDatabase();
});
afterAll(() => fresh.close());

const ask = async (actor: Actor, source: string, variables: Record<string, unknown> = {}) => {
  const { data, errors } = await askAs({ schema, database: fresh.database, clock }, actor, source, variables);
  expect(errors).toBeUndefined();
  return data as unknown as Record<string, Record<string, never>>;
};
const refusals = '... on Refusal { code path rule message }';
const returner = (answers?: EligibilityAnswers) => makeReturner(fresh.database.orm.em, clock, answers);
const regionId = async (code: string) =>
  (await fresh.owner.query<{ id: string }>('select id from region where code = $1', [code])).rows[0]?.id ?? '';

describe('beginning', () => {
  const start = `mutation ($input: StartPathwayInput!) { startPathway(input: $input) {
    __typename ... on PathwayStarted { returner { id version fieldOfPractice displayName startedOn viewerMayEdit
      professionCode answers { profession lastPractised { year month day } }
      eligibility { __typename ... on EligibilityOutcome { verdict requirement { days } } } } }
    ... on StartPathwayRefused { refusals { ${refusals} } } } }`;

  test('carries the anonymous answers over, and says "returning to dietetics"', async () => {
    const actor = await makePerson(fresh.database.orm.em, 'RETURNER');
    const { startPathway } = await ask(actor, start, { input: { answers: thirtyDayAnswers } });
    expect(startPathway).toMatchObject({
      __typename: 'PathwayStarted',
      returner: {
        version: 1,
        fieldOfPractice: 'dietetics',
        startedOn: '2026-11-21',
        viewerMayEdit: true,
        professionCode: 'DT',
        answers: { profession: 'DT', lastPractised: { year: 2023, month: 9, day: 1 } },
        eligibility: { __typename: 'EligibilityOutcome', verdict: 'DECIDED', requirement: { days: 30 } },
      },
    });
    const again = await ask(actor, start, { input: { answers: thirtyDayAnswers } });
    expect(again['startPathway']).toMatchObject({ refusals: [{ rule: 'ONE_PATHWAY_PER_PERSON' }] });
  });

  test('refuses answers that are not whole, and names what is missing', async () => {
    const actor = await makePerson(fresh.database.orm.em, 'RETURNER');
    const { startPathway } = await ask(actor, start, { input: { answers: { profession: 'DT' } } });
    expect(startPathway).toMatchObject({ refusals: [{ code: 'VALUE_MISSING', path: ['answers', 'registration'] }] });
  });

  test('refuses answers that contradict each other', async () => {
    const actor = await makePerson(fresh.database.orm.em, 'RETURNER');
    const answers = { ...thirtyDayAnswers, lastPractised: { year: 2031 } };
    const { startPathway } = await ask(actor, start, { input: { answers } });
    expect(startPathway).toMatchObject({ refusals: [{ code: 'VALUE_INVALID' }] });
  });

  test('takes osteopathy, which HCPC does not regulate', async () => {
    const actor = await makePerson(fresh.database.orm.em, 'RETURNER');
    const { startPathway } = await ask(actor, start, { input: { answers: { profession: 'OSTEOPATH' } } });
    const answers = { profession: 'OSTEOPATH', registration: 'LEFT', livesIn: 'ENGLAND', plansToWorkIn: 'ENGLAND' };
    const begun =
      startPathway?.['__typename'] === 'PathwayStarted'
        ? startPathway
        : (await ask(actor, start, { input: { answers } }))['startPathway'];
    expect(begun).toMatchObject({ returner: { fieldOfPractice: 'osteopathy', professionCode: null } });
  });
});

describe('the profile', () => {
  const update = `mutation ($input: UpdateProfileInput!) { updateProfile(input: $input) {
    __typename ... on ProfileUpdated { returner { version displayName preferredName hcpcNumber homePostcode homeDistrict { code }
      region { code } board { name } isRegionChosen practiceHistory { work place from { year month } to { year } } } }
    ... on UpdateProfileRefused { refusals { ${refusals} ... on ConflictRefusal { currentVersion } } } } }`;

  test('keeps number and postcode in their usual form, with the region of the nearest trust', async () => {
    const { actor, returnerId } = await returner();
    const { updateProfile } = await ask(actor, update, {
      input: {
        returnerId,
        expectedVersion: 1,
        preferredName: '  Example   Name ',
        hcpcNumber: 'dt 012-345',
        homePostcode: 'bs1 4nd',
        practiceHistory: [
          { work: 'Community team', place: 'ENGLAND', from: { year: 2015, month: 3 }, to: { year: 2023 } },
        ],
      },
    });
    expect(updateProfile).toMatchObject({
      returner: {
        version: 2,
        displayName: 'Example Name',
        hcpcNumber: 'DT012345',
        homePostcode: 'BS1 4ND',
        homeDistrict: { code: 'BS1' },
        region: { code: 'Y58' },
        isRegionChosen: false,
        practiceHistory: [
          { work: 'Community team', place: 'ENGLAND', from: { year: 2015, month: 3 }, to: { year: 2023 } },
        ],
      },
    });
  });

  test('lets the person name another region, and go back to the nearest', async () => {
    const { actor, returnerId } = await returner();
    const london = await regionId('Y56');
    const send = async (input: Record<string, unknown>) =>
      (await ask(actor, update, { input: { returnerId, ...input } }))['updateProfile'];
    await send({ expectedVersion: 1, homePostcode: 'BS1 4ND' });
    const chosen = await send({ expectedVersion: 2, regionId: Buffer.from(`Region:${london}`).toString('base64url') });
    expect(chosen).toMatchObject({ returner: { region: { code: 'Y56' }, board: null, isRegionChosen: true } });
    expect(await send({ expectedVersion: 3, regionId: null })).toMatchObject({
      returner: { region: { code: 'Y58' }, isRegionChosen: false, homePostcode: 'BS1 4ND' },
    });
  });

  test.each([
    ['a number of another profession', { hcpcNumber: 'PH012345' }, 'hcpcNumber', 'HCPC_NUMBER_PROFESSION'],
    ['a number with no known letters', { hcpcNumber: 'XX012345' }, 'hcpcNumber', 'HCPC_NUMBER_FORM'],
    ['half a postcode', { homePostcode: 'BS1' }, 'homePostcode', 'POSTCODE_FORM'],
    ['a district that does not exist', { homePostcode: 'ZZ99 9ZZ' }, 'homePostcode', 'POSTCODE_DISTRICT'],
    ['a null byte in the name', { preferredName: 'a\0b' }, 'preferredName', null],
    [
      'half a character in the history',
      { practiceHistory: [{ work: 'a\ud800', place: 'ENGLAND', from: { year: 2020 } }] },
      'practiceHistory',
      null,
    ],
    ['a region that is none', { regionId: 'nonsense' }, 'regionId', null],
    [
      'work in the future',
      { practiceHistory: [{ work: 'x', place: 'ENGLAND', from: { year: 2030 } }] },
      'practiceHistory',
      null,
    ],
    [
      'an impossible month',
      { practiceHistory: [{ work: 'x', place: 'ENGLAND', from: { year: 2020, month: 13 } }] },
      'practiceHistory',
      null,
    ],
    [
      'an end before the beginning',
      { practiceHistory: [{ work: 'x', place: 'ENGLAND', from: { year: 2020 }, to: { year: 2019 } }] },
      'practiceHistory',
      null,
    ],
  ])('refuses %s, and changes nothing', async (_name, change, field, rule) => {
    const { actor, returnerId, id } = await returner();
    const { updateProfile } = await ask(actor, update, { input: { returnerId, expectedVersion: 1, ...change } });
    const refused: unknown = updateProfile?.['refusals'];
    expect(refused).toMatchObject([{ rule }]);
    expect((refused as { path: string[] }[])[0]?.path[0]).toBe(field);
    const { rows } = await fresh.owner.query('select version from returner where id = $1', [id]);
    expect(rows).toEqual([{ version: 1 }]);
  });

  test('tells the current version to whoever comes second', async () => {
    const { actor, returnerId } = await returner();
    await ask(actor, update, { input: { returnerId, expectedVersion: 1, preferredName: 'A' } });
    const { updateProfile } = await ask(actor, update, {
      input: { returnerId, expectedVersion: 1, preferredName: 'B' },
    });
    expect(updateProfile).toMatchObject({ refusals: [{ code: 'CONFLICT', currentVersion: 2 }] });
  });
});

describe('changing answers', () => {
  const change = `mutation ($input: ChangeAnswersInput!) { changeAnswers(input: $input) {
    ... on AnswersChanged { returner { version hcpcNumber fieldOfPractice questionToHcpc { askedOn } pathway { requirement { days } } } }
    ... on ChangeAnswersRefused { refusals { ${refusals} } } } }`;

  test('changes the way back with them, and drops a number of the old profession', async () => {
    const { actor, returnerId } = await returner();
    await ask(actor, 'mutation ($input: UpdateProfileInput!) { updateProfile(input: $input) { __typename } }', {
      input: { returnerId, expectedVersion: 1, hcpcNumber: 'DT012345' },
    });
    const { changeAnswers } = await ask(actor, change, {
      input: {
        returnerId,
        expectedVersion: 2,
        answers: { ...thirtyDayAnswers, profession: 'PH', lastPractised: { year: 2018 } },
      },
    });
    expect(changeAnswers).toEqual({
      returner: {
        version: 3,
        hcpcNumber: null,
        fieldOfPractice: 'physiotherapy',
        questionToHcpc: null,
        pathway: { requirement: { days: 60 } },
      },
    });
    await ask(actor, change, { input: { returnerId, expectedVersion: 3, answers: thirtyDayAnswers } });
    const { rows } = await fresh.owner.query(
      "select fields from audit_entry where person_id = $1 and action = 'changeAnswers' order by id",
      [actor.personId],
    );
    expect(rows).toEqual([{ fields: ['answers', 'hcpcNumber'] }, { fields: ['answers'] }]);
  });
});

describe('who sees whom', () => {
  const read =
    'query ($id: ID!) { returner(id: $id) { id homePostcode practiceHistory { work } region { code } viewerMayEdit } node(id: $id) { id } }';
  const give = `mutation ($input: GiveConsentInput!) { giveConsent(input: $input) {
    ... on ConsentGiven { returner { version coordinatorsSeeSince consentChoices { kind isGiven } consents { kind isGiven wordingVersion } } }
    ... on GiveConsentRefused { refusals { ${refusals} } } } }`;
  const withdraw = `mutation ($input: WithdrawConsentInput!) { withdrawConsent(input: $input) {
    ... on ConsentWithdrawn { returner { coordinatorsSeeSince consents { isGiven } } } } }`;
  const inBristol = async () => {
    const made = await returner();
    await ask(made.actor, 'mutation ($input: UpdateProfileInput!) { updateProfile(input: $input) { __typename } }', {
      input: { returnerId: made.returnerId, expectedVersion: 1, homePostcode: 'BS1 4ND' },
    });
    return made;
  };

  test('another returner, an anonymous caller and a suspended person see nothing, by any path', async () => {
    const { returnerId } = await inBristol();
    const other = await returner();
    const suspended: Actor = { ...other.actor, kind: 'SUSPENDED' };
    expect(await ask(other.actor, read, { id: returnerId })).toEqual({ returner: null, node: null });
    const roles = [...(['SUPERVISOR', 'ASSESSOR', 'COUNTER_SIGNATORY', 'ADMINISTRATOR'] as const)];
    for (const actor of [anonymous, suspended, ...roles.map((kind) => ({ ...other.actor, kind }))]) {
      const { data } = await askAs({ schema, database: fresh.database, clock }, actor, read, { id: returnerId });
      expect(data).toEqual({ returner: null, node: null });
    }
  });

  test('a coordinator of the region sees the record while the person agrees, but not the address', async () => {
    const { actor, returnerId } = await inBristol();
    const coordinator = await makePerson(fresh.database.orm.em, 'COORDINATOR', { regionId: await regionId('Y58') });
    const elsewhere = await makePerson(fresh.database.orm.em, 'COORDINATOR', { regionId: await regionId('Y56') });
    expect(await ask(coordinator, read, { id: returnerId })).toEqual({ returner: null, node: null });

    const { giveConsent } = await ask(actor, give, {
      input: { returnerId, kind: 'SHARE_WITH_COORDINATORS', wordingVersion: 1 },
    });
    expect(giveConsent).toMatchObject({
      returner: {
        coordinatorsSeeSince: '2026-11-21',
        consentChoices: [
          { kind: 'SHARE_WITH_COORDINATORS', isGiven: true },
          { kind: 'CONTACT_BY_EMAIL', isGiven: false },
        ],
        consents: [{ kind: 'SHARE_WITH_COORDINATORS', isGiven: true, wordingVersion: 1 }],
      },
    });
    expect(await ask(coordinator, read, { id: returnerId })).toEqual({
      returner: {
        id: returnerId,
        homePostcode: null,
        practiceHistory: null,
        region: { code: 'Y58' },
        viewerMayEdit: false,
      },
      node: { id: returnerId },
    });
    expect(await ask(elsewhere, read, { id: returnerId })).toEqual({ returner: null, node: null });
    const list = '{ returners(first: 100) { nodes { id } } }';
    expect((await ask(coordinator, list))['returners']).toEqual({ nodes: [{ id: returnerId }] });
    expect((await ask(elsewhere, list))['returners']).toEqual({ nodes: [] });

    const { withdrawConsent } = await ask(actor, withdraw, { input: { returnerId, kind: 'SHARE_WITH_COORDINATORS' } });
    expect(withdrawConsent).toEqual({
      returner: { coordinatorsSeeSince: null, consents: [{ isGiven: true }, { isGiven: false }] },
    });
    expect(await ask(coordinator, read, { id: returnerId })).toEqual({ returner: null, node: null });
  });

  test('only words in force can be agreed to', async () => {
    const { actor, returnerId } = await returner();
    const { giveConsent } = await ask(actor, give, {
      input: { returnerId, kind: 'CONTACT_BY_EMAIL', wordingVersion: 7 },
    });
    expect(giveConsent).toMatchObject({ refusals: [{ rule: 'CONSENT_TO_WORDS_IN_FORCE' }] });
  });

  test('nobody changes the record of another: it is not found', async () => {
    const { returnerId } = await inBristol();
    const other = await returner();
    const { giveConsent } = await ask(other.actor, give, {
      input: { returnerId, kind: 'CONTACT_BY_EMAIL', wordingVersion: 1 },
    });
    expect(giveConsent).toMatchObject({ refusals: [{ code: 'NOT_FOUND' }] });
  });
});

describe('a question to HCPC', () => {
  const asked: EligibilityAnswers = { ...thirtyDayAnswers, work: 'RELATED_WORK' };
  const record = `mutation ($input: RecordQuestionToHcpcInput!) { recordQuestionToHcpc(input: $input) {
    ... on QuestionToHcpcRecorded { returner { pathway { tasks { key state waiting { forWhom since usualTime whatICanDo } } } } }
    ... on RecordQuestionToHcpcRefused { refusals { ${refusals} } } } }`;
  const answer = `mutation ($input: RecordAnswerFromHcpcInput!) { recordAnswerFromHcpc(input: $input) {
    ... on AnswerFromHcpcRecorded { returner { questionToHcpc { answeredDays } updating { requirement { days } } pathway { isSettled requirement { days } } } }
    ... on RecordAnswerFromHcpcRefused { refusals { ${refusals} } } } }`;

  test('waits for HCPC with all four facts, then its answer holds', async () => {
    const { actor, returnerId } = await returner(asked);
    const early = await ask(actor, answer, {
      input: { returnerId, answeredOn: '2026-11-20', route: 'READMISSION', days: 0 },
    });
    expect(early['recordAnswerFromHcpc']).toMatchObject({ refusals: [{ rule: 'ASK_BEFORE_ANSWER' }] });
    const { recordQuestionToHcpc } = await ask(actor, record, { input: { returnerId, askedOn: '2026-11-18' } });
    expect(recordQuestionToHcpc).toMatchObject({
      returner: {
        pathway: {
          tasks: expect.arrayContaining([
            {
              key: 'ASK_HCPC',
              state: 'WAITING',
              waiting: {
                forWhom: 'HCPC',
                since: '2026-11-18',
                usualTime: expect.any(String),
                whatICanDo: expect.any(String),
              },
            },
          ]),
        },
      },
    });
    const twice = await ask(actor, record, { input: { returnerId, askedOn: '2026-11-18' } });
    expect(twice['recordQuestionToHcpc']).toMatchObject({ refusals: [{ rule: 'ONE_QUESTION_AT_A_TIME' }] });
    const { recordAnswerFromHcpc } = await ask(actor, answer, {
      input: { returnerId, answeredOn: '2026-11-20', route: 'READMISSION_WITH_UPDATING', days: 30 },
    });
    expect(recordAnswerFromHcpc).toEqual({
      returner: {
        questionToHcpc: { answeredDays: 30 },
        updating: { requirement: { days: 30 } },
        pathway: { isSettled: true, requirement: { days: 30 } },
      },
    });
  });

  test('is refused where the rules settle the case, and on a day that has not come', async () => {
    const { actor, returnerId } = await returner();
    const { recordQuestionToHcpc } = await ask(actor, record, { input: { returnerId, askedOn: '2026-11-18' } });
    expect(recordQuestionToHcpc).toMatchObject({ refusals: [{ rule: 'ONLY_WHERE_RULES_ARE_SPLIT' }] });
    const other = await returner(asked);
    const future = await ask(other.actor, record, { input: { returnerId: other.returnerId, askedOn: '2026-11-22' } });
    expect(future['recordQuestionToHcpc']).toMatchObject({ refusals: [{ path: ['askedOn'] }] });
  });
});

describe('whom to ask', () => {
  const asked = `{ viewer { returner { id version coordinatorsToAsk { displayName email } } } }`;
  const send = async (actor: Actor, mutation: string, type: string, input: Record<string, unknown>) =>
    ask(actor, `mutation ($input: ${type}!) { ${mutation}(input: $input) { __typename } }`, { input });
  const coordinator = async (named: string, place: Parameters<typeof makePerson>[2]) => {
    const actor = await makePerson(fresh.database.orm.em, 'COORDINATOR', place);
    await fresh.owner.query('update person set display_name = $2 where id = $1', [actor.personId, named]);
    return actor;
  };

  test('is told to a person who shares the record, of the board and the region, and to nobody else', async () => {
    const { actor, id, returnerId } = await returner();
    const mine = async () => (await ask(actor, asked))['viewer'];
    await send(actor, 'updateProfile', 'UpdateProfileInput', {
      returnerId,
      expectedVersion: 1,
      homePostcode: 'LS1 4AP',
    });
    const { rows } = await fresh.owner.query<{ region: string; board: string }>(
      'select region_id region, board_id board from returner where id = $1',
      [id],
    );
    const { region: regionOfPerson = '', board: boardId = '' } = rows[0] ?? {};
    const ofRegion = await coordinator('Example Coordinator A', { regionId: regionOfPerson });
    const ofBoard = await coordinator('Example Coordinator Z', { boardId });
    const gone = await coordinator('Example Coordinator AA, suspended', { regionId: regionOfPerson });
    const unproven = await coordinator('Example Coordinator B', { regionId: regionOfPerson });
    await coordinator('Example Coordinator AB, of another region', { regionId: await regionId('Y56') });
    await coordinator('Example Coordinator C, one too many', { regionId: regionOfPerson });
    // the same person twice is one to ask
    await fresh.owner.query(
      `insert into role_grant (person_id, role, region_id, granted_at) values ($1, 'COORDINATOR', $2, now())`,
      [ofBoard.personId, regionOfPerson],
    );
    await fresh.owner.query('update person set suspended_at = now() where id = $1', [gone.personId]);
    await fresh.owner.query('update person set email_confirmed_at = null where id = $1', [unproven.personId]);

    expect(await mine()).toMatchObject({ returner: { coordinatorsToAsk: [] } });
    const choice = { returnerId, kind: 'SHARE_WITH_COORDINATORS' };
    await send(actor, 'giveConsent', 'GiveConsentInput', { ...choice, wordingVersion: 1 });
    const addressOf = async ({ personId }: { readonly personId: string }) =>
      (await fresh.owner.query<{ email: string }>('select email from person where id = $1', [personId])).rows[0]?.email;
    expect(await mine()).toMatchObject({
      returner: {
        coordinatorsToAsk: [
          { displayName: 'Example Coordinator Z', email: await addressOf(ofBoard) },
          { displayName: 'Example Coordinator A', email: await addressOf(ofRegion) },
          { displayName: 'Example Coordinator B', email: null },
        ],
      },
    });
    const read = await ask(ofRegion, 'query ($id: ID!) { returner(id: $id) { id coordinatorsToAsk { email } } }', {
      id: returnerId,
    });
    expect(read['returner']).toEqual({ id: returnerId, coordinatorsToAsk: null });
    await send(actor, 'withdrawConsent', 'WithdrawConsentInput', choice);
    expect(await mine()).toMatchObject({ returner: { coordinatorsToAsk: [] } });
  });
});
