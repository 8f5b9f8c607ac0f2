import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Actor } from '../access/actor.ts';
import type { Scope } from '../access/scopes.ts';
import type { CommandContext } from '../audit/run-command.ts';
import { createClock } from '../kernel/clock.ts';
import { addDays } from '../kernel/calendar-date.ts';
import { fromGlobalId, toGlobalId } from '../kernel/global-id.ts';
import { makePartner } from '../partners/partner.factory.ts';
import { acceptPlacement, offerPlacement } from '../placements/change-placement.command.ts';
import { anyWish, madeBy, makeOffer, makeSeenReturner, makeSite } from '../placements/placement.factory.ts';
import { proposePlacement } from '../placements/propose-placement.command.ts';
import { sendPlacementRequest } from '../placements/send-request.command.ts';
import { makePerson } from '../access/person.factory.ts';
import { freshDatabase, type FreshDatabase } from '../testing/fresh-database.ts';
import { regionIdIn } from '../testing/region-ids.ts';
import { serveApp } from '../testing/serve-app.ts';

interface Refused {
  readonly code: string;
  readonly rule: string | null;
  readonly path: readonly string[];
}
interface Answer {
  readonly data?: Readonly<
    Record<string, { __typename: string; refusals?: Refused[] } & Record<string, unknown>>
  > | null;
  readonly errors?: readonly { readonly message: string; readonly extensions: { readonly code: string } }[];
}

const clock = createClock();
const today = clock.today();
let fresh: FreshDatabase;
let servers: Awaited<ReturnType<typeof serveApp>>[];
let coordinator: Actor;
let administrator: Awaited<ReturnType<typeof makePerson>>;
let site: Awaited<ReturnType<typeof makeSite>>;
let other: typeof site;
const as = (actor: Actor): CommandContext => ({ actor, clock, traceId: 'test', em: fresh.database.orm.em.fork() });
const key = () => ({ idempotencyKey: randomUUID() });

beforeAll(async () => {
  fresh = await freshDatabase();
  servers = [await serveApp(fresh), await serveApp(fresh)];
  const { em } = fresh.database.orm;
  coordinator = await makePerson(em, 'COORDINATOR', { regionId: await regionIdIn(fresh.owner, 'Y56') });
  site = await makeSite({ em, clock, coordinator });
  other = await makeSite({ em, clock, coordinator });
  administrator = await makePerson(em, 'ORGANISATION_ADMINISTRATOR', { hostId: site.host });
});
afterAll(async () => {
  for (const server of servers) await server.close();
  await fresh.close();
});

const program = (...scopes: Scope[]) =>
  makePartner(fresh.database.orm.em, { hostId: site.host, ownerId: administrator.personId, scopes });
const ask = async (secret: string, mutation: string, input: object, of = 0, fields = ''): Promise<Answer> => {
  const type = `${mutation.charAt(0).toUpperCase()}${mutation.slice(1)}`;
  const response = await fetch(`${servers[of]?.origin}/graphql`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', authorization: `Bearer ${secret}` },
    body: JSON.stringify({
      query: `mutation ($input: ${inputs[mutation] ?? `${type}Input`}!) { ${mutation}(input: $input) { __typename ${fields} ... on ${type}Refused { refusals { code rule path } } } }`,
      variables: { input },
    }),
  });
  return (await response.json()) as Answer;
};
const inputs: Readonly<Record<string, string>> = {
  acceptPlacement: 'PlacementInput',
  declinePlacement: 'PlacementReasonInput',
  startPlacement: 'PlacementInput',
};
const became = ({ data, errors }: Answer, mutation: string) =>
  errors?.[0]?.extensions.code ??
  data?.[mutation]?.refusals?.map(({ rule, code }) => rule ?? code).join() ??
  data?.[mutation]?.__typename;
