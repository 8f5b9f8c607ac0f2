import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Actor, Role } from '../access/actor.ts';
import { makePerson } from '../access/person.factory.ts';
import { buildSchema } from '../graphql/build-schema.ts';
import { londonDate, type Clock } from '../kernel/clock.ts';
import { calendarDate } from '../kernel/calendar-date.ts';
import { fromGlobalId, toGlobalId } from '../kernel/global-id.ts';
import { latestMails } from '../messages/mail.queries.ts';
import { makeOffer, makeRequest, makeSite, type Making } from '../placements/placement.factory.ts';
import { askAs } from '../testing/ask-as.ts';
import { freshDatabase, type FreshDatabase } from '../testing/fresh-database.ts';
import { regionIdIn } from '../testing/region-ids.ts';
import { assessmentsThatWait } from './assessment-due.queries.ts';

const schema = buildSchema();
let now = '2027-02-01T10:00:00Z';
const clock: Clock = { now: () => new Date(now), today: () => londonDate(clock.now()) };
const before: Clock = { now: () => new Date('2026-12-01T10:00:00Z'), today: () => londonDate(before.now()) };
let fresh: FreshDatabase;
let making: Making;
let coordinator: Actor;
let elsewhere: Actor;
beforeAll(async () => {
  fresh = await freshDatabase();
  const { em } = fresh.database.orm;
  coordinator = await makePerson(em, 'COORDINATOR', { regionId: await regionIdIn(fresh.owner, 'Y56') });
  elsewhere = await makePerson(em, 'COORDINATOR', { regionId: await regionIdIn(fresh.owner, 'Y62') });
  making = { em, clock: before, coordinator };
});
afterAll(() => fresh.close());

const ask = async (actor: Actor, source: string, variables: Record<string, unknown> = {}) => {
  const { data, errors } = await askAs({ schema, database: fresh.database, clock }, actor, source, variables);
  expect(errors).toBeUndefined();
  return data as unknown as Record<string, Record<string, never>>;
};
const turnedAway = async (actor: Actor, source: string, variables: Record<string, unknown> = {}) => {
  const { errors } = await askAs({ schema, database: fresh.database, clock }, actor, source, variables);
  return errors?.map(({ originalError }) => originalError);
};
const textOf = (name: string, shown: string): string => {
  const type = `${name[0]?.toUpperCase()}${name.slice(1)}`;
  const argument = name === 'dropCorrection' ? 'ChangeAssessment' : type;
  return `mutation ($input: ${argument}Input!) { answer: ${name}(input: $input) { __typename ${shown} ... on ${type}Refused { refusals { code rule path message help } } } }`;
};
interface Shown {
  readonly id: string;
  readonly version: number;
  readonly state: string;
}
interface Answer {
  readonly assessment?: Shown & Record<string, never>;
  readonly assessor?: { readonly id: string; readonly version: number };
  readonly refusals?: readonly { readonly code: string; readonly rule: string | null; readonly path: string[] }[];
}
const fields = `assessment { id version state outcome submittedOn isBeingCorrected viewerActions nextStep waiting { forWhom } gaps { standard message }
  draft { summary criteria { standard outcome } } versions { number outcome summary reason criteria { standard outcome evidence comment } actions { actionId what byOn doneOn } submittedBy agreedText }
  moderations { state moderatorName outcome reasons settlement } appeals { note answer } }`;
const doneTypes: Readonly<Record<string, string>> = {
  assignAssessment: 'AssessmentAssigned',
  reassignAssessment: 'AssessmentReassigned',
  withdrawAssessment: 'AssessmentWithdrawn',
  saveAssessmentDraft: 'AssessmentDraftSaved',
  submitAssessment: 'AssessmentSubmitted',
  correctAssessment: 'AssessmentCorrectionBegun',
  dropCorrection: 'CorrectionDropped',
  tickAssessmentAction: 'AssessmentActionTicked',
  askModeration: 'ModerationAsked',
  answerModeration: 'ModerationAnswered',
  settleModeration: 'ModerationSettled',
  noteAppeal: 'AppealNoted',
  answerAppeal: 'AppealAnswered',
};
const command = async (actor: Actor, name: string, input: Record<string, unknown>): Promise<Answer> => {
  const done = doneTypes[name];
  const shown = done ? `... on ${done} { ${fields} }` : `... on AssessorAdded { assessor { id version } }`;
  const { answer } = await ask(actor, textOf(name, shown), { input: { idempotencyKey: randomUUID(), ...input } });
  return answer as unknown as Answer;
};
const rulesIn = ({ refusals }: Answer) => refusals?.map(({ rule, code }) => rule ?? code);
const doneIn = (answer: Answer): Shown & Record<string, never> => {
  expect(answer.refusals).toBeUndefined();
  if (!answer.assessment) throw new Error(JSON.stringify(answer));
  return answer.assessment;
};

