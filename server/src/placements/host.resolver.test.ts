import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Actor } from '../access/actor.ts';
import { PersonSchema } from '../access/person.entity.ts';
import { makePerson } from '../access/person.factory.ts';
import { buildSchema } from '../graphql/build-schema.ts';
import { londonDate, type Clock } from '../kernel/clock.ts';
import { fromGlobalId, toGlobalId } from '../kernel/global-id.ts';
import { askAs } from '../testing/ask-as.ts';
import { freshDatabase, type FreshDatabase } from '../testing/fresh-database.ts';
import { regionIdIn } from '../testing/region-ids.ts';

const schema = buildSchema();
const clock: Clock = { now: () => new Date('2026-11-23T10:00:00Z'), today: () => londonDate(clock.now()) };
let fresh: FreshDatabase;
let london: Actor;
let northWest: Actor;
beforeAll(async () => {
  fresh = await freshDatabase();
  london = await makePerson(fresh.database.orm.em, 'COORDINATOR', { regionId: await regionIdIn(fresh.owner, 'Y56') });
  northWest = await makePerson(fresh.database.orm.em, 'COORDINATOR', {
    regionId: await regionIdIn(fresh.owner, 'Y62'),
  });
});
afterAll(() => fresh.close());

const ask = async (actor: Actor, source: string, variables: Record<string, unknown> = {}) => {
  const { data, errors } = await askAs({ schema, database: fresh.database, clock }, actor, source, variables);
  expect(errors).toBeUndefined();
  return data as unknown as Record<string, Record<string, never>>;
};
const refusals = '{ refusals { code path rule ... on ConflictRefusal { currentVersion } } }';
const add = `mutation ($input: AddHostInput!) { addHost(input: $input) { ... on HostAdded { host { id version kind name
  viewerMayManage sites(first: 100) { nodes { id version name confirmedOn } } } } ... on AddHostRefused ${refusals} } }`;
const host = async (name: string, postcode = 'E1 4NS') => {
  const { addHost } = await ask(london, add, { input: { kind: 'CHARITY', name, postcode } });
  return (addHost as unknown as { host: { id: string; sites: { nodes: { id: string }[] } } }).host;
};

describe('an organisation', () => {
  test('is begun from the published list, with its sites not yet confirmed', async () => {
    const { rows } = await fresh.owner.query<{ id: string; sites: string }>(
      `select t.id, count(s.id) sites from trust t join site s on s.trust_id = t.id join region r on r.id = t.region_id
       where r.code = 'Y56' and t.closed_on is null group by t.id order by t.id limit 1`,
    );
    const trustId = toGlobalId('Trust', rows[0]?.id ?? '');
    const { addHost } = await ask(london, add, { input: { trustId } });
    expect(addHost).toMatchObject({ host: { version: 1, kind: 'NHS_TRUST', viewerMayManage: true } });
    const added = addHost as unknown as { host: { sites: { nodes: { confirmedOn: null }[] } } };
    expect(added.host.sites.nodes).toHaveLength(Math.min(100, Number(rows[0]?.sites)));
    expect(added.host.sites.nodes.every(({ confirmedOn }) => confirmedOn === null)).toBe(true);
    const again = await ask(london, add, { input: { trustId } });
    expect(again['addHost']).toMatchObject({ refusals: [{ rule: 'ONE_HOST_PER_TRUST' }] });
    const elsewhere = await ask(northWest, add, {
      input: { kind: 'CHARITY', name: 'Example Charity', postcode: 'E1 4NS' },
    });
    expect(elsewhere['addHost']).toMatchObject({ refusals: [{ rule: 'OWN_AREA' }] });
  });

  test('names one contact, and refuses a stale change', async () => {
    const { id } = await host('Example Charity A');
    const name = `mutation ($input: NameHostContactInput!) { nameHostContact(input: $input) {
      ... on HostContactNamed { host { version contactName contactEmail } } ... on NameHostContactRefused ${refusals} } }`;
    const input = { hostId: id, expectedVersion: 1, name: 'Example Contact', email: 'contact@example.invalid' };
    expect(await ask(london, name, { input })).toMatchObject({
      nameHostContact: { host: { version: 2, contactName: 'Example Contact' } },
    });
    expect(await ask(london, name, { input })).toMatchObject({
      nameHostContact: { refusals: [{ code: 'CONFLICT', currentVersion: 2 }] },
    });
    expect(await ask(northWest, name, { input })).toMatchObject({
      nameHostContact: { refusals: [{ code: 'NOT_FOUND' }] },
    });
  });

  test('hands out its roles itself, and its members confirm a site', async () => {
    const em = fresh.database.orm.em;
    const { id, sites } = await host('Example Charity B');
    const hostId = fromGlobalId(id)?.id ?? '';
    const person = await makePerson(em, 'RETURNER');
    const { email } = await em.fork().findOneOrFail(PersonSchema, { id: person.personId });
    const give = `mutation ($input: GiveHostRoleInput!) { giveHostRole(input: $input) { __typename ... on GiveHostRoleRefused ${refusals} } }`;
    const administrator = await makePerson(em, 'ORGANISATION_ADMINISTRATOR', { hostId });
    const member = await makePerson(em, 'ORGANISATION_MEMBER', { hostId });
    const input = { hostId: id, email, role: 'SUPERVISOR' };
    expect(await ask(administrator, give, { input })).toMatchObject({ giveHostRole: { __typename: 'HostRoleGiven' } });
    // nobody learns by asking that this address has an account: its owner is invited like anybody else
    const held = await fresh.owner.query(
      'select (select count(*)::int from role_grant where person_id = $1 and host_id = $2) grants, count(*)::int invitations from host_invitation where email = $3',
      [person.personId, hostId, email],
    );
    expect(held.rows).toEqual([{ grants: 0, invitations: 1 }]);
    const other = await makePerson(em, 'ORGANISATION_ADMINISTRATOR', {
      hostId: fromGlobalId((await host('Example Charity C')).id)?.id ?? '',
    });
    expect(await ask(other, give, { input })).toMatchObject({ giveHostRole: { refusals: [{ code: 'NOT_FOUND' }] } });

    const confirm = `mutation ($input: ConfirmSiteProfileInput!) { confirmSiteProfile(input: $input) {
      ... on SiteProfileConfirmed { placementSite { version confirmedOn atOnceAtMost adjustments } } ... on ConfirmSiteProfileRefused ${refusals} } }`;
    const profile = {
      placementSiteId: sites.nodes[0]?.id,
      expectedVersion: 1,
      name: 'Example Site',
      atOnceAtMost: 3,
      adjustments: ['STEP_FREE'],
    };
    expect(await ask(other, confirm, { input: profile })).toMatchObject({
      confirmSiteProfile: { refusals: [{ code: 'NOT_FOUND' }] },
    });
    expect(await ask(member, confirm, { input: profile })).toMatchObject({
      confirmSiteProfile: {
        placementSite: { version: 2, confirmedOn: '2026-11-23', atOnceAtMost: 3, adjustments: ['STEP_FREE'] },
      },
    });
    expect(await ask(member, '{ viewer { hosts { name } } }')).toEqual({
      viewer: { hosts: [{ name: 'Example Charity B' }] },
    });
  });
});

