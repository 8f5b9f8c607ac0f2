import { afterAll, beforeAll, expect, test } from 'vitest';
import { anonymous } from '../access/actor.ts';
import { fromGlobalId, toGlobalId } from '../kernel/global-id.ts';
import { freshDatabase, type FreshDatabase } from '../testing/fresh-database.ts';
import { confirming, makeSignOffWorld, shownIn, signOffFields, type SignOffWorld } from '../testing/sign-off-world.ts';

let fresh: FreshDatabase;
let api: SignOffWorld;
beforeAll(async () => {
  fresh = await freshDatabase();
  api = await makeSignOffWorld(fresh);
});
afterAll(() => fresh.close());

test('a link goes to a confirmed address alone, shows the days, signs them once and locks them', async () => {
  const world = await api.underWay(['2027-01-05', '2027-01-06']);
  const asked = shownIn(await api.askFor(world));
  expect(asked).toMatchObject({ state: 'ASKED', linkSentOn: null, viewerActions: ['WITHDRAW'], days: [{}, {}] });
  expect(await api.meterOf(world)).toEqual({
    signedMinutes: 0,
    provisionalMinutes: 0,
    waitingMinutes: 840,
    unsignedMinutes: 0,
  });
  // the same days are not asked about twice
  expect(await api.askFor(world)).toMatchObject({ refusals: [{ rule: 'SPAN_HAS_UNSIGNED_DAYS' }] });

  // the organisation says which address is the supervisor's: what waits is sent
  const email = await api.confirmAddress(world);
  const token = await api.tokenIn(email);
  const kept = await fresh.owner.query('select token_hash from sign_off where id = $1', [fromGlobalId(asked.id)?.id]);
  expect(JSON.stringify(kept.rows)).not.toContain(token);
  const sheet = await api.sheetOf(token);
  if (!sheet) throw new Error('The link works.');
  expect(sheet).toMatchObject({ days: [{ onDate: '2027-01-05' }, { onDate: '2027-01-06' }] });
  expect(await api.sheetOf('forged')).toBeNull();
  expect(await api.byLink('forged', confirming(sheet))).toMatchObject({ refusals: [{ rule: 'LINK_WORKS_ONCE' }] });

  // another tab: the returner corrects a day while the supervisor reads it
  const [day] = sheet.days;
  const edited = {
    loggedDayId: day?.loggedDayId,
    expectedVersion: 1,
    onDate: '2027-01-05',
    kind: 'SUPERVISED',
    minutes: 400,
  };
  expect(await api.command(world.person.actor, 'editLoggedDay', edited, '')).toMatchObject({
    __typename: 'LoggedDayEdited',
  });
  expect(await api.byLink(token, confirming(sheet))).toMatchObject({ refusals: [{ rule: 'DAYS_ARE_AS_SEEN' }] });

  const again = await api.sheetOf(token);
  if (!again) throw new Error('A refusal does not use the link up.');
  expect(await api.byLink(token, confirming(again, 'It was half a day.'))).toMatchObject({ state: 'PARTLY_SIGNED' });
  expect(await api.byLink(token, confirming(again))).toMatchObject({ refusals: [{ rule: 'LINK_WORKS_ONCE' }] });
  expect(await api.sheetOf(token)).toBeNull();
  expect(await api.meterOf(world)).toEqual({
    signedMinutes: 420,
    provisionalMinutes: 0,
    waitingMinutes: 0,
    unsignedMinutes: 400,
  });
  const read = `query ($id: ID!) { signOff(id: $id) { signedBy isProvisional agreedText days { state comment } } }`;
  expect(await api.ask(world.person.actor, read, { id: asked.id })).toMatchObject({
    signOff: {
      isProvisional: false,
      agreedText: expect.stringContaining('only HCPC decides') as unknown,
      days: [{ state: 'SENT_BACK', comment: 'It was half a day.' }, { state: 'SIGNED' }],
    },
  });

  // signed lines are locked, those sent back are not
  const locked = { loggedDayId: again.days[1]?.loggedDayId, expectedVersion: 1 };
  for (const [name, more] of [
    ['editLoggedDay', { onDate: '2027-01-06', kind: 'SUPERVISED', minutes: 10 }],
    ['removeLoggedDay', {}],
  ] as const)
    expect(await api.command(world.person.actor, name, { ...locked, ...more }, '')).toMatchObject({
      refusals: [{ rule: 'SIGNED_DAY_IS_LOCKED' }],
    });

  // whoever is named is told, and may say that it was not them
  const notMe = await api.tokenIn(email);
  expect(notMe).not.toBe(token);
  const disown = { token: notMe };
  expect(await api.command(anonymous, 'disownSignature', disown, '... on SignatureDisowned { state }')).toMatchObject({
    state: 'TAKEN_BACK',
  });
  expect(await api.command(anonymous, 'disownSignature', disown, '')).toMatchObject({
    refusals: [{ code: 'NOT_FOUND' }],
  });
  expect(await api.meterOf(world)).toMatchObject({ signedMinutes: 0, unsignedMinutes: 820 });
  expect(await api.command(world.person.actor, 'removeLoggedDay', locked, '')).toMatchObject({
    __typename: 'LoggedDayRemoved',
  });
});

