import { afterAll, beforeAll, expect, test } from 'vitest';
import { anonymous, type Actor } from '../access/actor.ts';
import { fromGlobalId } from '../kernel/global-id.ts';
import { latestMails } from '../messages/mail.queries.ts';
import { freshDatabase, type FreshDatabase } from '../testing/fresh-database.ts';
import { makeSignOffWorld, type SignOffWorld } from '../testing/sign-off-world.ts';

type World = Awaited<ReturnType<SignOffWorld['underWay']>>;

let fresh: FreshDatabase;
let api: SignOffWorld;
beforeAll(async () => {
  fresh = await freshDatabase();
  api = await makeSignOffWorld(fresh);
});
afterAll(() => fresh.close());

const agreementOf = async (world: World, as: Actor = world.person.actor) =>
  (
    await api.ask(
      as,
      `query ($id: ID!) { placement(id: $id) { learningAgreement { id version state linkSentOn agreed { agreedBy isProvisional } history { kind byName party comment } } } }`,
      { id: world.placementId },
    )
  )['placement']?.['learningAgreement'] as unknown as {
    readonly id: string;
    readonly version: number;
    readonly state: string;
    readonly agreed: object | null;
    readonly history: readonly object[];
  };
/** As the API names the inputs, which some commands share. */
const act = async (world: World, as: Actor, name: string, more: object = {}, input = `${name}Input`) => {
  const { id, version } = await agreementOf(world);
  const type = `${name[0]?.toUpperCase()}${name.slice(1)}`;
  const source = `mutation ($input: ${input[0]?.toUpperCase()}${input.slice(1)}!) { answer: ${name}(input: $input) { __typename ... on ${type}Refused { refusals { code rule path } } } }`;
  return (
    await api.ask(as, source, {
      input: { learningAgreementId: id, expectedVersion: version, idempotencyKey: crypto.randomUUID(), ...more },
    })
  )['answer'];
};
const share = (world: World) =>
  act(world, world.person.actor, 'shareLearningAgreement', { wordingVersion: 1 }, 'agreeToLearningInput');
/** An agreement that the returner has shared. */
const shared = async (world: World) => {
  const { actor } = world.person;
  await api.command(actor, 'startLearningAgreement', { placementId: world.placementId });
  await act(world, actor, 'saveLearningGoal', {
    number: 13,
    goal: 'Lead a session.',
    how: 'Watch two.',
    by: '2027-02-10',
  });
  const plan = { supervisedDays: 20, formalDays: 5, privateDays: 5, meetEveryWeeks: 2 };
  await act(world, actor, 'saveLearningPlan', plan);
  expect(await share(world)).toMatchObject({ __typename: 'LearningAgreementShared' });
};
const sheetOf = async (token: string) =>
  (
    await api.ask(
      anonymous,
      `query ($token: String!) { learningAgreementSheet(token: $token) { supervisorName edition goals { number goal } plan { supervisedDays } statement { version } } }`,
      { token },
    )
  )['learningAgreementSheet'];
const answer = (token: string, more: object = {}) =>
  api.command(
    anonymous,
    'answerLearningByLink',
    { token, isAgreed: true, wordingVersion: 1, ...more },
    '... on LearningAnsweredByLink { state }',
  );
const disown = (token: string) =>
  api.command(anonymous, 'disownLearning', { token }, '... on LearningDisowned { state }');
const spent = { refusals: [{ code: 'NOT_FOUND', rule: 'LINK_WORKS_ONCE' }] };

test('a link goes to a confirmed address, shows the agreement, answers it once, and whoever is named may disown it', async () => {
  api.time.at = '2027-02-01T10:00:00Z';
  const world = await api.underWay([]);
  await shared(world);
  expect(await agreementOf(world)).toMatchObject({ state: 'SHARED', linkSentOn: null });

  // the organisation says which address is the supervisor's: what waits is sent
  const email = await api.confirmAddress(world);
  const token = await api.tokenIn(email);
  const id = fromGlobalId((await agreementOf(world)).id)?.id;
  const kept = await fresh.owner.query('select token_hash from learning_agreement where id = $1', [id]);
  expect(JSON.stringify(kept.rows)).not.toContain(token);
  expect(await sheetOf(token)).toMatchObject({
    edition: 1,
    goals: [{ number: 13, goal: 'Lead a session.' }],
    plan: { supervisedDays: 20 },
    statement: { version: 1 },
  });
  expect(await sheetOf('forged')).toBeNull();
  expect(await answer('forged')).toMatchObject(spent);
  expect(await answer(token, { wordingVersion: 2 })).toMatchObject({ refusals: [{ rule: 'WORDING_IS_AS_READ' }] });
  expect(await answer(token, { isAgreed: false })).toMatchObject({ refusals: [{ code: 'VALUE_MISSING' }] });

  expect(await answer(token)).toMatchObject({ state: 'AGREED' });
  expect(await answer(token)).toMatchObject(spent);
  expect(await sheetOf(token)).toBeNull();
  expect(await agreementOf(world)).toMatchObject({
    state: 'AGREED',
    agreed: { isProvisional: false },
    history: [{ kind: 'AGREED', party: 'SUPERVISOR' }, { kind: 'SHARED' }],
  });

  const notMe = await api.tokenIn(email);
  expect(notMe).not.toBe(token);
  expect(await disown('forged')).toMatchObject(spent);
  expect(await disown(notMe)).toMatchObject({ state: 'SHARED' });
  expect(await disown(notMe)).toMatchObject(spent);
  expect(await agreementOf(world)).toMatchObject({
    state: 'SHARED',
    agreed: null,
    history: [{ kind: 'DISOWNED' }, {}, {}],
  });
});

