import type { EligibilityAnswers } from '../eligibility/answers.rules.ts';
import {
  column,
  fromRun,
  toOne,
  type DerivedField,
  type FieldProjection,
  type Projection,
  type Row,
  type Run,
} from '../graphql/compile/projection.ts';
import type { CalendarDate } from '../kernel/calendar-date.ts';
import { toGlobalId } from '../kernel/global-id.ts';
import { name, sql, type Sql } from '../kernel/sql.ts';
import { describedAs, isRegistered } from '../returners/described-as.rules.ts';
import { belongingToVisibleReturner, mayEditReturner } from '../returners/returner.policy.ts';
import { returnerProjection } from '../returners/returner.projection.ts';
import type { QuestionToHcpc } from '../returners/standing.rules.ts';
import { updatingFacts } from '../updating/log.projection.ts';
import type { UpdatingEntry } from '../updating/updating-count.rules.ts';
import { applicationView, type ApplicationFacts, type StoredApplication } from './application-view.rules.ts';
import { entryOf } from './application.rules.ts';
import { packFactsFrom, packFactsOf } from './pack-facts.ts';
import { packOf } from './pack.rules.ts';
import type { ProfessionOfReturner } from './register-standing.rules.ts';
import { packMisses } from './steps-by-pack.rules.ts';

const today = (): Sql => sql`${fromRun((run) => run.clock.today())}::date`;

export const applicationProjection: Projection = {
  type: 'Application',
  table: 'application',
  visible: belongingToVisibleReturner,
  fields: {
    id: column('id'),
    version: column('version'),
    state: column('state'),
    route: column('route'),
    standsSince: column('stands_since'),
    sentOn: column('sent_on'),
    dueOn: column('due_on'),
    isOverdue: { kind: 'expression', value: (row) => sql`coalesce(${row('due_on')} < ${today()}, false)` },
    decidedOn: column('decided_on'),
    returner: toOne(() => returnerProjection, 'returner_id'),
  },
};

/** What must be read of a returner's row to show the application. */
export const applicationFacts: DerivedField['facts'] = {
  ...updatingFacts,
  startedOn: (returner) => returner('started_on'),
  pack: (returner) => packFactsOf(returner('id')),
  application: (returner) =>
    sql`(select json_build_object('version', a.version, 'route', a.route, 'prepared', a.prepared, 'state', a.state, 'beganOn', a.began_on, 'packDigest', a.pack_digest,
        'entries', (select coalesce(json_agg(json_build_object('id', e.entry_id, 'version', e.version, 'kind', e.kind, 'on', e.on_date, 'way', e.way, 'askedFor', e.asked_for,
            'dueOn', e.due_on, 'answersId', e.answers_id, 'pence', e.pence, 'registrationNumber', e.registration_number) order by e.on_date, e.id), '[]'::json)
          from application_entry e where e.application_id = a.id and e.superseded_at is null and not e.is_removed))
      from application a where a.returner_id = ${returner('id')} and a.is_current)`,
  profession: (returner) =>
    sql`(select json_build_object('protectedTitles', f.protected_titles, 'renewal', json_build_object('opens', f.renewal_opens, 'deadline', f.renewal_deadline, 'year', f.renewal_year))
      from profession f where f.id = ${returner('profession_id')})`,
};

/** The application from `applicationFacts`, with the ids that the rules use. */
export const viewFrom = (facts: Readonly<Record<string, unknown>>, run: Run) => {
  const now = run.clock.today();
  const stored = facts['application'] as StoredApplication | null;
  const sentOn = entryOf(stored?.entries ?? [], 'SENT')?.on ?? null;
  const known: ApplicationFacts = {
    answers: facts['answers'] as EligibilityAnswers,
    question: facts['question'] as QuestionToHcpc | null,
    entries: facts['entries'] as UpdatingEntry[],
    stored,
    profession: facts['profession'] as ProfessionOfReturner | null,
    startedOn: facts['startedOn'] as CalendarDate,
    packMisses: packMisses(packOf(packFactsFrom(facts['pack']), now, sentOn)),
  };
  return applicationView(known, now);
};

const idOfEntry = (id: string | null): string | null => (id === null ? null : toGlobalId('ApplicationEntry', id));

/** What to say beside a name, by the columns of the returner that a row leads to. */
const describing = (returnerOf: (row: Row) => Row): DerivedField => ({
  kind: 'derived',
  facts: {
    isRegistered: (row) => isRegistered(returnerOf(row)('id')),
    field: (row) =>
      sql`coalesce((select field_of_practice from profession where id = ${returnerOf(row)('profession_id')}), 'osteopathy')`,
  },
  compute: (facts) => describedAs(facts['isRegistered'] === true, String(facts['field'])),
});

/** What this feature adds to a returner. */
export const applicationOfReturner = {
  application: {
    kind: 'derived',
    facts: { ...applicationFacts, personId: (returner) => returner('person_id') },
    compute: (facts, run) => {
      const { entries, steps, mayRecord, mayApplyAgain, ...view } = viewFrom(facts, run);
      const isOwn = mayEditReturner(run.actor, { personId: String(facts['personId']) });
      return {
        ...view,
        // what HCPC asks of somebody may be about health or character: it is for the person alone
        entries: entries.map((entry) => ({
          ...entry,
          id: idOfEntry(entry.id),
          answersId: idOfEntry(entry.answersId),
          askedFor: isOwn ? entry.askedFor : null,
        })),
        // the pack is for the person alone
        steps: steps.map((step) => ({ ...step, missing: isOwn ? step.missing : [] })),
        mayRecord: isOwn ? mayRecord : [],
        mayApplyAgain: isOwn && mayApplyAgain,
        viewerMayEdit: isOwn,
      };
    },
  },
  describedAs: describing((returner) => returner),
} satisfies Record<string, FieldProjection>;

/** What applications add to whatever belongs to a placement: what to say beside the name. */
const describedBeside = (placementId: (row: Row) => Sql) => ({
  describedAs: describing(
    (row) => (of) =>
      sql`(select r.${name(of)} from placement p join returner r on r.id = p.returner_id where p.id = ${placementId(row)})`,
  ),
});
/** What applications add to a placement. */
export const applicationOfPlacement = describedBeside((placement) => placement('id'));
/** What applications add to an assessment. */
export const applicationOfAssessment = describedBeside((assessment) => assessment('placement_id'));

/** Questions about applications, at the root of the API. */
export const applicationQueries = {
  applications: {
    kind: 'connection',
    to: () => applicationProjection,
    on: (application) => sql`${application('is_current')}`,
    orders: {
      NEWEST: { by: 'stands_since', descending: true },
      OLDEST: { by: 'stands_since' },
    },
    filters: {
      state: (application, value) => sql`${application('state')} = ${value}`,
      isSent: (application, value) =>
        sql`(${application('state')} in ('SENT', 'QUERIED', 'FEE_TAKEN', 'APPEALED')) = ${value}`,
      isDecided: (application, value) =>
        sql`(${application('state')} in ('REGISTERED', 'REFUSED', 'APPEAL_DISMISSED', 'WITHDRAWN')) = ${value}`,
    },
  },
} satisfies Record<string, FieldProjection>;