const emailOf = async ({ personId }: { readonly personId: string | null }): Promise<string> =>
  (await fresh.owner.query<{ email: string }>('select email from person where id = $1', [personId])).rows[0]?.email ??
  '';
const looked = {
  professionCode: 'DT',
  displayName: 'Example Assessor',
  registeredFrom: '2015-01-01',
  hasProceedings: false,
  checkedOn: '2026-12-01',
  seen: 'On the Register.',
};
const makeAssessor = async (hostId: string, more: Record<string, unknown> = {}) => {
  const actor = await makePerson(making.em, 'ASSESSOR');
  const answer = await command(coordinator, 'addAssessor', { hostId, email: await emailOf(actor), ...looked, ...more });
  return { ...actor, assessorId: answer.assessor?.id ?? '' };
};

/** A returner in a placement under way, with everybody who has a side in assessments of it. */
const underWay = async (state = 'STARTED') => {
  const site = await makeSite(making);
  const offer = await makeOffer(making, site);
  const person = await makeRequest(making);
  const staff = (role: Role) => makePerson(making.em, role, role === 'SUPERVISOR' ? {} : { hostId: site.host });
  const supervisor = await staff('SUPERVISOR');
  await fresh.owner.query('update supervisor set person_id = $1 where id = $2', [supervisor.personId, site.supervisor]);
  await fresh.owner.query('update returner set accepts_email = true where id = $1', [person.id]);
  const { rows } = await fresh.owner.query<{ id: string }>(
    `insert into placement (returner_id, request_id, offer_id, host_id, site_id, supervisor_id, seat, state, is_live, is_shown, starts_on, ends_on, weekdays, proposed_on, changed_on)
     values ($1, $2, $3, $4, $5, $6, 1, $7, true, true, '2027-01-04', '2027-03-01', '[1, 2]', '2026-12-01', '2027-01-04') returning id`,
    [person.id, person.request, offer.id, site.host, site.site, site.supervisor, state],
  );
  const member = await staff('ORGANISATION_MEMBER');
  const assessor = await makeAssessor(site.hostId);
  return { ...site, person, supervisor, member, assessor, placementId: toGlobalId('Placement', rows[0]?.id ?? '') };
};
type World = Awaited<ReturnType<typeof underWay>>;

const assign = (world: World, kind = 'FORMATIVE', more: Record<string, unknown> = {}, by: Actor = coordinator) =>
  command(by, 'assignAssessment', {
    placementId: world.placementId,
    kind,
    assessorId: world.assessor.assessorId,
    dueOn: '2027-02-20',
    ...more,
  });
const at = ({ id, version }: Shown) => ({ assessmentId: id, expectedVersion: version });
const standard = (number: number, outcome = 'SHOWN') => ({
  standard: number,
  outcome,
  evidence: 'Seen on a ward round.',
  comment: outcome === 'SHOWN' ? '' : 'More of it.',
});
const agreed = { wordingVersion: 1, declares: true };
const plan = [{ what: 'Lead a visit.', byOn: '2027-02-26' }];
/** Written and submitted by its assessor. */
const submit = async (world: World, assigned: Shown, draft: Record<string, unknown>) => {
  const saved = doneIn(await command(world.assessor, 'saveAssessmentDraft', { ...at(assigned), ...draft }));
  return command(world.assessor, 'submitAssessment', { ...at(saved), ...agreed });
};
const onTrack = { criteria: [standard(1)], outcome: 'ON_TRACK', summary: 'It goes well.' };
const everyStandard = (outcome = 'SHOWN') =>
  Array.from({ length: 15 }, (_, index) => standard(index + 1, index === 3 ? outcome : 'SHOWN'));
