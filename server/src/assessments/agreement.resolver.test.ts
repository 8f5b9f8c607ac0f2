import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Actor } from '../access/actor.ts';
import { makePerson } from '../access/person.factory.ts';
import { buildSchema } from '../graphql/build-schema.ts';
import { londonDate, type Clock } from '../kernel/clock.ts';
import { fromGlobalId, toGlobalId } from '../kernel/global-id.ts';
import { latestMails } from '../messages/mail.queries.ts';
import { makeOffer, makeRequest, makeSite, type Making } from '../placements/placement.factory.ts';
import { askAs } from '../testing/ask-as.ts';
import { freshDatabase, type FreshDatabase } from '../testing/fresh-database.ts';
import { regionIdIn } from '../testing/region-ids.ts';

const schema = buildSchema();
let now = '2026-12-10T10:00:00Z';
const clock: Clock = { now: () => new Date(now), today: () => londonDate(clock.now()) };
let fresh: FreshDatabase;
let making: Making;
beforeAll(async () => {
  fresh = await freshDatabase();
  const { em } = fresh.database.orm;
  making = {
    em,
    clock: { now: () => new Date('2026-12-01T10:00:00Z'), today: () => londonDate(new Date('2026-12-01T10:00:00Z')) },
    coordinator: await makePerson(em, 'COORDINATOR', { regionId: await regionIdIn(fresh.owner, 'Y56') }),
  };
});
afterAll(() => fresh.close());

const ask = async (actor: Actor, source: string, variables: Record<string, unknown> = {}) => {
  const { data, errors } = await askAs({ schema, database: fresh.database, clock }, actor, source, variables);
  expect(errors).toBeUndefined();
  return data as unknown as Record<string, Record<string, unknown> | null>;
};
const inputs: Readonly<Record<string, string>> = {
  shareLearningAgreement: 'AgreeToLearning',
  takeBackLearningAgreement: 'LearningAgreementStep',
  reopenLearningAgreement: 'LearningAgreementStep',
};
const command = async (actor: Actor, name: string, input: Record<string, unknown>, shown = '') => {
  const type = `${name[0]?.toUpperCase()}${name.slice(1)}`;
  const source = `mutation ($input: ${inputs[name] ?? type}Input!) { answer: ${name}(input: $input) { __typename ${shown} ... on ${type}Refused { refusals { code path rule } } } }`;
  return (await ask(actor, source, { input: { idempotencyKey: randomUUID(), ...input } }))['answer'] ?? {};
};

/** A returner whose placement both sides have accepted, with everybody around it. */
const accepted = async (state = 'ACCEPTED') => {
  const site = await makeSite(making);
  const offer = await makeOffer(making, site);
  const person = await makeRequest(making);
  const supervisor = await makePerson(making.em, 'SUPERVISOR');
  await fresh.owner.query('update supervisor set person_id = $1 where id = $2', [supervisor.personId, site.supervisor]);
  const { rows } = await fresh.owner.query<{ id: string }>(
    `insert into placement (returner_id, request_id, offer_id, host_id, site_id, supervisor_id, seat, state, is_live, is_shown, starts_on, ends_on, weekdays, proposed_on, changed_on)
     values ($1, $2, $3, $4, $5, $6, 1, $7, true, true, '2027-01-04', '2027-03-01', '[1, 2]', '2026-12-01', '2026-12-01') returning id`,
    [person.id, person.request, offer.id, site.host, site.site, site.supervisor, state],
  );
  const member = await makePerson(making.em, 'ORGANISATION_MEMBER', { hostId: site.host });
  const administrator = await makePerson(making.em, 'ORGANISATION_ADMINISTRATOR', { hostId: site.host });
  return {
    ...site,
    person,
    supervisor,
    member,
    administrator,
    placementId: toGlobalId('Placement', rows[0]?.id ?? ''),
  };
};
type World = Awaited<ReturnType<typeof accepted>>;

