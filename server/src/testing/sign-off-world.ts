import { randomUUID } from 'node:crypto';
import { expect } from 'vitest';
import { anonymous, type Actor } from '../access/actor.ts';
import { makePerson } from '../access/person.factory.ts';
import { buildSchema } from '../graphql/build-schema.ts';
import { londonDate, type Clock } from '../kernel/clock.ts';
import { fromGlobalId, toGlobalId } from '../kernel/global-id.ts';
import { latestMails } from '../messages/mail.queries.ts';
import { makeOffer, makeRequest, makeSite, type Making } from '../placements/placement.factory.ts';
import { askAs } from './ask-as.ts';
import type { FreshDatabase } from './fresh-database.ts';
import { regionIdIn } from './region-ids.ts';

/** Days to confirm, as far as tests look at them. */
export interface Shown {
  readonly id: string;
  readonly version: number;
  readonly state: string;
  readonly days: readonly { readonly loggedDayId: string; readonly version: number }[];
}
type Answer = Record<string, never>;

/** What tests of sign-off read of one. */
export const signOffFields = `signOff { id version state linkSentOn isProvisional signedBy agreedText viewerActions supervisorName days { loggedDayId version onDate state comment } }`;

/** An answer that confirms all days, or sends the first one back. */
export const confirming = ({ days }: Pick<Shown, 'days'>, back: string | null = null) => ({
  wordingVersion: 1,
  days: days.map(({ loggedDayId, version }, index) => ({
    loggedDayId,
    version,
    isConfirmed: index > 0 || back === null,
    comment: index === 0 ? back : null,
  })),
});

/** The sign-off in an answer; fails where it was refused. */
export const shownIn = (answer: Answer): Shown => {
  expect(answer).toHaveProperty('signOff');
  return answer['signOff'] as unknown as Shown;
};