const notYet = {
  criteria: everyStandard('NOT_YET_SHOWN'),
  outcome: 'NOT_YET_SHOWN',
  summary: 'Nearly.',
  actions: plan,
};
const readAs = async (actor: Actor, id: string) =>
  (await ask(actor, `query ($id: ID!) { assessment(id: $id) { ${fields.slice('assessment { '.length)} }`, { id }))[
    'assessment'
  ] as unknown as Record<string, never> | null;
const templatesTo = async (actor: Actor) =>
  (await latestMails(fresh.database.orm.em.fork(), await emailOf(actor))).map(({ subject }) => subject);

test('from asking to the result: the draft is the assessor’s alone, what is submitted is the returner’s to read', async () => {
  now = '2027-02-01T10:00:00Z';
  const world = await underWay();
  const assigned = doneIn(await assign(world));
  expect(await templatesTo(world.assessor)).toContain('You are asked to assess somebody');
  const saved = doneIn(
    await command(world.assessor, 'saveAssessmentDraft', { ...at(assigned), criteria: [standard(2), standard(1)] }),
  );
  expect(saved).toMatchObject({ state: 'DRAFTED', draft: { criteria: [{ standard: 1 }, { standard: 2 }] } });
  for (const reader of [world.person.actor, world.supervisor, coordinator, world.member])
    expect(await readAs(reader, assigned.id)).toMatchObject({ state: 'DRAFTED', draft: null, gaps: null });
  const early = await command(world.assessor, 'submitAssessment', { ...at(saved), ...agreed });
  expect(early.refusals?.map(({ path }) => path)).toEqual([['outcome'], ['summary']]);
  const whole = doneIn(
    await command(world.assessor, 'saveAssessmentDraft', {
      ...at(saved),
      outcome: 'NEEDS_SUPPORT',
      summary: 'It goes well, but for one thing.',
      actions: plan,
    }),
  );
  expect(whole['gaps']).toEqual([]);
  expect(
    rulesIn(await command(world.assessor, 'submitAssessment', { ...at(whole), wordingVersion: 1, declares: false })),
  ).toEqual(['NO_CONFLICT_OF_INTEREST']);
  const submitted = doneIn(await command(world.assessor, 'submitAssessment', { ...at(whole), ...agreed }));
  expect(submitted).toMatchObject({ state: 'SUBMITTED', outcome: 'NEEDS_SUPPORT', draft: null });
  expect(await templatesTo(world.person.actor)).toContain('Your assessment is there');
  const read = await readAs(world.person.actor, assigned.id);
  expect(read).toMatchObject({
    outcome: 'NEEDS_SUPPORT',
    viewerActions: ['APPEAL', 'DO_ACTION'],
    waiting: { forWhom: 'You' },
    versions: [
      { number: 1, criteria: [{ standard: 1, evidence: 'Seen on a ward round.' }, {}], actions: [{ doneOn: null }] },
    ],
  });
  expect(JSON.stringify(read)).toContain('nobody certifies that on HCPC’s behalf');
  expect(await readAs(world.supervisor, assigned.id)).toMatchObject({ versions: [{ number: 1 }], appeals: null });
  // the organisation learns that it is there
  expect(await readAs(world.member, assigned.id)).toMatchObject({ state: 'SUBMITTED', outcome: null, versions: null });
  const [version] = (read ? read['versions'] : []) as unknown as { actions: { actionId: string }[] }[];
  const actionId = version?.actions[0]?.actionId;
  const ticked = await command(world.person.actor, 'tickAssessmentAction', {
    assessmentId: assigned.id,
    assessmentActionId: actionId,
    isDone: true,
  });
  expect(doneIn(ticked)).toMatchObject({ versions: [{ actions: [{ doneOn: '2027-02-01' }] }], waiting: null });
  // nor are its programs told how often a draft was saved, or what it says
  const { rows: told } = await fresh.owner.query<{ type: string; facts: object }>(
    'select type, facts from event where subject_id = $1 order by id',
    [fromGlobalId(assigned.id)?.id],
  );
  const days = { startsOn: '2027-02-01', endsOn: '2027-02-20' };
  expect(told).toEqual([
    { type: 'ASSESSMENT_ASSIGNED', facts: { version: 1, state: 'ASSIGNED', ...days } },
    { type: 'ASSESSMENT_DRAFTED', facts: { version: 2, state: 'DRAFTED', ...days } },
    { type: 'ASSESSMENT_SUBMITTED', facts: { version: 4, state: 'SUBMITTED', ...days } },
  ]);
});

