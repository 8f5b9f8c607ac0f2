import { PersonSchema } from '../access/person.entity.ts';
import type { Actor } from '../access/actor.ts';
import type { CommandContext } from '../audit/run-command.ts';
import { parseCalendarDate, type CalendarDate } from '../kernel/calendar-date.ts';
import { ProfessionSchema } from '../organisations/profession.entity.ts';
import { SiteSchema } from '../organisations/organisation.entity.ts';
import { HostSchema, PlacementSiteSchema, SupervisorSchema, type Supervisor } from '../placements/host.entity.ts';
import { mayManageHost } from '../placements/host.policy.ts';
import { hostSubject } from '../placements/host.queries.ts';
import { CapacityOfferSchema, PlacementSchema, type CapacityOffer } from '../placements/placement.entity.ts';
import { ReturnerSchema } from '../returners/returner.entity.ts';
import { maySeeReturner } from '../returners/returner.policy.ts';
import { homeIn, subjectOf } from '../returners/returner.queries.ts';
import type { CapacityFacts, OfferFact, SupervisorFact } from './capacity-rows.rules.ts';
import { coordinatesArea } from './import.policy.ts';
import { placesOf, type Places, type ProfessionFact } from './places.rules.ts';
import type { DistrictFact, KnownPerson, ReturnerRowFacts } from './returner-rows.rules.ts';
import { SupervisorNumberSchema } from './supervisor-number.entity.ts';
import type { KnownSupervisor, SupervisorRowFacts } from './supervisor-rows.rules.ts';

type EntityManager = CommandContext['em'];

/** A date of the database, which holds nothing else. */
const date = (text: string): CalendarDate => {
  const parsed = parseCalendarDate(text);
  if (!parsed) throw new Error('A date column holds no date.');
  return parsed;
};
const dateOrNull = (text: string | null | undefined): CalendarDate | null => (text == null ? null : date(text));

const professionFacts = async (em: EntityManager): Promise<ProfessionFact[]> =>
  (await em.find(ProfessionSchema, {})).map(({ id, code, name, fieldOfPractice }) => ({
    id,
    code,
    name,
    fieldOfPractice,
  }));

/** The organisations that somebody looks after. */
const ownHosts = async (em: EntityManager, actor: Actor) => {
  const asked =
    actor.kind === 'COORDINATOR'
      ? { $or: [{ region: { $in: [...actor.regionIds] } }, { board: { $in: [...actor.boardIds] } }] }
      : { id: { $in: [...actor.hostIds] } };
  const hosts = await em.find(HostSchema, asked, { orderBy: { id: 'asc' } });
  return hosts.filter((host) => mayManageHost(actor, hostSubject(host)));
};

const ownPlaces = async (
  em: EntityManager,
  actor: Actor,
): Promise<{ readonly hostIds: string[]; readonly places: Places }> => {
  const hosts = await ownHosts(em, actor);
  const hostIds = hosts.map(({ id }) => id);
  const sites = await em.find(PlacementSiteSchema, { host: { $in: hostIds } });
  const listed = await em.find(SiteSchema, { id: { $in: sites.flatMap(({ site }) => site?.id ?? []) } });
  const codes = new Map(listed.map(({ id, odsCode }) => [id, odsCode]));
  return {
    hostIds,
    places: placesOf(
      hosts.map(({ id, name, odsCode }) => ({ id, name, odsCode: odsCode ?? null })),
      sites.map(({ id, host, name, site, atOnceAtMost }) => ({
        id,
        hostId: host.id,
        name,
        odsCode: codes.get(site?.id ?? '') ?? null,
        atOnceAtMost: atOnceAtMost ?? null,
      })),
    ),
  };
};

const ownSupervisors = async (em: EntityManager, hostIds: string[]) => {
  const supervisors = await em.find(SupervisorSchema, { host: { $in: hostIds } }, { orderBy: { id: 'asc' } });
  const numbers = await em.find(SupervisorNumberSchema, { host: { $in: hostIds } });
  const byId = new Map(numbers.map(({ supervisor, hcpcNumber }) => [supervisor.id, hcpcNumber]));
  return supervisors.map((supervisor) => ({ supervisor, hcpcNumber: byId.get(supervisor.id) ?? null }));
};

const supervisorFact = (one: Supervisor, hcpcNumber: string | null, professionCode: string): SupervisorFact => {
  const checkedOn = dateOrNull(one.checkedOn);
  return {
    id: one.id,
    hostId: one.host.id,
    name: one.displayName,
    hcpcNumber,
    profession: professionCode as SupervisorFact['profession'],
    registered: one.registered,
    proceedings: one.proceedings,
    check: checkedOn && { checkedOn, checkedBy: '', seen: one.seen ?? '' },
    adviceRecordedOn: dateOrNull(one.adviceRecordedOn),
    scope: one.scope,
  };
};

const offerFact = (offer: CapacityOffer, taken: number): OfferFact => ({
  id: offer.id,
  siteId: offer.site.id,
  professionId: offer.profession.id,
  supervisorId: offer.supervisor?.id ?? null,
  boardIds: offer.firstShownTo,
  taken,
  confirmedOn: date(offer.confirmedOn),
  terms: {
    answer: offer.answer,
    noReason: offer.noReason ?? null,
    askAgainOn: dateOrNull(offer.askAgainOn),
    maybeUntil: dateOrNull(offer.maybeUntil),
    startsOn: date(offer.startsOn),
    endsOn: date(offer.endsOn),
    places: offer.places,
    weekdays: offer.weekdays,
    dayStartsAt: offer.dayStartsAt,
    dayEndsAt: offer.dayEndsAt,
    noticeDays: offer.noticeDays,
    supervisorNamedBy: dateOrNull(offer.supervisorNamedBy),
    setting: offer.setting,
    remotePercent: offer.remotePercent,
    contract: offer.contract,
    adjustments: offer.adjustments,
    shownToAllOn: dateOrNull(offer.shownToAllOn),
  },
});

