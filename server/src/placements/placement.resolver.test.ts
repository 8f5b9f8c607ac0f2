import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Actor } from '../access/actor.ts';
import { makePerson } from '../access/person.factory.ts';
import { buildSchema } from '../graphql/build-schema.ts';
import { londonDate, type Clock } from '../kernel/clock.ts';
import { askAs } from '../testing/ask-as.ts';
import { freshDatabase, type FreshDatabase } from '../testing/fresh-database.ts';
import { regionIdIn } from '../testing/region-ids.ts';
import { makeOffer, makeRequest, makeSite, type Making } from './placement.factory.ts';
import { checkKinds } from './starting-check.rules.ts';

const schema = buildSchema();
let today = '2026-11-23';
const clock: Clock = { now: () => new Date(`${today}T10:00:00Z`), today: () => londonDate(clock.now()) };
let fresh: FreshDatabase;
let making: Making;
let northWest: Actor;
beforeAll(async () => {
  fresh = await freshDatabase();
  const { em } = fresh.database.orm;
  making = {
    em,
    clock,
    coordinator: await makePerson(em, 'COORDINATOR', { regionId: await regionIdIn(fresh.owner, 'Y56') }),
  };
  northWest = await makePerson(em, 'COORDINATOR', { regionId: await regionIdIn(fresh.owner, 'Y62') });
});
afterAll(() => fresh.close());

const ask = async (actor: Actor, source: string, variables: Record<string, unknown> = {}) => {
  const { data, errors } = await askAs({ schema, database: fresh.database, clock }, actor, source, variables);
  expect(errors).toBeUndefined();
  return data as unknown as Record<string, Record<string, never>>;
};

interface Answer {
  readonly placement?: {
    readonly id: string;
    readonly version: number;
    readonly state: string;
    readonly viewerActions: string[];
    readonly checks: { readonly id: string; readonly version: number; readonly kind: string; readonly state: string }[];
  };
  readonly refusals?: { readonly code: string; readonly rule: string | null }[];
}
/** Does one thing to a placement, and answers what it says then, or the refusals. */
const does = async (
  actor: Actor,
  command: string,
  placement: { id: string; version: number },
  more: Record<string, unknown> = {},
): Promise<Answer> => {
  const capital = command.charAt(0).toUpperCase() + command.slice(1);
  const type =
    command === 'movePlacement'
      ? 'MovePlacementInput'
      : command === 'lockPlacement'
        ? 'LockPlacementInput'
        : 'reason' in more
          ? 'PlacementReasonInput'
          : 'PlacementInput';
  const done = {
    acceptPlacement: 'PlacementAccepted',
    offerPlacement: 'PlacementOffered',
    declinePlacement: 'PlacementDeclined',
    withdrawPlacement: 'PlacementWithdrawn',
    startPlacement: 'PlacementStarted',
    completePlacement: 'PlacementCompleted',
    endPlacementEarly: 'PlacementEndedEarly',
    movePlacement: 'PlacementMoved',
    undoMovePlacement: 'PlacementMoveUndone',
    lockPlacement: 'PlacementLocked',
  }[command];
  const answer = await ask(
    actor,
    `mutation ($input: ${type}!) { ${command}(input: $input) { ... on ${done} { placement { id version state viewerActions checks { id version kind state } } }
      ... on ${capital}Refused { refusals { code rule } } } }`,
    { input: { placementId: placement.id, expectedVersion: placement.version, idempotencyKey: randomUUID(), ...more } },
  );
  return answer[command] as unknown as Answer;
};
const must = (answer: Answer) => {
  if (!answer.placement) throw new Error(JSON.stringify(answer));
  return answer.placement;
};

const proposed = async () => {
  const site = await makeSite(making);
  const offer = await makeOffer(making, site);
  const request = await makeRequest(making);
  const member = await makePerson(making.em, 'ORGANISATION_MEMBER', { hostId: site.host });
  const answer = await ask(
    making.coordinator,
    'mutation ($input: ProposePlacementInput!) { proposePlacement(input: $input) { ... on PlacementProposed { placement { id version state viewerActions checks { id version kind state } } } } }',
    {
      input: {
        placementRequestId: request.placementRequestId,
        capacityOfferId: offer.capacityOfferId,
        idempotencyKey: randomUUID(),
      },
    },
  );
  return { site, offer, request, member, placement: must(answer['proposePlacement'] as unknown as Answer) };
};
const accepted = async () => {
  const made = await proposed();
  let placement = must(await does(making.coordinator, 'offerPlacement', made.placement));
  placement = must(await does(made.request.actor, 'acceptPlacement', placement));
  placement = must(await does(made.member, 'acceptPlacement', placement));
  return { ...made, placement };
};
const own =
  '{ viewer { returner { placement { state siteName: site { name } returnerName fieldOfPractice expiresOn } placementRequest { state } } } }';

