import type { EligibilityAnswers } from '../eligibility/answers.rules.ts';
import { decideEligibility } from '../eligibility/eligibility.rules.ts';
import {
  column,
  fromRun,
  given,
  toOne,
  type DerivedField,
  type FieldProjection,
  type Projection,
  type Row,
  type Run,
} from '../graphql/compile/projection.ts';
import { fromGlobalId } from '../kernel/global-id.ts';
import { sql, text, type Sql } from '../kernel/sql.ts';
import {
  boardProjection,
  postcodeDistrictProjection,
  regionProjection,
} from '../organisations/organisation.projection.ts';
import { consentKinds, coordinatorsToAskAtMost, wordingOf, type ConsentKind } from './consent.rules.ts';
import {
  belongingToVisibleReturner,
  coordinatorsVisibleTo,
  mayEditReturner,
  ownReturner,
  recordHolderOf,
  returnersVisibleTo,
} from './returner.policy.ts';
import { answersToday, standingOf, type QuestionToHcpc, type Standing } from './standing.rules.ts';

/** What must be read of a returner's row to know where the person stands. */
export const standingFacts: DerivedField['facts'] = {
  answers: (returner) => returner('answers'),
  question: (returner) =>
    sql`(select row_to_json(q) from (select asked_on "askedOn", answered_on "answeredOn", answered_days "answeredDays", answered_route "answeredRoute" from question_to_hcpc where returner_id = ${returner('id')} and not is_superseded) q)`,
};

/** Several fields of one answer ask where the same person stands; the rules are asked once. */
const standings = new WeakMap<Run, Map<string, Standing>>();

/** Where the person stands, from `standingFacts`. */
export const standingFrom = (facts: Readonly<Record<string, unknown>>, run: Run): Standing => {
  const known = standings.get(run) ?? new Map<string, Standing>();
  standings.set(run, known);
  const key = JSON.stringify([facts['answers'], facts['question']]);
  const standing =
    known.get(key) ??
    standingOf(facts['answers'] as EligibilityAnswers, facts['question'] as QuestionToHcpc | null, run.clock.today());
  known.set(key, standing);
  return standing;
};

export const consentDecisionProjection: Projection = {
  type: 'ConsentDecision',
  table: 'consent',
  visible: belongingToVisibleReturner,
  fields: {
    kind: column('kind'),
    isGiven: column('is_given'),
    wordingVersion: column('wording_version'),
    decidedAt: column('decided_at'),
  },
};

export const questionToHcpcProjection: Projection = {
  type: 'QuestionToHcpc',
  table: 'question_to_hcpc',
  visible: belongingToVisibleReturner,
  fields: {
    askedOn: column('asked_on'),
    answeredOn: column('answered_on'),
    answeredDays: column('answered_days'),
    answeredRoute: column('answered_route'),
  },
};

const personOf = (grant: Row, value: Sql): Sql =>
  sql`(select ${value} from person a where a.id = ${grant('person_id')})`;

export const coordinatorToAskProjection: Projection = {
  type: 'CoordinatorToAsk',
  table: 'role_grant',
  visible: coordinatorsVisibleTo,
  fields: {
    displayName: { kind: 'expression', value: (grant) => personOf(grant, sql`a.display_name`) },
    // an address that nobody has confirmed may be a stranger's
    email: {
      kind: 'expression',
      value: (grant) => personOf(grant, sql`case when a.email_confirmed_at is not null then a.email end`),
    },
  },
};

/** One role of each, where somebody coordinates both the region and the board; those of the board, who are nearest, first. */
const nearestCoordinators = (returner: Row): Sql =>
  sql`(select picked.id from (select distinct on (g.person_id) g.id, g.board_id, a.display_name
    from role_grant g join person a on a.id = g.person_id and a.suspended_at is null
    where g.role = 'COORDINATOR' and g.person_id <> ${returner('person_id')}
      and (g.region_id = ${returner('region_id')} or g.board_id = ${returner('board_id')})
    order by g.person_id, g.board_id, g.id) picked
    order by picked.board_id is null, picked.display_name, picked.id limit ${text(String(coordinatorsToAskAtMost))})`;

/** A record that was made one with another leads there, until that is undone. */
const leadsTo = (id: Sql): Sql =>
  sql`coalesce((select m.kept_id from returner_merge m where m.merged_id = ${id} and m.undone_at is null), ${id})`;

