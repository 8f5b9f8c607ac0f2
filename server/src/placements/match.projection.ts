import { ownReturner, returnersVisibleTo } from '../returners/returner.policy.ts';
import { rowOf, type Arguments, type DerivedField, type FieldProjection } from '../graphql/compile/projection.ts';
import { visibilityForKind } from '../graphql/compile/visibility-sql.ts';
import type { CalendarDate } from '../kernel/calendar-date.ts';
import { fromGlobalId, toGlobalId } from '../kernel/global-id.ts';
import { sql, type Sql } from '../kernel/sql.ts';
import type { ProfessionCode } from '../organisations/profession.rules.ts';
import { hostsRunBy } from './host.policy.ts';
import {
  correctionRows,
  declinedRows,
  proposedRows,
  requestRows,
  slotRows,
  triedSiteRows,
  type RequestRow,
  type SlotRow,
} from './matching-facts.rules.ts';
import {
  asItIs,
  matchingInputOf,
  matchRequestOf,
  triedSiteOf,
  waysOf,
  type MatchingFacts,
  type WhatIf,
} from './matching-input.rules.ts';
import { decideOdds } from './matching/odds.rules.ts';
import { runMatching } from './matching/run-matching.ts';
import type { MatchPlan } from './matching/terms.rules.ts';
import { faultsOfRequest, type RequestTerms } from './request.rules.ts';
import { routes } from './routing.ts';
import type { Weekday } from './supervisor.rules.ts';

const seenReturners = (): Sql => visibilityForKind('COORDINATOR', returnersVisibleTo, rowOf('r'));
const runHosts = (): Sql => visibilityForKind('COORDINATOR', hostsRunBy, rowOf('n'));

const uuidOf = (globalId: unknown): string => fromGlobalId(String(globalId))?.id ?? '';

interface PairAsked {
  readonly placementRequestId: string;
  readonly capacityOfferId: string;
}
interface WhatIfAsked {
  readonly withoutSupervisorIds: readonly string[];
  readonly withoutSiteIds: readonly string[];
  readonly withoutHostIds: readonly string[];
  readonly morePlaces: readonly {
    readonly placementSiteId?: string | null;
    readonly districtCode?: string | null;
    readonly professionCode: string;
    readonly places: number;
    readonly startsOn: CalendarDate;
    readonly endsOn: CalendarDate;
    readonly weekdays: readonly Weekday[];
  }[];
  readonly moreTravelMinutes: number;
  readonly laterStartDays: number;
  readonly earlierStartDays: number;
  readonly moreWeekdays: readonly Weekday[];
  readonly locked: readonly PairAsked[];
  readonly ruledOut: readonly PairAsked[];
}

const clamp = (value: number, most: number): number => Math.min(most, Math.max(0, value));
const pairOf = ({ placementRequestId, capacityOfferId }: PairAsked) => ({
  requestId: uuidOf(placementRequestId),
  slotId: uuidOf(capacityOfferId),
});

const whatIfOf = (asked: WhatIfAsked | null | undefined): WhatIf =>
  asked
    ? {
        withoutSupervisors: asked.withoutSupervisorIds.map(uuidOf),
        withoutSites: asked.withoutSiteIds.map(uuidOf),
        withoutHosts: asked.withoutHostIds.map(uuidOf),
        morePlaces: asked.morePlaces
          .slice(0, 20)
          .map(({ placementSiteId, districtCode, professionCode, places, startsOn, endsOn, weekdays }) => ({
            siteId: placementSiteId ? uuidOf(placementSiteId) : null,
            district: placementSiteId ? null : (districtCode ?? '').trim().toUpperCase(),
            profession: professionCode as ProfessionCode,
            places: Math.max(1, clamp(places, 50)),
            startsOn,
            endsOn,
            weekdays,
          })),
        moreTravelMinutes: clamp(asked.moreTravelMinutes, 120),
        laterStartDays: clamp(asked.laterStartDays, 365),
        earlierStartDays: clamp(asked.earlierStartDays, 365),
        moreWeekdays: asked.moreWeekdays,
        locked: asked.locked.map(pairOf),
        ruledOut: asked.ruledOut.map(pairOf),
      }
    : asItIs;