const places = (more: object = {}) => ({
  placementSiteId: site.placementSiteId,
  professionCode: 'DT',
  answer: 'YES',
  startsOn: addDays(today, 30),
  endsOn: addDays(today, 200),
  places: 2,
  weekdays: [1, 2, 3],
  dayStartsAt: 540,
  dayEndsAt: 1020,
  noticeDays: 0,
  supervisorId: site.supervisorId,
  setting: 'CLINICAL',
  remotePercent: 0,
  contract: 'HONORARY',
  adjustments: [],
  firstShownToBoardIds: [],
  ...key(),
  ...more,
});
/** Somebody who was offered a place there. */
const offered = async (accepted = false): Promise<string> => {
  const making = { em: fresh.database.orm.em, clock, coordinator };
  const { actor, returnerId } = await makeSeenReturner(making);
  const dates = { startsOn: addDays(today, offers + 40), endsOn: addDays(today, offers + 200) };
  offers += 1;
  const { capacityOfferId } = await makeOffer(making, site, { ...dates, weekdays: [1, 2, 3] });
  const wished = {
    ...anyWish,
    weekdays: [1, 2, 3],
    earliestStartOn: dates.startsOn,
    latestStartOn: addDays(dates.startsOn, 60),
  };
  const request = await sendPlacementRequest(as(actor), { ...wished, returnerId, ...key() });
  const placementRequestId = toGlobalId('PlacementRequest', madeBy(request, 'placementRequestId'));
  const pair = { placementRequestId, capacityOfferId, isLocked: false, ...key() };
  const placementId = toGlobalId('Placement', madeBy(await proposePlacement(as(coordinator), pair), 'placementId'));
  madeBy(await offerPlacement(as(coordinator), { placementId, expectedVersion: 1, ...key() }), 'placementId');
  if (accepted) madeBy(await acceptPlacement(as(actor), { placementId, expectedVersion: 2, ...key() }), 'placementId');
  return placementId;
};
let offers = 0;
/** As if its first day had been a week ago. */
const begin = (placementId: string) =>
  fresh.owner.query(`update placement set state = 'STARTED', starts_on = $2, ends_on = $3 where id = $1`, [
    fromGlobalId(placementId)?.id,
    addDays(today, -7),
    addDays(today, 60),
  ]);

describe('a program', () => {
  it('offers places, changes them and confirms them, and stands in the audit with who answers for it', async () => {
    const { key: secret, clientId } = await program('WRITE_CAPACITY', 'READ_CAPACITY');
    const fields = '... on CapacityOfferAdded { capacityOffer { id places version isOnBehalf } }';
    const added = await ask(secret, 'addCapacityOffer', places(), 0, fields);
    expect(added.errors).toBeUndefined();
    const offer = added.data?.['addCapacityOffer']?.['capacityOffer'] as { id: string; version: number };
    expect(offer).toMatchObject({ places: 2, version: 1, isOnBehalf: false });
    const changed = { ...places({ places: 3 }), capacityOfferId: offer.id, expectedVersion: 1 };
    const { placementSiteId: _site, professionCode: _profession, ...change } = changed;
    expect(became(await ask(secret, 'changeCapacityOffer', change), 'changeCapacityOffer')).toBe(
      'CapacityOfferChanged',
    );
    const confirm = { capacityOfferId: offer.id, expectedVersion: 2, ...key() };
    expect(became(await ask(secret, 'confirmCapacityOffer', confirm), 'confirmCapacityOffer')).toBe(
      'CapacityOfferConfirmed',
    );
    expect(became(await ask(secret, 'confirmCapacityOffer', { ...confirm, ...key() }), 'confirmCapacityOffer')).toBe(
      'CONFLICT',
    );
    const { rows } = await fresh.owner.query<Record<string, unknown>>(
      'select action, actor_id, actor_kind, owner_id from audit_entry where subject_id = $1 order by at, id',
      [fromGlobalId(offer.id)?.id],
    );
    expect(rows).toEqual(
      ['addCapacityOffer', 'changeCapacityOffer', 'confirmCapacityOffer'].map((action) => ({
        action,
        actor_id: clientId,
        actor_kind: 'PARTNER',
        owner_id: administrator.personId,
      })),
    );
  });

  it('proposes supervisors, whom a person still looks up, and ties none to an account', async () => {
    const { key: secret } = await program('PROPOSE_SUPERVISORS', 'READ_SUPERVISORS');
    const supervisor = {
      hostId: site.hostId,
      displayName: 'Example Supervisor of a program',
      professionCode: 'DT',
      registered: [{ from: '2015-01-01' }],
      scope: [],
      atOnceAtMost: 1,
      weekdays: [1],
    };
    const fields = '... on SupervisorAdded { supervisor { checkedOn eligibility { isEligible } } }';
    const added = await ask(secret, 'addSupervisor', { ...supervisor, ...key() }, 0, fields);
    expect(added.data?.['addSupervisor']?.['supervisor']).toEqual({
      checkedOn: null,
      eligibility: { isEligible: false },
    });
    const tied = { ...supervisor, email: 'somebody@example.invalid', ...key() };
    expect(became(await ask(secret, 'addSupervisor', tied), 'addSupervisor')).toBe('PEOPLE_TIE_ACCOUNTS');
  });

  it('answers offers for its organisation, and sees what it may do', async () => {
    const { key: secret } = await program('ANSWER_PLACEMENTS', 'READ_PLACEMENTS');
    const [first, second] = [await offered(true), await offered()];
    const fields = '... on PlacementAccepted { placement { state viewerActions } }';
    const accepted = await ask(
      secret,
      'acceptPlacement',
      { placementId: first, expectedVersion: 3, ...key() },
      0,
      fields,
    );
    // it may not take it back: that is for people
    expect(accepted.data?.['acceptPlacement']?.['placement']).toEqual({ state: 'ACCEPTED', viewerActions: [] });
    const no = { placementId: second, expectedVersion: 2, reason: 'NO_ROOM', ...key() };
    expect(became(await ask(secret, 'declinePlacement', no), 'declinePlacement')).toBe('PlacementDeclined');
  });

  it('reports on which days somebody was there, again where it was wrong, and never why not', async () => {
    const { key: secret } = await program('REPORT_ATTENDANCE', 'READ_PLACEMENTS');
    const placementId = await offered(true);
    const days = [
      { onDate: addDays(today, -7), wasThere: true, minutes: 450 },
      { onDate: addDays(today, -6), wasThere: false },
    ];
    expect(became(await ask(secret, 'reportAttendance', { placementId, days, ...key() }), 'reportAttendance')).toBe(
      'ATTENDANCE_OF_A_PLACEMENT_UNDER_WAY',
    );
    await begin(placementId);
    const fields = '... on AttendanceReported { placement { attendance { onDate wasThere minutes isByProgram } } }';
    await ask(secret, 'reportAttendance', { placementId, days, ...key() });
    const corrected = [{ onDate: addDays(today, -6), wasThere: true, minutes: 60 }];
    const answer = await ask(secret, 'reportAttendance', { placementId, days: corrected, ...key() }, 0, fields);
    expect(answer.data?.['reportAttendance']?.['placement']).toEqual({
      attendance: [
        { ...days[0], isByProgram: true },
        { ...corrected[0], isByProgram: true },
      ],
    });
  });

  it.each([
    ['addCapacityOffer', () => places()],
    [
      'addSupervisor',
      () => ({
        hostId: site.hostId,
        displayName: 'x',
        professionCode: 'DT',
        registered: [],
        scope: [],
        atOnceAtMost: 1,
        weekdays: [],
      }),
    ],
    ['acceptPlacement', () => ({ placementId: toGlobalId('Placement', randomUUID()), expectedVersion: 1, ...key() })],
    ['reportAttendance', () => ({ placementId: toGlobalId('Placement', randomUUID()), days: [], ...key() })],
    [
      'assignAssessment',
      () => ({
        placementId: toGlobalId('Placement', randomUUID()),
        kind: 'FINAL',
        assessorId: 'x',
        dueOn: today,
        ...key(),
      }),
    ],
  ] as const)('does not call %s without its scope', async (mutation, input) => {
    const { key: secret } = await program('READ_CAPACITY', 'READ_PLACEMENTS', 'READ_ASSESSMENTS');
    expect(became(await ask(secret, mutation, input()), mutation)).toBe('FORBIDDEN');
  });

  it('changes nothing of another organisation', async () => {
    const { key: secret } = await program('WRITE_CAPACITY', 'PROPOSE_SUPERVISORS');
    const elsewhere = places({ placementSiteId: other.placementSiteId, supervisorId: other.supervisorId });
    expect(became(await ask(secret, 'addCapacityOffer', elsewhere), 'addCapacityOffer')).toBe('NOT_FOUND');
  });
});

