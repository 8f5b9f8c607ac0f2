import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { anonymous } from '../access/actor.ts';
import { makePerson } from '../access/person.factory.ts';
import { fromGlobalId, toGlobalId } from '../kernel/global-id.ts';
import { freshDatabase, type FreshDatabase } from '../testing/fresh-database.ts';
import { confirming, makeSignOffWorld, shownIn, signOffFields, type SignOffWorld } from '../testing/sign-off-world.ts';
import { lookAtSupervisors } from './look-at-supervisors.job.ts';

// Who may sign what, row by row of the decision table, and what is thrown at a signature: each as it is answered through the API.
// Placements begin on 4 January 2027; today is 1 February 2027 unless a test moves the clock.

let fresh: FreshDatabase;
let api: SignOffWorld;
beforeAll(async () => {
  fresh = await freshDatabase();
  api = await makeSignOffWorld(fresh);
}, 60_000);
afterAll(() => fresh.close());
beforeEach(() => {
  api.time.at = '2027-02-01T10:00:00Z';
});

type World = Awaited<ReturnType<SignOffWorld['underWay']>>;
const change = ({ supervisorId }: Pick<World, 'supervisorId'>, set: string) =>
  fresh.owner.query(`update supervisor set ${set} where id = $1`, [fromGlobalId(supervisorId)?.id]);
const rulesOf = (answer: unknown): readonly string[] =>
  ((answer as { refusals?: readonly { rule: string }[] }).refusals ?? []).map(({ rule }) => rule);
const mailsTo = async (personId: string | null) => {
  const { rows } = await fresh.owner.query<{ template: string }>(
    `select template from outgoing_mail where person_id = $1 and template like 'supervision-frozen%' order by id desc`,
    [personId],
  );
  return rows.map(({ template }) => template);
};
const proceedings = (kind: string, from: string, until: string | null) =>
  `proceedings = '${JSON.stringify([{ kind, from, until }])}'`;
const registered = (...spans: readonly (readonly [from: string, until: string | null])[]) =>
  `registered = '${JSON.stringify(spans.map(([from, until]) => ({ from, until })))}'`;