test('those whom it is none of the business of see nothing and may do nothing', async () => {
  now = '2027-02-01T10:00:00Z';
  const world = await underWay();
  const assigned = doneIn(await assign(world));
  const other = await makeAssessor(world.hostId);
  const stranger = await underWay();
  for (const actor of [other, stranger.person.actor, stranger.supervisor, stranger.member, elsewhere])
    expect(await readAs(actor, assigned.id)).toBeNull();
  expect(
    await turnedAway(await makePerson(making.em, 'COUNTER_SIGNATORY'), `{ assessments(first: 1) { nodes { id } } }`),
  ).toMatchObject([{ code: 'FORBIDDEN' }]);
  expect(await assign(stranger, 'FORMATIVE', {}, elsewhere)).toMatchObject({ refusals: [{ code: 'NOT_FOUND' }] });
  expect(await assign(stranger, 'FORMATIVE', {}, world.member)).toMatchObject({ refusals: [{ code: 'NOT_FOUND' }] });
  const draft = { ...at(assigned), summary: 'x' };
  expect(rulesIn(await command(other, 'saveAssessmentDraft', draft))).toEqual(['NOT_FOUND']);
  // without the person's agreement the coordinator sees nothing, and the site still its own
  await fresh.owner.query(
    'update returner set shares_with_coordinators = false, coordinators_see_since = null where id = $1',
    [world.person.id],
  );
  expect(await readAs(coordinator, assigned.id)).toBeNull();
  expect(rulesIn(await command(coordinator, 'withdrawAssessment', { ...at(assigned), reason: 'MISTAKE' }))).toEqual([
    'NOT_FOUND',
  ]);
  expect(await readAs(world.member, assigned.id)).toMatchObject({ state: 'ASSIGNED' });
});

test('only somebody eligible is asked, and the reason is named', async () => {
  now = '2027-02-01T10:00:00Z';
  const world = await underWay();
  const rulesFor = async (more: Record<string, unknown>) =>
    rulesIn(await assign(world, 'FINAL', { assessorId: (await makeAssessor(world.hostId, more)).assessorId }));
  expect(await rulesFor({ professionCode: 'OT' })).toEqual(['SAME_PROFESSION']);
  expect(await rulesFor({ registeredUntil: '2027-01-31' })).toEqual(['ON_THE_REGISTER']);
  expect(await rulesFor({ hasProceedings: true })).toEqual(['NO_OPEN_PROCEEDINGS']);
  expect(await rulesFor({ checkedOn: '2026-01-31' })).toEqual(['LOOKED_UP_LATELY']);
  // the supervisor, and the person themself, under another hat
  const addAs = async (actor: Actor) =>
    (await command(coordinator, 'addAssessor', { hostId: world.hostId, email: await emailOf(actor), ...looked }))
      .assessor?.id;
  expect(rulesIn(await assign(world, 'FINAL', { assessorId: await addAs(world.supervisor) }))).toEqual([
    'NOT_THE_SUPERVISOR',
  ]);
  expect(rulesIn(await assign(world, 'FORMATIVE', { assessorId: await addAs(world.person.actor) }))).toEqual([
    'NOBODY_ASSESSES_THEMSELF',
  ]);
  const choices = await ask(
    coordinator,
    `query ($id: ID!) { placement(id: $id) { assessmentsToPlan assessorChoices(kind: FINAL) { assessorId isEligible reasons { key isMet } } } }`,
    { id: world.placementId },
  );
  const { assessmentsToPlan, assessorChoices } = choices['placement'] as unknown as {
    assessmentsToPlan: string[];
    assessorChoices: { assessorId: string; isEligible: boolean }[];
  };
  expect(assessmentsToPlan).toEqual(['INITIAL', 'FORMATIVE', 'FINAL']);
  expect(assessorChoices.find(({ assessorId }) => assessorId === world.assessor.assessorId)?.isEligible).toBe(true);
  expect(assessorChoices.filter(({ isEligible }) => !isEligible).length).toBeGreaterThanOrEqual(6);
});