describe('a placement', () => {
  test('is not offered so late that a yes would leave less notice than was asked for', async () => {
    const { placement } = await proposed();
    const before = today;
    try {
      today = '2026-12-22';
      expect(await does(making.coordinator, 'offerPlacement', placement)).toMatchObject({
        refusals: [{ code: 'RULE_NOT_MET', rule: 'NOTICE_IS_KEPT' }],
      });
      today = '2026-12-21';
      const { id } = must(await does(making.coordinator, 'offerPlacement', placement));
      expect(
        await ask(making.coordinator, 'query ($id: ID!) { placement(id: $id) { startsOn expiresOn } }', { id }),
      ).toEqual({ placement: { startsOn: '2027-01-04', expiresOn: '2026-12-21' } });
    } finally {
      today = before;
    }
  });

  test('goes from a proposal nobody sees to a place both have accepted, with its checks', async () => {
    const { request, member, placement: first } = await proposed();
    expect(await ask(request.actor, own)).toMatchObject({ viewer: { returner: { placement: null } } });
    const list =
      '{ placements(first: 5) { nodes { state returnerName fieldOfPractice returner { id } adjustments } } }';
    expect(await ask(member, list)).toEqual({ placements: { nodes: [] } });
    expect(await does(request.actor, 'acceptPlacement', first)).toMatchObject({ refusals: [{ code: 'NOT_FOUND' }] });
    expect(await does(northWest, 'offerPlacement', first)).toMatchObject({ refusals: [{ code: 'NOT_FOUND' }] });

    const offered = must(await does(making.coordinator, 'offerPlacement', first));
    expect(offered).toMatchObject({ state: 'OFFERED', version: 2 });
    expect(await ask(request.actor, own)).toMatchObject({
      viewer: {
        returner: {
          placement: { state: 'OFFERED', fieldOfPractice: 'dietetics', expiresOn: '2026-12-07' },
          placementRequest: { state: 'OPEN' },
        },
      },
    });
    expect(await ask(member, list)).toMatchObject({
      placements: { nodes: [{ state: 'OFFERED', fieldOfPractice: 'dietetics', returner: null }] },
    });

    const half = must(await does(request.actor, 'acceptPlacement', offered));
    expect(half.state).toBe('ACCEPTED_BY_RETURNER');
    expect(await does(member, 'acceptPlacement', offered)).toMatchObject({ refusals: [{ code: 'CONFLICT' }] });
    const whole = must(await does(member, 'acceptPlacement', half));
    expect(whole.state).toBe('ACCEPTED');
    expect(whole.viewerActions).toContain('WITHDRAW');
    expect(whole.checks).toHaveLength(Object.keys(checkKinds).length);
    expect(await ask(request.actor, own)).toMatchObject({
      viewer: { returner: { placementRequest: { state: 'MET' } } },
    });
    expect(await does(making.coordinator, 'startPlacement', whole)).toMatchObject({
      refusals: [{ rule: 'STARTS_ON_FIRST_DAY' }],
    });
  });

  test('leaves nothing in the audit that the person reads before it is offered', async () => {
    const { request, placement } = await proposed();
    const audit = '{ auditEntries(first: 20) { nodes { action } } }';
    const reads = async () => JSON.stringify(await ask(request.actor, audit));
    const locked = must(await does(making.coordinator, 'lockPlacement', placement, { isLocked: true }));
    expect(await reads()).not.toContain('Placement"');
    must(await does(making.coordinator, 'offerPlacement', locked));
    expect(await reads()).toContain('offerPlacement"');

    const other = await proposed();
    must(await does(making.coordinator, 'withdrawPlacement', other.placement));
    expect(JSON.stringify(await ask(other.request.actor, audit))).not.toContain('Placement"');
  });

  test('is declined with a reason of one’s own list, and the seat is free again', async () => {
    const { request, member, offer, placement } = await proposed();
    const offered = must(await does(making.coordinator, 'offerPlacement', placement));
    expect(await does(request.actor, 'declinePlacement', offered, { reason: 'NO_ROOM' })).toMatchObject({
      refusals: [{ rule: 'REASON_IS_GIVEN' }],
    });
    expect(await does(member, 'declinePlacement', offered, { reason: 'NO_ROOM' })).toMatchObject({
      placement: { state: 'DECLINED' },
    });
    const other = await makeRequest(making);
    const again = await ask(
      making.coordinator,
      'mutation ($input: ProposePlacementInput!) { proposePlacement(input: $input) { __typename } }',
      {
        input: {
          placementRequestId: other.placementRequestId,
          capacityOfferId: offer.capacityOfferId,
          idempotencyKey: randomUUID(),
        },
      },
    );
    expect(again).toMatchObject({ proposePlacement: { __typename: 'PlacementProposed' } });
  });

  test('cannot be accepted after its last day to answer', async () => {
    const { request, placement } = await proposed();
    const offered = must(await does(making.coordinator, 'offerPlacement', placement));
    today = '2026-12-08';
    const late = await does(request.actor, 'acceptPlacement', offered);
    today = '2026-11-23';
    expect(late).toMatchObject({ refusals: [{ rule: 'OFFER_IS_OPEN' }] });
  });

  test('starts, ends early with a reason, and is withdrawn with the request open again', async () => {
    const one = await accepted();
    today = '2027-01-04';
    const started = must(await does(one.member, 'startPlacement', one.placement));
    expect(started.state).toBe('STARTED');
    const ended = await does(one.request.actor, 'endPlacementEarly', started, { reason: 'NOT_NOW' });
    today = '2026-11-23';
    expect(ended).toMatchObject({ placement: { state: 'ENDED_EARLY' } });
    const two = await accepted();
    expect(await does(two.request.actor, 'withdrawPlacement', two.placement)).toMatchObject({
      placement: { state: 'WITHDRAWN' },
    });
    expect(await ask(two.request.actor, own)).toMatchObject({
      viewer: { returner: { placementRequest: { state: 'OPEN' } } },
    });
  });

  test('moves to another site, and the move can be undone', async () => {
    const { placement } = await accepted();
    const elsewhere = await makeOffer(making, await makeSite(making));
    const moved = must(
      await does(making.coordinator, 'movePlacement', placement, { capacityOfferId: elsewhere.capacityOfferId }),
    );
    expect(moved.state).toBe('ACCEPTED');
    expect(moved.id).not.toBe(placement.id);
    const back = await does(making.coordinator, 'undoMovePlacement', {
      id: placement.id,
      version: placement.version + 1,
    });
    expect(back).toMatchObject({ placement: { id: placement.id, state: 'ACCEPTED' } });
  });
});