const fields = `learningAgreement { id version state edition viewerActions plan { supervisedDays } goals { number label goal by }
  requirements { key layer isMet } confidence { gaps { number } } agreed { edition agreedBy goals { goal } } history { kind edition party comment } }`;
interface Shown {
  readonly id: string;
  readonly version: number;
}
const read = async (actor: Actor, { placementId }: World) => {
  const answer = await ask(
    actor,
    `query ($id: ID!) { placement(id: $id) { viewerMayStartAgreement checks { kind owner state settledOn version id } ${fields} } }`,
    { id: placementId },
  );
  return answer['placement'] as Record<string, unknown> & {
    learningAgreement: (Shown & Record<string, unknown>) | null;
  };
};
const checkOf = async (world: World) => {
  const { checks } = await read(world.person.actor, world);
  return (checks as { kind: string }[]).find(({ kind }) => kind === 'LEARNING_AGREEMENT');
};
const current = async (world: World): Promise<Shown> => {
  const { learningAgreement } = await read(world.person.actor, world);
  if (!learningAgreement) throw new Error('There is an agreement.');
  return learningAgreement;
};
/** Does something to the agreement as it stands now. */
const act = async (world: World, actor: Actor, name: string, more: Record<string, unknown> = {}) => {
  const { id, version } = await current(world);
  return command(actor, name, { learningAgreementId: id, expectedVersion: version, ...more });
};
const wording = { wordingVersion: 1 };
const goal = { number: 13, goal: 'Lead a session.', how: 'Watch two first.', by: '2027-02-01' };
const plan = { supervisedDays: 20, formalDays: 5, privateDays: 5, meetEveryWeeks: 2 };