test('two who plan the same at once: one is asked, and the second learns of it; one key has one effect', async () => {
  now = '2027-02-01T10:00:00Z';
  const world = await underWay();
  const key = randomUUID();
  const answers = await Promise.all([
    assign(world, 'FINAL', { idempotencyKey: key }),
    assign(world, 'FINAL', { idempotencyKey: key }),
    assign(world, 'FINAL', {}, world.member),
  ]);
  const { rows } = await fresh.owner.query<{ n: string }>(
    `select count(*) n from assessment a join placement p on p.id = a.placement_id where p.returner_id = $1`,
    [world.person.id],
  );
  expect(rows[0]?.n).toBe('1');
  expect(answers.filter(({ refusals }) => refusals !== undefined).length).toBeGreaterThanOrEqual(1);
  expect(await assign(world, 'FINAL')).toMatchObject({ refusals: [{ rule: 'ONE_OF_A_KIND' }] });
});

test('what is submitted is never changed: it is corrected beside, in time, and the old version stays', async () => {
  now = '2027-02-01T10:00:00Z';
  const world = await underWay();
  const submitted = doneIn(await submit(world, doneIn(await assign(world)), { ...onTrack, actions: plan }));
  expect(
    rulesIn(await command(world.assessor, 'saveAssessmentDraft', { ...at(submitted), summary: 'Other.' })),
  ).toEqual(['ASSESSMENT_ALLOWS_IT']);
  expect(rulesIn(await command(world.assessor, 'submitAssessment', { ...at(submitted), ...agreed }))).toEqual([
    'ASSESSMENT_ALLOWS_IT',
  ]);
  await expect(
    fresh.database.query({ name: 'change', text: `update assessment_version set summary = 'Other.'`, values: [] }),
  ).rejects.toThrow(/permission denied/);
  const correcting = doneIn(
    await command(world.assessor, 'correctAssessment', { ...at(submitted), reason: 'A standard was missing.' }),
  );
  expect(correcting).toMatchObject({ state: 'SUBMITTED', isBeingCorrected: true, draft: { summary: 'It goes well.' } });
  expect(
    rulesIn(await command(coordinator, 'askModeration', { ...at(correcting), assessorId: 'x', reason: 'x' })),
  ).toEqual(['ONE_MODERATION_AT_A_TIME']);
  const corrected = doneIn(await submit(world, correcting, { criteria: [standard(3)] }));
  expect(corrected).toMatchObject({
    versions: [{ number: 2, reason: 'A standard was missing.', criteria: [{}, { standard: 3 }] }, { number: 1 }],
  });
  now = '2027-02-16T10:00:00Z';
  expect(rulesIn(await command(world.assessor, 'correctAssessment', { ...at(corrected), reason: 'Late.' }))).toEqual([
    'CORRECTION_IN_TIME',
  ]);
  // somebody who read an older version is told so
  expect(rulesIn(await command(world.person.actor, 'noteAppeal', { ...at(submitted), note: 'No.' }))).toEqual([
    'CONFLICT',
  ]);
});

test('a second assessor who differs brings it to the coordinator, who has it corrected', async () => {
  now = '2027-02-01T10:00:00Z';
  const world = await underWay();
  const second = await makeAssessor(world.hostId);
  const submitted = doneIn(await submit(world, doneIn(await assign(world, 'FINAL')), notYet));
  const askFor = (assessorId: string) =>
    command(coordinator, 'askModeration', { ...at(submitted), assessorId, reason: 'The returner asked for it.' });
  expect(rulesIn(await askFor(world.assessor.assessorId))).toEqual(['SECOND_PAIR_OF_EYES']);
  const asked = doneIn(await askFor(second.assessorId));
  expect(await readAs(second, asked.id)).toMatchObject({ viewerActions: ['MODERATE'], versions: [{}], draft: null });
  expect(
    rulesIn(await command(world.assessor, 'answerModeration', { ...at(asked), agrees: true, reasons: 'Mine.' })),
  ).toEqual(['ASSESSMENT_ALLOWS_IT']);
  const differing = { ...at(asked), agrees: false, reasons: 'Standard 4 was shown on the ward.' };
  expect(rulesIn(await command(second, 'answerModeration', differing))).toEqual(['SECOND_VIEW_IS_NAMED']);
  const answered = doneIn(await command(second, 'answerModeration', { ...differing, outcome: 'SHOWN_AS_EXPECTED' }));
  expect(answered).toMatchObject({ moderations: [{ state: 'DIFFERS', outcome: 'SHOWN_AS_EXPECTED' }] });
  expect(await templatesTo(coordinator)).toContain('Two assessors do not agree');
  expect(rulesIn(await assign(world, 'REASSESSMENT'))).toEqual(['MODERATION_COMES_FIRST']);
  now = '2027-03-15T10:00:00Z';
  const settled = doneIn(
    await command(coordinator, 'settleModeration', { ...at(answered), settlement: 'CORRECT', reason: 'I agree.' }),
  );
  expect(await readAs(world.person.actor, settled.id)).toMatchObject({ moderations: [{ settlement: 'CORRECT' }] });
  // asked to by a coordinator, it may be corrected after the time for it
  const correcting = doneIn(
    await command(world.assessor, 'correctAssessment', { ...at(settled), reason: 'Standard 4 was shown.' }),
  );
  const corrected = doneIn(
    await submit(world, correcting, { criteria: [standard(4)], outcome: 'SHOWN_AS_EXPECTED', actions: [] }),
  );
  expect(corrected).toMatchObject({ outcome: 'SHOWN_AS_EXPECTED', versions: [{ number: 2 }, { number: 1 }] });
});