describe('checks before day one', () => {
  test('are settled by the site, with outcome and date, and taken over by the next placement', async () => {
    const { request, member, placement } = await accepted();
    const record = `mutation ($input: RecordStartingCheckInput!) { recordStartingCheck(input: $input) {
      ... on StartingCheckRecorded { startingCheck { kind state settledOn goodUntil version } } ... on RecordStartingCheckRefused { refusals { code rule } } } }`;
    const check = placement.checks.find(({ kind }) => kind === 'CRIMINAL_RECORD');
    const input = { startingCheckId: check?.id, expectedVersion: 1, state: 'CLEARED', goodUntil: '2029-01-01' };
    expect(await ask(request.actor, record, { input })).toMatchObject({
      recordStartingCheck: { refusals: [{ rule: 'SITE_SETTLES_CHECKS' }] },
    });
    expect(await ask(northWest, record, { input })).toMatchObject({
      recordStartingCheck: { refusals: [{ code: 'NOT_FOUND' }] },
    });
    expect(await ask(member, record, { input })).toMatchObject({
      recordStartingCheck: {
        startingCheck: { kind: 'CRIMINAL_RECORD', state: 'CLEARED', settledOn: '2026-11-23', version: 2 },
      },
    });
    const elsewhere = await makeOffer(making, await makeSite(making));
    const moved = must(
      await does(making.coordinator, 'movePlacement', placement, { capacityOfferId: elsewhere.capacityOfferId }),
    );
    expect(moved.checks.filter(({ state }) => state === 'CLEARED').map(({ kind }) => kind)).toEqual([
      'CRIMINAL_RECORD',
    ]);
  });
});