test('a link ends after seven days, when the agreement is taken back, and when the placement has another supervisor', async () => {
  api.time.at = '2027-02-01T10:00:00Z';
  const world = await api.underWay([]);
  const email = await api.confirmAddress(world);
  await shared(world);
  const first = await api.tokenIn(email);
  await act(world, world.person.actor, 'takeBackLearningAgreement', {}, 'learningAgreementStepInput');
  expect(await sheetOf(first)).toBeNull();
  await share(world);
  const second = await api.tokenIn(email);
  expect(second).not.toBe(first);
  expect(await answer(first)).toMatchObject(spent);
  api.time.at = '2027-02-08T10:00:00Z';
  expect(await sheetOf(second)).toBeNull();
  expect(await answer(second)).toMatchObject(spent);
  api.time.at = '2027-02-02T10:00:00Z';
  expect(await sheetOf(second)).not.toBeNull();
  const another = fromGlobalId(await api.anotherSupervisor(world))?.id;
  await fresh.owner.query('update placement set supervisor_id = $1 where id = $2', [
    another,
    fromGlobalId(world.placementId)?.id,
  ]);
  expect(await sheetOf(second)).toBeNull();
  expect(await answer(second)).toMatchObject(spent);
});

test('a link that has ended is made anew by its holder, for the confirmed address alone, and once a day', async () => {
  api.time.at = '2027-02-01T10:00:00Z';
  const world = await api.underWay([]);
  const email = await api.confirmAddress(world);
  await shared(world);
  const old = await api.tokenIn(email);
  const renew = (token: string) =>
    api.command(anonymous, 'renewLearningLink', { token }, '... on LearningLinkRenewed { linkSentOn }');
  expect(await renew(old)).toMatchObject({ refusals: [{ rule: 'LINK_STILL_WORKS' }] });
  expect(await renew('forged')).toMatchObject(spent);
  api.time.at = '2027-02-08T10:00:01Z';
  expect(await renew(old)).toMatchObject({ linkSentOn: '2027-02-08' });
  expect(await renew(old)).toMatchObject(spent);
  const newer = await api.tokenIn(email);
  expect(newer).not.toBe(old);
  expect(await sheetOf(newer)).not.toBeNull();
  // it is no longer theirs to have, once somebody else supervises
  api.time.at = '2027-02-16T10:00:00Z';
  const another = fromGlobalId(await api.anotherSupervisor(world))?.id;
  const setSupervisor = 'update placement set supervisor_id = $1 where id = $2';
  await fresh.owner.query(setSupervisor, [another, fromGlobalId(world.placementId)?.id]);
  expect(await renew(newer)).toMatchObject(spent);
});

test('nobody answers their own agreement, and what comes back through a link says why', async () => {
  api.time.at = '2027-02-01T10:00:00Z';
  const own = await api.underWay([]);
  const { rows } = await fresh.owner.query<{ email: string }>('select email from person where id = $1', [
    own.person.actor.personId,
  ]);
  const email = await api.confirmAddress(own, rows[0]?.email);
  await shared(own);
  expect(await answer(await api.tokenIn(email))).toMatchObject({ refusals: [{ rule: 'NOBODY_AGREES_WITH_THEMSELF' }] });

  const world = await api.underWay([]);
  const theirs = await api.confirmAddress(world);
  await shared(world);
  const back = { isAgreed: false, comment: 'Please add a goal on records.' };
  expect(await answer(await api.tokenIn(theirs), back)).toMatchObject({ state: 'DRAFT' });
  expect(await agreementOf(world)).toMatchObject({
    history: [{ kind: 'SENT_BACK', comment: 'Please add a goal on records.' }, {}],
  });
});

test('agreed to with an account, it is provisional until the address is confirmed', async () => {
  api.time.at = '2027-02-01T10:00:00Z';
  const world = await api.underWay([]);
  await shared(world);
  await act(world, world.supervisor, 'agreeToLearning', { wordingVersion: 1 });
  expect(await agreementOf(world)).toMatchObject({ state: 'AGREED', agreed: { isProvisional: true } });
  const { rows } = await fresh.owner.query<{ email: string }>('select email from person where id = $1', [
    world.supervisor.personId,
  ]);
  const email = rows[0]?.email ?? '';
  expect((await latestMails(fresh.database.orm.em.fork(), email))[0]?.subject).toBe(
    'You have agreed to a learning agreement',
  );
  await api.confirmAddress(world, email);
  expect(await agreementOf(world)).toMatchObject({ agreed: { isProvisional: false } });
});