test('an agreement is written by the returner, shared, sent back, agreed, changed and agreed anew', async () => {
  const world = await accepted();
  const { person, supervisor, member } = world;
  await command(person.actor, 'assessStandard', {
    returnerId: person.returnerId,
    number: 13,
    before: 'NOT_YET',
    goal: 'Lead a session again.',
  });
  expect(await read(person.actor, world)).toMatchObject({ viewerMayStartAgreement: true, learningAgreement: null });
  await expect(command(supervisor, 'startLearningAgreement', { placementId: world.placementId })).rejects.toThrow();
  expect(await command(person.actor, 'startLearningAgreement', { placementId: world.placementId })).toMatchObject({
    __typename: 'LearningAgreementStarted',
  });
  expect(await command(person.actor, 'startLearningAgreement', { placementId: world.placementId })).toMatchObject({
    refusals: [{ rule: 'ONE_AGREEMENT_PER_PLACEMENT' }],
  });
  // it begins with what is known
  expect(await read(person.actor, world)).toMatchObject({
    viewerMayStartAgreement: false,
    learningAgreement: {
      state: 'DRAFT',
      goals: [{ number: 13, goal: 'Lead a session again.', by: null }],
      viewerActions: ['EDIT', 'SHARE'],
    },
  });
  expect(await checkOf(world)).toMatchObject({ state: 'IN_PROGRESS', owner: 'RETURNER' });
  // and is nobody else's business yet
  for (const actor of [supervisor, member, making.coordinator])
    expect(await read(actor, world)).toMatchObject({ learningAgreement: null, viewerMayStartAgreement: false });

  expect(await act(world, person.actor, 'shareLearningAgreement', wording)).toMatchObject({
    refusals: [{ path: ['goals.13'] }, { path: ['plan'] }],
  });
  await act(world, person.actor, 'saveLearningGoal', goal);
  await act(world, person.actor, 'saveLearningPlan', plan);
  expect(await act(world, person.actor, 'shareLearningAgreement', { wordingVersion: 0 })).toMatchObject({
    refusals: [{ rule: 'WORDING_IS_AS_READ' }],
  });
  expect(await act(world, person.actor, 'shareLearningAgreement', wording)).toMatchObject({
    __typename: 'LearningAgreementShared',
  });
  expect(await checkOf(world)).toMatchObject({ state: 'IN_PROGRESS', owner: 'SITE' });
  const { rows } = await fresh.owner.query<{ email: string }>('select email from person where id = $1', [
    supervisor.personId,
  ]);
  const [mail] = await latestMails(making.em.fork(), rows[0]?.email ?? '');
  expect(mail?.subject).toBe('A learning agreement waits for you');
  expect(mail?.text).not.toContain('Lead a session');
  expect(await act(world, person.actor, 'saveLearningGoal', goal)).toMatchObject({
    refusals: [{ rule: 'AGREEMENT_ALLOWS_IT' }],
  });

  // the supervisor reads how confident the person feels, and the organisation does not
  expect(await read(supervisor, world)).toMatchObject({
    learningAgreement: {
      viewerActions: ['AGREE', 'SEND_BACK'],
      confidence: { gaps: [{ number: 13 }, {}, {}, {}, {}, {}, {}, {}, {}, {}, {}, {}, {}, {}, {}] },
    },
  });
  expect(await read(member, world)).toMatchObject({ learningAgreement: { confidence: null } });
  expect(await read(making.coordinator, world)).toMatchObject({ learningAgreement: { viewerActions: [] } });
  const stranger = await accepted();
  expect(await act(world, stranger.supervisor, 'agreeToLearning', wording)).toMatchObject({
    refusals: [{ code: 'NOT_FOUND' }],
  });

  await act(world, supervisor, 'sendBackLearningAgreement', { comment: 'Please add a goal on records.' });
  expect(await act(world, supervisor, 'agreeToLearning', wording)).toMatchObject({
    refusals: [{ rule: 'AGREEMENT_ALLOWS_IT' }],
  });
  await act(world, person.actor, 'saveLearningGoal', { ...goal, number: 9 });
  // while the returner writes, the others see what was shared
  expect(await read(supervisor, world)).toMatchObject({
    learningAgreement: { state: 'DRAFT', goals: [{ number: 13 }] },
  });
  await act(world, person.actor, 'shareLearningAgreement', wording);
  expect(await act(world, supervisor, 'agreeToLearning', wording)).toMatchObject({ __typename: 'LearningAgreedTo' });
  expect(await checkOf(world)).toMatchObject({ state: 'CLEARED', settledOn: '2026-12-10' });

  // nobody settles the check by hand
  const check = (await checkOf(world)) as unknown as { id: string; version: number };
  const byHand = { startingCheckId: check.id, expectedVersion: check.version, state: 'NOT_CLEARED' };
  expect(await command(member, 'recordStartingCheck', byHand)).toMatchObject({
    refusals: [{ rule: 'FOLLOWS_FROM_AGREEMENT' }],
  });

  // a change asks for agreement anew, and what was agreed stands until then
  now = '2027-01-12T10:00:00Z';
  await act(world, person.actor, 'reopenLearningAgreement');
  await act(world, person.actor, 'removeLearningGoal', { number: 9 });
  await act(world, person.actor, 'saveLearningGoal', { ...goal, goal: 'Lead two sessions.' });
  expect(await checkOf(world)).toMatchObject({ state: 'IN_PROGRESS', owner: 'RETURNER', settledOn: null });
  expect(await read(member, world)).toMatchObject({
    learningAgreement: { edition: 2, goals: [{ number: 9 }, { number: 13, goal: 'Lead a session.' }] },
  });
  await act(world, person.actor, 'shareLearningAgreement', wording);
  await act(world, member, 'agreeToLearning', wording);
  expect(await read(person.actor, world)).toMatchObject({
    learningAgreement: {
      state: 'AGREED',
      edition: 2,
      agreed: { edition: 2, goals: [{ goal: 'Lead two sessions.' }] },
      history: [
        { kind: 'AGREED', edition: 2, party: 'SITE' },
        { kind: 'SHARED', edition: 2 },
        { kind: 'REOPENED', edition: 1 },
        { kind: 'AGREED', edition: 1, party: 'SUPERVISOR' },
        { kind: 'SHARED', edition: 1 },
        { kind: 'SENT_BACK', comment: 'Please add a goal on records.' },
        { kind: 'SHARED', edition: 1 },
      ],
    },
  });
  expect(await checkOf(world)).toMatchObject({ state: 'CLEARED', settledOn: '2027-01-12' });
  now = '2026-12-10T10:00:00Z';
});

