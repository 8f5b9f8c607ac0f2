import { defineEntity, p, type InferEntity } from '@mikro-orm/core';
import { PersonSchema } from '../access/person.entity.ts';
import type { EligibilityAnswers } from '../eligibility/answers.rules.ts';
import type { Route } from '../eligibility/outcome.rules.ts';
import {
  IntegratedCareBoardSchema,
  PostcodeDistrictSchema,
  RegionSchema,
} from '../organisations/organisation.entity.ts';
import { ProfessionSchema } from '../organisations/profession.entity.ts';
import type { ConsentKind } from './consent.rules.ts';
import type { PracticePeriod } from './profile.rules.ts';

/** A person on the way back, with one pathway. */
export const ReturnerSchema = defineEntity({
  name: 'Returner',
  tableName: 'returner',
  properties: {
    id: p.uuid().primary().defaultRaw('uuidv7()'),
    version: p.integer().default(1),
    person: () => p.manyToOne(PersonSchema).name('person_id'),
    /** What the person wants to be called; null for the name of the account. */
    preferredName: p.text().name('preferred_name').nullable(),
    /** Null for a profession that HCPC does not regulate. */
    profession: () =>
      p
        .manyToOne(ProfessionSchema)
        .name('profession_id')
        .index('returner_by_profession')
        .nullable()
        .deleteRule('no action'),
    /** What the person has told about the way here: the same answers that anybody gives to the eligibility check. */
    answers: p.json<EligibilityAnswers>(),
    /** Null while they are those with which the pathway began. */
    answersChangedOn: p.date().name('answers_changed_on').nullable(),
    practiceHistory: p.json<readonly PracticePeriod[]>().name('practice_history').defaultRaw("'[]'::jsonb"),
    hcpcNumber: p.text().name('hcpc_number').nullable(),
    homePostcode: p.text().name('home_postcode').nullable(),
    homeDistrict: () =>
      p
        .manyToOne(PostcodeDistrictSchema)
        .name('home_district_id')
        .index('returner_by_district')
        .nullable()
        .deleteRule('no action'),
    region: () => p.manyToOne(RegionSchema).name('region_id').nullable().deleteRule('no action'),
    board: () => p.manyToOne(IntegratedCareBoardSchema).name('board_id').nullable().deleteRule('no action'),
    /** True where the person has named the region, rather than the nearest trust. */
    isRegionChosen: p.boolean().name('is_region_chosen').default(false),
    /** The newest consent of each kind, as it stands in the ledger. */
    sharesWithCoordinators: p.boolean().name('shares_with_coordinators').default(false),
    acceptsEmail: p.boolean().name('accepts_email').default(false),
    /** Since when coordinators of a region can see this record; null while they cannot. */
    coordinatorsSeeSince: p.date().name('coordinators_see_since').nullable(),
    startedOn: p.date().name('started_on'),
    /** Since when a place is waited for; infinity while none is. Kept right by the request's own trigger. */
    waitingSince: p.date().name('waiting_since').defaultRaw("'infinity'"),
  },
  uniques: [{ name: 'one_pathway_per_person', properties: ['person'] }],
  indexes: [
    { name: 'returner_by_wait', properties: ['waitingSince', 'id'] },
    { name: 'returner_by_start', properties: ['startedOn', 'id'] },
    { name: 'returner_of_region_by_start', properties: ['region', 'startedOn', 'id'] },
    { name: 'returner_of_board_by_start', properties: ['board', 'startedOn', 'id'] },
  ],
  checks: [
    {
      name: 'coordinators_see_only_what_is_shared',
      expression: 'coordinators_see_since is null or (shares_with_coordinators and region_id is not null)',
    },
  ],
});
/** A person on the way back. */
export type Returner = InferEntity<typeof ReturnerSchema>;

/** One decision about one consent: given or withdrawn, for a wording, on a day. Never changed. */
export const ConsentSchema = defineEntity({
  name: 'Consent',
  tableName: 'consent',
  properties: {
    id: p.uuid().primary().defaultRaw('uuidv7()'),
    returner: () => p.manyToOne(ReturnerSchema).name('returner_id'),
    kind: p.text().$type<ConsentKind>(),
    isGiven: p.boolean().name('is_given'),
    wordingVersion: p.integer().name('wording_version'),
    decidedAt: p.datetime().columnType('timestamptz').name('decided_at'),
  },
  indexes: [{ name: 'consent_of_returner_by_time', properties: ['returner', 'decidedAt', 'id'] }],
});

/** A question that a person has put to HCPC, where the published rules do not settle the answer. */
export const QuestionToHcpcSchema = defineEntity({
  name: 'QuestionToHcpc',
  tableName: 'question_to_hcpc',
  properties: {
    id: p.uuid().primary().defaultRaw('uuidv7()'),
    returner: () => p.manyToOne(ReturnerSchema).name('returner_id'),
    askedOn: p.date().name('asked_on'),
    answeredOn: p.date().name('answered_on').nullable(),
    /** Days of updating that HCPC asks for. */
    answeredDays: p.integer().name('answered_days').nullable(),
    answeredRoute: p.text().$type<Route>().name('answered_route').nullable(),
    /** True once the answers that the question was about have changed: it settles nothing any more. */
    isSuperseded: p.boolean().name('is_superseded').default(false),
  },
  checks: [
    {
      name: 'an_answer_from_hcpc_is_whole',
      expression:
        '(answered_on is null) = (answered_days is null) and (answered_on is null) = (answered_route is null)',
    },
  ],
  indexes: [
    {
      name: 'one_standing_question_to_hcpc',
      expression:
        'create unique index one_standing_question_to_hcpc on question_to_hcpc (returner_id) where not is_superseded',
    },
    { name: 'question_to_hcpc_of_returner', properties: ['returner', 'id'] },
  ],
});