describe('the roles of an organisation', () => {
  const give = `mutation ($input: GiveHostRoleInput!) { giveHostRole(input: $input) { __typename ... on GiveHostRoleRefused ${refusals} } }`;
  const take = `mutation ($input: HostRoleInput!) { takeHostRole(input: $input) { __typename ... on TakeHostRoleRefused ${refusals} } }`;
  const members = `query ($id: ID!) { host(id: $id) { viewerMayGiveRoles members { displayName email role isInvited } } }`;
  const accept = `mutation ($input: AcceptHostInvitationInput!) { acceptHostInvitation(input: $input) { __typename ... on AcceptHostInvitationRefused ${refusals} } }`;

  test('an address without an account is invited once, and its owner alone takes the invitation', async () => {
    const em = fresh.database.orm.em;
    const { id } = await host('Example Charity E');
    const administrator = await makePerson(em, 'ORGANISATION_ADMINISTRATOR', { hostId: fromGlobalId(id)?.id ?? '' });
    const email = 'invited@example.invalid';
    const invitationsSent = async () =>
      (await fresh.owner.query(`select 1 from outgoing_mail where template = 'host-invited'`)).rowCount ?? 0;
    const before = await invitationsSent();
    const input = { hostId: id, email, role: 'ORGANISATION_MEMBER' };
    for (const _twice of [1, 2])
      expect(await ask(administrator, give, { input })).toMatchObject({
        giveHostRole: { __typename: 'HostRoleGiven' },
      });
    const { host: shown } = await ask(administrator, members, { id });
    expect(shown).toMatchObject({ viewerMayGiveRoles: true });
    expect(
      (shown as unknown as { members: { isInvited: boolean }[] }).members.filter(({ isInvited }) => isInvited),
    ).toEqual([{ displayName: null, email, role: 'ORGANISATION_MEMBER', isInvited: true }]);
    expect(await ask(northWest, members, { id })).toEqual({ host: { viewerMayGiveRoles: false, members: [] } });
    expect(await invitationsSent()).toBe(before + 1);

    const invited = await makePerson(em, 'RETURNER');
    await fresh.owner.query('update person set email = $2 where id = $1', [invited.personId, email]);
    const mine = '{ viewer { hostInvitations { id role host { name } } } }';
    const { viewer } = await ask(invited, mine);
    expect(viewer).toMatchObject({
      hostInvitations: [{ role: 'ORGANISATION_MEMBER', host: { name: 'Example Charity E' } }],
    });
    const [invitation] = (viewer as unknown as { hostInvitations: { id: string }[] }).hostInvitations;
    const taking = { input: { hostInvitationId: invitation?.id } };
    expect(await ask(await makePerson(em, 'RETURNER'), accept, taking)).toMatchObject({
      acceptHostInvitation: { refusals: [{ code: 'NOT_FOUND' }] },
    });
    expect(await ask(invited, accept, taking)).toMatchObject({
      acceptHostInvitation: { __typename: 'HostInvitationAccepted' },
    });
    expect(await ask(invited, mine)).toEqual({ viewer: { hostInvitations: [] } });
    expect(
      (
        await fresh.owner.query('select role from role_grant where person_id = $1 and host_id is not null', [
          invited.personId,
        ])
      ).rows,
    ).toEqual([{ role: 'ORGANISATION_MEMBER' }]);
  });

  test('one role takes the place of another, and the last administrator stays', async () => {
    const em = fresh.database.orm.em;
    const { id } = await host('Example Charity F');
    const hostId = fromGlobalId(id)?.id ?? '';
    const administrator = await makePerson(em, 'ORGANISATION_ADMINISTRATOR', { hostId });
    const emailOf = async ({ personId }: Actor) =>
      (await em.fork().findOneOrFail(PersonSchema, { id: personId })).email;
    const own = { hostId: id, email: await emailOf(administrator), role: 'ORGANISATION_ADMINISTRATOR' };
    expect(await ask(administrator, take, { input: own })).toMatchObject({
      takeHostRole: { refusals: [{ rule: 'ONE_ADMINISTRATOR_STAYS' }] },
    });
    const member = await makePerson(em, 'ORGANISATION_MEMBER', { hostId });
    const input = {
      hostId: id,
      email: await emailOf(member),
      role: 'ORGANISATION_ADMINISTRATOR',
      insteadOf: 'ORGANISATION_MEMBER',
    };
    expect(await ask(administrator, give, { input })).toMatchObject({ giveHostRole: { __typename: 'HostRoleGiven' } });
    expect(await ask(administrator, take, { input: own })).toMatchObject({
      takeHostRole: { __typename: 'HostRoleTaken' },
    });
    const { rows } = await fresh.owner.query('select role, person_id from role_grant where host_id = $1', [hostId]);
    expect(rows).toEqual([{ role: 'ORGANISATION_ADMINISTRATOR', person_id: member.personId }]);
  });
});