export const returnerProjection: Projection = {
  type: 'Returner',
  table: 'returner',
  visible: returnersVisibleTo,
  leadsTo,
  fields: {
    id: column('id'),
    version: column('version'),
    displayName: {
      kind: 'expression',
      value: (returner) =>
        sql`coalesce(${returner('preferred_name')}, (select display_name from person where id = ${returner('person_id')}))`,
    },
    preferredName: column('preferred_name'),
    // the code alone: the profession's name is a protected title, which a person who is not on the Register may not bear
    professionCode: {
      kind: 'expression',
      value: (returner) => sql`(select code from profession where id = ${returner('profession_id')})`,
    },
    fieldOfPractice: {
      kind: 'expression',
      // the one profession people can choose that HCPC does not regulate
      value: (returner) =>
        sql`coalesce((select field_of_practice from profession where id = ${returner('profession_id')}), 'osteopathy')`,
    },
    region: toOne(() => regionProjection, 'region_id'),
    board: toOne(() => boardProjection, 'board_id'),
    isRegionChosen: column('is_region_chosen'),
    homeDistrict: toOne(() => postcodeDistrictProjection, 'home_district_id'),
    homeDistrictIsNearest: {
      kind: 'expression',
      value: (returner) =>
        sql`coalesce(split_part(${returner('home_postcode')}, ' ', 1) <> (select code from postcode_district where id = ${returner('home_district_id')}), false)`,
    },
    homePostcode: { ...column('home_postcode'), shown: ownReturner },
    hcpcNumber: column('hcpc_number'),
    practiceHistory: { ...column('practice_history'), shown: ownReturner },
    answers: column('answers'),
    eligibility: {
      kind: 'derived',
      facts: { answers: (returner) => returner('answers') },
      compute: (facts, { clock }) => {
        const today = clock.today();
        return decideEligibility(answersToday(facts['answers'] as EligibilityAnswers, today), today);
      },
    },
    questionToHcpc: {
      kind: 'relation',
      to: () => questionToHcpcProjection,
      on: (question, returner) =>
        sql`${question('returner_id')} = ${returner('id')} and not ${question('is_superseded')}`,
    },
    consentChoices: {
      kind: 'derived',
      facts: {
        shares: (returner) => returner('shares_with_coordinators'),
        email: (returner) => returner('accepts_email'),
      },
      compute: (facts) => {
        const isGiven: Record<ConsentKind, boolean> = {
          SHARE_WITH_COORDINATORS: facts['shares'] === true,
          CONTACT_BY_EMAIL: facts['email'] === true,
        };
        return (Object.keys(consentKinds) as ConsentKind[]).map((kind) => {
          const wording = wordingOf(kind);
          return { kind, text: wording.text, wordingVersion: wording.version, isGiven: isGiven[kind] };
        });
      },
    },
    consents: {
      kind: 'list',
      to: () => consentDecisionProjection,
      on: (consent, returner) => sql`${consent('returner_id')} = ${returner('id')}`,
      orderBy: (consent) => sql`${consent('decided_at')}, ${consent('id')}`,
    },
    coordinatorsToAsk: {
      kind: 'list',
      shown: ownReturner,
      to: () => coordinatorToAskProjection,
      on: (grant, returner) =>
        sql`${returner('shares_with_coordinators')} and ${grant('id')} in ${nearestCoordinators(returner)}`,
      orderBy: (grant) => sql`${grant('board_id')} is null, ${personOf(grant, sql`a.display_name`)}, ${grant('id')}`,
    },
    coordinatorsSeeSince: column('coordinators_see_since'),
    startedOn: column('started_on'),
    viewerMayEdit: {
      kind: 'derived',
      facts: { personId: (returner) => returner('person_id') },
      compute: (facts, { actor }) => mayEditReturner(actor, { personId: String(facts['personId']) }),
    },
  },
};

/** What the asking person's own record is to the one who asks. */
export const returnerOfViewer = {
  returner: {
    kind: 'relation',
    to: () => returnerProjection,
    on: (returner) => sql`${returner('person_id')} = ${fromRun((run) => recordHolderOf(run.actor))}::uuid`,
  },
} satisfies Record<string, FieldProjection>;

/** Questions about returners, at the root of the API. */
export const returnerQueries = {
  returner: {
    kind: 'relation',
    to: () => returnerProjection,
    on: (returner, _row, args) =>
      sql`${returner('id')} = ${leadsTo(
        sql`${args.parameter((values) => {
          const asked = fromGlobalId(String(values['id']));
          return asked?.type === 'Returner' ? asked.id : null;
        })}::uuid`,
      )}`,
  },
  returners: {
    kind: 'connection',
    to: () => returnerProjection,
    orders: { NEWEST: { by: 'started_on', descending: true }, OLDEST: { by: 'started_on' } },
    filters: {
      professionCode: (returner, value) =>
        sql`${returner('profession_id')} = (select id from profession where code = ${value})`,
      regionCode: (returner, value) =>
        sql`${returner('region_id')} = (select id from region where code = upper(${value}))`,
      startedFrom: (returner, value) => sql`${returner('started_on')} >= ${value}::date`,
    },
  },
} satisfies Record<string, FieldProjection>;

/** The answer of a command whose answer is the returner as it is now. */
export const answeringWithReturner = (type: string, more: Projection['fields'] = {}): Projection => ({
  type,
  table: null,
  visible: () => 'ALL',
  fields: {
    returner: {
      kind: 'relation',
      to: () => returnerProjection,
      on: (returner) => sql`${returner('id')} = ${given('returnerId')}`,
    },
    ...more,
  },
});
