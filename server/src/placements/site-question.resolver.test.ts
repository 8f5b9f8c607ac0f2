import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Actor } from '../access/actor.ts';
import { makePerson } from '../access/person.factory.ts';
import { buildSchema } from '../graphql/build-schema.ts';
import { londonDate, type Clock } from '../kernel/clock.ts';
import { askAs } from '../testing/ask-as.ts';
import { freshDatabase, type FreshDatabase } from '../testing/fresh-database.ts';
import { regionIdIn } from '../testing/region-ids.ts';
import { anyPlaces, makeRequest, makeSite, type Making } from './placement.factory.ts';

const schema = buildSchema();
let now = '2026-11-23T10:00:00Z';
const clock: Clock = { now: () => new Date(now), today: () => londonDate(clock.now()) };
let fresh: FreshDatabase;
let making: Making;
beforeAll(async () => {
  fresh = await freshDatabase();
  const { em } = fresh.database.orm;
  making = {
    em,
    clock,
    coordinator: await makePerson(em, 'COORDINATOR', { regionId: await regionIdIn(fresh.owner, 'Y56') }),
  };
});
afterAll(() => fresh.close());

const ask = async (actor: Actor, source: string, variables: Record<string, unknown> = {}) => {
  const { data, errors } = await askAs({ schema, database: fresh.database, clock }, actor, source, variables);
  expect(errors).toBeUndefined();
  return data as unknown as Record<string, Record<string, never>>;
};
const asking = `mutation ($input: AskSiteInput!) { askSite(input: $input) { __typename
  ... on SiteAsked { placementRequest { sitesToAsk { placementSiteId hasContact askedOn escalatesOn isOverdue } } }
  ... on AskSiteRefused { refusals { code rule } } } }`;
const questions = `{ siteQuestions(first: 5, filter: { isAnswered: false }) { nodes { askedOn isOverdue profession { code } returner { id } } } }`;
const places = `mutation ($input: AddCapacityOfferInput!) { addCapacityOffer(input: $input) { __typename } }`;

test('a site within reach is asked once, by one mail without a name, and its next word answers', async () => {
  const { host, placementSiteId } = await makeSite(making);
  const person = await makeRequest(making);
  const other = await makeRequest(making);
  const input = { placementRequestId: person.placementRequestId, placementSiteId, idempotencyKey: randomUUID() };
  const again = () => ({ ...input, idempotencyKey: randomUUID() });

  expect(await ask(person.actor, asking, { input })).toMatchObject({
    askSite: { refusals: [{ rule: 'SITE_HAS_CONTACT' }] },
  });
  await fresh.owner.query(
    `update host set contact_name = 'Example Contact', contact_email = 'contact@example.invalid' where id = $1`,
    [host],
  );
  // the forbidden twin: nobody asks with somebody else's request
  expect(await ask(other.actor, asking, { input: again() })).toMatchObject({
    askSite: { refusals: [{ code: 'NOT_FOUND' }] },
  });
  expect(await ask(person.actor, asking, { input: again() })).toMatchObject({
    askSite: {
      placementRequest: {
        sitesToAsk: [
          { placementSiteId, hasContact: true, askedOn: '2026-11-23', escalatesOn: '2026-12-07', isOverdue: false },
        ],
      },
    },
  });
  expect(await ask(person.actor, asking, { input: again() })).toMatchObject({
    askSite: { refusals: [{ rule: 'SITE_IS_ASKED_ONCE' }] },
  });
  // somebody else waits for the same word: the contact has the mail already
  const second = { placementRequestId: other.placementRequestId, placementSiteId, idempotencyKey: randomUUID() };
  expect(await ask(other.actor, asking, { input: second })).toMatchObject({ askSite: { __typename: 'SiteAsked' } });
  expect((await fresh.owner.query(`select 1 from outgoing_mail where template = 'site-asked'`)).rowCount).toBe(1);

  const member = await makePerson(making.em, 'ORGANISATION_MEMBER', { hostId: host });
  now = '2026-12-08T10:00:00Z';
  // the site learns that it was asked, and not by whom
  const asked = { askedOn: '2026-11-23', isOverdue: true, profession: { code: 'DT' }, returner: null };
  expect(await ask(member, questions)).toEqual({ siteQuestions: { nodes: [asked, asked] } });
  expect(await ask(making.coordinator, questions)).toMatchObject({
    siteQuestions: { nodes: [{ returner: {} }, { returner: {} }] },
  });
  const elsewhere = await makePerson(making.em, 'COORDINATOR', { regionId: await regionIdIn(fresh.owner, 'Y62') });
  expect(await ask(elsewhere, questions)).toEqual({ siteQuestions: { nodes: [] } });

  const said = {
    ...anyPlaces,
    answer: 'NO',
    noReason: 'FULL',
    placementSiteId,
    professionCode: 'DT',
    idempotencyKey: randomUUID(),
  };
  expect(await ask(member, places, { input: said })).toMatchObject({
    addCapacityOffer: { __typename: 'CapacityOfferAdded' },
  });
  expect(await ask(member, questions)).toEqual({ siteQuestions: { nodes: [] } });
});
