import { randomUUID } from 'node:crypto';
import type pg from 'pg';
import { assessmentWording } from '../../assessments/assessment-draft.rules.ts';
import type { AssessmentOutcome, CriterionOutcome } from '../../assessments/assessment.rules.ts';
import { referenceId } from '../reference-data.ts';
import { personaId } from './personas.ts';

const allStandards = Array.from({ length: 15 }, (_, index) => index + 1);

interface Submitted {
  readonly submittedIn: number;
  readonly outcome: AssessmentOutcome;
  readonly summary: string;
  readonly outcomeOf: (standard: number) => CriterionOutcome;
  readonly plan: readonly { readonly what: string; readonly byIn: number; readonly doneIn?: number }[];
}

interface Placed {
  readonly id: string;
  readonly host_id: string;
  readonly profession_id: string;
}

/** Somebody who may assess for the host of a placement, of its returner's profession. */
export const addAssessor = async (
  client: pg.ClientBase,
  today: string,
  placement: Placed,
  personId: string,
  name: string,
): Promise<string> => {
  const { rows } = await client.query<{ id: string }>(
    `insert into assessor (host_id, person_id, display_name, profession_id, registered_from, has_proceedings, checked_on, checked_by_id, seen)
     values ($1, $2, $3, $4, '2012-05-01', false, $5::date - 40, $6, 'On the Register, no conditions.') returning id`,
    [placement.host_id, personId, name, placement.profession_id, today, personaId('coordinator-london')],
  );
  return rows[0]?.id ?? '';
};

/** An invented assessor without a persona. */
const addPerson = async (client: pg.ClientBase, now: Date, number: number): Promise<string> => {
  const id = referenceId('assessor', String(number));
  await client.query(
    'insert into person (id, display_name, email, email_confirmed_at, created_at) values ($1, $2, $3, $4, $4)',
    [id, `Example Assessor ${number}`, `assessor-${number}@example.invalid`, now],
  );
  await client.query(`insert into role_grant (person_id, role, granted_at) values ($1, 'ASSESSOR', $2)`, [id, now]);
  return id;
};

const assign = async (
  client: pg.ClientBase,
  today: string,
  placement: Placed,
  assessorId: string,
  { kind, assignedIn, dueIn }: { readonly kind: string; readonly assignedIn: number; readonly dueIn: number },
): Promise<string> => {
  const id = randomUUID();
  await client.query(
    `insert into assessment (id, placement_id, host_id, kind, standards, assessor_id, state, assigned_on, assigned_by_id, due_on)
     values ($1, $2, $3, $4, $5, $6, 'ASSIGNED', $7::date + $8::int, $9, $7::date + $10::int)`,
    [
      id,
      placement.id,
      placement.host_id,
      kind,
      JSON.stringify(allStandards),
      assessorId,
      today,
      assignedIn,
      personaId('coordinator-london'),
      dueIn,
    ],
  );
  return id;
};

const submit = async (
  client: pg.ClientBase,
  today: string,
  assessmentId: string,
  by: string,
  said: Submitted,
): Promise<void> => {
  const criteria = allStandards.map((standard) => {
    const outcome = said.outcomeOf(standard);
    const isShown = outcome === 'SHOWN' || outcome === 'PARTLY_SHOWN';
    return {
      standard,
      outcome,
      evidence: isShown ? 'Seen in practice, and talked through afterwards.' : '',
      comment: outcome === 'SHOWN' || outcome === 'NOT_SEEN' ? '' : 'More of it, without being asked.',
    };
  });
  const version = randomUUID();
  await client.query(
    `insert into assessment_version (id, assessment_id, number, criteria, outcome, summary, submitted_at, submitted_by, wording_version, agreed_text)
     values ($1, $2, 1, $3, $4, $5, ($6::date + $7::int) + time '15:30', $8, $9, $10)`,
    [
      version,
      assessmentId,
      JSON.stringify(criteria),
      said.outcome,
      said.summary,
      today,
      said.submittedIn,
      by,
      assessmentWording.now.version,
      assessmentWording.agreedText(assessmentWording.now.version),
    ],
  );
  for (const [index, { what, byIn, doneIn }] of said.plan.entries())
    await client.query(
      `insert into assessment_action (assessment_version_id, place, what, by_on, done_on, done_by)
       values ($1, $2, $3, $4::date + $5::int, $4::date + $6::int, case when $6::int is null then null else 'RETURNER' end)`,
      [version, index + 1, what, today, byIn, doneIn ?? null],
    );
  await client.query(
    `update assessment set state = 'SUBMITTED', outcome = $2, submitted_on = $3::date + $4::int, number = 1, version = 3 where id = $1`,
    [assessmentId, said.outcome, today, said.submittedIn],
  );
};