test('two who answer at once: the second learns of the first', async () => {
  const world = await accepted('STARTED');
  const { person, supervisor, member } = world;
  await command(person.actor, 'startLearningAgreement', { placementId: world.placementId });
  await act(world, person.actor, 'saveLearningGoal', goal);
  await act(world, person.actor, 'saveLearningPlan', plan);
  await act(world, person.actor, 'shareLearningAgreement', wording);
  const { id: learningAgreementId, version: expectedVersion } = await current(world);
  const both = await Promise.all([
    command(supervisor, 'agreeToLearning', { learningAgreementId, expectedVersion, ...wording }),
    command(member, 'sendBackLearningAgreement', { learningAgreementId, expectedVersion, comment: 'No.' }),
  ]);
  expect(both.filter((answer) => 'refusals' in answer)).toEqual([
    expect.objectContaining({ refusals: [expect.objectContaining({ code: 'CONFLICT' })] }),
  ]);
});

test('an organisation asks for more than HCPC, and its plans are held against both', async () => {
  const world = await accepted();
  const { person, administrator, member, hostId } = world;
  const policy = { hostId, supervisedPercentAtLeast: 50, standards: [9, 2], inOwnWords: 'Come to the welcome day.' };
  await expect(command(member, 'saveLocalPolicy', policy)).rejects.toThrow();
  expect(
    await command(
      administrator,
      'saveLocalPolicy',
      policy,
      '... on LocalPolicySaved { host { localPolicy { standards version isOnBehalf } } }',
    ),
  ).toMatchObject({ host: { localPolicy: { standards: [2, 9], version: 1, isOnBehalf: false } } });
  expect(await command(administrator, 'saveLocalPolicy', policy)).toMatchObject({ refusals: [{ code: 'CONFLICT' }] });
  expect(
    await command(making.coordinator, 'saveLocalPolicy', {
      ...policy,
      expectedVersion: 1,
      supervisedPercentAtLeast: 101,
    }),
  ).toMatchObject({ refusals: [{ path: ['supervisedPercentAtLeast'] }] });
  const stranger = await accepted();
  expect(await command(stranger.administrator, 'saveLocalPolicy', { ...policy, expectedVersion: 1 })).toMatchObject({
    refusals: [{ code: 'NOT_FOUND' }],
  });
  await command(person.actor, 'startLearningAgreement', { placementId: world.placementId });
  await act(world, person.actor, 'saveLearningGoal', { ...goal, number: 9 });
  await act(world, person.actor, 'saveLearningPlan', { ...plan, supervisedDays: 14, formalDays: 11 });
  expect(await read(person.actor, world)).toMatchObject({
    learningAgreement: {
      requirements: [
        { key: 'ENOUGH_DAYS', layer: 'HCPC', isMet: true },
        { key: 'PRIVATE_HALF', layer: 'HCPC', isMet: true },
        { key: 'SUPERVISED_SHARE', layer: 'SITE', isMet: false },
        { key: 'GOALS', layer: 'SITE', isMet: false },
        { key: 'OWN_WORDS', layer: 'SITE', isMet: null },
      ],
    },
  });
});

test('an agreement is made only for a place that both have accepted', async () => {
  const world = await accepted('OFFERED');
  expect(await command(world.person.actor, 'startLearningAgreement', { placementId: world.placementId })).toMatchObject(
    { refusals: [{ rule: 'PLACEMENT_IS_LIVE' }] },
  );
});

