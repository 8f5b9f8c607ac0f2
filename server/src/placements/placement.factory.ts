import { randomUUID } from 'node:crypto';
import type { EntityManager } from '@mikro-orm/postgresql';
import type { Actor } from '../access/actor.ts';
import type { CommandContext, CommandResult } from '../audit/run-command.ts';
import type { Clock } from '../kernel/clock.ts';
import { calendarDate } from '../kernel/calendar-date.ts';
import { toGlobalId } from '../kernel/global-id.ts';
import { giveConsent } from '../returners/decide-consent.command.ts';
import { makeReturner } from '../returners/returner.factory.ts';
import { updateProfile } from '../returners/update-profile.command.ts';
import { wordingOf } from '../returners/consent.rules.ts';
import { addHost } from './add-host.command.ts';
import type { CapacityTerms } from './capacity-faults.rules.ts';
import { PlacementSiteSchema } from './host.entity.ts';
import type { RequestTerms } from './request.rules.ts';
import { addCapacityOffer } from './save-capacity.command.ts';
import { addSupervisor, recordRegisterCheck } from './save-supervisor.command.ts';
import { sendPlacementRequest } from './send-request.command.ts';

/** The id of what a command has made; fails where it was refused. */
export const madeBy = (result: CommandResult, key: string): string => {
  if (!('done' in result)) throw new Error(JSON.stringify(result.refused));
  return result.done[key] ?? '';
};

/** A wish that most places fit. Dates lie in early 2027. */
export const anyWish: RequestTerms = {
  travelMode: 'PUBLIC_TRANSPORT',
  travelMinutesAtMost: 60,
  weekdays: [1, 2, 3],
  daysAWeek: 2,
  daysNeeded: 10,
  dayStartsAt: 480,
  dayEndsAt: 1080,
  minutesADayAtLeast: 240,
  earliestStartOn: calendarDate('2027-01-04'),
  latestStartOn: calendarDate('2027-03-01'),
  noticeDays: 14,
  adjustments: [],
  ranking: ['TRAVEL'],
  likedWeekdays: [],
  likedSettings: [],
  wantsPaid: false,
};

/** Places from January to June 2027. */
export const anyPlaces: CapacityTerms = {
  answer: 'YES',
  startsOn: calendarDate('2027-01-04'),
  endsOn: calendarDate('2027-06-30'),
  places: 1,
  weekdays: [1, 2, 3, 4, 5],
  dayStartsAt: 540,
  dayEndsAt: 1020,
  noticeDays: 0,
  setting: 'CLINICAL',
  remotePercent: 0,
  contract: 'HONORARY',
  adjustments: [],
};

/** What factories need: where to write, the time, and a coordinator of the region of the postcode. */
export interface Making {
  readonly em: EntityManager;
  readonly clock: Clock;
  readonly coordinator: Actor;
}

const as = ({ em, clock }: Making, actor: Actor): CommandContext => ({
  actor,
  clock,
  traceId: 'factory',
  em: em.fork(),
});
let made = 0;

/** A site of a host of its own, with one supervisor of dietetics who was looked up. */
export const makeSite = async (making: Making, postcode = 'E1 4NS', atOnceAtMost = 5) => {
  made += 1;
  const context = () => as(making, making.coordinator);
  const host = madeBy(await addHost(context(), { kind: 'CHARITY', name: `Example Host ${made}`, postcode }), 'hostId');
  const em = making.em.fork();
  const site = await em.findOneOrFail(PlacementSiteSchema, { host });
  const hostId = toGlobalId('Host', host);
  const supervisor = madeBy(
    await addSupervisor(context(), {
      hostId,
      displayName: `Example Supervisor ${made}`,
      professionCode: 'DT',
      registered: [{ from: calendarDate('2015-01-01') }],
      scope: [],
      atOnceAtMost,
      weekdays: [1, 2, 3, 4, 5],
    }),
    'supervisorId',
  );
  const supervisorId = toGlobalId('Supervisor', supervisor);
  const checkedOn = making.clock.today();
  madeBy(
    await recordRegisterCheck(context(), {
      supervisorId,
      expectedVersion: 1,
      checkedOn,
      seen: 'On the Register.',
      proceedings: [],
    }),
    'supervisorId',
  );
  return {
    host,
    hostId,
    site: site.id,
    placementSiteId: toGlobalId('PlacementSite', site.id),
    supervisor,
    supervisorId,
  };
};

/** Places at a site, and the id the API shows. */
export const makeOffer = async (
  making: Making,
  { placementSiteId, supervisorId }: { readonly placementSiteId: string; readonly supervisorId: string },
  terms: Partial<CapacityTerms> = {},
) => {
  const input = {
    ...anyPlaces,
    ...terms,
    placementSiteId,
    supervisorId,
    professionCode: 'DT',
    firstShownToBoardIds: [],
    idempotencyKey: randomUUID(),
  };
  const id = madeBy(await addCapacityOffer(as(making, making.coordinator), input), 'capacityOfferId');
  return { id, capacityOfferId: toGlobalId('CapacityOffer', id) };
};

/** A returner to dietetics at a postcode who lets coordinators see the record. */
export const makeSeenReturner = async (making: Making, postcode = 'E1 4NS') => {
  const returner = await makeReturner(making.em, making.clock);
  const context = () => as(making, returner.actor);
  const { returnerId } = returner;
  madeBy(await updateProfile(context(), { returnerId, expectedVersion: 1, homePostcode: postcode }), 'returnerId');
  const kind = 'SHARE_WITH_COORDINATORS' as const;
  madeBy(await giveConsent(context(), { returnerId, kind, wordingVersion: wordingOf(kind).version }), 'returnerId');
  return returner;
};

/** The same, with an open request. */
export const makeRequest = async (making: Making, wish: Partial<RequestTerms> = {}, postcode = 'E1 4NS') => {
  const returner = await makeSeenReturner(making, postcode);
  const input = { ...anyWish, ...wish, returnerId: returner.returnerId, idempotencyKey: randomUUID() };
  const request = madeBy(await sendPlacementRequest(as(making, returner.actor), input), 'placementRequestId');
  return { ...returner, request, placementRequestId: toGlobalId('PlacementRequest', request) };
};
