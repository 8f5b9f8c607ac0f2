import type { EligibilityAnswers } from '../eligibility/answers.rules.ts';
import {
  column,
  given,
  type DerivedField,
  type FieldProjection,
  type Projection,
  type Row,
  type Run,
} from '../graphql/compile/projection.ts';
import { toGlobalId } from '../kernel/global-id.ts';
import { sql, type Sql } from '../kernel/sql.ts';
import { belongingToOwnReturner, belongingToVisibleReturner } from '../returners/returner.policy.ts';
import { answeringWithReturner, standingFacts, standingFrom } from '../returners/returner.projection.ts';
import type { Standing } from '../returners/standing.rules.ts';
import { forecastOf, isPossible, type SavedPlan } from './saved-plan.rules.ts';
import { countUpdating, type UpdatingCount, type UpdatingEntry } from './updating-count.rules.ts';

const dayFacts = {
  version: column('version'),
  onDate: column('on_date'),
  kind: column('kind'),
  minutes: column('minutes'),
  startsAt: column('starts_at'),
  isPaidPost: column('is_paid_post'),
  note: { ...column('note'), shown: belongingToOwnReturner },
  recordedAt: column('recorded_at'),
} satisfies Record<string, FieldProjection>;

export const loggedDayVersionProjection: Projection = {
  type: 'LoggedDayVersion',
  table: 'logged_day',
  visible: belongingToVisibleReturner,
  fields: { ...dayFacts, isRemoved: column('is_removed'), supersededAt: column('superseded_at') },
};

export const loggedDayProjection: Projection = {
  type: 'LoggedDay',
  table: 'current_logged_day',
  visible: belongingToVisibleReturner,
  fields: {
    id: column('id'),
    ...dayFacts,
    history: {
      kind: 'list',
      to: () => loggedDayVersionProjection,
      on: (version, day) => sql`${version('day_id')} = ${day('id')}`,
      orderBy: (version) => sql`${version('version')}`,
    },
  },
};

export const updatingTotalProjection: Projection = {
  type: 'UpdatingTotal',
  table: 'updating_total',
  visible: belongingToVisibleReturner,
  fields: { kind: column('kind'), minutes: column('minutes'), entries: column('entries') },
};

const entriesOf = (returnerId: Sql): Sql =>
  sql`(select coalesce(json_agg(json_build_object('key', d.id, 'on', d.on_date, 'kind', d.kind, 'minutes', d.minutes, 'startsAt', d.starts_at) order by d.on_date, d.id), '[]'::json) from current_logged_day d where d.returner_id = ${returnerId})`;

/** What must be read of a returner's row to count the updating. */
export const updatingFacts: DerivedField['facts'] = {
  ...standingFacts,
  entries: (returner) => entriesOf(returner('id')),
};

const entriesFrom = (facts: Readonly<Record<string, unknown>>): UpdatingEntry[] =>
  (facts['entries'] as UpdatingEntry[]).map((entry) => ({ ...entry, key: toGlobalId('LoggedDay', entry.key) }));

/** The meter: what counts; null where no updating is needed. */
export const meterFrom = (
  facts: Readonly<Record<string, unknown>>,
  run: Run,
  standing: Standing,
): UpdatingCount | null =>
  standing.requirement && standing.requirement.days > 0
    ? countUpdating(standing.requirement, entriesFrom(facts), standing.applicationOn, run.clock.today())
    : null;

const returnerOf = (plan: Row): Sql => plan('returner_id');

/** The plan in the words of the forecast; a pause is time off. */
export const planFact = (plan: Row): Sql =>
  sql`json_build_object('startOn', ${plan('start_on')}, 'daysAWeek', ${plan('half_days_a_week')} / 2.0, 'mix', json_build_object('supervised', ${plan('supervised_percent')}, 'formal', ${plan('formal_percent')}, 'private', ${plan('private_percent')}), 'weeksOff', ${plan('weeks_off')} || coalesce((select jsonb_agg(jsonb_build_object('from', a.from_on, 'to', a.until_on)) from standing_aside a where a.returner_id = ${plan('returner_id')} and a.kind = 'PAUSED' and a.ended_on is null), '[]'::jsonb))`;