test('the first answer about a standard stands once the second is given', async () => {
  const { person } = await accepted();
  const assess = (input: object) =>
    command(
      person.actor,
      'assessStandard',
      { returnerId: person.returnerId, number: 4, ...input },
      '... on StandardAssessed { returner { selfAssessment { answeredBefore rose isAfterOpen standards { number label version before beforeOn after change } } } }',
    );
  expect(await assess({ before: 'WITH_SUPPORT' })).toMatchObject({
    returner: { selfAssessment: { answeredBefore: 1, isAfterOpen: false } },
  });
  expect(await assess({ before: 'FULLY' })).toMatchObject({ refusals: [{ code: 'CONFLICT' }] });
  expect(await assess({ expectedVersion: 1, after: 'FULLY' })).toMatchObject({
    refusals: [{ rule: 'AFTER_NEEDS_UPDATING' }],
  });
  await command(person.actor, 'logDay', {
    returnerId: person.returnerId,
    onDate: '2026-12-09',
    kind: 'PRIVATE',
    minutes: 420,
  });
  const answered = await assess({ expectedVersion: 1, after: 'MOSTLY' });
  expect(answered).toMatchObject({ returner: { selfAssessment: { rose: 1, isAfterOpen: true } } });
  const { standards } = (answered['returner'] as { selfAssessment: { standards: object[] } }).selfAssessment;
  expect(standards).toHaveLength(15);
  expect(standards[3]).toEqual({
    number: 4,
    label: 'Using your own professional judgement',
    version: 2,
    before: 'WITH_SUPPORT',
    beforeOn: '2026-12-10',
    after: 'MOSTLY',
    change: 'ROSE',
  });
  expect(await assess({ expectedVersion: 2, before: 'NOT_YET' })).toMatchObject({
    refusals: [{ rule: 'BEFORE_IS_FIXED' }],
  });
  expect(await assess({ expectedVersion: 2, number: 16 })).toMatchObject({ refusals: [{ path: ['number'] }] });
});

test('after a move the agreement goes along as a draft, to be agreed anew', async () => {
  const world = await accepted();
  const { placementId } = world;
  await command(world.person.actor, 'startLearningAgreement', { placementId });
  for (const one of [goal, { ...goal, number: 2, by: '2027-01-05' }])
    await act(world, world.person.actor, 'saveLearningGoal', one);
  await act(world, world.person.actor, 'saveLearningPlan', plan);
  await act(world, world.person.actor, 'shareLearningAgreement', wording);
  const elsewhere = await makeSite(making);
  const { rows } = await fresh.owner.query<{ id: string }>(
    `with gone as (update placement set state = 'MOVED', state_before_move = 'ACCEPTED', ended_by = 'COORDINATOR', is_live = false where id = $1 returning *)
     insert into placement (returner_id, request_id, offer_id, host_id, site_id, supervisor_id, seat, state, is_live, is_shown, starts_on, ends_on, weekdays, proposed_on, changed_on, moved_from_id)
     select returner_id, request_id, $2, $3, $4, $5, 1, 'ACCEPTED', false, true, '2027-01-11', '2027-03-08', weekdays, proposed_on, changed_on, id from gone returning id`,
    [
      fromGlobalId(placementId)?.id,
      (await makeOffer(making, elsewhere)).id,
      elsewhere.host,
      elsewhere.site,
      elsewhere.supervisor,
    ],
  );
  // nobody has two places at a time, not within one statement either
  await fresh.owner.query('update placement set is_live = true where id = $1', [rows[0]?.id]);
  const moved = { ...world, placementId: toGlobalId('Placement', rows[0]?.id ?? '') };
  await command(world.person.actor, 'startLearningAgreement', { placementId: moved.placementId });
  expect((await read(world.person.actor, moved)).learningAgreement).toMatchObject({
    state: 'DRAFT',
    plan: { supervisedDays: 20 },
    goals: [
      { number: 2, goal: 'Lead a session.', by: null },
      { number: 13, goal: 'Lead a session.', by: '2027-02-01' },
    ],
    agreed: null,
  });
  expect((await read(world.person.actor, world)).learningAgreement).toMatchObject({ state: 'SHARED' });
});
