import pg from 'pg';
import { DatabaseUnusableError, pgConfig, type PostgresConnection } from '../postgres-connection.ts';
import { restoreReferenceData } from '../reference-data.ts';
import { addAssessments } from './assessments.ts';
import { addApplications } from './applications.ts';
import { addCohort } from './cohort.ts';
import { addDuplicates } from './duplicates.ts';
import { addEvidence } from './evidence.ts';
import { addFinishing } from './finishing.ts';
import { addPauses } from './pauses.ts';
import { addLearning } from './learning.ts';
import { addPacks } from './pack.ts';
import { addPersonas } from './personas.ts';
import { addPlacements } from './placements.ts';
import { addPrograms } from './programs.ts';
import { addSignOffs } from './sign-offs.ts';
import { addWeek } from './week.ts';

/** Raise it with every change of what is filled in: a demonstration of an older version is filled again. */
export const SEED_VERSION = 23;
/** Any fixed number: servers that start at once fill one after the other. */
const FILL_LOCK = 7_258_130_019;

/**
 * Fills the demonstration with invented people, as the owner of the tables, unless this version has filled it already.
 * @param again fills it in any case: everything that was done in it is forgotten, and its clock goes back.
 * @returns whether it was filled.
 * @throws DatabaseUnusableError where the database holds people who are not of the demonstration.
 */
export async function fillDemonstration(owner: PostgresConnection, again = false): Promise<boolean> {
  const client = new pg.Client({ ...pgConfig(owner), connectionTimeoutMillis: 10_000, lock_timeout: 60_000 });
  client.on('error', () => {
    // a lost connection rejects the query in flight
  });
  await client.connect();
  try {
    await client.query('begin');
    await client.query('select pg_advisory_xact_lock($1)', [FILL_LOCK]);
    const { rows } = await client.query<{ seed_version: number | null }>(
      'select seed_version from demonstration for update',
    );
    const version = rows[0]?.seed_version ?? null;
    if (version === null) await refuseRealPeople(client);
    const isFilled = version === SEED_VERSION;
    if (!isFilled || again) await fill(client);
    await client.query('commit');
    return !isFilled || again;
  } finally {
    // ends the transaction too, where it has failed
    await client.end();
  }
}

/** Filling forgets everybody, so it never begins where somebody is already. */
async function refuseRealPeople(client: pg.ClientBase): Promise<void> {
  const { rowCount } = await client.query('select 1 from person limit 1');
  if (rowCount === 0) return;
  throw new DatabaseUnusableError(
    'The database holds people who are not of the demonstration: set DEMO=off, or use another database.',
  );
}

async function fill(client: pg.ClientBase): Promise<void> {
  await forgetEverybody(client);
  const now = new Date();
  await addPersonas(client, now);
  await addCohort(client, now);
  await addPlacements(client, now);
  await addWeek(client, now);
  await addDuplicates(client);
  await addSignOffs(client, now);
  await addFinishing(client, now);
  await addEvidence(client, now);
  await addPauses(client, now);
  await addLearning(client, now);
  await addAssessments(client, now);
  await addApplications(client, now);
  await addPacks(client, now);
  await addPrograms(client, now);
  await client.query('update demonstration set clock_advance_ms = 0, seed_version = $1, filled_at = $2', [
    SEED_VERSION,
    now,
  ]);
}

/** What belongs to a person goes with the table of people; the rest is named. Public facts stay. */
async function forgetEverybody(client: pg.ClientBase): Promise<void> {
  // nobody may change the audit; the demonstration alone begins a new one
  await client.query('alter table audit_entry disable trigger audit_is_only_added_to');
  await client.query(
    `truncate person, host, national_import, person_key, audit_entry, recorded_change, event, signing_key, idempotent_answer, outgoing_mail, reminded_recipient, reminded_thing, sign_in_link, sign_in_attempt, signed_day cascade`,
  );
  await client.query('alter table audit_entry enable trigger audit_is_only_added_to');
  await restoreReferenceData(client);
}