type PlanFacts = Parameters<typeof forecastOf>;
const planFacts = (facts: Readonly<Record<string, unknown>>, run: Run, standing: Standing): PlanFacts => [
  facts['plan'] as SavedPlan,
  standing.requirement?.days ?? 0,
  facts['answers'] as EligibilityAnswers,
  entriesFrom(facts),
  run.clock.today(),
];

/** Whether the plan can work, reckoned for today; null without a plan. */
export const isPlanPossible = (
  facts: Readonly<Record<string, unknown>>,
  run: Run,
  standing: Standing,
): boolean | null => (facts['plan'] === null ? null : isPossible(...planFacts(facts, run, standing)));

export const planProjection: Projection = {
  type: 'Plan',
  table: 'plan',
  visible: belongingToVisibleReturner,
  fields: {
    version: column('version'),
    startOn: column('start_on'),
    daysAWeek: { kind: 'expression', value: (plan) => sql`${plan('half_days_a_week')} / 2.0` },
    mix: {
      kind: 'expression',
      value: (plan) =>
        sql`json_build_object('supervised', ${plan('supervised_percent')}, 'formal', ${plan('formal_percent')}, 'private', ${plan('private_percent')})`,
    },
    weeksOff: column('weeks_off'),
    savedOn: column('saved_on'),
    forecast: {
      kind: 'derived',
      facts: {
        plan: planFact,
        answers: (plan) => sql`(select answers from returner where id = ${returnerOf(plan)})`,
        question: (plan) =>
          sql`(select row_to_json(q) from (select asked_on "askedOn", answered_on "answeredOn", answered_days "answeredDays", answered_route "answeredRoute" from question_to_hcpc where returner_id = ${returnerOf(plan)} and not is_superseded) q)`,
        entries: (plan) => entriesOf(returnerOf(plan)),
      },
      compute: (facts, run) => forecastOf(...planFacts(facts, run, standingFrom(facts, run))),
    },
  },
};

/** What this feature adds to a returner. */
export const updatingOfReturner = {
  updating: {
    kind: 'derived',
    facts: updatingFacts,
    compute: (facts, run) => meterFrom(facts, run, standingFrom(facts, run)),
  },
  totals: {
    kind: 'list',
    to: () => updatingTotalProjection,
    on: (total, returner) => sql`${total('returner_id')} = ${returner('id')}`,
    orderBy: (total) => sql`${total('kind')}`,
  },
  loggedDays: {
    kind: 'connection',
    to: () => loggedDayProjection,
    on: (day, returner) => sql`${day('returner_id')} = ${returner('id')}`,
    orders: { NEWEST: { by: 'on_date', descending: true }, OLDEST: { by: 'on_date' } },
    filters: {
      kind: (day, value) => sql`${day('kind')} = ${value}`,
      from: (day, value) => sql`${day('on_date')} >= ${value}::date`,
      to: (day, value) => sql`${day('on_date')} <= ${value}::date`,
    },
  },
  logHistory: {
    kind: 'connection',
    to: () => loggedDayVersionProjection,
    on: (version, returner) => sql`${version('returner_id')} = ${returner('id')}`,
    orders: { NEWEST: { by: 'recorded_at', descending: true }, OLDEST: { by: 'recorded_at' } },
  },
  plan: {
    kind: 'relation',
    to: () => planProjection,
    on: (plan, returner) => sql`${plan('returner_id')} = ${returner('id')}`,
  },
} satisfies Record<string, FieldProjection>;

const withLoggedDay = {
  loggedDay: {
    kind: 'relation',
    to: () => loggedDayProjection,
    on: (day) => sql`${day('id')} = ${given('loggedDayId')}`,
  },
} satisfies Record<string, FieldProjection>;

export const dayLoggedProjection = answeringWithReturner('DayLogged', withLoggedDay);
export const loggedDayEditedProjection = answeringWithReturner('LoggedDayEdited', withLoggedDay);
