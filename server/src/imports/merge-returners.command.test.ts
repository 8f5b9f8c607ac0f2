import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, expect, it } from 'vitest';
import type { Actor } from '../access/actor.ts';
import { createLearnActor } from '../access/learn-actor.queries.ts';
import { personKey } from '../access/person-key.queries.ts';
import { makePerson } from '../access/person.factory.ts';
import { seal } from '../access/sealing.ts';
import { buildSchema } from '../graphql/build-schema.ts';
import { calendarDate } from '../kernel/calendar-date.ts';
import { londonDate, type Clock } from '../kernel/clock.ts';
import { toGlobalId } from '../kernel/global-id.ts';
import { anyWish, makeSeenReturner, type Making } from '../placements/placement.factory.ts';
import { sendPlacementRequest } from '../placements/send-request.command.ts';
import { downloadPack } from '../re-registration/download-pack.command.ts';
import { wordingOf } from '../returners/consent.rules.ts';
import { giveConsent } from '../returners/decide-consent.command.ts';
import { updateProfile } from '../returners/update-profile.command.ts';
import { beginSession } from '../testing/begin-session.ts';
import { askAs } from '../testing/ask-as.ts';
import { freshDatabase, type FreshDatabase } from '../testing/fresh-database.ts';
import { regionIdIn } from '../testing/region-ids.ts';
import { logDay } from '../updating/log-day.command.ts';
import { savePlan } from '../updating/save-plan.command.ts';
import { mergeReturners, undoMergeReturners } from './merge-returners.command.ts';

const schema = buildSchema();
const now = new Date('2026-11-23T10:00:00Z');
const clock: Clock = { now: () => now, today: () => londonDate(now) };
let fresh: FreshDatabase;
let making: Making;
beforeAll(async () => {
  fresh = await freshDatabase();
  const { em } = fresh.database.orm;
  const regionId = await regionIdIn(fresh.owner, 'Y56');
  making = { em, clock, coordinator: await makePerson(em, 'COORDINATOR', { regionId }) };
});
afterAll(() => fresh.close());

const as = (actor: Actor) => ({ actor, clock, traceId: 'test', em: fresh.database.orm.em.fork() });
/** Who this person is once they sign in. */
const signedIn = async ({ personId }: { readonly personId: string }): Promise<Actor> => {
  const token = await beginSession(fresh.database.orm.em.fork(), { personId, role: 'RETURNER', now });
  return createLearnActor(fresh.database, clock)(token);
};
const idempotent = () => ({ idempotencyKey: randomUUID() });
const merge = async (keepReturnerId: string, mergeReturnerId: string): Promise<string> => {
  const result = await mergeReturners(as(making.coordinator), {
    keepReturnerId,
    mergeReturnerId,
    reason: 'Example',
    ...idempotent(),
  });
  if (!('done' in result)) throw new Error(JSON.stringify(result.refused));
  return toGlobalId('ReturnerMerge', result.done['returnerMergeId'] ?? '');
};
const undo = (returnerMergeId: string) =>
  undoMergeReturners(as(making.coordinator), { returnerMergeId, ...idempotent() });
const viewed = async (actor: Actor) => {
  const source = '{ viewer { returner { id version viewerMayEdit loggedDays(first: 5) { nodes { onDate } } } } }';
  const { data, errors } = await askAs({ schema, database: fresh.database, clock }, actor, source);
  expect(errors).toBeUndefined();
  return (data as unknown as { viewer: { returner: { id: string; version: number } } }).viewer.returner;
};