test('a returner notes an appeal in time, once at a time, and reads the answer', async () => {
  now = '2027-02-01T10:00:00Z';
  const world = await underWay();
  const submitted = doneIn(await submit(world, doneIn(await assign(world, 'FINAL')), notYet));
  const noted = doneIn(
    await command(world.person.actor, 'noteAppeal', { ...at(submitted), note: 'Standard 4 was shown.' }),
  );
  expect(noted).toMatchObject({ appeals: [{ note: 'Standard 4 was shown.', answer: null }] });
  expect(await templatesTo(coordinator)).toContain('Somebody does not agree with an assessment');
  expect(rulesIn(await command(world.person.actor, 'noteAppeal', { ...at(noted), note: 'Again.' }))).toEqual([
    'ONE_APPEAL_AT_A_TIME',
  ]);
  expect(await readAs(world.supervisor, noted.id)).toMatchObject({ appeals: null });
  const answered = doneIn(
    await command(coordinator, 'answerAppeal', { ...at(noted), answer: 'A second assessor will look.' }),
  );
  expect(await readAs(world.person.actor, answered.id)).toMatchObject({
    appeals: [{ answer: 'A second assessor will look.' }],
  });
  now = '2027-03-02T10:00:00Z';
  expect(rulesIn(await command(world.person.actor, 'noteAppeal', { ...at(answered), note: 'Late.' }))).toEqual([
    'APPEAL_IN_TIME',
  ]);
});

test('a reassessment looks at what was not shown, and the third is one too many', async () => {
  now = '2027-02-01T10:00:00Z';
  const world = await underWay();
  const rulesAfter = async () => rulesIn(await assign(world, 'REASSESSMENT'));
  expect(await rulesAfter()).toEqual(['REASSESSMENT_FOLLOWS']);
  doneIn(await submit(world, doneIn(await assign(world, 'FINAL')), notYet));
  for (const day of ['02', '03']) {
    now = `2027-02-${day}T10:00:00Z`;
    const again = doneIn(await assign(world, 'REASSESSMENT'));
    const refused = await command(world.assessor, 'saveAssessmentDraft', { ...at(again), criteria: [standard(5)] });
    expect(refused).toMatchObject({ refusals: [{ path: ['criteria'] }] });
    doneIn(await submit(world, again, { ...notYet, criteria: [standard(4, 'NOT_YET_SHOWN')] }));
  }
  expect(await rulesAfter()).toEqual(['REASSESSMENTS_AT_MOST']);
});