/** The plan in the words of the API, with the names that the same facts hold. */
const planAsAnswered = (plan: MatchPlan, facts: MatchingFacts, whatIf: WhatIf) => {
  const { requests, slots } = facts;
  const requestOf = new Map(requests.map((row) => [row.id, row]));
  const slotOf = new Map(slots.map((row) => [row.id, row]));
  const placeOf = (slotId: string) => {
    const tried = /^tried-(\d+)$/.exec(slotId);
    if (tried) {
      const asked = whatIf.morePlaces[Number(tried[1]) - 1];
      const site = asked && triedSiteOf(facts, asked);
      return site
        ? {
            capacityOfferId: null,
            placementSiteId: site.siteId === null ? null : toGlobalId('PlacementSite', site.siteId),
            siteName: site.siteName,
            hostName: site.hostName,
            supervisorName: null,
          }
        : null;
    }
    const slot = slotOf.get(slotId);
    if (!slot) return null;
    return {
      capacityOfferId: toGlobalId('CapacityOffer', slot.id),
      placementSiteId: toGlobalId('PlacementSite', slot.siteId),
      siteName: slot.siteName,
      hostName: slot.hostName,
      supervisorName: slot.supervisor?.name ?? null,
    };
  };
  const returnerOf = (requestId: string, waitedDays: number) => {
    const row = requestOf.get(requestId);
    return {
      returnerId: toGlobalId('Returner', row?.returnerId ?? ''),
      placementRequestId: toGlobalId('PlacementRequest', requestId),
      name: row?.name ?? '',
      fieldOfPractice: row?.fieldOfPractice ?? '',
      waitedDays,
    };
  };
  const waitedOf = new Map(
    [...plan.pairs, ...plan.unmatched].map(({ requestId, waitedDays }) => [requestId, waitedDays]),
  );
  return {
    ...plan,
    pairs: plan.pairs.map((pair) => ({
      ...pair,
      returner: returnerOf(pair.requestId, pair.waitedDays),
      place: placeOf(pair.slotId),
    })),
    unmatched: plan.unmatched.map(({ requestId, waitedDays, offered, fits, binding, cheapestFix }) => ({
      returner: returnerOf(requestId, waitedDays),
      offered,
      fits,
      binding: binding.key,
      explanation: binding.explanation,
      cheapestFix: cheapestFix && { ...cheapestFix, place: placeOf(cheapestFix.slotId) },
    })),
    locksNotKept: plan.locksNotKept.map(({ explanation }) => explanation),
    wouldRather: plan.wouldRather.count,
    wouldRatherPairs: plan.wouldRather.first.map(({ requestId, slotId }) => ({
      returner: returnerOf(requestId, waitedOf.get(requestId) ?? 0),
      place: placeOf(slotId),
    })),
    offered: slots.map((slot) => ({
      capacityOfferId: toGlobalId('CapacityOffer', slot.id),
      placementSiteId: toGlobalId('PlacementSite', slot.siteId),
      siteName: slot.siteName,
      hostId: toGlobalId('Host', slot.hostId),
      hostName: slot.hostName,
      supervisorId: slot.supervisor && toGlobalId('Supervisor', slot.supervisor.id),
      supervisorName: slot.supervisor?.name ?? null,
      professionCode: slot.profession,
      startsOn: slot.startsOn,
      endsOn: slot.endsOn,
    })),
  };
};

const triedIn = (values: Arguments): WhatIf['morePlaces'] =>
  whatIfOf(values['whatIf'] as WhatIfAsked | null | undefined).morePlaces;
/** UUIDs and codes as PostgreSQL writes an array; what is neither finds nothing. */
const arrayOf = (texts: readonly string[]): string => `{${texts.filter((each) => /^[\w-]+$/.test(each)).join(',')}}`;