it('leads both accounts to the record that is kept, for all that they read and do', async () => {
  const [kept, merged] = [await makeSeenReturner(making), await makeSeenReturner(making)];
  const mergeId = await merge(kept.returnerId, merged.returnerId);
  const both = [await signedIn(kept.actor), await signedIn(merged.actor)];
  for (const [index, actor] of both.entries()) {
    const { version } = await viewed(actor);
    // one of them still has a page open that names the old record
    for (const returnerId of [kept.returnerId, merged.returnerId]) {
      const day = { kind: 'PRIVATE', minutes: 60, onDate: calendarDate(`2026-11-0${index + 2}`) } as const;
      expect(await logDay(as(actor), { returnerId, ...day, ...idempotent() })).toHaveProperty('done');
    }
    const profile = { returnerId: merged.returnerId, expectedVersion: version, preferredName: `Name ${index}` };
    expect(await updateProfile(as(actor), profile)).toEqual({ done: { returnerId: kept.id } });
  }
  const [, actor = making.coordinator] = both;
  const request = { ...anyWish, returnerId: merged.returnerId, ...idempotent() };
  expect(await sendPlacementRequest(as(actor), request)).toHaveProperty('done');
  const seen = await Promise.all(both.map(viewed));
  expect(seen[0]).toEqual(seen[1]);
  expect(seen[0]).toMatchObject({ id: kept.returnerId, viewerMayEdit: true, loggedDays: { nodes: [{}, {}, {}, {}] } });
  const { rows } = await fresh.owner.query(
    'select count(*)::int from placement_request where returner_id = $1 union all select count(*)::int from logged_day where returner_id = $2',
    [kept.id, merged.id],
  );
  expect(rows).toEqual([{ count: 1 }, { count: 0 }]);

  expect(await undo(mergeId)).toHaveProperty('done');
  expect(await viewed(await signedIn(merged.actor))).toMatchObject({ id: merged.returnerId });
  expect(await viewed(await signedIn(kept.actor))).toMatchObject({ id: kept.returnerId });
});

it('lets a logged day go along with all that it holds, and brings it back', async () => {
  const [kept, merged] = [await makeSeenReturner(making), await makeSeenReturner(making)];
  const day = {
    kind: 'SUPERVISED',
    minutes: 420,
    onDate: calendarDate('2026-11-02'),
    startsAt: '08:30',
    isPaidPost: true,
    note: 'Example note',
  } as const;
  expect(await logDay(as(merged.actor), { returnerId: merged.returnerId, ...day, ...idempotent() })).toHaveProperty(
    'done',
  );
  const held = async (id: string) => {
    const { rows } = await fresh.owner.query<{ day: object }>(
      `select to_jsonb(d) - array['id', 'version', 'returner_id', 'recorded_at'] as day from logged_day d
       where returner_id = $1 and superseded_at is null and not is_removed`,
      [id],
    );
    return rows.map((row) => row.day);
  };
  const before = await held(merged.id);
  expect(before).toHaveLength(1);
  const mergeId = await merge(kept.returnerId, merged.returnerId);
  expect([await held(kept.id), await held(merged.id)]).toEqual([before, []]);
  expect(await undo(mergeId)).toHaveProperty('done');
  expect([await held(kept.id), await held(merged.id)]).toEqual([[], before]);
});

it('lets the newer plan, question and consent go along, and brings each back', async () => {
  const [kept, merged] = [await makeSeenReturner(making), await makeSeenReturner(making)];
  const plan = { startOn: calendarDate('2027-01-04'), daysAWeek: 2, weeksOff: [] };
  const mix = { supervised: 50, formal: 25, private: 25 };
  for (const { actor, returnerId } of [kept, merged])
    expect(await savePlan(as(actor), { returnerId, ...plan, mix })).toHaveProperty('done');
  await fresh.owner.query(
    `insert into programme_decision (returner_id, decision, reason, decided_by_id, decided_at, answers_digest)
     values ($1, 'ADMITTED', 'Example reason', $2, now(), 'of these answers')`,
    [merged.id, making.coordinator.personId],
  );
  await fresh.owner.query(`update plan set saved_on = '2026-11-01' where returner_id = $1`, [kept.id]);
  for (const [id, askedOn] of [
    [kept.id, '2026-11-01'],
    [merged.id, '2026-11-02'],
  ])
    await fresh.owner.query('insert into question_to_hcpc (returner_id, asked_on) values ($1, $2)', [id, askedOn]);
  const kind = 'CONTACT_BY_EMAIL';
  const consent = { returnerId: merged.returnerId, kind, wordingVersion: wordingOf(kind).version } as const;
  expect(await giveConsent(as(merged.actor), consent)).toHaveProperty('done');
  const standing = async (id: string) =>
    (
      await fresh.owner.query(
        `select (select saved_on::text from plan where returner_id = r.id) plan,
           (select asked_on::text from question_to_hcpc where returner_id = r.id and not is_superseded) question,
           (select count(*)::int from consent where returner_id = r.id) consents,
           (select count(*)::int from programme_decision where returner_id = r.id) decisions, accepts_email email
         from returner r where id = $1`,
        [id],
      )
    ).rows[0];
  const before = [await standing(kept.id), await standing(merged.id)];
  expect(before).toEqual([
    { plan: '2026-11-01', question: '2026-11-01', consents: 1, decisions: 0, email: false },
    { plan: '2026-11-23', question: '2026-11-02', consents: 2, decisions: 1, email: true },
  ]);
  const mergeId = await merge(kept.returnerId, merged.returnerId);
  expect(await standing(kept.id)).toEqual({
    plan: '2026-11-23',
    question: '2026-11-02',
    consents: 3,
    decisions: 1,
    email: true,
  });
  expect(await undo(mergeId)).toHaveProperty('done');
  expect([await standing(kept.id), await standing(merged.id)]).toEqual(before);
});

