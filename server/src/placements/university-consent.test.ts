import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { anonymous, type Actor } from '../access/actor.ts';
import type { Scope } from '../access/scopes.ts';
import type { CommandContext, CommandResult } from '../audit/run-command.ts';
import { buildSchema } from '../graphql/build-schema.ts';
import { fromGlobalId, toGlobalId } from '../kernel/global-id.ts';
import { askAs } from '../testing/ask-as.ts';
import { freshDatabase, type FreshDatabase } from '../testing/fresh-database.ts';
import { makeSmallWorld, standingClock, type SmallWorld } from '../testing/small-world.ts';
import { letUniversityFollow, stopUniversityFollowing } from './decide-university-consent.command.ts';

const schema = buildSchema();
let fresh: FreshDatabase;
let world: SmallWorld;
let person: Actor;
let returnerId: string;
const universities: string[] = [];
beforeAll(async () => {
  fresh = await freshDatabase();
  world = await makeSmallWorld(fresh.database.orm.em);
  await fresh.owner.query('delete from university_consent');
  const { rows } = await fresh.owner.query<{ person: string; returner: string }>(
    'select r.person_id as person, r.id as returner from placement p join returner r on r.id = p.returner_id where p.is_shown limit 1',
  );
  person = { ...(world.actors['returner'] ?? anonymous), personId: rows[0]?.person ?? '' };
  returnerId = toGlobalId('Returner', rows[0]?.returner ?? '');
  for (const kind of ['UNIVERSITY', 'UNIVERSITY', 'CHARITY'])
    universities.push(
      (
        await fresh.owner.query<{ id: string }>(
          `insert into host (kind, name, region_id) select $1, 'Example ' || $1, id from region limit 1 returning id`,
          [kind],
        )
      ).rows[0]?.id ?? '',
    );
});
afterAll(() => fresh.close());

const context = (): CommandContext => ({
  actor: person,
  clock: standingClock,
  traceId: 'test',
  em: fresh.database.orm.em.fork(),
});
const of = (index: number) => ({
  returnerId,
  hostId: toGlobalId('Host', universities[index] ?? ''),
  idempotencyKey: randomUUID(),
});
const became = async (result: Promise<CommandResult>) => {
  const found = await result;
  return 'refused' in found ? found.refused.map(({ rule, code }) => rule ?? code) : 'done';
};
const program = (index: number, ...scopes: Scope[]): Actor => ({
  ...anonymous,
  kind: 'PARTNER',
  hostIds: [universities[index] ?? ''],
  partner: { clientId: randomUUID(), keyId: randomUUID(), ownerId: randomUUID(), scopes, budget: 1_000 },
});
const followed = async (actor: Actor) => {
  const query = '{ followedPlacements(first: 9) { nodes { id returnerName hostName siteName state startsOn } } }';
  const { data, errors } = await askAs({ schema, database: fresh.database, clock: standingClock }, actor, query);
  expect(errors).toBeUndefined();
  return (data as { followedPlacements: { nodes: { id: string }[] } } | null)?.followedPlacements.nodes ?? [];
};

describe('a university', () => {
  it('sees the placements of those who let it, and of nobody before', async () => {
    expect(await followed(program(0, 'FOLLOW_STUDENTS'))).toEqual([]);
    expect(await became(letUniversityFollow(context(), { ...of(0), wordingVersion: 1 }))).toBe('done');
    const [placement, ...others] = await followed(program(0, 'FOLLOW_STUDENTS'));
    expect(others).toEqual([]);
    expect(placement).toMatchObject({ state: 'ACCEPTED', returnerName: expect.stringContaining('Example') as string });
    const staff = { ...anonymous, kind: 'ORGANISATION_MEMBER', hostIds: [universities[0] ?? ''] } as const;
    expect(await followed({ ...staff, personId: randomUUID() })).toHaveLength(1);
    // neither another university, nor the placement itself, with all that stands in it
    expect(await followed(program(1, 'FOLLOW_STUDENTS'))).toEqual([]);
    const source = 'query ($id: ID!) { node(id: $id) { id } }';
    const id = toGlobalId('Placement', fromGlobalId(placement?.id ?? '')?.id ?? '');
    const { data } = await askAs(
      { schema, database: fresh.database, clock: standingClock },
      program(0, 'FOLLOW_STUDENTS', 'READ_PLACEMENTS'),
      source,
      { id },
    );
    expect(data).toEqual({ node: null });
  });

  it('sees nothing any more once somebody takes it back, neither in a list nor by the id', async () => {
    const actor = program(0, 'FOLLOW_STUDENTS');
    const [placement] = await followed(actor);
    expect(await became(stopUniversityFollowing(context(), of(0)))).toBe('done');
    expect(await followed(actor)).toEqual([]);
    const source = 'query ($id: ID!) { node(id: $id) { ... on FollowedPlacement { state } } }';
    const { data } = await askAs({ schema, database: fresh.database, clock: standingClock }, actor, source, {
      id: placement?.id,
    });
    expect(data).toEqual({ node: null });
    expect(await became(stopUniversityFollowing(context(), of(0)))).toEqual(['NOT_FOUND']);
  });

  it('is one, in the words in force, and chosen by the person alone', async () => {
    expect(await became(letUniversityFollow(context(), { ...of(2), wordingVersion: 1 }))).toEqual([
      'ONLY_UNIVERSITIES_FOLLOW',
    ]);
    expect(await became(letUniversityFollow(context(), { ...of(1), wordingVersion: 9 }))).toEqual([
      'CONSENT_TO_WORDS_IN_FORCE',
    ]);
    const another = { ...context(), actor: { ...person, personId: randomUUID() } };
    expect(await became(letUniversityFollow(another, { ...of(1), wordingVersion: 1 }))).toEqual(['NOT_FOUND']);
  });
});
