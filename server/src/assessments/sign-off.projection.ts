import { hashToken } from '../access/token.ts';
import type { EligibilityAnswers } from '../eligibility/answers.rules.ts';
import { countsForApplicationsUntil } from '../eligibility/dated.rules.ts';
import {
  column,
  fromRun,
  given,
  rowOf,
  toOne,
  type DerivedField,
  type FieldProjection,
  type Projection,
  type Row,
} from '../graphql/compile/projection.ts';
import { visibilityForKind } from '../graphql/compile/visibility-sql.ts';
import type { CalendarDate } from '../kernel/calendar-date.ts';
import { toGlobalId } from '../kernel/global-id.ts';
import { sql, type Sql } from '../kernel/sql.ts';
import { supervisorsVisibleTo } from '../placements/host.policy.ts';
import {
  answeringWith,
  hostProjection,
  oneById,
  supervisorFacts,
  supervisorProjection,
} from '../placements/host.projection.ts';
import type { SupervisorRow } from '../placements/matching-facts.rules.ts';
import { factsOfSupervisor } from '../placements/matching-input.rules.ts';
import { decideSupervision } from '../placements/supervisor.rules.ts';
import { placementProjection } from '../placements/placement.projection.ts';
import { describedAs, isRegistered } from '../returners/described-as.rules.ts';
import { partyToSignOff, signOffsVisibleTo, standInsVisibleTo, type SignOffSubject } from './sign-off.policy.ts';
import {
  actionsOn,
  countSigned,
  isBlocked,
  orderToDo,
  signOffWording,
  type DaySigning,
  type SignOffState,
  type WaitingSignOff,
} from './sign-off.rules.ts';

const returnerName = (placementId: Sql): Sql =>
  sql`(select coalesce(r.preferred_name, w.display_name) from placement p join returner r on r.id = p.returner_id join person w on w.id = r.person_id where p.id = ${placementId})`;
const fieldOfPractice = (placementId: Sql): Sql =>
  sql`(select f.field_of_practice from placement p join returner r on r.id = p.returner_id join profession f on f.id = r.profession_id where p.id = ${placementId})`;
const siteName = (placementId: Sql): Sql =>
  sql`(select s.name from placement p join placement_site s on s.id = p.site_id where p.id = ${placementId})`;
const supervisorName = (signOff: Row): Sql =>
  sql`(select u.display_name from supervisor u where u.id = ${signOff('supervisor_id')})`;

/** The days as the supervisor saw them; those that wait as they stand now. */
const daysOf = (signOffId: Sql, condition: Sql): Sql =>
  sql`(select coalesce(json_agg(json_build_object('id', s.day_id, 'version', d.version, 'onDate', d.on_date, 'minutes', d.minutes, 'startsAt', d.starts_at, 'state', s.state, 'comment', s.comment) order by d.on_date, d.day_id), '[]'::json)
    from sign_off_day s join logged_day d on d.day_id = s.day_id and case when s.day_version is null then d.superseded_at is null and not d.is_removed else d.version = s.day_version end
    where s.sign_off_id = ${signOffId} and ${condition})`;
const daysFrom = (days: unknown): unknown =>
  (days as readonly { readonly id: string }[]).map(({ id, ...day }) => ({
    ...day,
    loggedDayId: toGlobalId('LoggedDay', id),
  }));

/** Whether a confirmed address of the supervisor is the one that was signed through. */
const isAddressConfirmed = (supervisorId: Sql, email: Sql): Sql =>
  sql`exists (select from supervisor_address a where a.supervisor_id = ${supervisorId} and a.email = ${email})`;

