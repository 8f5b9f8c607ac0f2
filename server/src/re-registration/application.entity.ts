import { defineEntity, p, type InferEntity } from '@mikro-orm/core';
import { ReturnerSchema } from '../returners/returner.entity.ts';
import type { ApplicationEntryKind, ApplicationWay } from './application-entry.rules.ts';
import type { NoticeStage } from './application-notice.rules.ts';
import type { ApplicationRoute, ApplicationStepKey } from './application-steps.rules.ts';
import type { ApplicationClockKind, ApplicationState } from './application.rules.ts';

/** What somebody sends to HCPC. A person has one that is current; those before stay. */
export const ApplicationSchema = defineEntity({
  name: 'Application',
  tableName: 'application',
  properties: {
    id: p.uuid().primary().defaultRaw('uuidv7()'),
    version: p.integer().default(1),
    returner: () => p.manyToOne(ReturnerSchema).name('returner_id'),
    isCurrent: p.boolean().name('is_current').default(true),
    /** Follows the person's answers until something is sent, and stays as it was then. */
    route: p.text().$type<ApplicationRoute>(),
    /** The steps that the person has ready. */
    prepared: p.json<readonly ApplicationStepKey[]>().defaultRaw("'[]'::jsonb"),
    /** As the ledger says; written with every entry, to be found and sorted by. */
    state: p.text().$type<ApplicationState>(),
    standsSince: p.date().name('stands_since'),
    sentOn: p.date().name('sent_on').nullable(),
    /** The day on which the clock that ends first runs out; null while none runs. */
    dueOn: p.date().name('due_on').nullable(),
    decidedOn: p.date().name('decided_on').nullable(),
    /** SHA-256 of the pack as it was when the application was sent; null where there was none. */
    packDigest: p.text().name('pack_digest').nullable(),
    beganOn: p.date().name('began_on'),
  },
  checks: [
    {
      name: 'an_application_that_was_sent_says_when',
      expression: "state in ('PREPARING', 'RENEWED') or state = 'WITHDRAWN' or sent_on is not null",
    },
    {
      name: 'a_decided_application_says_when',
      expression:
        "state in ('PREPARING', 'RENEWED', 'SENT', 'QUERIED', 'FEE_TAKEN', 'APPEALED', 'WITHDRAWN') or decided_on is not null",
    },
  ],
  indexes: [
    {
      name: 'one_current_application',
      expression: 'create unique index one_current_application on application (returner_id) where is_current',
    },
    { name: 'application_of_returner', properties: ['returner', 'beganOn', 'id'] },
    { name: 'application_by_standing', properties: ['standsSince', 'id'] },
  ],
});
/** What somebody sends to HCPC. */
export type Application = InferEntity<typeof ApplicationSchema>;

/** Something that happened to an application. A correction adds a version; nothing is changed or deleted. */
export const ApplicationEntrySchema = defineEntity({
  name: 'ApplicationEntry',
  tableName: 'application_entry',
  properties: {
    id: p.uuid().primary().defaultRaw('uuidv7()'),
    application: () => p.manyToOne(ApplicationSchema).name('application_id'),
    /** The same for all its versions. */
    entryId: p.uuid().name('entry_id'),
    version: p.integer().default(1),
    kind: p.text().$type<ApplicationEntryKind>(),
    onDate: p.date().name('on_date'),
    way: p.text().$type<ApplicationWay>().nullable(),
    /** In the person's own words; shown to nobody else. */
    askedFor: p.text().name('asked_for').nullable(),
    dueOn: p.date().name('due_on').nullable(),
    answersId: p.uuid().name('answers_id').nullable(),
    pence: p.integer().nullable(),
    registrationNumber: p.text().name('registration_number').nullable(),
    isRemoved: p.boolean().name('is_removed').default(false),
    recordedAt: p.datetime().columnType('timestamptz').name('recorded_at'),
    supersededAt: p.datetime().columnType('timestamptz').name('superseded_at').nullable(),
  },
  uniques: [{ name: 'one_row_per_version_of_an_entry', properties: ['entryId', 'version'] }],
  checks: [
    { name: 'what_was_sent_went_some_way', expression: "kind <> 'SENT' or way is not null" },
    { name: 'what_hcpc_asks_is_said', expression: "kind <> 'QUERIED' or asked_for is not null" },
    { name: 'an_answer_has_its_question', expression: "(kind = 'ANSWERED') = (answers_id is not null)" },
    {
      name: 'a_fee_is_some_money',
      expression: "(kind = 'FEE_TAKEN') = (pence is not null) and (pence is null or pence > 0)",
    },
    {
      name: 'who_is_registered_has_a_number',
      expression: "(kind = 'REGISTERED') = (registration_number is not null)",
    },
  ],
  indexes: [
    {
      name: 'one_standing_version_of_an_entry',
      expression:
        'create unique index one_standing_version_of_an_entry on application_entry (entry_id) where superseded_at is null',
    },
    { name: 'entry_of_application', properties: ['application', 'onDate', 'id'] },
  ],
});

/** A clock that the person was told about. */
export const ApplicationNoticeSchema = defineEntity({
  name: 'ApplicationNotice',
  tableName: 'application_notice',
  properties: {
    id: p.uuid().primary().defaultRaw('uuidv7()'),
    application: () => p.manyToOne(ApplicationSchema).name('application_id'),
    clock: p.text().$type<ApplicationClockKind>(),
    stage: p.text().$type<NoticeStage>(),
    endsOn: p.date().name('ends_on'),
    toldOn: p.date().name('told_on'),
  },
  uniques: [{ name: 'a_clock_is_told_once_a_stage', properties: ['application', 'clock', 'stage', 'endsOn'] }],
});