const match: DerivedField = {
  kind: 'derived',
  facts: {
    requests: () =>
      requestRows(
        sql`q.state = 'OPEN' and ${seenReturners()} and not exists (select 1 from placement p where p.request_id = q.id and p.is_live and p.state <> 'PROPOSED')`,
      ),
    slots: () => slotRows(runHosts()),
    proposed: proposedRows,
    declined: declinedRows,
    corrections: correctionRows,
    triedSites: (_root, args) =>
      triedSiteRows(
        sql`${runHosts()} and s.id = any(${args.parameter((values) => arrayOf(triedIn(values).flatMap(({ siteId }) => siteId ?? [])))}::uuid[])`,
        sql`t.code = any(${args.parameter((values) => arrayOf(triedIn(values).flatMap(({ district }) => district ?? [])))}::text[])`,
      ),
  },
  compute: async (read, { actor, clock }, args) => {
    const facts = read as unknown as MatchingFacts;
    const whatIf = whatIfOf(args['whatIf'] as WhatIfAsked | null | undefined);
    const input = matchingInputOf(facts, whatIf, clock.today());
    const { known, isComplete } = await routes().minutesOf(waysOf(input));
    // coordinators of the same places share their turns
    const asker = [...actor.regionIds, ...actor.boardIds, ...actor.hostIds].toSorted().join();
    const plan = await runMatching({ ...input, knownTravel: [...input.knownTravel, ...known] }, asker);
    return { ...planAsAnswered(plan, facts, whatIf), isRoutingComplete: isComplete };
  },
};

/** The plan, at the root of the API. */
export const matchQueries: Record<string, FieldProjection> = { match };

/** What a request may hope for before it is sent, for the person alone. */
const placementOdds: DerivedField = {
  kind: 'derived',
  shown: ownReturner,
  facts: {
    home: (returner) =>
      sql`(select row_to_json(h) from (select d.code "district", d.latitude, d.longitude, ${returner('board_id')} "boardId",
        (select code from profession where id = ${returner('profession_id')}) "profession",
        (select coalesce(json_agg(json_build_array(e.latitude, e.longitude, e.postcodes)), '[]'::json) from postcode_district e
          where e.latitude between d.latitude - 0.046 and d.latitude + 0.046 and e.longitude between d.longitude - 0.09 and d.longitude + 0.09) "near"
        from postcode_district d where d.id = ${returner('home_district_id')}) h)`,
    slots: (returner) =>
      slotRows(sql`n.region_id = ${returner('region_id')} and o.profession_id = ${returner('profession_id')}`),
    corrections: correctionRows,
  },
  compute: async (read, { clock }, args) => {
    const today = clock.today();
    const home = read['home'] as Pick<
      RequestRow,
      'district' | 'latitude' | 'longitude' | 'near' | 'boardId' | 'profession'
    > | null;
    const wish = args['wish'] as RequestTerms & Pick<RequestRow, 'weekdays' | 'likedWeekdays'>;
    if (!home?.profession || faultsOfRequest(wish, today).length > 0) return null;
    const row: RequestRow = {
      ...wish,
      ...home,
      id: 'wish',
      state: 'OPEN',
      returnerId: '',
      name: '',
      fieldOfPractice: '',
      sentOn: today,
    };
    const facts: MatchingFacts = {
      requests: [row],
      slots: read['slots'] as SlotRow[],
      proposed: [],
      declined: [],
      corrections: read['corrections'] as MatchingFacts['corrections'],
    };
    const input = matchingInputOf(facts, asItIs, today);
    const { known } = await routes().minutesOf(waysOf(input));
    return decideOdds(matchRequestOf(row), { ...input, knownTravel: [...input.knownTravel, ...known] });
  },
};

/** What the matching adds to a returner. */
export const oddsOfReturner = { placementOdds } satisfies Record<string, FieldProjection>;
