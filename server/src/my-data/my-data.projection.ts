import { viewerProjection } from '../accounts/account.projection.ts';
import { countsForApplicationsUntil } from '../eligibility/dated.rules.ts';
import {
  computed,
  fromRun,
  given,
  rowOf,
  type FieldProjection,
  type Projection,
  type Run,
} from '../graphql/compile/projection.ts';
import { calendarDate, type CalendarDate } from '../kernel/calendar-date.ts';
import { sql, type Sql } from '../kernel/sql.ts';
import { mayEditReturner, ownReturner } from '../returners/returner.policy.ts';
import { standingFrom } from '../returners/returner.projection.ts';
import { planFact, updatingFacts } from '../updating/log.projection.ts';
import { planEndsOn, type SavedPlan } from '../updating/saved-plan.rules.ts';
import type { UpdatingEntry } from '../updating/updating-count.rules.ts';
import { keptAtErasure } from './personal-columns.rules.ts';
import { minutesThatDropOut, placeFateOf, type LivePlace } from './standing-aside.rules.ts';

interface AsideRow {
  readonly kind: string;
  readonly from: string;
  readonly until: string | null;
  readonly reason: string;
}

/** A pause or withdrawal that holds now, or a pause that is to come. A pause whose last day has passed is over by itself. */
const asideOf = (returnerId: Sql): Sql =>
  sql`(select json_build_object('kind', a.kind, 'from', a.from_on, 'until', a.until_on, 'reason', a.reason) from standing_aside a
    where a.returner_id = ${returnerId} and a.ended_on is null and (a.until_on is null or a.until_on >= ${fromRun((run) => run.clock.today())}::date))`;

/** The day by which the plan is done, with more days off; null without a plan that ends. */
const doneOn = (
  facts: Readonly<Record<string, unknown>>,
  run: Run,
  more: SavedPlan['weeksOff'],
): CalendarDate | null => {
  const plan = facts['plan'] as SavedPlan | null;
  const standing = standingFrom(facts, run);
  if (plan === null || !standing.requirement || standing.requirement.days === 0) return null;
  return planEndsOn(
    { ...plan, weeksOff: [...plan.weeksOff, ...more] },
    standing.requirement.days,
    facts['answers'] as Parameters<typeof planEndsOn>[2],
    facts['entries'] as UpdatingEntry[],
    run.clock.today(),
  );
};

/** What pauses and withdrawals add to a returner. */
export const asideOfReturner = {
  standingAside: {
    kind: 'derived',
    facts: { aside: (returner) => asideOf(returner('id')), personId: (returner) => returner('person_id') },
    compute: ({ aside, personId }, { actor }) => {
      if (aside === null) return null;
      const row = aside as AsideRow;
      return { ...row, reason: mayEditReturner(actor, { personId: String(personId) }) ? row.reason : null };
    },
  },
  pauseEffect: {
    kind: 'derived',
    shown: ownReturner,
    facts: {
      ...updatingFacts,
      plan: (returner) => sql`(select ${planFact(rowOf('g'))} from plan g where g.returner_id = ${returner('id')})`,
      place: (returner) =>
        sql`(select json_build_object('startsOn', p.starts_on, 'endsOn', p.ends_on) from placement p where p.returner_id = ${returner('id')} and p.is_live and p.is_shown and p.state in ('ACCEPTED', 'STARTED') order by p.starts_on, p.id limit 1)`,
    },
    compute: (facts, run, args) => {
      const from = calendarDate(String(args['from']));
      const until = calendarDate(String(args['until']));
      const today = run.clock.today();
      const days = (facts['entries'] as UpdatingEntry[]).map(({ on, minutes }) => ({
        minutes,
        countsUntil: countsForApplicationsUntil(on),
      }));
      return {
        updatingDoneOnBefore: doneOn(facts, run, []),
        updatingDoneOnAfter: doneOn(facts, run, until < from ? [] : [{ from, to: until }]),
        minutesThatDropOut: minutesThatDropOut(days, today, until),
        placeFate: placeFateOf(facts['place'] as LivePlace | null, from, until),
      };
    },
  },
} satisfies Record<string, FieldProjection>;

/** What my data adds to whoever is asking. */
export const myDataOfViewer = {
  erasure: {
    kind: 'derived',
    facts: {
      erasure: () =>
        sql`(select json_build_object('askedAt', e.asked_at, 'dueOn', e.due_on) from erasure e where e.person_id = ${fromRun((run) => run.actor.personId)}::uuid and e.taken_back_at is null and e.done_at is null)`,
    },
    compute: ({ erasure }) => erasure,
  },
  keptAtErasure: computed(() => keptAtErasure()),
} satisfies Record<string, FieldProjection>;

const answeringWithViewer = (type: string): Projection => ({
  type,
  table: null,
  visible: () => 'ALL',
  fields: { viewer: { kind: 'relation', to: () => viewerProjection, on: () => sql`true` } },
});

/** Answers of the commands of my data that answer who asks. */
export const myDataAnswers: readonly Projection[] = [
  ...['ErasureAsked', 'ErasureTakenBack', 'EmailChangeAsked', 'NameChanged'].map(answeringWithViewer),
  {
    type: 'EmailChanged',
    table: null,
    visible: () => 'ALL',
    fields: {
      email: {
        kind: 'derived',
        facts: { email: () => sql`(select p.email from person p where p.id = ${given('personId')})` },
        compute: ({ email }) => email,
      },
    },
  },
];
