import { sql, type Sql } from '../kernel/sql.ts';
import type { CalendarDate } from '../kernel/calendar-date.ts';
import type { ProfessionCode } from '../organisations/profession.rules.ts';
import type { Adjustment, CapacityAnswer, Contract } from './capacity-words.rules.ts';
import type { RequestState, RequestTerms } from './request.rules.ts';
import type { Setting } from './matching/terms.rules.ts';
import type { DateSpan, Proceeding, Weekday } from './supervisor.rules.ts';
import type { TravelMode } from './travel.rules.ts';

/** What is read of a supervisor. */
export interface SupervisorRow {
  readonly profession: ProfessionCode;
  readonly registered: readonly DateSpan[];
  readonly proceedings: readonly Proceeding[];
  readonly checkedOn: CalendarDate | null;
  readonly seen: string | null;
  readonly adviceRecordedOn: CalendarDate | null;
  readonly scope: readonly string[];
}

/** A point, with the middles of the districts around it and their numbers of postcodes. */
export interface PlaceRow {
  readonly latitude: number;
  readonly longitude: number;
  readonly near: readonly (readonly [number, number, number])[];
}

/** An open request as it is read. */
export interface RequestRow extends Omit<RequestTerms, 'weekdays' | 'likedWeekdays'>, PlaceRow {
  readonly id: string;
  readonly state: RequestState;
  readonly returnerId: string;
  readonly name: string;
  readonly profession: ProfessionCode;
  readonly fieldOfPractice: string;
  readonly sentOn: CalendarDate;
  readonly district: string;
  readonly boardId: string | null;
  readonly weekdays: readonly Weekday[];
  readonly likedWeekdays: readonly Weekday[];
}

/** An offer of places as it is read, with its site and supervisor. */
export interface SlotRow extends PlaceRow {
  readonly id: string;
  readonly answer: CapacityAnswer;
  readonly maybeUntil: CalendarDate | null;
  readonly profession: ProfessionCode;
  readonly startsOn: CalendarDate;
  readonly endsOn: CalendarDate;
  readonly confirmedOn: CalendarDate;
  readonly places: number;
  /** Places that are given, but for proposals. */
  readonly given: number;
  readonly weekdays: readonly Weekday[];
  readonly dayStartsAt: number;
  readonly dayEndsAt: number;
  readonly noticeDays: number;
  readonly setting: Setting;
  readonly contract: Contract;
  readonly adjustments: readonly Adjustment[];
  readonly siteAdjustments: readonly Adjustment[];
  readonly firstShownTo: readonly string[];
  readonly shownToAllOn: CalendarDate | null;
  readonly supervisorNamedBy: CalendarDate | null;
  readonly siteId: string;
  readonly siteName: string;
  readonly hostId: string;
  readonly hostName: string;
  readonly atOnceAtMost: number | null;
  readonly siteTaken: readonly DateSpan[];
  readonly supervisor:
    | (SupervisorRow & {
        readonly id: string;
        readonly name: string;
        readonly atOnceAtMost: number;
        readonly weekdays: readonly Weekday[];
        readonly taken: readonly DateSpan[];
      })
    | null;
}

/** A site where places are only tried out: one that there is, or the middle of a postcode district. */
export interface TriedSiteRow extends PlaceRow {
  /** UUID of the site; null for a new one. */
  readonly siteId: string | null;
  readonly district: string | null;
  readonly siteName: string;
  readonly hostName: string;
  readonly atOnceAtMost: number | null;
  readonly adjustments: readonly Adjustment[];
  readonly siteTaken: readonly DateSpan[];
}

/** A pair that was made before. */
export interface PairRow {
  readonly requestId: string;
  readonly slotId: string;
  readonly isLocked: boolean;
}
/** A way that somebody has put right. */
export interface CorrectionRow {
  readonly district: string;
  readonly siteId: string;
  readonly mode: TravelMode;
  readonly minutes: number;
}

/** Districts that may lie within five kilometres: a little more, and the rule decides. */
export const near = (latitude: Sql, longitude: Sql): Sql =>
  sql`(select coalesce(json_agg(json_build_array(d.latitude, d.longitude, d.postcodes)), '[]'::json) from postcode_district d where d.latitude between ${latitude} - 0.046 and ${latitude} + 0.046 and d.longitude between ${longitude} - 0.09 and ${longitude} + 0.09)`;

const spans = (condition: Sql): Sql =>
  sql`(select coalesce(json_agg(json_build_object('from', p.starts_on, 'until', p.ends_on) order by p.starts_on, p.id), '[]'::json) from placement p where ${condition} and p.is_live and p.state <> 'PROPOSED')`;