const placementIn = async (client: pg.ClientBase, state: string, regionCode: string): Promise<Placed | undefined> => {
  const { rows } = await client.query<Placed>(
    `select p.id, p.host_id, r.profession_id from placement p join returner r on r.id = p.returner_id join host h on h.id = p.host_id
       join region g on g.id = h.region_id where p.state = $1 and g.code = $3 and r.shares_with_coordinators
     order by r.person_id = $2 desc, h.ods_code = 'G6V2S' desc, p.id limit 1`,
    [state, personaId('returner-logging'), regionCode],
  );
  return rows[0];
};

/** A final assessment that two assessors see in different ways, and that the returner does not agree with. */
const addDispute = async (
  client: pg.ClientBase,
  now: Date,
  today: string,
  over: Placed,
  [firstNumber, secondNumber]: readonly [number, number],
): Promise<void> => {
  const name = `Example Assessor ${firstNumber}`;
  const one = await addAssessor(client, today, over, await addPerson(client, now, firstNumber), name);
  const second = await addPerson(client, now, secondNumber);
  const other = await addAssessor(client, today, over, second, `Example Assessor ${secondNumber}`);
  const final = await assign(client, today, over, one, { kind: 'FINAL', assignedIn: -55, dueIn: -36 });
  await submit(client, today, final, name, {
    submittedIn: -12,
    outcome: 'NOT_YET_SHOWN',
    summary: 'Most was shown. Working without being asked was not, in my eyes.',
    outcomeOf: (standard) => (standard === 4 ? 'NOT_YET_SHOWN' : 'SHOWN'),
    plan: [{ what: 'Lead two visits, and talk them through.', byIn: 20 }],
  });
  await client.query(
    `insert into assessment_appeal (assessment_id, number, note, noted_on) values ($1, 1, 'I led three visits in the last week, which were not seen.', $2::date - 10)`,
    [final, today],
  );
  await client.query(
    `insert into assessment_moderation (assessment_id, moderator_id, number, state, asked_on, asked_by_id, asked_why, due_on, answered_on, outcome, reasons)
     values ($1, $2, 1, 'DIFFERS', $3::date - 9, $4, 'The returner does not agree about standard 4.', $3::date + 3, $3::date - 2, 'SHOWN_AS_EXPECTED',
       'The visits of the last week show it, as the supervisor says.')`,
    [final, other, today, personaId('coordinator-london')],
  );
  await client.query(`update assessment set moderation = 'DIFFERS', moderator_id = $2, version = 5 where id = $1`, [
    final,
    other,
  ]);
};

/**
 * The assessor of the personas has something late, something due and something done; each coordinator has something late, two views to
 * settle and a note to answer.
 */
export const addAssessments = async (client: pg.ClientBase, now: Date): Promise<void> => {
  const today = now.toISOString().slice(0, 10);
  const underWay = await placementIn(client, 'STARTED', 'Y56');
  if (underWay) {
    const assessor = await addAssessor(client, today, underWay, personaId('assessor'), 'Example Assessor');
    const first = await assign(client, today, underWay, assessor, { kind: 'INITIAL', assignedIn: -25, dueIn: -12 });
    await submit(client, today, first, 'Example Assessor', {
      submittedIn: -14,
      outcome: 'PLAN_MADE',
      summary: 'A good beginning. What was learned before is still there; the newer ways of working come next.',
      outcomeOf: (standard) => (standard % 5 === 4 ? 'NOT_YET_SHOWN' : standard % 5 === 0 ? 'NOT_SEEN' : 'SHOWN'),
      plan: [
        { what: 'Sit in on two meetings of the team.', byIn: -5, doneIn: -6 },
        { what: 'Read the local guideline on records, and write one record with the supervisor.', byIn: 9 },
      ],
    });
    await assign(client, today, underWay, assessor, { kind: 'FORMATIVE', assignedIn: -17, dueIn: -3 });
    await assign(client, today, underWay, assessor, { kind: 'FINAL', assignedIn: -17, dueIn: 30 });
  }
  const elsewhere = await placementIn(client, 'STARTED', 'Y62');
  if (elsewhere) {
    const person = await addPerson(client, now, 4);
    const assessor = await addAssessor(client, today, elsewhere, person, 'Example Assessor 4');
    await assign(client, today, elsewhere, assessor, { kind: 'FORMATIVE', assignedIn: -20, dueIn: -4 });
  }
  for (const [regionCode, numbers] of [
    ['Y56', [2, 3]],
    ['Y62', [5, 6]],
  ] as const) {
    const over = await placementIn(client, 'COMPLETED', regionCode);
    if (over) await addDispute(client, now, today, over, numbers);
  }
};