it('lets certified copies, the counter-signature and packs that were sent go along, and brings them back', async () => {
  const [kept, merged] = [await makeSeenReturner(making), await makeSeenReturner(making)];
  await fresh.owner.query(
    `insert into certified_document (returner_id, use, kind, has_words, has_signature, is_certified_by_applicant) values ($1, 'IDENTITY', 'PASSPORT', true, true, false)`,
    [merged.id],
  );
  await fresh.owner.query(
    `insert into counter_signature (returner_id, state, display_name, email, hcpc_number, profession_id, is_on_register, looked_up_on, named_on)
     select id, 'NAMED', 'Example Counter-signatory', 'counter@example.invalid', 'DT00001', profession_id, true, '2026-11-20', '2026-11-20' from returner where id = $1`,
    [merged.id],
  );
  const key = await personKey(fresh.database.orm.em.fork(), merged.actor.personId ?? '');
  if (!key) throw new Error('Whoever has a record has a key.');
  const { rows } = await fresh.owner.query<{ id: string }>(
    `insert into frozen_pack (returner_id, frozen_at, updating_digest, json_sha256, html_sha256, pdf_sha256, sealed_json, sealed_html, sealed_pdf)
     values ($1, now(), 'x', 'x', 'x', 'x', $2, $2, $2) returning id`,
    [merged.id, seal(key, 'pack', Buffer.from('as it was sent').toString('base64'))],
  );
  const frozenPackId = toGlobalId('FrozenPack', rows[0]?.id ?? '');
  const sent = async (actor: Actor) => {
    const result = await downloadPack(as(actor), { form: 'json', frozenPackId });
    return 'bytes' in result ? result.bytes.toString() : 'none';
  };
  const held = async () =>
    (
      await fresh.owner.query(
        ['certified_document', 'counter_signature', 'frozen_pack']
          .map((table) => `select returner_id = $1 as "ofKept" from ${table} where returner_id in ($1, $2)`)
          .join(' union all '),
        [kept.id, merged.id],
      )
    ).rows;
  const mergeId = await merge(kept.returnerId, merged.returnerId);
  expect(await held()).toEqual([{ ofKept: true }, { ofKept: true }, { ofKept: true }]);
  expect(await sent(await signedIn(kept.actor))).toBe('as it was sent');
  expect(await undo(mergeId)).toHaveProperty('done');
  expect(await held()).toEqual([{ ofKept: false }, { ofKept: false }, { ofKept: false }]);
  expect(await sent(await signedIn(merged.actor))).toBe('as it was sent');
  expect(await sent(await signedIn(kept.actor))).toBe('none');
});

it('is refused while a move to another region is not answered', async () => {
  const [kept, merged] = [await makeSeenReturner(making), await makeSeenReturner(making)];
  await fresh.owner.query(
    `insert into region_move (returner_id, from_region_id, to_region_id, reason, state, asked_by_id, asked_on)
     select $1, (select id from region where code = 'Y56'), (select id from region where code = 'Y62'), 'MOVED_HOME', 'ASKED', $2, '2026-11-23'`,
    [merged.id, making.coordinator.personId],
  );
  const ids = { keepReturnerId: kept.returnerId, mergeReturnerId: merged.returnerId };
  expect(await mergeReturners(as(making.coordinator), { ...ids, reason: 'Example', ...idempotent() })).toMatchObject({
    refused: [{ rule: 'MERGE_NO_OPEN_MOVE' }],
  });
});
