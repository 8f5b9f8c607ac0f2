import { addDays, earliestDate, type CalendarDate } from '../kernel/calendar-date.ts';
import { isPaid } from './capacity-words.rules.ts';
import type {
  CorrectionRow,
  PairRow,
  PlaceRow,
  RequestRow,
  SlotRow,
  SupervisorRow,
  TriedSiteRow,
} from './matching-facts.rules.ts';
import type {
  MatchingInput,
  MatchPair,
  MatchRequest,
  MatchSite,
  MatchSlot,
  MatchSupervisor,
} from './matching/terms.rules.ts';
import { isOfferOpen, isOfferShown } from './offer.rules.ts';
import { decideSupervisor, type SupervisorFacts, type Weekday } from './supervisor.rules.ts';
import { isUrban, type Place, type TravelMode } from './travel.rules.ts';

/** The most pairs of a plan that is kept. */
export const pairsAtMost = 500;

/** Everything that is read to make a plan. */
export interface MatchingFacts {
  readonly requests: readonly RequestRow[];
  readonly slots: readonly SlotRow[];
  readonly proposed: readonly PairRow[];
  readonly declined: readonly PairRow[];
  readonly corrections: readonly CorrectionRow[];
  /** Only where places are tried out. */
  readonly triedSites?: readonly TriedSiteRow[];
}

/** Places that are tried out: so many more at a site, with a supervisor of their own. */
export interface PlacesTried {
  /** Null for a new site. */
  readonly siteId: string | null;
  /** Where a new site would be; null for one that there is. */
  readonly district: string | null;
  readonly profession: MatchSlot['profession'];
  readonly places: number;
  readonly startsOn: CalendarDate;
  readonly endsOn: CalendarDate;
  readonly weekdays: readonly Weekday[];
}

/** What is tried out, all at once. UUIDs. */
export interface WhatIf {
  readonly withoutSupervisors: readonly string[];
  readonly withoutSites: readonly string[];
  readonly withoutHosts: readonly string[];
  readonly morePlaces: readonly PlacesTried[];
  readonly moreTravelMinutes: number;
  readonly laterStartDays: number;
  readonly earlierStartDays: number;
  readonly moreWeekdays: readonly Weekday[];
  readonly locked: readonly MatchPair[];
  readonly ruledOut: readonly MatchPair[];
}

/** Nothing is tried out. */
export const asItIs: WhatIf = {
  withoutSupervisors: [],
  withoutSites: [],
  withoutHosts: [],
  morePlaces: [],
  moreTravelMinutes: 0,
  laterStartDays: 0,
  earlierStartDays: 0,
  moreWeekdays: [],
  locked: [],
  ruledOut: [],
};

const week: readonly Weekday[] = [1, 2, 3, 4, 5, 6, 7];

/** A place with what is known of the postcodes around it. */
export const placeOf = (key: string, { latitude, longitude, near }: PlaceRow): Place => ({
  key,
  point: { latitude, longitude },
  isUrban: isUrban(
    { latitude, longitude },
    near.map(([lat, long, postcodes]) => ({ point: { latitude: lat, longitude: long }, postcodes })),
  ),
});

/** The facts of the supervisor's rule, for a returner of the same profession. */
export const factsOfSupervisor = (row: SupervisorRow): SupervisorFacts => ({
  profession: row.profession,
  registered: row.registered,
  proceedings: row.proceedings,
  check: row.checkedOn === null ? null : { checkedOn: row.checkedOn, checkedBy: '', seen: row.seen ?? '' },
  adviceRecordedOn: row.adviceRecordedOn,
  scope: row.scope,
  returnerProfession: row.profession,
  activity: null,
});