describe('asking for a signature', () => {
  const oldCaution = proceedings('CAUTION', '2018-01-01', '2021-01-01');
  test.each<[row: string, set: string, rules: readonly string[]]>([
    ['29: registered for 2 years and 11 months', registered(['2024-02-04', null]), ['SUPERVISOR_THREE_YEARS']],
    ['30: registered for exactly 3 years', registered(['2024-01-04', null]), []],
    [
      '31: a gap inside the last 3 years',
      registered(['2010-01-01', '2023-12-31'], ['2024-02-01', null]),
      ['SUPERVISOR_NO_GAP'],
    ],
    [
      '32: of another profession',
      `profession_id = (select id from profession where code = 'OT')`,
      ['SUPERVISOR_SAME_PROFESSION'],
    ],
    ...['OPEN_CASE', 'CAUTION', 'CONDITIONS'].map((kind): [string, string, string[]] => [
      `33: ${kind}`,
      proceedings(kind, '2026-01-01', null),
      ['SUPERVISOR_NO_PROCEEDINGS'],
    ]),
    ['34: an old sanction', oldCaution, ['SUPERVISOR_OLD_SANCTION']],
    ['34: an old sanction, after HCPC’s advice', `${oldCaution}, advice_recorded_on = '2026-11-01'`, []],
  ])('%s', async (_row, set, rules) => {
    const world = await api.underWay(['2027-01-05']);
    await change(world, set);
    expect(rulesOf(await api.askFor(world))).toEqual(rules);
  });

  test('35: sanctioned during a placement: no new day, no signature, all are told once, and another one stands in', async () => {
    await lookAtSupervisors(api.making.em, api.clock);
    const told = (await mailsTo(api.making.coordinator.personId)).length;
    const world = await api.underWay(['2027-01-05', '2027-01-19']);
    await change(world, proceedings('CONDITIONS', '2027-01-20', null));
    await fresh.owner.query('update returner set accepts_email = true where id = $1', [world.person.id]);
    const read = '{ monday { items { kind subjectId reason } } }';
    const onMonday = async () =>
      (
        (await api.ask(api.making.coordinator, read))['monday'] as unknown as {
          items: readonly { kind: string; subjectId: string }[];
        }
      ).items.some(({ kind, subjectId }) => kind === 'SUPERVISION_FROZEN' && subjectId === world.placementId);
    expect(rulesOf(await api.logDay(world.person, '2027-01-20'))).toEqual(['SUPERVISION_FROZEN']);
    expect(rulesOf(await api.logDay(world.person, '2027-01-18'))).toEqual([]);
    expect(await api.logDay(world.person, '2027-01-20', 'FORMAL')).toHaveProperty('loggedDay');
    expect(rulesOf(await api.askFor(world))).toEqual(['SUPERVISION_FROZEN']);
    // a day before is not moved behind the freeze
    const day = (await api.logDay(world.person, '2027-01-12'))['loggedDay'] as unknown as { id: string };
    const moved = { loggedDayId: day.id, expectedVersion: 1, onDate: '2027-01-21', kind: 'SUPERVISED', minutes: 420 };
    expect(rulesOf(await api.command(world.person.actor, 'editLoggedDay', moved))).toEqual(['SUPERVISION_FROZEN']);

    for (let n = 0; n < 2; n++) await lookAtSupervisors(api.making.em, api.clock);
    expect(await mailsTo(api.making.coordinator.personId)).toHaveLength(told + 1);
    expect(await mailsTo(world.person.actor.personId)).toEqual(['supervision-frozen-for-you']);
    expect(await onMonday()).toBe(true);

    const supervisorId = await api.anotherSupervisor(world);
    const standIn = { placementId: world.placementId, supervisorId, from: '2027-01-20' };
    const shown = '... on StandInNamed { placement { standIns { supervisorName from } } }';
    expect(await api.command(world.supervisor, 'nameStandIn', standIn, shown).catch(() => 'turned away')).toBe(
      'turned away',
    );
    expect(await api.command(world.member, 'nameStandIn', standIn, shown)).toMatchObject({
      placement: { standIns: [{ supervisorName: 'Another Example Supervisor', from: '2027-01-20' }] },
    });
    expect(rulesOf(await api.command(world.member, 'nameStandIn', standIn, shown))).toEqual(['STAND_IN_IS_ANOTHER']);
    // whoever stands in sees whom they stand in for, and nobody else does
    const person = await makePerson(api.making.em, 'SUPERVISOR');
    await fresh.owner.query('update supervisor set person_id = $1 where id = $2', [
      person.personId,
      fromGlobalId(standIn.supervisorId)?.id,
    ]);
    const list = '{ placements(first: 5) { nodes { id describedAs } } }';
    expect(await api.ask(person, list)).toEqual({
      placements: { nodes: [{ id: world.placementId, describedAs: 'returning to dietetics' }] },
    });
    expect(await api.ask(await makePerson(api.making.em, 'SUPERVISOR'), list)).toEqual({ placements: { nodes: [] } });
    expect(await onMonday()).toBe(false);
    expect(await api.logDay(world.person, '2027-01-20')).toHaveProperty('loggedDay');
    // each signs their own: the days of both are not asked about at once
    expect(rulesOf(await api.askFor(world))).toEqual(['EACH_SIGNS_OWN_DAYS']);
    expect(shownIn(await api.askFor(world, '2027-01-20'))).toMatchObject({
      supervisorName: 'Another Example Supervisor',
      days: [{ onDate: '2027-01-20' }],
    });
  });

  test('36: of two supervisors at two sites, each is asked about and signs the days of their own', async () => {
    const first = await api.underWay(['2027-01-05'], { endsOn: '2027-01-15' });
    const second = await api.underWay(['2027-01-19'], {
      person: first.person,
      startsOn: '2027-01-18',
      endsOn: '2027-01-29',
    });
    const asked = shownIn(await api.askFor(first));
    expect(asked).toMatchObject({ days: [{ onDate: '2027-01-05' }] });
    const other = shownIn(await api.askFor(second));
    expect(other).toMatchObject({ days: [{ onDate: '2027-01-19' }] });
    const settle = (world: World, { id, days }: typeof asked) =>
      api.command(world.supervisor, 'settleSignOff', { signOffId: id, expectedVersion: 1, ...confirming({ days }) });
    expect(await settle(second, asked)).toMatchObject({ refusals: [{ code: 'NOT_FOUND' }] });
    expect(await settle(first, asked)).toMatchObject({ __typename: 'SignOffSettled' });
    expect(await settle(second, other)).toMatchObject({ __typename: 'SignOffSettled' });
    expect(await api.meterOf(first)).toMatchObject({ provisionalMinutes: 840, unsignedMinutes: 0 });
  });

  test('37: a task outside the supervisor’s scope is not for them to sign', async () => {
    const world = await api.underWay(['2027-01-05']);
    await change(world, `scope = '["Home visits"]'`);
    const ask = (activities: readonly string[]) => api.askFor(world, undefined, undefined, { activities });
    expect(rulesOf(await ask(['Home visits', 'Hand splinting']))).toEqual(['SUPERVISOR_SCOPE']);
    const asked = shownIn(await ask(['Home visits']));
    // what they supervise is put right before they sign
    await change(world, `scope = '["Clinics"]'`);
    const settle = { signOffId: asked.id, expectedVersion: 1, ...confirming(asked) };
    expect(rulesOf(await api.command(world.supervisor, 'settleSignOff', settle))).toEqual(['SUPERVISOR_SCOPE']);
    const supervisorId = await api.anotherSupervisor(world);
    const pass = { signOffId: asked.id, expectedVersion: 1, supervisorId };
    expect(rulesOf(await api.command(world.member, 'passOnSignOff', pass))).toEqual(['SUPERVISOR_SCOPE']);
  });
});

