import {
  column,
  toOne,
  type DerivedField,
  type FieldProjection,
  type Projection,
} from '../graphql/compile/projection.ts';
import type { CalendarDate } from '../kernel/calendar-date.ts';
import { toGlobalId } from '../kernel/global-id.ts';
import { sql, type Sql } from '../kernel/sql.ts';
import { professionProjection } from '../organisations/profession.projection.ts';
import { returnerProjection } from '../returners/returner.projection.ts';
import { placementRequestProjection } from './capacity.projection.ts';
import { answeringWith, hostProjection, placementSiteProjection } from './host.projection.ts';
import { near } from './matching-facts.rules.ts';
import { escalatesOn } from './request.rules.ts';
import { siteQuestionsVisibleTo } from './site-question.policy.ts';
import {
  isQuestionOverdue,
  sitesWithinReach,
  type QuestionFacts,
  type SiteNear,
  type WishFrom,
} from './site-question.rules.ts';

/** When a site first said something of its places for a profession from a day on. */
const answeredOn = (site: Sql, profession: Sql, askedOn: Sql): Sql =>
  sql`(select min(o.confirmed_on) from capacity_offer o where o.site_id = ${site} and o.profession_id = ${profession} and o.confirmed_on >= ${askedOn})`;

export const siteQuestionProjection: Projection = {
  type: 'SiteQuestion',
  table: 'site_question',
  visible: siteQuestionsVisibleTo,
  fields: {
    id: column('id'),
    host: toOne(() => hostProjection, 'host_id'),
    site: toOne(() => placementSiteProjection, 'site_id'),
    profession: toOne(() => professionProjection, 'profession_id'),
    returner: toOne(() => returnerProjection, 'returner_id'),
    askedOn: column('asked_on'),
    answeredOn: {
      kind: 'expression',
      value: (question) => answeredOn(question('site_id'), question('profession_id'), question('asked_on')),
    },
    escalatesOn: {
      kind: 'derived',
      facts: { askedOn: (question) => question('asked_on') },
      compute: (facts) => escalatesOn(facts['askedOn'] as CalendarDate),
    },
    isOverdue: {
      kind: 'derived',
      facts: {
        askedOn: (question) => question('asked_on'),
        answeredOn: (question) => answeredOn(question('site_id'), question('profession_id'), question('asked_on')),
      },
      compute: (facts, { clock }) => isQuestionOverdue(facts as unknown as QuestionFacts, clock.today()),
    },
  },
};

/** Only the 60 nearest sites, by the straight line, are reckoned. */
const sitesToAsk: DerivedField = {
  kind: 'derived',
  facts: {
    wish: (request) =>
      sql`(select json_build_object('mode', ${request('travel_mode')}, 'travelMinutesAtMost', ${request('travel_minutes_at_most')},
        'home', json_build_object('key', h.code, 'latitude', h.latitude, 'longitude', h.longitude, 'near', ${near(sql`h.latitude`, sql`h.longitude`)}))
        from returner r join postcode_district h on h.id = r.home_district_id where r.id = ${request('returner_id')})`,
    sites: (request) =>
      sql`(select coalesce(json_agg(row_to_json(f) order by f.id), '[]'::json) from (
        select s.id, s.name, n.name "hostName", n.contact_email is not null "hasContact", s.latitude, s.longitude, ${near(sql`s.latitude`, sql`s.longitude`)} "near",
          (select c.minutes from travel_correction c where c.district_id = h.id and c.site_id = s.id and c.mode = ${request('travel_mode')}) "corrected",
          k.asked_on "askedOn", ${answeredOn(sql`s.id`, sql`r.profession_id`, sql`k.asked_on`)} "answeredOn"
        from returner r join postcode_district h on h.id = r.home_district_id
        cross join placement_site s join host n on n.id = s.host_id
        left join site_question k on k.request_id = ${request('id')} and k.site_id = s.id
        where r.id = ${request('returner_id')} and s.latitude between h.latitude - 1 and h.latitude + 1 and s.longitude between h.longitude - 1.6 and h.longitude + 1.6
          and (k.id is not null or not exists (select from capacity_offer o where o.site_id = s.id and o.profession_id = r.profession_id))
        order by k.id is null, (s.latitude - h.latitude) ^ 2 + ((s.longitude - h.longitude) * 0.62) ^ 2, s.id limit 60) f)`,
  },
  compute: ({ wish, sites }, { clock }) =>
    wish === null
      ? []
      : sitesWithinReach(wish as WishFrom, sites as readonly SiteNear[], clock.today()).map(
          ({ site, travel, escalatesOn: due, isOverdue }) => ({
            placementSiteId: toGlobalId('PlacementSite', site.id),
            siteName: site.name,
            hostName: site.hostName,
            travel,
            hasContact: site.hasContact,
            askedOn: site.askedOn,
            answeredOn: site.answeredOn,
            escalatesOn: due,
            isOverdue,
          }),
        ),
};

/** What this feature adds to a request. */
export const sitesOfRequest = { sitesToAsk } satisfies Record<string, FieldProjection>;

/** Questions to sites, at the root of the API. */
export const siteQuestionQueries: Record<string, FieldProjection> = {
  siteQuestions: {
    kind: 'connection',
    to: () => siteQuestionProjection,
    orders: { LONGEST_WAIT: { by: 'asked_on' } },
    filters: {
      isAnswered: (question, value) =>
        sql`(${answeredOn(question('site_id'), question('profession_id'), question('asked_on'))} is not null) = ${value}::boolean`,
      askedUntil: (question, value) => sql`${question('asked_on')} <= ${value}::date`,
    },
  },
};

/** The answer of asking a site. */
export const siteAsked = answeringWith(
  'SiteAsked',
  'placementRequest',
  () => placementRequestProjection,
  'placementRequestId',
);
