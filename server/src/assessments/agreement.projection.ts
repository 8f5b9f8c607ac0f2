import { hashToken } from '../access/token.ts';
import {
  column,
  fromRun,
  given,
  rowOf,
  type DerivedField,
  type FieldProjection,
  type Projection,
  type Row,
  type Run,
} from '../graphql/compile/projection.ts';
import type { CalendarDate } from '../kernel/calendar-date.ts';
import { name, sql, type Sql } from '../kernel/sql.ts';
import type { ProfessionCode } from '../organisations/profession.rules.ts';
import { sitesVisibleTo } from '../placements/host.policy.ts';
import { answeringWith, hostProjection } from '../placements/host.projection.ts';
import type { Setting } from '../placements/matching/terms.rules.ts';
import type { PlacementSubject } from '../placements/placement.policy.ts';
import { subjectOfPlacement } from '../placements/placement.projection.ts';
import type { PlacementState } from '../placements/placement.rules.ts';
import { describedAs, isRegistered } from '../returners/described-as.rules.ts';
import { standingFacts, standingFrom } from '../returners/returner.projection.ts';
import type { LocalPolicy } from './agreement-policy.rules.ts';
import { requirementsOfPlan } from './agreement-requirements.rules.ts';
import { goalTemplates } from './agreement-template.rules.ts';
import type { KeptContent } from './agreement.entity.ts';
import { agreementsVisibleTo, partyToAgreement, readsConfidence } from './agreement.policy.ts';
import {
  actionsOnAgreement,
  agreementStatement,
  daysOfPlacement,
  isPlannable,
  type AgreementContent,
  type AgreementState,
  type LearningGoal,
  type PlannedPlacement,
} from './agreement.rules.ts';
import { selfAssessmentFacts, selfAssessmentFrom } from './self-assessment.projection.ts';

/** A column of the placement of an agreement. */
const ofPlacement =
  (agreement: Row): Row =>
  (of) =>
    sql`(select p.${name(of)} from placement p where p.id = ${agreement('placement_id')})`;
/** A column of whoever the placement is for. */
const ofReturner =
  (agreement: Row): Row =>
  (of) =>
    sql`(select r.${name(of)} from returner r where r.id = ${ofPlacement(agreement)('returner_id')})`;

const subject = (agreement: Row): Sql => subjectOfPlacement(ofPlacement(agreement));
const draft = (agreement: Row): Sql =>
  sql`json_build_object('supervisedDays', ${agreement('supervised_days')}, 'formalDays', ${agreement('formal_days')}, 'privateDays', ${agreement('private_days')},
    'meetEveryWeeks', ${agreement('meet_every_weeks')}, 'goals', (select coalesce(json_agg(json_build_object('number', g.number, 'goal', g.goal, 'how', g.how, 'evidence', g.evidence, 'by', g.by_on)
      order by g.number), '[]'::json) from learning_goal g where g.agreement_id = ${agreement('id')}))`;
const sharedLast = (agreement: Row): Sql =>
  sql`(select s.content from agreement_step s where s.agreement_id = ${agreement('id')} and s.content is not null order by s.at desc, s.id desc limit 1)`;
const labels = (): Sql => sql`(select json_object_agg(s.number, s.label) from standard_of_proficiency s)`;

const contentFacts: DerivedField['facts'] = {
  state: (agreement) => agreement('state'),
  draft,
  sharedLast,
};
type Facts = Readonly<Record<string, unknown>>;

/** What the one who asks may read: a draft is the returner's alone, and everybody else sees what was shared last. */
const contentFor = ({ state, draft: written, sharedLast: shared }: Facts, { actor }: Run): AgreementContent =>
  (state === 'DRAFT' && actor.kind !== 'RETURNER' ? shared : written) as AgreementContent;

const labelled = (goals: readonly LearningGoal[], names: unknown) =>
  goals.map((goal) => ({ ...goal, label: (names as Readonly<Record<string, string>>)[goal.number] ?? '' }));
const numbersOf = ({ supervisedDays, formalDays, privateDays, meetEveryWeeks }: AgreementContent) => ({
  supervisedDays,
  formalDays,
  privateDays,
  meetEveryWeeks,
});

const placementFacts: DerivedField['facts'] = {
  placement: (agreement) =>
    sql`(select json_build_object('from', p.starts_on, 'until', p.ends_on, 'weekdays', p.weekdays) from placement p where p.id = ${agreement('placement_id')})`,
};
const standingOfOwner: DerivedField['facts'] = Object.fromEntries(
  Object.entries(standingFacts).map(([fact, of]) => [fact, (agreement: Row, args) => of(ofReturner(agreement), args)]),
) satisfies DerivedField['facts'];

interface AgreedRow {
  readonly edition: number;
  readonly agreedAt: string;
  readonly agreedBy: string;
  /** Agreed to by a supervisor through no address that the organisation has confirmed. */
  readonly isProvisional: boolean;
  readonly content: KeptContent;
}