/** A request as the matching wants it. */
export const matchRequestOf = (row: RequestRow, whatIf: WhatIf = asItIs): MatchRequest => ({
  id: row.id,
  profession: row.profession,
  waitingSince: row.sentOn,
  home: placeOf(row.district, row),
  mode: row.travelMode,
  travelMinutesAtMost: row.travelMinutesAtMost + whatIf.moreTravelMinutes,
  weekdays:
    whatIf.moreWeekdays.length === 0
      ? row.weekdays
      : week.filter((day) => [...row.weekdays, ...whatIf.moreWeekdays].includes(day)),
  daysAWeek: row.daysAWeek,
  daysNeeded: row.daysNeeded,
  hours: { from: row.dayStartsAt, until: row.dayEndsAt },
  minutesADayAtLeast: row.minutesADayAtLeast,
  earliestStartOn: addDays(row.earliestStartOn, -whatIf.earlierStartDays),
  latestStartOn: addDays(row.latestStartOn, whatIf.laterStartDays),
  noticeDays: row.noticeDays,
  adjustments: row.adjustments,
  ranking: row.ranking,
  likedWeekdays: row.likedWeekdays,
  likedSettings: row.likedSettings,
  wantsPaid: row.wantsPaid,
});

const slotOf = (row: SlotRow): MatchSlot => ({
  id: row.id,
  profession: row.profession,
  siteId: row.siteId,
  supervisorId: row.supervisor?.id ?? null,
  supervisorNamedBy: row.supervisorNamedBy,
  from: row.startsOn,
  until: row.endsOn,
  seats: Math.max(0, row.places - row.given),
  weekdays: row.weekdays,
  hours: { from: row.dayStartsAt, until: row.dayEndsAt },
  noticeDays: row.noticeDays,
  setting: row.setting,
  isPaid: isPaid(row.contract),
  adjustments: [...new Set([...row.siteAdjustments, ...row.adjustments])],
});

/** Whether places can be given away today at all: neither over, nor lapsed for want of a word from the site. */
export const canBeGiven = (row: SlotRow, today: CalendarDate): boolean =>
  isOfferOpen(
    {
      answer: row.answer,
      maybeUntil: row.maybeUntil,
      from: row.startsOn,
      until: row.endsOn,
      confirmedOn: row.confirmedOn,
    },
    today,
  );

/** Whether places can be given to a returner of this board today. */
export const isOpenTo = (row: SlotRow, boardId: string | null, today: CalendarDate): boolean =>
  canBeGiven(row, today) &&
  isOfferShown({ partnerIds: row.firstShownTo, toAllFrom: row.shownToAllOn }, boardId === null ? [] : [boardId], today);

/** Name of a site in a plan: a new one is named by its district. */
const nameOfSite = ({ siteId, district }: Pick<TriedSiteRow, 'siteId' | 'district'>): string =>
  siteId ?? `new-${district ?? ''}`;

/** The site at which places are tried out; undefined where there is none, or it is none of the asking person's. */
export const triedSiteOf = (facts: MatchingFacts, tried: PlacesTried): TriedSiteRow | undefined =>
  facts.triedSites?.find(
    (site) => site.siteId === tried.siteId && (tried.siteId !== null || site.district === tried.district),
  );

/** A place that is only tried out; what nobody has said is assumed to be usual. */
const triedSlot = (id: string, tried: PlacesTried, site: TriedSiteRow, like: SlotRow | undefined): MatchSlot => ({
  id,
  profession: tried.profession,
  siteId: nameOfSite(site),
  supervisorId: id,
  supervisorNamedBy: null,
  from: tried.startsOn,
  until: tried.endsOn,
  seats: tried.places,
  weekdays: tried.weekdays,
  hours: like ? { from: like.dayStartsAt, until: like.dayEndsAt } : { from: 540, until: 1020 },
  noticeDays: like?.noticeDays ?? 0,
  setting: like?.setting ?? 'CLINICAL',
  isPaid: like ? isPaid(like.contract) : false,
  adjustments: [...new Set([...site.adjustments, ...(like?.adjustments ?? [])])],
});