/** What rows of places are judged by. */
export const capacityFacts = async (em: EntityManager, actor: Actor, today: CalendarDate): Promise<CapacityFacts> => {
  const { hostIds, places } = await ownPlaces(em, actor);
  const professions = await professionFacts(em);
  const codes = new Map(professions.map(({ id, code }) => [id, code]));
  const supervisors = await ownSupervisors(em, hostIds);
  const offers = await em.find(CapacityOfferSchema, { host: { $in: hostIds }, endsOn: { $gte: today } });
  const live = await em.find(PlacementSchema, { host: { $in: hostIds }, isLive: true, endsOn: { $gte: today } });
  const inOffer = Map.groupBy(live, ({ offer }) => offer.id);
  return {
    places,
    professions,
    supervisors: supervisors.map(({ supervisor, hcpcNumber }) =>
      supervisorFact(supervisor, hcpcNumber, codes.get(supervisor.profession.id) ?? ''),
    ),
    offers: offers.map((offer) => offerFact(offer, inOffer.get(offer.id)?.length ?? 0)),
    taken: live.map(({ site, offer, startsOn, endsOn }) => ({
      siteId: site.id,
      offerId: offer.id,
      from: date(startsOn),
      until: date(endsOn),
    })),
    today,
  };
};

/** What rows of supervisors are judged by. */
export const supervisorFacts = async (
  em: EntityManager,
  actor: Actor,
  today: CalendarDate,
): Promise<SupervisorRowFacts> => {
  const { hostIds, places } = await ownPlaces(em, actor);
  const professions = await professionFacts(em);
  const codes = new Map(professions.map(({ id, code }) => [id, code]));
  const known = await ownSupervisors(em, hostIds);
  return {
    places,
    professions,
    supervisors: known.map(({ supervisor, hcpcNumber }): KnownSupervisor => ({
      id: supervisor.id,
      hostId: supervisor.host.id,
      professionCode: codes.get(supervisor.profession.id) ?? '',
      displayName: supervisor.displayName,
      hcpcNumber,
      registered: supervisor.registered,
      atOnceAtMost: supervisor.atOnceAtMost,
      weekdays: supervisor.weekdays,
      scope: supervisor.scope,
    })),
    today,
  };
};

/** What a file says of people before anybody is looked up. */
export interface ReturnerKeys {
  readonly emails: readonly string[];
  readonly numbers: readonly string[];
  readonly districts: readonly string[];
}

/** What rows of returners are judged by. */
export const returnerFacts = async (
  em: EntityManager,
  actor: Actor,
  { emails, numbers, districts }: ReturnerKeys,
  today: CalendarDate,
): Promise<ReturnerRowFacts> => {
  const addressed = await em.find(PersonSchema, { email: { $in: [...emails] } });
  const returners = await em.find(
    ReturnerSchema,
    { $or: [{ hcpcNumber: { $in: [...numbers] } }, { person: { $in: addressed.map(({ id }) => id) } }] },
    { orderBy: { id: 'asc' } },
  );
  const owners = await em.find(PersonSchema, { id: { $in: returners.map(({ person }) => person.id) } });
  const people = new Map([...addressed, ...owners].map((person) => [person.id, person]));
  const ofPerson = new Map(returners.map((returner) => [returner.person.id, returner]));
  const homes = new Map<string, DistrictFact>();
  for (const district of districts) {
    const home = await homeIn(em, district);
    if (home) homes.set(district, { ...home, isOwn: coordinatesArea(actor, home) });
  }
  return {
    professions: await professionFacts(em),
    people: [...people.values()].map((person): KnownPerson => {
      const returner = ofPerson.get(person.id);
      return {
        personId: person.id,
        email: person.email,
        displayName: person.displayName,
        isConfirmed: person.emailConfirmedAt != null,
        returnerId: returner?.id ?? null,
        hcpcNumber: returner?.hcpcNumber ?? null,
        homePostcode: returner?.homePostcode ?? null,
        answers: returner?.answers ?? null,
        isSeen: returner !== undefined && maySeeReturner(actor, subjectOf(returner)),
      };
    }),
    districts: homes,
    today,
  };
};

/** Makes whoever imports the same kind of thing at once wait, before anything is read: two files must not both make the same record. */
export const waitForOtherImports = (em: EntityManager): Promise<unknown> =>
  em.execute('select pg_advisory_xact_lock(hashtextextended(?, 0))', ['import']);

/** Locks the sites that a file offers places at, and then the offers that it changes, each in the order of their ids. */
export const lockForCapacity = async (
  em: EntityManager,
  siteIds: readonly string[],
  offerIds: readonly string[],
): Promise<void> => {
  await em.execute('select id from capacity_offer where id = any(?::uuid[]) order by id for update', [
    `{${offerIds.join()}}`,
  ]);
  await em.execute('select id from placement_site where id = any(?::uuid[]) order by id for update', [
    `{${siteIds.join()}}`,
  ]);
};