export const learningAgreementProjection: Projection = {
  type: 'LearningAgreement',
  table: 'learning_agreement',
  visible: agreementsVisibleTo,
  fields: {
    id: column('id'),
    version: column('version'),
    state: column('state'),
    edition: column('edition'),
    startedOn: column('started_on'),
    changedOn: column('changed_on'),
    linkSentOn: column('link_sent_on'),
    plan: { kind: 'derived', facts: contentFacts, compute: (facts, run) => numbersOf(contentFor(facts, run)) },
    goals: {
      kind: 'derived',
      facts: { ...contentFacts, labels },
      compute: (facts, run) => labelled(contentFor(facts, run).goals, facts['labels']),
    },
    placementDays: {
      kind: 'derived',
      facts: placementFacts,
      compute: ({ placement }) => daysOfPlacement(placement as PlannedPlacement),
    },
    requiredDays: {
      kind: 'derived',
      facts: standingOfOwner,
      compute: (facts, run) => standingFrom(facts, run).requirement?.days ?? null,
    },
    requirements: {
      kind: 'derived',
      facts: {
        ...contentFacts,
        ...placementFacts,
        ...standingOfOwner,
        policy: (agreement) =>
          sql`(select json_build_object('supervisedPercentAtLeast', l.supervised_percent_at_least, 'daysHereAtLeast', l.days_here_at_least, 'daysAWeekAtLeast', l.days_a_week_at_least,
            'meetEveryWeeksAtMost', l.meet_every_weeks_at_most, 'standards', l.standards, 'inOwnWords', l.in_own_words) from local_policy l where l.host_id = ${ofPlacement(agreement)('host_id')})`,
      },
      compute: (facts, run) =>
        requirementsOfPlan({
          content: contentFor(facts, run),
          placement: facts['placement'] as PlannedPlacement,
          requiredDays: standingFrom(facts, run).requirement?.days ?? null,
          policy: facts['policy'] as LocalPolicy | null,
        }),
    },
    templates: {
      kind: 'derived',
      facts: {
        offer: (agreement) =>
          sql`(select json_build_object('profession', (select f.code from profession f where f.id = o.profession_id), 'setting', o.setting) from capacity_offer o where o.id = ${ofPlacement(agreement)('offer_id')})`,
      },
      compute: ({ offer }) => {
        const { profession, setting } = offer as { profession: ProfessionCode; setting: Setting };
        return goalTemplates(profession, setting);
      },
    },
    confidence: {
      kind: 'derived',
      shown: readsConfidence,
      facts: {
        answers: (agreement) => selfAssessmentFacts(ofPlacement(agreement)('returner_id')).answers,
        hasLogged: (agreement) => selfAssessmentFacts(ofPlacement(agreement)('returner_id')).hasLogged,
      },
      compute: selfAssessmentFrom,
    },
    statement: { kind: 'derived', facts: {}, compute: () => agreementStatement },
    history: {
      kind: 'expression',
      value: (agreement) =>
        sql`(select coalesce(json_agg(json_build_object('kind', s.kind, 'edition', s.edition, 'at', s.at, 'party', s.party, 'byName', s.by_name, 'comment', s.comment) order by s.at desc, s.id desc), '[]'::json)
          from agreement_step s where s.agreement_id = ${agreement('id')})`,
    },
    agreed: {
      kind: 'derived',
      facts: {
        agreed: (agreement) =>
          sql`(select json_build_object('edition', s.edition, 'agreedAt', s.at, 'agreedBy', s.by_name, 'content', s.content, 'isProvisional', s.party = 'SUPERVISOR' and not exists (select from supervisor_address a
              join supervisor u on u.id = a.supervisor_id where u.host_id = ${ofPlacement(agreement)('host_id')} and a.email = s.signed_email)) from agreement_step s
            where s.agreement_id = ${agreement('id')} and s.kind = 'AGREED'
              and not exists (select from agreement_step d where d.agreement_id = s.agreement_id and d.kind = 'DISOWNED' and d.id > s.id and d.edition = s.edition) order by s.at desc, s.id desc limit 1)`,
        labels,
      },
      compute: ({ agreed, labels: names }) => {
        if (agreed === null) return null;
        const { content, ...when } = agreed as AgreedRow;
        return {
          ...when,
          plan: numbersOf(content),
          goals: labelled(content.goals, names),
          sentences: content.sentences,
        };
      },
    },
    viewerActions: {
      kind: 'derived',
      facts: {
        subject,
        state: (agreement) => agreement('state'),
        placementState: (agreement) => ofPlacement(agreement)('state'),
      },
      compute: ({ subject: of, state, placementState }, { actor }) =>
        actionsOnAgreement({
          state: state as AgreementState,
          placementState: placementState as PlacementState,
          by: partyToAgreement(actor, of as PlacementSubject),
        }),
    },
  },
};