/** Everything that a signature leaves behind, so that nothing is the same as nothing. */
const traces = async (): Promise<unknown> =>
  (
    await fresh.owner.query(
      `select (select json_agg(o order by o.id) from sign_off o) a, (select json_agg(s order by s.id) from sign_off_day s) b,
        (select count(*) from signed_day) c, (select count(*) from outgoing_mail) d`,
    )
  ).rows;

describe('a signature', () => {
  const asked = async (dates: readonly string[] = ['2027-01-05']) => {
    const world = await api.underWay(dates);
    const email = await api.confirmAddress(world);
    const signOff = shownIn(await api.askFor(world));
    const token = await api.tokenIn(email);
    const sheet = await api.sheetOf(token);
    if (!sheet) throw new Error('The link works.');
    return { world, email, signOff, token, sheet };
  };

  test('by a forged link is refused, and leaves no trace', async () => {
    const { sheet } = await asked();
    const before = await traces();
    for (const token of ['forged', randomUUID(), 'A'.repeat(43), ''])
      expect(rulesOf(await api.byLink(token, confirming(sheet)))).toEqual(['LINK_WORKS_ONCE']);
    expect(await traces()).toEqual(before);
  });

  test('by a link that has ended is refused; a new one goes to the confirmed address, once a day', async () => {
    const { world, email, sheet, token } = await asked();
    const renew = (old: string) =>
      api.command(anonymous, 'renewSignOffLink', { token: old }, '... on SignOffLinkRenewed { linkSentOn }');
    expect(rulesOf(await renew(token))).toEqual(['LINK_STILL_WORKS']);
    expect(rulesOf(await renew('forged'))).toEqual(['LINK_WORKS_ONCE']);
    api.time.at = '2027-02-08T10:00:01Z';
    const before = await traces();
    expect(rulesOf(await api.byLink(token, confirming(sheet)))).toEqual(['LINK_WORKS_ONCE']);
    expect(await traces()).toEqual(before);
    expect(await renew(token)).toMatchObject({ linkSentOn: '2027-02-08' });
    expect(rulesOf(await renew(token))).toEqual(['LINK_WORKS_ONCE']);
    const newer = await api.tokenIn(email);
    expect(newer).not.toBe(token);
    expect(await api.byLink(newer, confirming(sheet))).toMatchObject({ state: 'SIGNED' });
    expect(await api.meterOf(world)).toMatchObject({ signedMinutes: 420 });
  });

  test('by a link that was used is refused; the same request sent again has one effect', async () => {
    const { sheet, token } = await asked();
    const idempotencyKey = randomUUID();
    const sent = () => api.byLink(token, confirming(sheet), { idempotencyKey });
    expect(await sent()).toMatchObject({ state: 'SIGNED' });
    const before = await traces();
    expect(await sent()).toMatchObject({ state: 'SIGNED' });
    expect(rulesOf(await api.byLink(token, confirming(sheet)))).toEqual(['LINK_WORKS_ONCE']);
    expect(await traces()).toEqual(before);
  });

  test('under own hours is refused, by account and by address', async () => {
    const { world, sheet, token } = await asked();
    await fresh.owner.query(
      `update supervisor_address set email = (select email from person where id = $1) where supervisor_id = $2`,
      [world.person.actor.personId, fromGlobalId(world.supervisorId)?.id],
    );
    const before = await traces();
    expect(rulesOf(await api.byLink(token, confirming(sheet)))).toEqual(['NOBODY_SIGNS_OWN_HOURS']);
    expect(rulesOf(await api.askFor(world, '2027-01-06'))).not.toEqual([]);
    expect(await traces()).toEqual(before);
  });

  test('twice at the same moment, by the link and signed in, is given once', async () => {
    const { world, signOff, sheet, token } = await asked();
    const settle = { signOffId: signOff.id, expectedVersion: signOff.version, ...confirming(sheet) };
    const answers = await Promise.all([
      ...Array.from({ length: 4 }, () => api.byLink(token, confirming(sheet))),
      ...Array.from({ length: 4 }, () => api.command(world.supervisor, 'settleSignOff', settle)),
    ]);
    expect(answers.filter((answer) => !('refusals' in answer))).toHaveLength(1);
    const { rows } = await fresh.owner.query(
      `select count(*)::int from audit_entry where action = 'settleSignOff' and subject_id = $1`,
      [fromGlobalId(signOff.id)?.id],
    );
    expect(rows).toEqual([{ count: 1 }]);
    // who comes first signs: by the link from the confirmed address, or signed in with one that nobody has confirmed yet
    const meter = await api.meterOf(world);
    expect([
      { signedMinutes: 420, provisionalMinutes: 0, waitingMinutes: 0, unsignedMinutes: 0 },
      { signedMinutes: 0, provisionalMinutes: 420, waitingMinutes: 0, unsignedMinutes: 0 },
    ]).toContainEqual(meter);
  });

  test('stands over edits: the day is locked, a correction is a new entry, and history says what was signed', async () => {
    const { world, sheet, token } = await asked();
    await api.byLink(token, confirming(sheet));
    const loggedDayId = sheet.days[0]?.loggedDayId;
    const edit = { loggedDayId, expectedVersion: 1, onDate: '2027-01-05', kind: 'SUPERVISED', minutes: 480 };
    expect(rulesOf(await api.command(world.person.actor, 'editLoggedDay', edit))).toEqual(['SIGNED_DAY_IS_LOCKED']);
    const remove = { loggedDayId, expectedVersion: 1 };
    expect(rulesOf(await api.command(world.person.actor, 'removeLoggedDay', remove))).toEqual(['SIGNED_DAY_IS_LOCKED']);
    const more = { returnerId: world.person.returnerId, onDate: '2027-01-05', kind: 'SUPERVISED', minutes: 60 };
    expect(await api.command(world.person.actor, 'logDay', more)).toMatchObject({ __typename: 'DayLogged' });
    expect(await api.meterOf(world)).toMatchObject({ signedMinutes: 420, unsignedMinutes: 60 });
  });

  test('is for days as they were seen: one that changed in another tab is not signed', async () => {
    const { world, sheet, token } = await asked(['2027-01-05', '2027-01-06']);
    const remove = { loggedDayId: sheet.days[0]?.loggedDayId, expectedVersion: 1 };
    await api.command(world.person.actor, 'removeLoggedDay', remove);
    const before = await traces();
    expect(rulesOf(await api.byLink(token, confirming(sheet)))).toEqual(['DAYS_ARE_AS_SEEN']);
    expect(await traces()).toEqual(before);
  });

  test('holds when the clock jumps back: no link lives longer, no day of the future is signed, none is asked about twice', async () => {
    const { world, sheet, token } = await asked();
    api.time.at = '2027-01-04T10:00:00Z';
    // the day that was logged has not come by this clock
    expect(rulesOf(await api.byLink(token, confirming(sheet)))).toEqual(['NOT_IN_THE_FUTURE']);
    expect(await api.askFor(world)).toMatchObject({ refusals: [{ code: 'VALUE_INVALID' }] });
    api.time.at = '2027-02-20T10:00:00Z';
    expect(await api.sheetOf(token)).toBeNull();
    api.time.at = '2027-02-01T10:00:00Z';
    expect(await api.byLink(token, confirming(sheet))).toMatchObject({ state: 'SIGNED' });
    api.time.at = '2027-01-04T10:00:00Z';
    expect(rulesOf(await api.byLink(token, confirming(sheet)))).toEqual(['LINK_WORKS_ONCE']);
  });

  test('for somebody else’s list shows nothing: supervisors, sites and regions see their own alone', async () => {
    const { world, signOff } = await asked();
    const other = await api.underWay(['2027-01-05']);
    const read = '{ signOffs(first: 50) { nodes { id } } }';
    const seenBy = async (actor: Parameters<SignOffWorld['ask']>[0]) =>
      JSON.stringify(await api.ask(actor, read)).includes(signOff.id);
    expect(await seenBy(world.supervisor)).toBe(true);
    expect(await seenBy(world.member)).toBe(true);
    expect(await seenBy(world.person.actor)).toBe(true);
    expect(await seenBy(other.supervisor)).toBe(false);
    expect(await seenBy(other.member)).toBe(false);
    expect(await seenBy(other.person.actor)).toBe(false);
    const foreign = { signOffId: signOff.id, expectedVersion: 1, supervisorId: toGlobalId('Supervisor', randomUUID()) };
    expect(
      await api.command(other.member, 'passOnSignOff', foreign, `... on SignOffPassedOn { ${signOffFields} }`),
    ).toMatchObject({
      refusals: [{ code: 'NOT_FOUND' }],
    });
  });
});

test('a supervisor sees their own record: whether they may supervise, until when, and where links go', async () => {
  const world = await api.underWay([]);
  const email = await api.confirmAddress(world);
  const read = '{ viewer { supervisors { signOffAddress checkAgainBy eligibility { isEligible } host { name } } } }';
  expect(await api.ask(world.supervisor, read)).toMatchObject({
    viewer: { supervisors: [{ signOffAddress: email, eligibility: { isEligible: true } }] },
  });
  expect(await api.ask(world.person.actor, read)).toMatchObject({ viewer: { supervisors: [] } });
});