const viewerActions: DerivedField = {
  kind: 'derived',
  facts: {
    subject: (signOff) =>
      sql`(select json_build_object('returner', json_build_object('personId', r.person_id, 'regionId', r.region_id, 'boardId', r.board_id, 'sharesWithCoordinators', r.shares_with_coordinators),
        'host', json_build_object('id', n.id, 'regionId', n.region_id, 'boardId', n.board_id), 'supervisorPersonId', u.person_id)
        from placement p join returner r on r.id = p.returner_id, host n, supervisor u where p.id = ${signOff('placement_id')} and n.id = ${signOff('host_id')} and u.id = ${signOff('supervisor_id')})`,
    state: (signOff) => signOff('state'),
    lastToldOn: (signOff) => signOff('last_told_on'),
  },
  compute: ({ subject, state, lastToldOn }, { actor, clock }) =>
    actionsOn(
      state as SignOffState,
      partyToSignOff(actor, subject as SignOffSubject),
      lastToldOn as CalendarDate,
      clock.today(),
    ),
};

export const signOffProjection: Projection = {
  type: 'SignOff',
  table: 'sign_off',
  visible: signOffsVisibleTo,
  fields: {
    id: column('id'),
    version: column('version'),
    state: column('state'),
    from: column('from_on'),
    until: column('until_on'),
    activities: column('activities'),
    askedOn: column('asked_on'),
    host: toOne(() => hostProjection, 'host_id'),
    returnerName: { kind: 'expression', value: (signOff) => returnerName(signOff('placement_id')) },
    fieldOfPractice: { kind: 'expression', value: (signOff) => fieldOfPractice(signOff('placement_id')) },
    supervisorName: { kind: 'expression', value: supervisorName },
    siteName: { kind: 'expression', value: (signOff) => siteName(signOff('placement_id')) },
    days: {
      kind: 'derived',
      facts: { days: (signOff) => daysOf(signOff('id'), sql`true`) },
      compute: ({ days }) => daysFrom(days),
    },
    statement: { kind: 'derived', facts: {}, compute: () => signOffWording.now },
    linkSentOn: column('link_sent_on'),
    linkEndsAt: column('link_ends_at'),
    nudgedOn: column('nudged_on'),
    signedAt: column('signed_at'),
    signedBy: column('signed_by'),
    agreedText: column('agreed_text'),
    isProvisional: {
      kind: 'expression',
      value: (signOff) =>
        sql`(${signOff('state')} in ('SIGNED', 'PARTLY_SIGNED') and not ${isAddressConfirmed(signOff('supervisor_id'), signOff('signed_email'))})`,
    },
    takenBackOn: column('taken_back_on'),
    takenBackReason: column('taken_back_reason'),
    viewerActions,
  },
};

/** What the holder of a link sees. A forged, used, revoked or expired link finds nothing. */
const signOffSheet: DerivedField = {
  kind: 'derived',
  facts: {
    sheet: (_row, args) =>
      sql`(select json_build_object('returnerName', ${returnerName(sql`o.placement_id`)}, 'fieldOfPractice', ${fieldOfPractice(sql`o.placement_id`)},
        'isBack', ${isRegistered(sql`(select p.returner_id from placement p where p.id = o.placement_id)`)}, 'supervisorName', ${supervisorName(rowOf('o'))}, 'siteName', ${siteName(sql`o.placement_id`)}, 'activities', o.activities, 'linkEndsAt', o.link_ends_at, 'days', ${daysOf(sql`o.id`, sql`s.state = 'WAITING'`)})
        from sign_off o where o.state = 'ASKED' and o.token_hash = ${args.parameter((values) => hashToken(String(values['token'])))}::bytea and o.link_ends_at > ${fromRun((run) => run.clock.now())}::timestamptz)`,
  },
  compute: ({ sheet }) => {
    if (sheet === null) return null;
    const { days, isBack, ...said } = sheet as {
      readonly days: unknown;
      readonly isBack: boolean;
      readonly fieldOfPractice: string | null;
    };
    return {
      ...said,
      describedAs: describedAs(isBack, said.fieldOfPractice ?? 'osteopathy'),
      days: daysFrom(days),
      statement: signOffWording.now,
    };
  },
};