describe('a supervisor', () => {
  test('is eligible only once somebody has looked at the Register, and says from when', async () => {
    const { id } = await host('Example Charity D');
    const addIt = `mutation ($input: AddSupervisorInput!) { addSupervisor(input: $input) {
      ... on SupervisorAdded { supervisor { id version eligibility { isEligible } } } ... on AddSupervisorRefused ${refusals} } }`;
    const input = {
      hostId: id,
      displayName: 'Example Supervisor 1',
      professionCode: 'DT',
      registered: [{ from: '2024-01-10' }],
      atOnceAtMost: 2,
      weekdays: [1, 2],
    };
    expect(await ask(london, addIt, { input: { ...input, weekdays: [8] } })).toMatchObject({
      addSupervisor: { refusals: [{ path: ['weekdays'] }] },
    });
    const { addSupervisor } = await ask(london, addIt, { input });
    expect(addSupervisor).toMatchObject({ supervisor: { version: 1, eligibility: { isEligible: false } } });
    const supervisorId = (addSupervisor as unknown as { supervisor: { id: string } }).supervisor.id;
    const check = `mutation ($input: RecordRegisterCheckInput!) { recordRegisterCheck(input: $input) {
      ... on RegisterCheckRecorded { supervisor { checkedOn checkAgainBy seen eligibility { isEligible eligibleFrom reasons { isMet rule { key } } }
        later: eligibility(on: "2027-01-10") { isEligible } other: eligibility(on: "2027-01-10", professionCode: "OT") { isEligible } } }
      ... on RecordRegisterCheckRefused ${refusals} } }`;
    const seen = { supervisorId, expectedVersion: 1, checkedOn: '2026-11-20', seen: 'On the Register, no conditions.' };
    expect(await ask(london, check, { input: { ...seen, checkedOn: '2026-11-24' } })).toMatchObject({
      recordRegisterCheck: { refusals: [{ path: ['checkedOn'] }] },
    });
    expect(await ask(london, check, { input: seen })).toMatchObject({
      recordRegisterCheck: {
        supervisor: {
          checkedOn: '2026-11-20',
          checkAgainBy: '2027-05-20',
          eligibility: { isEligible: false, eligibleFrom: '2027-01-10' },
          later: { isEligible: true },
          other: { isEligible: false },
        },
      },
    });
    const list = `query ($id: ID!) { host(id: $id) { supervisors(first: 5, orderBy: CHECK_AGAIN, filter: { checkDueBy: "2027-06-01" }) { nodes { displayName } } } }`;
    expect(await ask(london, list, { id })).toEqual({
      host: { supervisors: { nodes: [{ displayName: 'Example Supervisor 1' }] } },
    });
    expect(await ask(northWest, list, { id })).toEqual({ host: { supervisors: { nodes: [] } } });
  });
});