/** Requests `q` of returners `r` under a condition, as JSON. */
export const requestRows = (condition: Sql): Sql =>
  sql`(select coalesce(json_agg(row_to_json(f) order by f.id), '[]'::json) from (select q.id, q.state, q.returner_id "returnerId",
    coalesce(r.preferred_name, (select display_name from person where id = r.person_id)) "name", pr.code "profession", pr.field_of_practice "fieldOfPractice",
    q.sent_on "sentOn", h.code "district", h.latitude, h.longitude, ${near(sql`h.latitude`, sql`h.longitude`)} "near", r.board_id "boardId",
    q.travel_mode "travelMode", q.travel_minutes_at_most "travelMinutesAtMost", q.weekdays, q.days_a_week "daysAWeek", q.days_needed "daysNeeded",
    q.day_starts_at "dayStartsAt", q.day_ends_at "dayEndsAt", q.minutes_a_day_at_least "minutesADayAtLeast", greatest(q.earliest_start_on, (select a.until_on + 1 from standing_aside a where a.returner_id = q.returner_id and a.ended_on is null and a.kind = 'PAUSED')) "earliestStartOn",
    q.latest_start_on "latestStartOn", q.notice_days "noticeDays", q.adjustments, q.ranking, q.liked_weekdays "likedWeekdays",
    q.liked_settings "likedSettings", q.wants_paid "wantsPaid"
    from placement_request q join returner r on r.id = q.returner_id join profession pr on pr.id = r.profession_id
    join postcode_district h on h.id = r.home_district_id where ${condition}) f)`;

/** Offers `o` at sites `s` of organisations `n` under a condition, as JSON. */
export const slotRows = (condition: Sql): Sql =>
  sql`(select coalesce(json_agg(row_to_json(f) order by f.id), '[]'::json) from (select o.id, o.answer, o.maybe_until "maybeUntil", pr.code "profession",
    o.starts_on "startsOn", o.ends_on "endsOn", o.confirmed_on "confirmedOn", o.places,
    (select count(*) from placement p where p.offer_id = o.id and p.is_live and p.state <> 'PROPOSED') "given",
    o.weekdays, o.day_starts_at "dayStartsAt", o.day_ends_at "dayEndsAt", o.notice_days "noticeDays", o.setting, o.contract, o.adjustments,
    s.adjustments "siteAdjustments", o.first_shown_to "firstShownTo", o.shown_to_all_on "shownToAllOn", o.supervisor_named_by "supervisorNamedBy",
    s.id "siteId", s.name "siteName", n.id "hostId", n.name "hostName", s.at_once_at_most "atOnceAtMost", s.latitude, s.longitude,
    ${near(sql`s.latitude`, sql`s.longitude`)} "near", ${spans(sql`p.site_id = s.id`)} "siteTaken",
    (select row_to_json(v) from (select u.id, u.display_name "name", pr.code "profession", u.registered, u.proceedings, u.checked_on "checkedOn",
      u.seen, u.advice_recorded_on "adviceRecordedOn", u.scope, u.at_once_at_most "atOnceAtMost", u.weekdays, ${spans(sql`p.supervisor_id = u.id`)} "taken"
      from supervisor u where u.id = o.supervisor_id) v) "supervisor"
    from capacity_offer o join placement_site s on s.id = o.site_id join host n on n.id = o.host_id join profession pr on pr.id = o.profession_id
    where o.answer <> 'NO' and ${condition}) f)`;

/** Sites `s` of organisations `n` under a condition, and the middles of districts `d`, for trying places out there, as JSON. */
export const triedSiteRows = (sites: Sql, districts: Sql): Sql =>
  sql`(select coalesce(json_agg(row_to_json(f) order by f."siteId", f.district), '[]'::json) from (
    select s.id "siteId", null::text "district", s.name "siteName", n.name "hostName", s.at_once_at_most "atOnceAtMost", s.adjustments,
      s.latitude, s.longitude, ${near(sql`s.latitude`, sql`s.longitude`)} "near", ${spans(sql`p.site_id = s.id`)} "siteTaken"
    from placement_site s join host n on n.id = s.host_id where ${sites}
    union all
    select null, t.code, 'A new site in ' || t.code, 'A new organisation', null, '[]'::jsonb, t.latitude, t.longitude,
      ${near(sql`t.latitude`, sql`t.longitude`)}, '[]'::json from postcode_district t where ${districts}) f)`;

/** Pairs of requests and offers that are proposed, as JSON. */
export const proposedRows = (): Sql =>
  sql`(select coalesce(json_agg(json_build_object('requestId', p.request_id, 'slotId', p.offer_id, 'isLocked', p.is_locked) order by p.id), '[]'::json) from placement p where p.is_live and p.state = 'PROPOSED')`;

/** Pairs that one side has declined, as JSON. */
export const declinedRows = (): Sql =>
  sql`(select coalesce(json_agg(json_build_object('requestId', p.request_id, 'slotId', p.offer_id, 'isLocked', false) order by p.id), '[]'::json) from placement p join placement_request q on q.id = p.request_id where q.state = 'OPEN' and p.state = 'DECLINED')`;

/** Ways that somebody has put right, as JSON. */
export const correctionRows = (): Sql =>
  sql`(select coalesce(json_agg(json_build_object('district', d.code, 'siteId', c.site_id, 'mode', c.mode, 'minutes', c.minutes) order by c.id), '[]'::json) from travel_correction c join postcode_district d on d.id = c.district_id)`;