interface ToDoRow extends Omit<WaitingSignOff, 'applicationOn' | 'countsUntil'> {
  readonly returnerName: string;
  readonly siteName: string;
  readonly answers: EligibilityAnswers;
  readonly oldestOn: CalendarDate;
  readonly days: number;
  readonly minutes: number;
}
/** As many as anybody answers in a week. */
const toDoAtMost = 100;

const signOffsToDo: DerivedField = {
  kind: 'derived',
  facts: {
    waiting: () =>
      sql`(select coalesce(json_agg(row_to_json(f) order by f.id), '[]'::json) from (select o.id, ${returnerName(sql`o.placement_id`)} "returnerName", ${siteName(sql`o.placement_id`)} "siteName",
        o.asked_on "askedOn", r.answers, min(d.on_date) "oldestOn", count(*)::int days, sum(d.minutes)::int minutes
        from sign_off o join placement p on p.id = o.placement_id join returner r on r.id = p.returner_id
        join sign_off_day s on s.sign_off_id = o.id and s.state = 'WAITING' join current_logged_day d on d.id = s.day_id
        where o.state = 'ASKED' and o.supervisor_id in (select u.id from supervisor u where ${visibilityForKind('SUPERVISOR', supervisorsVisibleTo, rowOf('u'))}) group by o.id, r.id) f)`,
  },
  compute: ({ waiting }, { clock }) => {
    const today = clock.today();
    const list = (waiting as readonly ToDoRow[]).map(({ answers, ...row }) => ({
      ...row,
      applicationOn: answers.applicationOn ?? null,
      countsUntil: countsForApplicationsUntil(row.oldestOn),
    }));
    return orderToDo(list, today)
      .slice(0, toDoAtMost)
      .map((one) => ({ ...one, signOffId: toGlobalId('SignOff', one.id), isBlocked: isBlocked(one, today) }));
  },
};

const pages = {
  kind: 'connection',
  to: () => signOffProjection,
  orders: { NEWEST: { by: 'asked_on', descending: true }, OLDEST: { by: 'asked_on' } },
  filters: { state: (signOff, value) => sql`${signOff('state')} = ${value}` },
} satisfies FieldProjection;

/** Sign-offs, at the root of the API. */
export const signOffQueries: Record<string, FieldProjection> = {
  signOff: oneById('SignOff', () => signOffProjection),
  signOffs: pages,
  signOffSheet,
  signOffsToDo,
};

/** What sign-off adds to a returner. */
export const signOffOfReturner = {
  signOffs: {
    ...pages,
    on: (signOff, returner) =>
      sql`${signOff('placement_id')} in (select id from placement where returner_id = ${returner('id')})`,
  },
  signedPractice: {
    kind: 'derived',
    facts: {
      days: (returner) =>
        sql`(select coalesce(json_agg(json_build_object('on', d.on_date, 'minutes', d.minutes, 'signing', coalesce(k.signing, 'UNSIGNED'),
            'isPlaced', exists (select from placement p where p.returner_id = d.returner_id and p.is_shown and p.state in ('STARTED', 'MOVED', 'ENDED_EARLY', 'COMPLETED') and d.on_date between p.starts_on and p.ends_on)) order by d.id), '[]'::json)
          from current_logged_day d left join lateral (select case when s.state = 'WAITING' then 'WAITING' when ${isAddressConfirmed(sql`o.supervisor_id`, sql`o.signed_email`)} then 'SIGNED' else 'PROVISIONAL' end signing
            from sign_off_day s join sign_off o on o.id = s.sign_off_id where s.day_id = d.id and s.state in ('WAITING', 'SIGNED')) k on true
          where d.returner_id = ${returner('id')} and d.kind = 'SUPERVISED')`,
    },
    compute: ({ days }) => countSigned(days as readonly DaySigning[]),
  },
} satisfies Record<string, FieldProjection>;

export const standInProjection: Projection = {
  type: 'StandIn',
  table: 'supervisor_stand_in',
  visible: standInsVisibleTo,
  fields: {
    supervisorName: {
      kind: 'expression',
      value: (standIn) => sql`(select display_name from supervisor where id = ${standIn('supervisor_id')})`,
    },
    from: column('from_on'),
    namedOn: column('named_on'),
  },
};