describe('one request that is sent fifty times at once, to two servers', () => {
  it('has one effect, and fifty equal answers', async () => {
    const { key: secret } = await program('ANSWER_PLACEMENTS', 'READ_PLACEMENTS');
    const placementId = await offered(true);
    const input = { placementId, expectedVersion: 3, ...key() };
    const fields = '... on PlacementAccepted { placement { id state version hostAcceptedOn } }';
    const answers = await Promise.all(
      Array.from({ length: 50 }, (_, index) => ask(secret, 'acceptPlacement', input, index % 2, fields)),
    );
    expect(new Set(answers.map(({ data, errors }) => JSON.stringify({ data, errors }))).size).toBe(1);
    expect(answers[0]?.data?.['acceptPlacement']).toMatchObject({
      __typename: 'PlacementAccepted',
      placement: { id: placementId, state: 'ACCEPTED', version: 4, hostAcceptedOn: today },
    });
    const { rows } = await fresh.owner.query<{ n: string }>(
      `select count(*) n from audit_entry where subject_id = $1 and action = 'acceptPlacement' and actor_kind = 'PARTNER'`,
      [fromGlobalId(placementId)?.id],
    );
    expect(rows[0]?.n).toBe('1');
    const another = await ask(secret, 'acceptPlacement', { ...input, expectedVersion: 4 });
    expect(became(another, 'acceptPlacement')).toBe('IDEMPOTENCY_KEY_REUSED');
  });
});
