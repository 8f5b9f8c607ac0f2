import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { anonymous, type Actor } from '../access/actor.ts';
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
let now = '2027-02-01T10:00:00Z';
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
  return data as unknown as Record<string, Record<string, never>>;
};
const command = async (actor: Actor, name: string, input: Record<string, unknown>, shown: string) => {
  const type = `${name[0]?.toUpperCase()}${name.slice(1)}`;
  const argument = ['nudgeSignOff', 'withdrawSignOff'].includes(name) ? 'ChangeSignOff' : type;
  const source = `mutation ($input: ${argument}Input!) { answer: ${name}(input: $input) { __typename ${shown} ... on ${type}Refused { refusals { code rule message } } } }`;
  const { answer } = await ask(actor, source, { input: { idempotencyKey: randomUUID(), ...input } });
  return answer as unknown as Record<string, never>;
};

/** A returner in a placement under way, with a supervisor who has an account, and a day logged per date. */
const underWay = async (dates: readonly string[]) => {
  const site = await makeSite(making);
  const offer = await makeOffer(making, site);
  const person = await makeRequest(making);
  const supervisor = await makePerson(making.em, 'SUPERVISOR');
  await fresh.owner.query('update supervisor set person_id = $1 where id = $2', [supervisor.personId, site.supervisor]);
  const { rows } = await fresh.owner.query<{ id: string }>(
    `insert into placement (returner_id, request_id, offer_id, host_id, site_id, supervisor_id, seat, state, is_live, is_shown, starts_on, ends_on, weekdays, proposed_on, changed_on)
     values ($1, $2, $3, $4, $5, $6, 1, 'STARTED', true, true, '2027-01-04', '2027-03-01', '[1, 2]', '2026-12-01', '2027-01-04') returning id`,
    [person.id, person.request, offer.id, site.host, site.site, site.supervisor],
  );
  for (const onDate of dates)
    await command(
      person.actor,
      'logDay',
      { returnerId: person.returnerId, onDate, kind: 'SUPERVISED', minutes: 420 },
      '',
    );
  const member = await makePerson(making.em, 'ORGANISATION_MEMBER', { hostId: site.host });
  return { ...site, person, supervisor, member, placementId: toGlobalId('Placement', rows[0]?.id ?? '') };
};
type World = Awaited<ReturnType<typeof underWay>>;

const fields = `signOff { id version state linkSentOn isProvisional signedBy agreedText viewerActions days { loggedDayId version onDate state comment } }`;
const askFor = ({ person, placementId }: World, from = '2027-01-01', until = '2027-01-31') =>
  command(person.actor, 'askSignOff', { placementId, from, until }, `... on SignOffAsked { ${fields} }`);
interface Shown {
  readonly id: string;
  readonly version: number;
  readonly state: string;
  readonly days: readonly { readonly loggedDayId: string; readonly version: number }[];
}
const shownIn = (answer: Record<string, never>): Shown => {
  expect(answer).toHaveProperty('signOff');
  return answer['signOff'] as unknown as Shown;
};
const confirming = ({ days }: Pick<Shown, 'days'>, back: string | null = null) => ({
  wordingVersion: 1,
  days: days.map(({ loggedDayId, version }, index) => ({
    loggedDayId,
    version,
    isConfirmed: index > 0 || back === null,
    comment: index === 0 ? back : null,
  })),
});
const confirmAddress = async ({ member, supervisorId }: World) => {
  const email = `supervisor-${randomUUID().slice(0, 8)}@example.invalid`;
  expect(
    await command(
      member,
      'confirmSupervisorAddress',
      { supervisorId, email },
      '... on SupervisorAddressConfirmed { supervisor { signOffAddress } }',
    ),
  ).toMatchObject({ supervisor: { signOffAddress: email } });
  return email;
};
const tokenIn = async (email: string): Promise<string> => {
  const [mail] = await latestMails(fresh.database.orm.em.fork(), email);
  return /#([\w-]{43})/.exec(mail?.text ?? '')?.[1] ?? 'no link';
};
const sheetOf = async (token: string) =>
  (
    await ask(
      anonymous,
      `query ($token: String!) { signOffSheet(token: $token) { supervisorName days { loggedDayId version onDate } statement { version confirms } } }`,
      { token },
    )
  )['signOffSheet'] as unknown as Shown | null;
const byLink = (token: string, answer: object) =>
  command(anonymous, 'settleSignOffByLink', { token, ...answer }, '... on SignOffSettledByLink { state }');
const meterOf = async ({ person }: World) =>
  (
    await ask(
      person.actor,
      `query ($id: ID!) { returner(id: $id) { signedPractice { signedMinutes provisionalMinutes waitingMinutes unsignedMinutes } } }`,
      {
        id: person.returnerId,
      },
    )
  )['returner']?.['signedPractice'];