/** What a plan is made from, with what is tried out. Same facts, same input. */
export const matchingInputOf = (facts: MatchingFacts, whatIf: WhatIf, today: CalendarDate): MatchingInput => {
  const rows = facts.slots.filter(
    (row) =>
      !whatIf.withoutSites.includes(row.siteId) &&
      !whatIf.withoutHosts.includes(row.hostId) &&
      !(row.supervisor && whatIf.withoutSupervisors.includes(row.supervisor.id)),
  );
  const sites = new Map<string, MatchSite>();
  for (const row of facts.slots)
    sites.set(row.siteId, {
      id: row.siteId,
      place: placeOf(row.siteId, row),
      atOnceAtMost: row.atOnceAtMost,
      taken: row.siteTaken,
    });
  const supervisors = new Map<string, MatchSupervisor>();
  for (const { supervisor } of rows)
    if (supervisor)
      supervisors.set(supervisor.id, {
        id: supervisor.id,
        eligibleFrom: decideSupervisor(factsOfSupervisor(supervisor), today).eligibleFrom,
        weekdays: supervisor.weekdays,
        atOnceAtMost: supervisor.atOnceAtMost,
        taken: supervisor.taken,
      });
  const isOpen = rows.filter((row) => facts.requests.some(({ boardId }) => isOpenTo(row, boardId, today)));
  const slots = isOpen.map(slotOf);
  whatIf.morePlaces.forEach((tried, index) => {
    const site = triedSiteOf(facts, tried);
    if (!site) return;
    const name = nameOfSite(site);
    if (!sites.has(name))
      sites.set(name, { id: name, place: placeOf(name, site), atOnceAtMost: site.atOnceAtMost, taken: site.siteTaken });
    const id = `tried-${index + 1}`;
    supervisors.set(id, { id, eligibleFrom: earliestDate, weekdays: week, atOnceAtMost: tried.places, taken: [] });
    slots.push(
      triedSlot(
        id,
        tried,
        site,
        facts.slots.find(({ siteId }) => siteId === tried.siteId),
      ),
    );
  });
  const known = new Set(facts.requests.map(({ id }) => id));
  const open = new Set(slots.map(({ id }) => id));
  const pairs = (list: readonly MatchPair[]): MatchPair[] =>
    list
      .filter(({ requestId, slotId }) => known.has(requestId) && open.has(slotId))
      .map(({ requestId, slotId }) => ({ requestId, slotId }));
  const notShown = isOpen.flatMap((row) =>
    row.firstShownTo.length > 0
      ? facts.requests
          .filter(({ boardId }) => !isOpenTo(row, boardId, today))
          .map(({ id }) => ({ requestId: id, slotId: row.id }))
      : [],
  );
  return {
    today,
    requests: facts.requests.map((row) => matchRequestOf(row, whatIf)),
    slots,
    supervisors: [...supervisors.values()],
    sites: [...sites.values()],
    knownTravel: facts.corrections.map(({ district, siteId, mode, minutes }) => ({
      from: district,
      to: siteId,
      mode,
      minutes,
      origin: 'CORRECTION' as const,
    })),
    lastPlan: pairs(facts.proposed),
    locked: pairs([...facts.proposed.filter(({ isLocked }) => isLocked), ...whatIf.locked]),
    excluded: pairs([...facts.declined, ...notShown, ...whatIf.ruledOut]),
  };
};

/** Every way of an input that somebody might go: from each home to the sites with places for the profession. */
export const waysOf = ({
  requests,
  slots,
  sites,
}: Pick<MatchingInput, 'requests' | 'slots' | 'sites'>): { from: Place; to: Place; mode: TravelMode }[] => {
  const placeOfSite = new Map(sites.map(({ id, place }) => [id, place]));
  const ways = requests.flatMap(({ home, mode, profession }) =>
    [...new Set(slots.filter((slot) => slot.profession === profession).map(({ siteId }) => siteId))].flatMap(
      (siteId) => {
        const to = placeOfSite.get(siteId);
        return to ? [{ from: home, to, mode }] : [];
      },
    ),
  );
  return [...new Map(ways.map((way) => [`${way.from.key} ${way.to.key} ${way.mode}`, way])).values()];
};