const supervisorNow: DerivedField = {
  kind: 'derived',
  facts: {
    now: (placement) =>
      sql`(select json_build_object('name', u.display_name, 'since', greatest(p.starts_on, coalesce(i.from_on, p.starts_on)), 'supervisor', ${supervisorFacts(rowOf('u'))})
        from placement p cross join lateral (select least(greatest(${fromRun((run) => run.clock.today())}::date, p.starts_on), p.ends_on) as today) d
        left join lateral (select s.supervisor_id, s.from_on from supervisor_stand_in s where s.placement_id = p.id and s.from_on <= d.today order by s.from_on desc limit 1) i on true
        join supervisor u on u.id = coalesce(i.supervisor_id, p.supervisor_id) where p.id = ${placement('id')})`,
  },
  compute: ({ now }, { clock }) => {
    if (now === null) return null;
    const { name, since, supervisor } = now as { name: string; since: CalendarDate; supervisor: SupervisorRow };
    const { frozenFrom } = decideSupervision(factsOfSupervisor(supervisor), since, clock.today());
    return { name, since, scope: supervisor.scope, frozenFrom };
  },
};

/** What sign-off adds to a placement. */
export const signOffOfPlacement = {
  supervisorNow,
  signOffs: { ...pages, on: (signOff, placement) => sql`${signOff('placement_id')} = ${placement('id')}` },
  standIns: {
    kind: 'list',
    to: () => standInProjection,
    on: (standIn, placement) => sql`${standIn('placement_id')} = ${placement('id')}`,
    orderBy: (standIn) => sql`${standIn('from_on')}`,
  },
} satisfies Record<string, FieldProjection>;

/** What supervising adds to the one who asks: their own record at each organisation. */
export const supervisorsOfViewer = {
  supervisors: {
    kind: 'list',
    to: () => supervisorProjection,
    on: (supervisor) => sql`${supervisor('person_id')} = ${fromRun((run) => run.actor.personId)}::uuid`,
    orderBy: (supervisor) => sql`${supervisor('display_name')}, ${supervisor('id')}`,
  },
} satisfies Record<string, FieldProjection>;

/** What sign-off adds to a supervisor: for those who run the organisation. */
export const signOffOfSupervisor = {
  signOffAddress: {
    kind: 'expression',
    value: (supervisor) =>
      sql`(select a.email from supervisor_address a where a.supervisor_id = ${supervisor('id')} and a.ended_at is null)`,
    shown: supervisorsVisibleTo,
  },
} satisfies Record<string, FieldProjection>;

/** The answer to somebody who holds a link: one value, and not the record. */
const withOne = (type: string, field: string, value: Sql): Projection => ({
  type,
  table: null,
  visible: () => 'ALL',
  fields: {
    [field]: {
      kind: 'derived',
      facts: { value: () => sql`(select ${value} from sign_off o where o.id = ${given('signOffId')})` },
      compute: (facts) => facts['value'],
    },
  },
});

/** Answers of the commands of sign-off. */
export const signOffAnswers: readonly Projection[] = [
  ...[
    'SignOffAsked',
    'SignOffNudged',
    'SignOffWithdrawn',
    'SignOffPassedOn',
    'SignOffSettled',
    'SignatureTakenBack',
  ].map((type) => answeringWith(type, 'signOff', () => signOffProjection, 'signOffId')),
  answeringWith('SupervisorAddressConfirmed', 'supervisor', () => supervisorProjection, 'supervisorId'),
  answeringWith('StandInNamed', 'placement', () => placementProjection, 'placementId'),
  withOne('SignOffSettledByLink', 'state', sql`o.state`),
  withOne('SignatureDisowned', 'state', sql`o.state`),
  withOne('SignOffLinkRenewed', 'linkSentOn', sql`o.link_sent_on`),
];
