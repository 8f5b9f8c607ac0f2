import { defineEntity, p, type InferEntity } from '@mikro-orm/core';
import type { UpdatingKind } from '../eligibility/outcome.rules.ts';
import { ReturnerSchema } from '../returners/returner.entity.ts';

/**
 * The ledger of updating. A correction is a new row of the same day with the next version; the row before it is marked
 * as superseded. Nothing else of a row ever changes, and no row is deleted. `current_logged_day` shows what holds.
 */
export const LoggedDaySchema = defineEntity({
  name: 'LoggedDay',
  tableName: 'logged_day',
  properties: {
    id: p.uuid().primary().defaultRaw('uuidv7()'),
    /** The same for all versions of one day. */
    dayId: p.uuid().name('day_id'),
    version: p.integer(),
    returner: () => p.manyToOne(ReturnerSchema).name('returner_id'),
    onDate: p.date().name('on_date'),
    kind: p.text().$type<UpdatingKind>(),
    minutes: p.integer(),
    /** 'HH:MM', where it is known. */
    startsAt: p.text().name('starts_at').nullable(),
    /** Paid hours in a support post under a valid supervisor. */
    isPaidPost: p.boolean().name('is_paid_post').default(false),
    note: p.text().nullable(),
    /** True for the last version of a day that was taken out of the log. */
    isRemoved: p.boolean().name('is_removed').default(false),
    recordedAt: p.datetime().columnType('timestamptz').name('recorded_at'),
    supersededAt: p.datetime().columnType('timestamptz').name('superseded_at').nullable(),
  },
  uniques: [{ name: 'one_row_per_version_of_a_logged_day', properties: ['dayId', 'version'] }],
  checks: [
    { name: 'a_logged_day_has_1_to_1440_minutes', expression: 'minutes >= 1 and minutes <= 1440' },
    { name: 'a_logged_day_is_of_a_known_kind', expression: "kind in ('SUPERVISED', 'FORMAL', 'PRIVATE')" },
    { name: 'only_supervised_practice_is_paid', expression: "not is_paid_post or kind = 'SUPERVISED'" },
  ],
  indexes: [
    {
      name: 'one_current_row_per_logged_day',
      expression:
        'create unique index one_current_row_per_logged_day on logged_day (day_id) where superseded_at is null',
    },
    {
      name: 'logged_day_of_returner_by_date',
      expression:
        'create index logged_day_of_returner_by_date on logged_day (returner_id, on_date, day_id) where superseded_at is null and not is_removed',
    },
    { name: 'logged_day_of_returner_by_time', properties: ['returner', 'recordedAt', 'id'] },
  ],
});
/** One version of one logged day. */
export type LoggedDay = InferEntity<typeof LoggedDaySchema>;

/** Minutes in the log by returner and kind, kept by the same transaction that writes the log. */
export const UpdatingTotalSchema = defineEntity({
  name: 'UpdatingTotal',
  tableName: 'updating_total',
  properties: {
    id: p.uuid().primary().defaultRaw('uuidv7()'),
    returner: () => p.manyToOne(ReturnerSchema).name('returner_id'),
    kind: p.text().$type<UpdatingKind>(),
    minutes: p.integer(),
    entries: p.integer(),
  },
  uniques: [{ name: 'one_total_per_returner_and_kind', properties: ['returner', 'kind'] }],
  checks: [{ name: 'a_total_is_never_below_nothing', expression: 'minutes >= 0 and entries >= 0' }],
  indexes: [{ name: 'updating_total_by_kind_and_minutes', properties: ['kind', 'minutes'] }],
});

/** What a person has planned: the input of the forecast, whose answer is reckoned anew at each read. */
export const PlanSchema = defineEntity({
  name: 'Plan',
  tableName: 'plan',
  properties: {
    id: p.uuid().primary().defaultRaw('uuidv7()'),
    version: p.integer().default(1),
    returner: () => p.manyToOne(ReturnerSchema).name('returner_id'),
    startOn: p.date().name('start_on'),
    /** Days a week in half days: 5 is two and a half days. */
    halfDaysAWeek: p.integer().name('half_days_a_week'),
    supervisedPercent: p.integer().name('supervised_percent'),
    formalPercent: p.integer().name('formal_percent'),
    privatePercent: p.integer().name('private_percent'),
    weeksOff: p.json<readonly { readonly from: string; readonly to: string }[]>().name('weeks_off'),
    savedOn: p.date().name('saved_on'),
  },
  uniques: [{ name: 'one_plan_per_returner', properties: ['returner'] }],
  checks: [
    {
      name: 'the_mix_of_a_plan_makes_the_whole',
      expression: 'supervised_percent + formal_percent + private_percent = 100',
    },
  ],
});