test('another assessor begins anew; the first one sees it no more, and what is late is listed', async () => {
  now = '2027-02-01T10:00:00Z';
  const world = await underWay();
  const assigned = doneIn(await assign(world));
  const saved = doneIn(await command(world.assessor, 'saveAssessmentDraft', { ...at(assigned), summary: 'Begun.' }));
  const other = await makeAssessor(world.hostId);
  const toDo = async (actor: Actor) =>
    (await ask(actor, `{ assessmentsToDo { assessmentId task isLate } }`))['assessmentsToDo'];
  now = '2027-02-21T10:00:00Z';
  expect(await toDo(world.assessor)).toEqual([{ assessmentId: assigned.id, task: 'GO_ON', isLate: true }]);
  const late = await ask(coordinator, `{ assessments(first: 50, filter: { isLate: true }) { nodes { id } } }`);
  expect(JSON.stringify(late)).toContain(assigned.id);
  const moved = doneIn(
    await command(world.member, 'reassignAssessment', {
      ...at(saved),
      assessorId: other.assessorId,
      dueOn: '2027-02-28',
    }),
  );
  expect(moved).toMatchObject({ state: 'ASSIGNED' });
  expect(await readAs(world.assessor, assigned.id)).toBeNull();
  expect(await toDo(world.assessor)).toEqual([]);
  expect(await toDo(other)).toEqual([{ assessmentId: assigned.id, task: 'BEGIN', isLate: false }]);
  const gone = doneIn(await command(coordinator, 'withdrawAssessment', { ...at(moved), reason: 'NOT_NEEDED' }));
  expect(gone).toMatchObject({ state: 'WITHDRAWN' });
  expect(rulesIn(await command(other, 'saveAssessmentDraft', { ...at(gone), summary: 'x' }))).toEqual([
    'ASSESSMENT_ALLOWS_IT',
  ]);
});

test('assessors are reminded a week before, coordinators once it is late, and of a note that waits; once each', async () => {
  now = '2027-02-01T10:00:00Z';
  const world = await underWay();
  const assigned = doneIn(await assign(world));
  const id = fromGlobalId(assigned.id)?.id;
  const waitsOn = async (day: string) =>
    (await assessmentsThatWait.find(fresh.database.orm.em.fork(), calendarDate(day)))
      .filter(({ subjectId }) => subjectId === id)
      .map(({ kind, to }) => [kind, 'personId' in to ? to.personId : null]);
  expect(await waitsOn('2027-02-12')).toEqual([]);
  expect(await waitsOn('2027-02-13')).toEqual([['ASSESSMENT_DUE', world.assessor.personId]]);
  const late = await waitsOn('2027-02-21');
  expect(late).toContainEqual(['ASSESSMENT_IS_LATE', coordinator.personId]);
  expect(late).toHaveLength(2);
  now = '2027-02-20T10:00:00Z';
  const submitted = doneIn(await submit(world, assigned, onTrack));
  expect(await waitsOn('2027-02-21')).toEqual([]);
  now = '2027-02-22T10:00:00Z';
  doneIn(await command(world.person.actor, 'noteAppeal', { ...at(submitted), note: 'Not so.' }));
  expect(await waitsOn('2027-03-08')).toEqual([]);
  expect(await waitsOn('2027-03-09')).toEqual([['APPEAL_WAITS', coordinator.personId]]);
  const monday = await ask(coordinator, '{ monday { items { kind subjectId } } }');
  expect(JSON.stringify(monday)).toContain(JSON.stringify({ kind: 'ASSESSMENT_DISPUTED', subjectId: assigned.id }));
});

test('after a move what nobody submitted is offered at the new site, and withdrawn where it was once planned there', async () => {
  now = '2027-02-01T10:00:00Z';
  const world = await underWay();
  const known = doneIn(await assign(world));
  const next = await underWay();
  const ids = [next, world].map(({ placementId }) => fromGlobalId(placementId)?.id);
  await fresh.owner.query(
    `update placement set state = 'MOVED', state_before_move = 'STARTED', ended_by = 'COORDINATOR', is_live = false where id = $1`,
    ids.slice(1),
  );
  await fresh.owner.query('update placement set moved_from_id = $2 where id = $1', ids);
  const offered = async () => {
    const { placement } = await ask(
      coordinator,
      'query ($id: ID!) { placement(id: $id) { assessmentsBeforeMove { id kind } } }',
      {
        id: next.placementId,
      },
    );
    return (placement as unknown as { assessmentsBeforeMove: readonly unknown[] }).assessmentsBeforeMove;
  };
  expect(await offered()).toEqual([{ id: known.id, kind: 'FORMATIVE' }]);
  expect(doneIn(await assign(next))).toMatchObject({ state: 'ASSIGNED' });
  expect(await offered()).toEqual([]);
  expect(await readAs(coordinator, known.id)).toMatchObject({ state: 'WITHDRAWN' });
  expect(await templatesTo(world.assessor)).toContain('An assessment does not wait for you any more');
});
