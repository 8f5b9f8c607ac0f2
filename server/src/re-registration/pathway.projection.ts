import type { EligibilityAnswers } from '../eligibility/answers.rules.ts';
import {
  column,
  fromRun,
  type DerivedField,
  type FieldProjection,
  type Projection,
  type Row,
} from '../graphql/compile/projection.ts';
import type { CalendarDate } from '../kernel/calendar-date.ts';
import { londonDate } from '../kernel/clock.ts';
import { name, sql, text, type Sql } from '../kernel/sql.ts';
import { belongingToVisibleReturner, coordinates, type ReturnerSubject } from '../returners/returner.policy.ts';
import { standingFrom } from '../returners/returner.projection.ts';
import type { QuestionToHcpc } from '../returners/standing.rules.ts';
import { isPlanPossible, meterFrom, planFact, updatingFacts } from '../updating/log.projection.ts';
import type { PlacementStanding } from '../placements/placement-task.rules.ts';
import { applicationFacts, viewFrom } from './application.projection.ts';
import { standingWhenSent } from './application-view.rules.ts';
import { packFactsFrom } from './pack-facts.ts';
import { missingFrom, packOf } from './pack.rules.ts';
import { nextTaskOf, tasksOf, type PackStanding, type PathwayFacts } from './pathway.rules.ts';
import type { ProgrammeDecisionAnswer } from './programme-decision.rules.ts';

export const programmeDecisionProjection: Projection = {
  type: 'ProgrammeDecision',
  table: 'programme_decision',
  visible: belongingToVisibleReturner,
  fields: { decision: column('decision'), reason: column('reason'), decidedAt: column('decided_at') },
};

/** The decision that was made about the answers as they are now. */
const holds = (decision: Row, returner: Row): Sql =>
  sql`${decision('returner_id')} = ${returner('id')} and ${decision('answers_digest')} = md5(${returner('answers')}::text)`;

const at =
  (alias: string): Row =>
  (of) =>
    sql`${text(alias)}.${name(of)}`;

const pathwayFacts: DerivedField['facts'] = {
  ...updatingFacts,
  ...applicationFacts,
  signatureAskedOn: (returner) =>
    sql`(select min(o.asked_on) from sign_off o join placement p on p.id = o.placement_id where p.returner_id = ${returner('id')} and o.state = 'ASKED')`,
  sentBack: (returner) =>
    sql`(select case when count(*) > 0 then json_build_object('days', count(distinct s.day_id), 'since', max(coalesce((o.signed_at at time zone 'Europe/London')::date, o.asked_on))) end
      from sign_off_day s join sign_off o on o.id = s.sign_off_id join placement p on p.id = o.placement_id join current_logged_day d on d.id = s.day_id
      where p.returner_id = ${returner('id')} and s.state = 'SENT_BACK' and d.version = coalesce(s.day_version, d.version)
        and not exists (select from sign_off_day n where n.day_id = s.day_id and n.state in ('WAITING', 'SIGNED')))`,
  assessment: (returner) =>
    sql`(select json_build_object('isSubmitted', a.state = 'SUBMITTED', 'since', coalesce(a.submitted_on, a.assigned_on), 'dueOn', a.due_on,
        'assessorName', (select s.display_name from assessor s where s.id = a.assessor_id))
      from assessment a join placement p on p.id = a.placement_id
      where p.returner_id = ${returner('id')} and p.is_shown and a.state <> 'WITHDRAWN'
      order by a.state = 'SUBMITTED', case when a.state = 'SUBMITTED' then null else a.due_on end, a.submitted_on desc, a.id limit 1)`,
  pause: (returner) =>
    sql`(select json_build_object('state', case when s.kind = 'PAUSED' then 'PAUSED' else 'LEFT' end, 'since', s.from_on)
      from standing_aside s where s.returner_id = ${returner('id')} and s.ended_on is null and s.from_on <= ${fromRun((run) => run.clock.today())}::date)`,
  planSavedOn: (returner) => sql`(select q.saved_on from plan q where q.returner_id = ${returner('id')})`,
  hcpcNumber: (returner) => returner('hcpc_number'),
  regionName: (returner) => sql`(select name from region where id = ${returner('region_id')})`,
  periods: (returner) => sql`jsonb_array_length(${returner('practice_history')})`,
  shares: (returner) => returner('shares_with_coordinators'),
  seenSince: (returner) => returner('coordinators_see_since'),
  answersChangedOn: (returner) => returner('answers_changed_on'),
  decision: (returner) =>
    sql`(select json_build_object('decision', e.decision, 'reason', e.reason, 'at', e.decided_at) from programme_decision e where ${holds(at('e'), returner)})`,
  placement: (returner) =>
    sql`json_build_object(
      'request', (select json_build_object('sentOn', w.sent_on, 'latestStartOn', w.latest_start_on, 'noticeDays', w.notice_days)
        from placement_request w where w.returner_id = ${returner('id')} and w.state = 'OPEN'),
      'placement', (select json_build_object('state', p.state, 'siteName', (select s.name from placement_site s where s.id = p.site_id),
          'startsOn', p.starts_on, 'endsOn', p.ends_on, 'expiresOn', p.expires_on, 'returnerAcceptedOn', p.returner_accepted_on, 'changedOn', p.changed_on,
          'openChecks', (select count(*) from starting_check c where c.placement_id = p.id and c.state <> 'CLEARED'))
        from placement p where p.returner_id = ${returner('id')} and p.is_shown and (p.is_live or p.state = 'COMPLETED')
        order by p.is_live desc, p.starts_on, p.id desc limit 1))`,
  plan: (returner) => sql`(select ${planFact(at('q'))} from plan q where q.returner_id = ${returner('id')})`,
};