test('a link goes to a confirmed address alone, shows the days, signs them once and locks them', async () => {
  const world = await underWay(['2027-01-05', '2027-01-06']);
  const asked = shownIn(await askFor(world));
  expect(asked).toMatchObject({ state: 'ASKED', linkSentOn: null, viewerActions: ['WITHDRAW'], days: [{}, {}] });
  expect(await meterOf(world)).toEqual({
    signedMinutes: 0,
    provisionalMinutes: 0,
    waitingMinutes: 840,
    unsignedMinutes: 0,
  });
  // the same days are not asked about twice
  expect(await askFor(world)).toMatchObject({ refusals: [{ rule: 'SPAN_HAS_UNSIGNED_DAYS' }] });

  // the organisation says which address is the supervisor's: what waits is sent
  const email = await confirmAddress(world);
  const token = await tokenIn(email);
  const kept = await fresh.owner.query('select token_hash from sign_off where id = $1', [fromGlobalId(asked.id)?.id]);
  expect(JSON.stringify(kept.rows)).not.toContain(token);
  const sheet = await sheetOf(token);
  if (!sheet) throw new Error('The link works.');
  expect(sheet).toMatchObject({ days: [{ onDate: '2027-01-05' }, { onDate: '2027-01-06' }] });
  expect(await sheetOf('forged')).toBeNull();
  expect(await byLink('forged', confirming(sheet))).toMatchObject({ refusals: [{ rule: 'LINK_WORKS_ONCE' }] });

  // another tab: the returner corrects a day while the supervisor reads it
  const [day] = sheet.days;
  const edited = {
    loggedDayId: day?.loggedDayId,
    expectedVersion: 1,
    onDate: '2027-01-05',
    kind: 'SUPERVISED',
    minutes: 400,
  };
  expect(await command(world.person.actor, 'editLoggedDay', edited, '')).toMatchObject({
    __typename: 'LoggedDayEdited',
  });
  expect(await byLink(token, confirming(sheet))).toMatchObject({ refusals: [{ rule: 'DAYS_ARE_AS_SEEN' }] });

  const again = await sheetOf(token);
  if (!again) throw new Error('A refusal does not use the link up.');
  expect(await byLink(token, confirming(again, 'It was half a day.'))).toMatchObject({ state: 'PARTLY_SIGNED' });
  expect(await byLink(token, confirming(again))).toMatchObject({ refusals: [{ rule: 'LINK_WORKS_ONCE' }] });
  expect(await sheetOf(token)).toBeNull();
  expect(await meterOf(world)).toEqual({
    signedMinutes: 420,
    provisionalMinutes: 0,
    waitingMinutes: 0,
    unsignedMinutes: 400,
  });
  const read = `query ($id: ID!) { signOff(id: $id) { signedBy isProvisional agreedText days { state comment } } }`;
  expect(await ask(world.person.actor, read, { id: asked.id })).toMatchObject({
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
    expect(await command(world.person.actor, name, { ...locked, ...more }, '')).toMatchObject({
      refusals: [{ rule: 'SIGNED_DAY_IS_LOCKED' }],
    });

  // whoever is named is told, and may say that it was not them
  const notMe = await tokenIn(email);
  expect(notMe).not.toBe(token);
  const disown = { token: notMe };
  expect(await command(anonymous, 'disownSignature', disown, '... on SignatureDisowned { state }')).toMatchObject({
    state: 'TAKEN_BACK',
  });
  expect(await command(anonymous, 'disownSignature', disown, '')).toMatchObject({ refusals: [{ code: 'NOT_FOUND' }] });
  expect(await meterOf(world)).toMatchObject({ signedMinutes: 0, unsignedMinutes: 820 });
  expect(await command(world.person.actor, 'removeLoggedDay', locked, '')).toMatchObject({
    __typename: 'LoggedDayRemoved',
  });
});

test('a link ends after seven days, and when the returner reminds or takes the question back', async () => {
  const world = await underWay(['2027-01-05']);
  const email = await confirmAddress(world);
  const asked = shownIn(await askFor(world));
  const old = await tokenIn(email);
  const change = (name: string, version: number) =>
    command(world.person.actor, name, { signOffId: asked.id, expectedVersion: version }, '');
  expect(await change('nudgeSignOff', 1)).toMatchObject({ refusals: [{ rule: 'NUDGE_EVERY_THREE_DAYS' }] });
  now = '2027-02-04T10:00:00Z';
  expect(await change('nudgeSignOff', 1)).toMatchObject({ __typename: 'SignOffNudged' });
  expect(await change('nudgeSignOff', 1)).toMatchObject({ refusals: [{ code: 'CONFLICT' }] });
  const fresher = await tokenIn(email);
  expect(await sheetOf(old)).toBeNull();
  const sheet = await sheetOf(fresher);
  if (!sheet) throw new Error('The new link works.');
  now = '2027-02-11T10:00:01Z';
  expect(await sheetOf(fresher)).toBeNull();
  expect(await byLink(fresher, confirming(sheet))).toMatchObject({ refusals: [{ rule: 'LINK_WORKS_ONCE' }] });
  now = '2027-02-05T10:00:00Z';
  expect(await change('withdrawSignOff', 2)).toMatchObject({ __typename: 'SignOffWithdrawn' });
  expect(await sheetOf(fresher)).toBeNull();
  expect(await meterOf(world)).toMatchObject({ waitingMinutes: 0, unsignedMinutes: 420 });
});

test('signed in, a signature is provisional until the address is confirmed', async () => {
  const world = await underWay(['2027-01-05']);
  const other = await underWay(['2027-01-06']);
  const asked = shownIn(await askFor(world));
  const toDo = `{ signOffsToDo { signOffId days minutes isBlocked } }`;
  expect(await ask(world.supervisor, toDo)).toEqual({
    signOffsToDo: [{ signOffId: asked.id, days: 1, minutes: 420, isBlocked: false }],
  });
  const settle = { signOffId: asked.id, expectedVersion: 1, ...confirming(asked) };
  expect(await command(other.supervisor, 'settleSignOff', settle, '')).toMatchObject({
    refusals: [{ code: 'NOT_FOUND' }],
  });
  expect(await command(world.supervisor, 'settleSignOff', settle, `... on SignOffSettled { ${fields} }`)).toMatchObject(
    {
      signOff: { state: 'SIGNED', isProvisional: true, viewerActions: ['TAKE_BACK'] },
    },
  );
  expect(await meterOf(world)).toMatchObject({ provisionalMinutes: 420, signedMinutes: 0 });
  const { rows } = await fresh.owner.query<{ email: string }>('select email from person where id = $1', [
    world.supervisor.personId,
  ]);
  await command(
    world.member,
    'confirmSupervisorAddress',
    { supervisorId: world.supervisorId, email: rows[0]?.email },
    '',
  );
  expect(await meterOf(world)).toMatchObject({ provisionalMinutes: 0, signedMinutes: 420 });
  const undo = { signOffId: asked.id, expectedVersion: 2, reason: 'MISTAKE' };
  expect(await command(world.supervisor, 'takeBackSignature', undo, '')).toMatchObject({
    __typename: 'SignatureTakenBack',
  });
  expect(await meterOf(world)).toMatchObject({ unsignedMinutes: 420 });
});

test('nobody signs own hours, a lapsed supervisor signs nothing, and another one is named instead', async () => {
  const own = await underWay(['2027-01-05']);
  await fresh.owner.query(
    'update supervisor u set person_id = $1 from placement p where p.supervisor_id = u.id and p.returner_id = $2',
    [own.person.actor.personId, own.person.id],
  );
  expect(await askFor(own)).toMatchObject({ refusals: [{ rule: 'NOBODY_SIGNS_OWN_HOURS' }] });

  const world = await underWay(['2027-01-05']);
  const asked = shownIn(await askFor(world));
  const id = fromGlobalId(world.supervisorId)?.id;
  await fresh.owner.query(
    `update supervisor set proceedings = '[{"kind": "CONDITIONS", "from": "2027-01-20", "until": null}]' where id = $1`,
    [id],
  );
  const settle = { signOffId: asked.id, expectedVersion: 1, ...confirming(asked) };
  expect(await command(world.supervisor, 'settleSignOff', settle, '')).toMatchObject({
    refusals: [{ rule: 'SUPERVISION_FROZEN' }],
  });
  const { rows } = await fresh.owner.query<{ id: string }>(
    `insert into supervisor (host_id, display_name, profession_id, registered, at_once_at_most, weekdays, checked_on, checked_by_id, seen, check_again_by)
     select host_id, 'Another Example Supervisor', profession_id, registered, 3, weekdays, checked_on, checked_by_id, seen, check_again_by from supervisor where id = $1 returning id`,
    [id],
  );
  const pass = { signOffId: asked.id, expectedVersion: 1, supervisorId: toGlobalId('Supervisor', rows[0]?.id ?? '') };
  expect(
    await command(world.person.actor, 'nudgeSignOff', { signOffId: asked.id, expectedVersion: 9 }, ''),
  ).toMatchObject({
    refusals: [{ code: 'CONFLICT' }],
  });
  expect(
    await command(world.member, 'passOnSignOff', pass, '... on SignOffPassedOn { signOff { supervisorName } }'),
  ).toMatchObject({
    signOff: { supervisorName: 'Another Example Supervisor' },
  });
  expect(await ask(world.supervisor, '{ signOffsToDo { signOffId } }')).toEqual({ signOffsToDo: [] });
});