test('a link ends after seven days, and when the returner reminds or takes the question back', async () => {
  const world = await api.underWay(['2027-01-05']);
  const email = await api.confirmAddress(world);
  const asked = shownIn(await api.askFor(world));
  const old = await api.tokenIn(email);
  const change = (name: string, version: number) =>
    api.command(world.person.actor, name, { signOffId: asked.id, expectedVersion: version }, '');
  expect(await change('nudgeSignOff', 1)).toMatchObject({ refusals: [{ rule: 'NUDGE_EVERY_THREE_DAYS' }] });
  api.time.at = '2027-02-04T10:00:00Z';
  expect(await change('nudgeSignOff', 1)).toMatchObject({ __typename: 'SignOffNudged' });
  expect(await change('nudgeSignOff', 1)).toMatchObject({ refusals: [{ code: 'CONFLICT' }] });
  const fresher = await api.tokenIn(email);
  expect(await api.sheetOf(old)).toBeNull();
  const sheet = await api.sheetOf(fresher);
  if (!sheet) throw new Error('The new link works.');
  api.time.at = '2027-02-11T10:00:01Z';
  expect(await api.sheetOf(fresher)).toBeNull();
  expect(await api.byLink(fresher, confirming(sheet))).toMatchObject({ refusals: [{ rule: 'LINK_WORKS_ONCE' }] });
  api.time.at = '2027-02-05T10:00:00Z';
  expect(await change('withdrawSignOff', 2)).toMatchObject({ __typename: 'SignOffWithdrawn' });
  expect(await api.sheetOf(fresher)).toBeNull();
  expect(await api.meterOf(world)).toMatchObject({ waitingMinutes: 0, unsignedMinutes: 420 });
});

test('signed in, a signature is provisional until the address is confirmed', async () => {
  const world = await api.underWay(['2027-01-05']);
  const other = await api.underWay(['2027-01-06']);
  const asked = shownIn(await api.askFor(world));
  const toDo = `{ signOffsToDo { signOffId days minutes isBlocked } }`;
  expect(await api.ask(world.supervisor, toDo)).toEqual({
    signOffsToDo: [{ signOffId: asked.id, days: 1, minutes: 420, isBlocked: false }],
  });
  const settle = { signOffId: asked.id, expectedVersion: 1, ...confirming(asked) };
  expect(await api.command(other.supervisor, 'settleSignOff', settle, '')).toMatchObject({
    refusals: [{ code: 'NOT_FOUND' }],
  });
  expect(
    await api.command(world.supervisor, 'settleSignOff', settle, `... on SignOffSettled { ${signOffFields} }`),
  ).toMatchObject({
    signOff: { state: 'SIGNED', isProvisional: true, viewerActions: ['TAKE_BACK'] },
  });
  expect(await api.meterOf(world)).toMatchObject({ provisionalMinutes: 420, signedMinutes: 0 });
  const { rows } = await fresh.owner.query<{ email: string }>('select email from person where id = $1', [
    world.supervisor.personId,
  ]);
  await api.command(
    world.member,
    'confirmSupervisorAddress',
    { supervisorId: world.supervisorId, email: rows[0]?.email },
    '',
  );
  expect(await api.meterOf(world)).toMatchObject({ provisionalMinutes: 0, signedMinutes: 420 });
  const undo = { signOffId: asked.id, expectedVersion: 2, reason: 'MISTAKE' };
  expect(await api.command(world.supervisor, 'takeBackSignature', undo, '')).toMatchObject({
    __typename: 'SignatureTakenBack',
  });
  expect(await api.meterOf(world)).toMatchObject({ unsignedMinutes: 420 });
});

test('nobody signs own hours, a lapsed supervisor signs nothing, and another one is named instead', async () => {
  const own = await api.underWay(['2027-01-05']);
  await fresh.owner.query(
    'update supervisor u set person_id = $1 from placement p where p.supervisor_id = u.id and p.returner_id = $2',
    [own.person.actor.personId, own.person.id],
  );
  expect(await api.askFor(own)).toMatchObject({ refusals: [{ rule: 'NOBODY_SIGNS_OWN_HOURS' }] });

  const world = await api.underWay(['2027-01-05']);
  const asked = shownIn(await api.askFor(world));
  const id = fromGlobalId(world.supervisorId)?.id;
  await fresh.owner.query(
    `update supervisor set proceedings = '[{"kind": "CONDITIONS", "from": "2027-01-20", "until": null}]' where id = $1`,
    [id],
  );
  const settle = { signOffId: asked.id, expectedVersion: 1, ...confirming(asked) };
  expect(await api.command(world.supervisor, 'settleSignOff', settle, '')).toMatchObject({
    refusals: [{ rule: 'SUPERVISION_FROZEN' }],
  });
  const { rows } = await fresh.owner.query<{ id: string }>(
    `insert into supervisor (host_id, display_name, profession_id, registered, at_once_at_most, weekdays, checked_on, checked_by_id, seen, check_again_by)
     select host_id, 'Another Example Supervisor', profession_id, registered, 3, weekdays, checked_on, checked_by_id, seen, check_again_by from supervisor where id = $1 returning id`,
    [id],
  );
  const pass = { signOffId: asked.id, expectedVersion: 1, supervisorId: toGlobalId('Supervisor', rows[0]?.id ?? '') };
  expect(
    await api.command(world.person.actor, 'nudgeSignOff', { signOffId: asked.id, expectedVersion: 9 }, ''),
  ).toMatchObject({
    refusals: [{ code: 'CONFLICT' }],
  });
  expect(
    await api.command(world.member, 'passOnSignOff', pass, '... on SignOffPassedOn { signOff { supervisorName } }'),
  ).toMatchObject({
    signOff: { supervisorName: 'Another Example Supervisor' },
  });
  expect(await api.ask(world.supervisor, '{ signOffsToDo { signOffId } }')).toEqual({ signOffsToDo: [] });
});