interface DecisionFact {
  readonly decision: ProgrammeDecisionAnswer;
  readonly reason: string;
  readonly at: string;
}

/** How far the pack is, from its facts. */
const packStanding = (read: unknown, today: CalendarDate, sentOn: CalendarDate | null): PackStanding => {
  const pack = packOf(packFactsFrom(read), today, sentOn);
  const days = pack.supervised.flatMap((practice) => practice.days);
  const minutesOf = (...signings: readonly string[]): number =>
    days.filter(({ signing }) => signings.includes(signing)).reduce((sum, { minutes }) => sum + minutes, 0);
  const signature = pack.cover?.counterSignature;
  return {
    isReady: pack.isReady,
    missing: missingFrom(pack).map(({ sentence }) => sentence),
    supervisedMinutes: days.reduce((sum, { minutes }) => sum + minutes, 0),
    unsignedMinutes: minutesOf('UNSIGNED'),
    waitingMinutes: minutesOf('WAITING'),
    counterSignatureAskedOn:
      signature?.state === 'ASKED' ? (packFactsFrom(read).counterSignatory?.askedOn ?? null) : null,
  };
};

interface PlacementFact extends PlacementStanding {
  readonly placement: (PlacementStanding['placement'] & { readonly changedOn?: CalendarDate }) | null;
}

const pathway: DerivedField = {
  kind: 'derived',
  facts: pathwayFacts,
  compute: (facts, run) => {
    const today = run.clock.today();
    const application = viewFrom(facts, run);
    const question = facts['question'] as QuestionToHcpc | null;
    const answers = facts['answers'] as EligibilityAnswers;
    // what was sent is judged by the day it was sent, and does not fall apart while HCPC looks at it
    const standing =
      application.sentOn === null
        ? standingFrom(facts, run)
        : { ...standingWhenSent(answers, question, application.sentOn, today), applicationOn: application.sentOn };
    const decision = facts['decision'] as DecisionFact | null;
    const regionName = facts['regionName'] as string | null;
    const meter = meterFrom(facts, run, standing);
    const planPossible = isPlanPossible(facts, run, standing);
    const placement = facts['placement'] as PlacementFact;
    const days = (facts['entries'] as readonly { readonly on: CalendarDate }[]).map(({ on }) => on);
    const known: PathwayFacts = {
      standing,
      question,
      today,
      startedOn: facts['startedOn'] as CalendarDate,
      hasHomeOrRegion: regionName !== null,
      hasHcpcNumber: facts['hcpcNumber'] !== null,
      wasRegistered: answers.registration !== 'NEVER_REGISTERED',
      hasPracticeHistory: Number(facts['periods']) > 0,
      hasPractised: Boolean(answers.lastPractised) || answers.registration !== 'NEVER_REGISTERED',
      shares: facts['shares'] === true,
      regionName,
      seenSince: facts['seenSince'] as PathwayFacts['seenSince'],
      answersChangedOn: facts['answersChangedOn'] as PathwayFacts['answersChangedOn'],
      decision: decision && { ...decision, on: londonDate(new Date(decision.at)) },
      plan: planPossible === null ? null : planPossible ? 'POSSIBLE' : 'IMPOSSIBLE',
      planSavedOn: facts['planSavedOn'] as CalendarDate | null,
      placement,
      placementChangedOn: placement.placement?.changedOn ?? null,
      loggedMinutes: meter?.loggedMinutes ?? 0,
      isUpdatingComplete: meter?.isComplete ?? false,
      firstLoggedOn: days[0] ?? null,
      lastLoggedOn: days.at(-1) ?? null,
      signatureAskedOn: facts['signatureAskedOn'] as CalendarDate | null,
      sentBack: facts['sentBack'] as PathwayFacts['sentBack'],
      pack: packStanding(facts['pack'], today, application.sentOn),
      assessment: facts['assessment'] as PathwayFacts['assessment'],
      application,
      pause: facts['pause'] as PathwayFacts['pause'],
    };
    const tasks = tasksOf(known);
    return {
      route: standing.route,
      requirement: standing.requirement,
      isSettled: standing.isSettled,
      tasks,
      nextTask: nextTaskOf(tasks),
      doneCount: tasks.filter(({ state }) => state === 'DONE').length,
    };
  },
};

/** What this feature adds to a returner. */
export const pathwayOfReturner = {
  pathway,
  programmeDecision: {
    kind: 'relation',
    to: () => programmeDecisionProjection,
    on: holds,
  },
  viewerMayDecideProgrammeEntry: {
    kind: 'derived',
    facts: {
      answers: (returner) => returner('answers'),
      question: () => sql`null`,
      subject: (returner) =>
        sql`json_build_object('personId', ${returner('person_id')}, 'regionId', ${returner('region_id')}, 'boardId', ${returner('board_id')}, 'sharesWithCoordinators', ${returner('shares_with_coordinators')})`,
      isDecided: (returner) => sql`exists (select from programme_decision e where ${holds(at('e'), returner)})`,
    },
    compute: (facts, run) =>
      coordinates(run.actor, facts['subject'] as ReturnerSubject) &&
      facts['isDecided'] !== true &&
      standingFrom(facts, run).outcome?.programme.verdict === 'COORDINATOR_DECIDES',
  },
} satisfies Record<string, FieldProjection>;