/** What the holder of a link sees. A forged, used, revoked or expired link finds nothing, nor does one of a supervisor before. */
const learningAgreementSheet: DerivedField = {
  kind: 'derived',
  facts: {
    sheet: (_row, args) =>
      sql`(select json_build_object('returnerName', coalesce(r.preferred_name, w.display_name), 'fieldOfPractice', (select f.field_of_practice from profession f where f.id = r.profession_id), 'isBack', ${isRegistered(sql`r.id`)},
        'supervisorName', u.display_name, 'siteName', s.name, 'hostName', h.name, 'startsOn', p.starts_on, 'endsOn', p.ends_on, 'weekdays', p.weekdays, 'edition', a.edition, 'linkEndsAt', a.link_ends_at, 'content', ${draft(rowOf('a'))})
        from learning_agreement a join placement p on p.id = a.placement_id join returner r on r.id = p.returner_id join person w on w.id = r.person_id
          join placement_site s on s.id = p.site_id join host h on h.id = p.host_id join supervisor u on u.id = a.link_supervisor_id and u.id = p.supervisor_id
        where a.state = 'SHARED' and p.is_shown and a.token_hash = ${args.parameter((values) => hashToken(String(values['token'])))}::bytea and a.link_ends_at > ${fromRun((run) => run.clock.now())}::timestamptz)`,
    labels,
  },
  compute: ({ sheet, labels: names }) => {
    if (sheet === null) return null;
    const { content, weekdays, isBack, ...said } = sheet as {
      readonly isBack: boolean;
      readonly fieldOfPractice: string | null;
      readonly content: AgreementContent;
      readonly weekdays: readonly number[];
      readonly startsOn: CalendarDate;
      readonly endsOn: CalendarDate;
    };
    return {
      ...said,
      describedAs: describedAs(isBack, said.fieldOfPractice ?? 'osteopathy'),
      placementDays: daysOfPlacement({ from: said.startsOn, until: said.endsOn, weekdays }),
      plan: numbersOf(content),
      goals: labelled(content.goals, names),
      statement: agreementStatement,
    };
  },
};

/** Learning agreements, at the root of the API. */
export const agreementQueries: Record<string, FieldProjection> = { learningAgreementSheet };

/** The answer to somebody who holds a link: how it stands now, and not the record. */
/** One fact of the agreement, to whoever answered by a link and sees nothing else of it. */
const toldByLink = (type: string, field: string, value: Sql): Projection => ({
  type,
  table: null,
  visible: () => 'ALL',
  fields: {
    [field]: {
      kind: 'derived',
      facts: {
        [field]: () => sql`(select ${value} from learning_agreement a where a.id = ${given('learningAgreementId')})`,
      },
      compute: (facts) => facts[field],
    },
  },
});

export const localPolicyProjection: Projection = {
  type: 'LocalPolicy',
  table: 'local_policy',
  visible: sitesVisibleTo,
  fields: {
    id: column('id'),
    version: column('version'),
    supervisedPercentAtLeast: column('supervised_percent_at_least'),
    daysHereAtLeast: column('days_here_at_least'),
    daysAWeekAtLeast: column('days_a_week_at_least'),
    meetEveryWeeksAtMost: column('meet_every_weeks_at_most'),
    standards: column('standards'),
    inOwnWords: column('in_own_words'),
    savedOn: column('saved_on'),
    isOnBehalf: column('is_on_behalf'),
  },
};

/** What this feature adds to a placement. */
export const agreementOfPlacement = {
  learningAgreement: {
    kind: 'relation',
    to: () => learningAgreementProjection,
    on: (agreement, placement) => sql`${agreement('placement_id')} = ${placement('id')}`,
  },
  viewerMayStartAgreement: {
    kind: 'derived',
    facts: {
      subject: subjectOfPlacement,
      state: (placement) => placement('state'),
      has: (placement) => sql`exists (select from learning_agreement a where a.placement_id = ${placement('id')})`,
    },
    compute: ({ subject: of, state, has }, { actor }) =>
      has !== true &&
      isPlannable(state as PlacementState) &&
      partyToAgreement(actor, of as PlacementSubject) === 'RETURNER',
  },
} satisfies Record<string, FieldProjection>;

/** What this feature adds to an organisation. */
export const policyOfHost = {
  localPolicy: {
    kind: 'relation',
    to: () => localPolicyProjection,
    on: (policy, host) => sql`${policy('host_id')} = ${host('id')}`,
  },
} satisfies Record<string, FieldProjection>;

/** Answers of the commands about learning agreements. */
export const agreementAnswers: readonly Projection[] = [
  ...[
    'LearningAgreementStarted',
    'LearningGoalSaved',
    'LearningGoalRemoved',
    'LearningPlanSaved',
    'LearningAgreementShared',
    'LearningAgreementTakenBack',
    'LearningAgreedTo',
    'LearningAgreementSentBack',
    'LearningAgreementReopened',
  ].map((type) => answeringWith(type, 'learningAgreement', () => learningAgreementProjection, 'learningAgreementId')),
  toldByLink('LearningAnsweredByLink', 'state', sql`a.state`),
  toldByLink('LearningDisowned', 'state', sql`a.state`),
  toldByLink('LearningLinkRenewed', 'linkSentOn', sql`a.link_sent_on`),
  answeringWith('LocalPolicySaved', 'host', () => hostProjection, 'hostId'),
];