/** A world in which supervisors sign, through the API alone. Its clock stands at `clock.at` and can be moved both ways. */
export const makeSignOffWorld = async (fresh: FreshDatabase) => {
  const schema = buildSchema();
  const time = { at: '2027-02-01T10:00:00Z' };
  const clock: Clock = { now: () => new Date(time.at), today: () => londonDate(clock.now()) };
  const { em } = fresh.database.orm;
  const before: Clock = { now: () => new Date('2026-12-01T10:00:00Z'), today: () => londonDate(before.now()) };
  const making: Making = {
    em,
    clock: before,
    coordinator: await makePerson(em, 'COORDINATOR', { regionId: await regionIdIn(fresh.owner, 'Y56') }),
  };

  const ask = async (actor: Actor, source: string, variables: Record<string, unknown> = {}) => {
    const { data, errors } = await askAs({ schema, database: fresh.database, clock }, actor, source, variables);
    expect(errors).toBeUndefined();
    return data as unknown as Record<string, Answer>;
  };
  const command = async (actor: Actor, name: string, input: Record<string, unknown>, shown = ''): Promise<Answer> => {
    const type = `${name[0]?.toUpperCase()}${name.slice(1)}`;
    const argument = ['nudgeSignOff', 'withdrawSignOff'].includes(name) ? 'ChangeSignOff' : type;
    const source = `mutation ($input: ${argument}Input!) { answer: ${name}(input: $input) { __typename ${shown} ... on ${type}Refused { refusals { code rule message } } } }`;
    const { answer } = await ask(actor, source, { input: { idempotencyKey: randomUUID(), ...input } });
    return answer ?? ({} as Answer);
  };
  const logDay = (
    person: { readonly actor: Actor; readonly returnerId: string },
    onDate: string,
    kind = 'SUPERVISED',
  ) =>
    command(
      person.actor,
      'logDay',
      { returnerId: person.returnerId, onDate, kind, minutes: 420 },
      '... on DayLogged { loggedDay { id } }',
    );

  /** A returner in a placement under way, with a supervisor who has an account, and a day logged per date. */
  const underWay = async (
    dates: readonly string[],
    {
      person,
      startsOn = '2027-01-04',
      endsOn = '2027-03-01',
    }: Partial<{
      readonly person: Awaited<ReturnType<typeof makeRequest>>;
      readonly startsOn: string;
      readonly endsOn: string;
    }> = {},
  ) => {
    const site = await makeSite(making);
    const offer = await makeOffer(making, site);
    const returner = person ?? (await makeRequest(making));
    const supervisor = await makePerson(em, 'SUPERVISOR');
    await fresh.owner.query('update supervisor set person_id = $1 where id = $2', [
      supervisor.personId,
      site.supervisor,
    ]);
    const { rows } = await fresh.owner.query<{ id: string }>(
      `insert into placement (returner_id, request_id, offer_id, host_id, site_id, supervisor_id, seat, state, is_live, is_shown, starts_on, ends_on, weekdays, proposed_on, changed_on)
       values ($1, $2, $3, $4, $5, $6, 1, $7, $7 = 'STARTED', true, $8, $9, '[1, 2]', '2026-12-01', '2027-01-04') returning id`,
      [
        returner.id,
        returner.request,
        offer.id,
        site.host,
        site.site,
        site.supervisor,
        person ? 'COMPLETED' : 'STARTED',
        startsOn,
        endsOn,
      ],
    );
    for (const onDate of dates) await logDay(returner, onDate);
    const member = await makePerson(em, 'ORGANISATION_MEMBER', { hostId: site.host });
    return { ...site, person: returner, supervisor, member, placementId: toGlobalId('Placement', rows[0]?.id ?? '') };
  };
  type World = Awaited<ReturnType<typeof underWay>>;

  /** Another supervisor of the same organisation, in good standing. */
  const anotherSupervisor = async ({ supervisorId }: World): Promise<string> => {
    const { rows } = await fresh.owner.query<{ id: string }>(
      `insert into supervisor (host_id, display_name, profession_id, registered, scope, at_once_at_most, weekdays, checked_on, checked_by_id, seen, check_again_by)
       select host_id, 'Another Example Supervisor', profession_id, '[{"from": "2015-01-01", "until": null}]', scope, 3, weekdays, '2026-11-20', (select id from person limit 1), 'Looked up.', '2027-05-20'
       from supervisor where id = $1 returning id`,
      [fromGlobalId(supervisorId)?.id],
    );
    return toGlobalId('Supervisor', rows[0]?.id ?? '');
  };
  const confirmAddress = async (
    { member, supervisorId }: Pick<World, 'member' | 'supervisorId'>,
    email = `supervisor-${randomUUID().slice(0, 8)}@example.invalid`,
  ) => {
    const shown = '... on SupervisorAddressConfirmed { supervisor { signOffAddress } }';
    expect(await command(member, 'confirmSupervisorAddress', { supervisorId, email }, shown)).toMatchObject({
      supervisor: { signOffAddress: email },
    });
    return email;
  };
  const sheetOf = async (token: string) =>
    (
      await ask(
        anonymous,
        `query ($token: String!) { signOffSheet(token: $token) { supervisorName activities days { loggedDayId version onDate } statement { version confirms } } }`,
        { token },
      )
    )['signOffSheet'] as unknown as Shown | null;

  return {
    time,
    clock,
    making,
    ask,
    command,
    logDay,
    underWay,
    anotherSupervisor,
    confirmAddress,
    sheetOf,
    askFor: (
      { person, placementId }: Pick<World, 'person' | 'placementId'>,
      from = '2027-01-01',
      until = '2027-01-31',
      more: Record<string, unknown> = {},
    ) =>
      command(
        person.actor,
        'askSignOff',
        { placementId, from, until, ...more },
        `... on SignOffAsked { ${signOffFields} }`,
      ),
    byLink: (token: string, answer: object, more: Record<string, unknown> = {}) =>
      command(anonymous, 'settleSignOffByLink', { token, ...answer, ...more }, '... on SignOffSettledByLink { state }'),
    tokenIn: async (email: string): Promise<string> => {
      const [mail] = await latestMails(em.fork(), email);
      return /#([\w-]{43})/.exec(mail?.text ?? '')?.[1] ?? 'no link';
    },
    meterOf: async ({ person }: Pick<World, 'person'>) =>
      (
        await ask(
          person.actor,
          `query ($id: ID!) { returner(id: $id) { signedPractice { signedMinutes provisionalMinutes waitingMinutes unsignedMinutes } } }`,
          { id: person.returnerId },
        )
      )['returner']?.['signedPractice'],
  };
};
/** The world of sign-off. */
export type SignOffWorld = Awaited<ReturnType<typeof makeSignOffWorld>>;
