import { randomUUID } from 'node:crypto';
import {
  getNamedType,
  isCompositeType,
  isObjectType,
  Kind,
  parse,
  type GraphQLField,
  type GraphQLObjectType,
} from 'graphql';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { buildSchema } from '../graphql/build-schema.ts';
import { projections } from '../graphql/projections.ts';
import { checkScopes } from '../graphql/scope-check.ts';
import { createClock } from '../kernel/clock.ts';
import { fromGlobalId, toGlobalId } from '../kernel/global-id.ts';
import { makeReturner } from '../returners/returner.factory.ts';
import { askAs } from '../testing/ask-as.ts';
import { freshDatabase, type FreshDatabase } from '../testing/fresh-database.ts';
import { type Actor, anonymous } from './actor.ts';
import { allScopes, type Scope } from './scopes.ts';
import { openTo } from './scope-matrix.ts';
import { fieldsSeenBy, mutationsAllowedTo, type Viewer, viewers } from './matrix.ts';
import { makePerson } from './person.factory.ts';

const schema = buildSchema();
const isShape = (name: string) => name.startsWith('__') || /(Connection|Edge)$/.test(name) || name === 'PageInfo';
const decidedTypes = Object.values(schema.getTypeMap())
  .filter((type): type is GraphQLObjectType => isObjectType(type) && !isShape(type.name))
  .filter((type) => type !== schema.getQueryType() && type !== schema.getMutationType());
const namesIn = (text: string) => text.split(/\s+/).filter((name) => name !== '');

describe('the matrix', () => {
  it('decides every field of every type, once', () => {
    const decided = Object.entries(fieldsSeenBy).map(([type, groups]) => [
      type,
      groups.flatMap(([, names]) => namesIn(names)).toSorted(),
    ]);
    const there = decidedTypes.map((type) => [type.name, Object.keys(type.getFields()).toSorted()]);
    expect(Object.fromEntries(decided)).toEqual(Object.fromEntries(there));
  });

  it('decides every mutation', () => {
    expect(Object.keys(mutationsAllowedTo).toSorted()).toEqual(
      Object.keys(schema.getMutationType()?.getFields() ?? {}).toSorted(),
    );
  });

  it('names somebody for every type that has rows which not everybody sees', () => {
    const open = [...projections.values()].filter(
      ({ type, table, visible }) =>
        table !== null &&
        visible(anonymous) !== 'ALL' &&
        fieldsSeenBy[type]?.some(([seenBy]) => typeof seenBy === 'string'),
    );
    expect(open.map(({ type }) => type)).toEqual([]);
  });
});

/** Types whose rows not everybody sees: their cells are checked by asking. */
const guarded = decidedTypes.filter((type) => fieldsSeenBy[type.name]?.every(([seenBy]) => typeof seenBy !== 'string'));
const seenByOf = (type: string, field: string): readonly Viewer[] => {
  const group = fieldsSeenBy[type]?.find(([, names]) => namesIn(names).includes(field));
  return group && typeof group[0] !== 'string' ? group[0] : [];
};

/** Arguments of the few fields that need some. */
const needed: Readonly<Record<string, string>> = {
  standingOn: '(on: "2026-11-20")',
  pauseEffect: '(from: "2026-12-01", until: "2026-12-10")',
  assessorChoices: '(kind: FINAL)',
  placementOdds: `(wish: { travelMode: CAR, travelMinutesAtMost: 60, weekdays: [1, 2], daysAWeek: 2, daysNeeded: 10,
    earliestStartOn: "2027-01-04", latestStartOn: "2027-03-01" })`,
};

/** How to select a field, whatever its type: enough to learn whether it is there. */
const select = (field: GraphQLField<unknown, unknown>): string => {
  const type = getNamedType(field.type);
  if (type.name.endsWith('Connection')) return `${field.name}(first: 1) { nodes { __typename } }`;
  const asked = needed[field.name] ?? '';
  return isCompositeType(type) ? `${field.name}${asked} { __typename }` : field.name;
};

/** The fields that lead from a record with an id to one of a type, by the shortest way. */
const wayTo = (type: string): readonly [string, readonly string[]] => {
  const ways: [string, readonly string[]][] = guarded
    .filter((one) => one.getFields()['id'])
    .map((one) => [one.name, []]);
  const seen = new Set(ways.map(([at]) => at));
  const known = new Map(ways.map(([at]) => [at, [at, [] as readonly string[]] as const]));
  const queue = ways.map(([at]) => at);
  for (let at = queue.shift(); at !== undefined; at = queue.shift()) {
    const object = schema.getType(at);
    if (!isObjectType(object)) continue;
    for (const field of Object.values(object.getFields())) {
      const target = getNamedType(field.type).name.replace(/Connection$/, '');
      const way = known.get(at);
      if (seen.has(target) || !way || !guarded.some((one) => one.name === target)) continue;
      seen.add(target);
      known.set(target, [way[0], [...way[1], field.name]]);
      queue.push(target);
    }
  }
  const way = known.get(type);
  if (!way) throw new Error(`No field leads to ${type}.`);
  return way;
};

let fresh: FreshDatabase;
const now = Date.parse('2026-11-21T12:00:00Z');
const clock = createClock(() => now - Date.now());
const actors = new Map<Viewer, Actor>();
const ids: Record<string, string> = {};
let returnerRow = '';
let email = '';

beforeAll(async () => {
  fresh = await freshDatabase();
  const { em } = fresh.database.orm;
  const regions = await fresh.owner.query<{ code: string; id: string }>('select code, id from region');
  const regionId = (code: string) => regions.rows.find((row) => row.code === code)?.id ?? '';
  const subject = await makeReturner(em, clock);
  returnerRow = subject.id;
  email =
    (
      await fresh.owner.query<{ email: string }>('select email from person where id = $1', [
        (await makePerson(em, 'RETURNER')).personId,
      ])
    ).rows[0]?.email ?? '';
  const london = await makePerson(em, 'COORDINATOR', { regionId: regionId('Y56') });
  const bare = (kind: Actor['kind']): Actor => ({ ...anonymous, kind });
  actors.set('ANONYMOUS', anonymous);
  actors.set('RETURNER', subject.actor);
  actors.set('SUSPENDED', { ...subject.actor, kind: 'SUSPENDED' });
  actors.set('OTHER_RETURNER', (await makeReturner(em, clock)).actor);
  actors.set('COORDINATOR', london);
  actors.set('COORDINATOR_NOT_AGREED', london);
  actors.set('OTHER_COORDINATOR', await makePerson(em, 'COORDINATOR', { regionId: regionId('Y62') }));
  for (const role of ['SUPERVISOR', 'ASSESSOR', 'COUNTER_SIGNATORY', 'ADMINISTRATOR'] as const)
    actors.set(role, await makePerson(em, role));
  const hostId = await addHostOfTrust();
  for (const role of ['ORGANISATION_MEMBER', 'ORGANISATION_ADMINISTRATOR'] as const)
    actors.set(role, await makePerson(em, role, { hostId }));
  actors.set('PARTNER', bare('PARTNER'));
  await fillRecord(london.personId);
  await fillPlacement(london.personId);
  await fillProgram();
  await fillEvents();
  await fillWebhook();
  await fillExport();
  await fillUniversity();
  await fillMerge(london.personId);
  await add(
    'SavedView',
    `insert into saved_view (person_id, name, query) values ($1, 'Those who wait', 'stage=LOOKING')`,
    [london.personId],
  );
  await add(
    'NationalImport',
    `insert into national_import (kind, digest, rows, report, applied_at, applied_by_id, undone_at, undone_by_id)
     values ('TRUSTS', '', 1, '{"changes": [], "more": 0, "leftOut": [], "affected": {"organisations": 0, "placements": 0, "people": 0, "views": 0, "coordinators": 0}}',
       now(), $1, now(), $1)`,
    [actors.get('ADMINISTRATOR')?.personId],
  );
  await add(
    'ComingChange',
    `insert into coming_change (kind, code, name, told, due_on, lines, chosen, in_the_way, import_id)
     select 'SUCCESSIONS', 'QKK', 'South East London', '{"what": "", "affected": {"organisations": 0, "placements": 0, "people": 0, "views": 0, "coordinators": 0}}',
       '2199-01-01', '[]', '[]', 'Example', id from national_import limit 1`,
    [],
  );
  await add(
    'RegionMove',
    `insert into region_move (returner_id, from_region_id, to_region_id, reason, state, asked_by_id, asked_on, answered_by_id, answered_on, decline_reason)
     values ($1, $2, $3, 'MOVED_HOME', 'DECLINED', $4, '2026-11-20', $5, '2026-11-21', 'TALK_FIRST')`,
    [subject.id, regionId('Y56'), regionId('Y62'), london.personId, actors.get('OTHER_COORDINATOR')?.personId],
  );
  const entry = await fresh.owner.query<{ id: string }>('select id from audit_entry where person_id = $1 limit 1', [
    subject.actor.personId,
  ]);
  const day = await fresh.owner.query<{ id: string }>('select id from current_logged_day where returner_id = $1', [
    subject.id,
  ]);
  await fillEvidence();
  ids['Account'] = toGlobalId('Account', subject.actor.personId);
  ids['Returner'] = subject.returnerId;
  ids['AuditEntry'] = toGlobalId('AuditEntry', entry.rows[0]?.id ?? '');
  ids['LoggedDay'] = toGlobalId('LoggedDay', day.rows[0]?.id ?? '');
});
afterAll(() => fresh.close());

/** Inserts one row and remembers its id, as the API shows it. */
const add = async (type: string, text: string, values: unknown[]): Promise<string> => {
  const { rows } = await fresh.owner.query<{ id: string }>(`${text} returning id`, values);
  const id = rows[0]?.id ?? '';
  ids[type] = toGlobalId(type, id);
  return id;
};

const addHostOfTrust = () =>
  add(
    'Host',
    `insert into host (kind, name, ods_code, trust_id, region_id, board_id, contact_name, contact_email, contact_phone)
     select 'NHS_TRUST', t.name, t.ods_code, t.id, t.region_id, t.board_id, 'Example Contact', 'contact@example.invalid', '0000'
     from trust t join region r on r.id = t.region_id where r.code = 'Y56' and exists (select from site s where s.trust_id = t.id) order by t.id limit 1`,
    [],
  );
const uuidOf = (type: string): string => fromGlobalId(ids[type] ?? '')?.id ?? '';

/** A placement of the person, which one side has declined, with everything around it. */
const fillPlacement = async (coordinatorId: string): Promise<void> => {
  const hostId = uuidOf('Host');
  const siteId = await add(
    'PlacementSite',
    `insert into placement_site (host_id, site_id, name, postcode, district_id, latitude, longitude, about, at_once_at_most, confirmed_on, confirmed_by_id)
     select h.id, s.id, s.name, s.postcode, d.id, s.latitude, s.longitude, 'Example', 9, '2026-11-01', $2
     from host h join site s on s.trust_id = h.trust_id, postcode_district d where h.id = $1 and d.code = 'NW1' order by s.id limit 1`,
    [hostId, coordinatorId],
  );
  const supervisorId = await add(
    'Supervisor',
    `insert into supervisor (host_id, person_id, display_name, profession_id, registered, at_once_at_most, weekdays, checked_on, checked_by_id, seen, advice_recorded_on, check_again_by)
     values ($1, $2, 'Example Supervisor', (select id from profession where code = 'DT'), '[{"from": "2015-01-01", "until": null}]', 3, '[1, 2, 3]', '2026-11-01', $3, 'On the Register', '2026-11-02', '2027-05-01')`,
    [hostId, actors.get('SUPERVISOR')?.personId, coordinatorId],
  );
  const offerId = await add(
    'CapacityOffer',
    `insert into capacity_offer (host_id, site_id, profession_id, answer, ask_again_on, maybe_until, starts_on, ends_on, places, weekdays, day_starts_at, day_ends_at, notice_days, supervisor_id, supervisor_named_by, setting, remote_percent, contract, confirmed_on, confirmed_by_id, is_on_behalf, shown_to_all_on)
     values ($1, $2, (select id from profession where code = 'DT'), 'MAYBE', '2027-01-01', '2027-06-01', '2027-01-04', '2027-06-30', 5, '[1, 2, 3]', 540, 1020, 0, $3, '2026-12-01', 'CLINICAL', 0, 'HONORARY', '2026-11-20', $4, true, '2026-11-20')`,
    [hostId, siteId, supervisorId, coordinatorId],
  );
  const requestId = await add(
    'PlacementRequest',
    `insert into placement_request (returner_id, state, sent_on, travel_mode, travel_minutes_at_most, weekdays, days_a_week, days_needed, day_starts_at, day_ends_at, minutes_a_day_at_least, earliest_start_on, latest_start_on, notice_days, ranking, liked_weekdays, liked_settings, wants_paid)
     values ($1, 'OPEN', '2026-11-20', 'CAR', 60, '[1, 2]', 2, 10, 480, 1080, 240, '2027-01-04', '2027-03-01', 14, '[]', '[]', '[]', false)`,
    [returnerRow],
  );
  const placementId = await add(
    'Placement',
    `insert into placement (returner_id, request_id, offer_id, host_id, site_id, supervisor_id, seat, state, is_live, is_shown, starts_on, ends_on, weekdays, proposed_on, offered_on, expires_on, returner_accepted_on, host_accepted_on, changed_on, ended_by, reason)
     values ($1, $2, $3, $4, $5, $6, 1, 'DECLINED', false, true, '2027-01-04', '2027-02-07', '[1, 2]', '2026-11-20', '2026-11-20', '2026-12-04', '2026-11-20', '2026-11-20', '2026-11-20', 'RETURNER', 'TRAVEL')`,
    [returnerRow, requestId, offerId, hostId, siteId, supervisorId],
  );
  await add(
    'SiteQuestion',
    `insert into site_question (returner_id, request_id, host_id, site_id, profession_id, asked_on) select $1, $2, $3, $4, id, '2026-11-20' from profession where code = 'DT'`,
    [returnerRow, requestId, hostId, siteId],
  );
  await fillAssessment(placementId, hostId, coordinatorId);
  await fresh.owner.query(
    `insert into supervisor_address (supervisor_id, email, confirmed_at, confirmed_by_id) values ($1, 'supervisor@example.invalid', now(), $2)`,
    [supervisorId, coordinatorId],
  );
  await fresh.owner.query(
    `insert into supervisor_stand_in (placement_id, supervisor_id, from_on, named_on, named_by_id) values ($1, $2, '2027-01-11', '2026-11-20', $3)`,
    [placementId, supervisorId, coordinatorId],
  );
  await add(
    'CounterSignature',
    `insert into counter_signature (returner_id, state, display_name, email, hcpc_number, profession_id, is_on_register, looked_up_on, person_id, named_on, asked_on,
       last_told_on, link_sent_on, link_ends_at, comment, signed_at, signed_email, signed_digest, wording_version, agreed_text, taken_back_on, taken_back_reason)
     select $1, 'TAKEN_BACK', 'Example Counter-signatory', 'counter@example.invalid', 'DT022222', id, true, '2026-11-02', $2, '2026-11-02', '2026-11-03',
       '2026-11-03', '2026-11-03', now(), 'Example', now(), 'counter@example.invalid', 'example', 1, 'Example wording', '2026-11-20', 'MISTAKE'
     from profession where code = 'DT'`,
    [returnerRow, actors.get('COUNTER_SIGNATORY')?.personId],
  );
  await add(
    'FrozenPack',
    `insert into frozen_pack (returner_id, frozen_at, updating_digest, json_sha256, html_sha256, pdf_sha256, sealed_json, sealed_html, sealed_pdf)
     values ($1, now(), 'example', 'example', 'example', 'example', '', '', '')`,
    [returnerRow],
  );
  await add(
    'CertifiedDocument',
    `insert into certified_document (returner_id, use, kind, has_words, has_signature, is_certified_by_applicant) values ($1, 'IDENTITY', 'PASSPORT', true, true, false)`,
    [returnerRow],
  );
  await add(
    'SignOff',
    `insert into sign_off (placement_id, host_id, supervisor_id, state, from_on, until_on, asked_on, last_told_on, nudged_on, link_sent_on, link_ends_at,
       signed_at, signed_by, signed_email, wording_version, agreed_text, taken_back_on, taken_back_reason)
     values ($1, $2, $3, 'TAKEN_BACK', '2026-11-02', '2026-11-06', '2026-11-07', '2026-11-10', '2026-11-10', '2026-11-10', now(), now(), 'Example Supervisor',
       'supervisor@example.invalid', 1, 'Example wording', '2026-11-20', 'MISTAKE')`,
    [placementId, hostId, supervisorId],
  );
  const agreementId = await add(
    'LearningAgreement',
    `insert into learning_agreement (placement_id, state, is_shared, started_on, changed_on, link_sent_on, supervised_days, formal_days, private_days, meet_every_weeks)
     values ($1, 'AGREED', true, '2026-11-20', '2026-11-20', '2026-11-20', 15, 6, 9, 2)`,
    [placementId],
  );
  await fresh.owner.query(
    `insert into agreement_step (agreement_id, kind, edition, at, party, by_id, by_name, content)
     values ($1, 'AGREED', 1, now(), 'SUPERVISOR', $2, 'Example Supervisor', '{"supervisedDays": 15, "formalDays": 6, "privateDays": 9, "meetEveryWeeks": 2, "goals": [], "sentences": []}')`,
    [agreementId, actors.get('SUPERVISOR')?.personId],
  );
  await add(
    'LocalPolicy',
    `insert into local_policy (host_id, supervised_percent_at_least, days_here_at_least, days_a_week_at_least, meet_every_weeks_at_most, standards, in_own_words, saved_on, saved_by_id, is_on_behalf)
     values ($1, 50, 10, 2, 2, '[2]', 'Example', '2026-11-20', $2, true)`,
    [hostId, coordinatorId],
  );
  await add(
    'HostInvitation',
    `insert into host_invitation (host_id, email, role, invited_on, invited_by_id) select $1, p.email, 'SUPERVISOR', '2026-11-20', $3 from person p join returner r on r.person_id = p.id where r.id = $2`,
    [hostId, returnerRow, coordinatorId],
  );
  await add(
    'StartingCheck',
    `insert into starting_check (returner_id, placement_id, kind, owner, state, begun_on, settled_on, good_until) values ($1, $2, 'IDENTITY', 'RETURNER', 'CLEARED', '2026-11-20', '2026-11-20', '2027-11-20')`,
    [returnerRow, placementId],
  );
};

/** A file that is tied to the day which the supervisor is asked to confirm. */
const fillEvidence = async (): Promise<void> => {
  await fresh.owner.query(
    `insert into sign_off_day (sign_off_id, day_id, state, day_version) select $1, id, 'SIGNED', version from current_logged_day where returner_id = $2`,
    [uuidOf('SignOff'), returnerRow],
  );
  const evidenceId = await add(
    'Evidence',
    `insert into evidence (returner_id, title, kind, bytes, sha256, virus_check, added_at, filed_at) values ($1, 'Example certificate', 'PDF', 9, '\\x00', 'CLEAN', now(), now())`,
    [returnerRow],
  );
  await fresh.owner.query(
    'insert into evidence_tie (evidence_id, day_id) select $1, id from current_logged_day where returner_id = $2',
    [evidenceId, returnerRow],
  );
  await fresh.owner.query(
    'insert into evidence_tie (evidence_id, standard_id) select $1, id from standard_of_proficiency where number = 1',
    [evidenceId],
  );
};

/** An assessment of the person that was submitted, looked at again and noted upon, and is being corrected. */
const fillAssessment = async (placementId: string, hostId: string, coordinatorId: string): Promise<void> => {
  const assessorOf = (personId: string | null | undefined) =>
    add(
      'Assessor',
      `insert into assessor (host_id, person_id, display_name, profession_id, registered_from, registered_until, has_proceedings, checked_on, checked_by_id, seen)
       values ($1, $2, 'Example Assessor', (select id from profession where code = 'DT'), '2015-01-01', '2030-01-01', false, '2026-11-01', $3, 'On the Register')`,
      [hostId, personId, coordinatorId],
    );
  const moderatorId = await assessorOf((await makePerson(fresh.database.orm.em, 'ASSESSOR')).personId);
  const assessorId = await assessorOf(actors.get('ASSESSOR')?.personId);
  // no assessment is submitted and withdrawn at once: this one says both, so that no field is empty
  await fresh.owner.query('alter table assessment drop constraint a_withdrawn_assessment_says_why');
  const assessmentId = await add(
    'Assessment',
    `insert into assessment (placement_id, host_id, kind, standards, assessor_id, moderator_id, state, assigned_on, assigned_by_id, due_on, outcome, submitted_on, number, moderation, withdrawn_on, withdrawal_reason)
     values ($1, $2, 'FINAL', '[1, 2]', $3, $4, 'SUBMITTED', '2026-11-02', $5, '2026-11-10', 'NOT_YET_SHOWN', '2026-11-09', 1, 'ASKED', '2026-11-20', 'MISTAKE')`,
    [placementId, hostId, assessorId, moderatorId, coordinatorId],
  );
  const run = (text: string, more: unknown[] = []) => fresh.owner.query(text, [assessmentId, ...more]);
  await run(
    `insert into assessment_draft (assessment_id, criteria, summary, actions, saved_on) values ($1, '[]', 'Example', '[]', '2026-11-20')`,
  );
  const versionId = await add(
    'AssessmentVersion',
    `insert into assessment_version (assessment_id, number, criteria, outcome, summary, submitted_at, submitted_by, wording_version, agreed_text)
     values ($1, 1, '[]', 'NOT_YET_SHOWN', 'Example', now(), 'Example Assessor', 1, 'Example wording')`,
    [assessmentId],
  );
  await add(
    'AssessmentAction',
    `insert into assessment_action (assessment_version_id, place, what, by_on) values ($1, 1, 'Example', '2026-12-01')`,
    [versionId],
  );
  await run(
    `insert into assessment_moderation (assessment_id, moderator_id, number, state, asked_on, asked_by_id, asked_why, due_on) values ($1, $2, 1, 'ASKED', '2026-11-20', $3, 'Example', '2026-12-04')`,
    [moderatorId, coordinatorId],
  );
  await run(
    `insert into assessment_appeal (assessment_id, number, note, noted_on) values ($1, 1, 'Example', '2026-11-20')`,
  );
};

/** A program of the organisation, which has been revoked since, so that it says when. */
const fillProgram = async (): Promise<void> => {
  await add(
    'PartnerClient',
    `insert into partner_client (name, host_id, owner_id, scopes, ends_on, budget, created_at, created_by_id, revoked_at)
     values ('Example program', $1, $2, '{READ_SITES}', '2027-01-01', 10000, now(), $2, now())`,
    [uuidOf('Host'), actors.get('ORGANISATION_ADMINISTRATOR')?.personId],
  );
  await add(
    'PartnerKey',
    `insert into partner_key (client_id, hint, key_hash, made_at, ends_at, last_used_at) values ($1, 'rtpk_exam', 'x', now(), now(), now())`,
    [uuidOf('PartnerClient')],
  );
  await add(
    'DeprecatedUse',
    `insert into deprecated_use (client_id, coordinate, reason, first_seen_at, last_seen_at) values ($1, 'Query.old', 'Use another.', now(), now())`,
    [uuidOf('PartnerClient')],
  );
};

/** Something has happened to the places that are offered. */
const fillEvents = async (): Promise<void> => {
  await add(
    'Event',
    `insert into event (position, type, subject_type, subject_id, host_id, at, facts)
     select nextval('event_position'), 'CAPACITY_OFFER_YES', 'CapacityOffer', id, host_id, now(),
       '{"version": 1, "state": "YES", "startsOn": "2027-01-04", "endsOn": "2027-06-30", "places": 5}' from capacity_offer where id = $1`,
    [uuidOf('CapacityOffer')],
  );
};

/** An export that has stopped, and says all there is to say. */
const fillExport = () =>
  add(
    'BulkExport',
    `insert into bulk_export (client_id, key_id, scopes, person_id, role, host_id, list, query, variables, format, state, stop_reason,
       asked_at, started_at, finished_at, kept_until, sha256, due_at, ran_at)
     values ($1, $2, '{READ_SITES}', $3, 'ORGANISATION_ADMINISTRATOR', $4, 'SITES', '{ hosts { nodes { id } } }', '{}', 'CSV', 'STOPPED', 'FAILED',
       now(), now(), now(), now(), 'example', now() + interval '1 minute', now())`,
    [uuidOf('PartnerClient'), uuidOf('PartnerKey'), actors.get('ORGANISATION_ADMINISTRATOR')?.personId, uuidOf('Host')],
  );

/** The organisation, as if it were a university that the person lets follow. */
const fillUniversity = async (): Promise<void> => {
  await fresh.owner.query(
    'insert into university_consent (returner_id, host_id, wording_version, given_at) values ($1, $2, 1, now())',
    [returnerRow, uuidOf('Host')],
  );
  ids['FollowedPlacement'] = toGlobalId('FollowedPlacement', uuidOf('Placement'));
};

/** A webhook of the program, which waits to be tried again, and is paused. */
const fillWebhook = async (): Promise<void> => {
  await add(
    'Webhook',
    `insert into webhook (host_id, client_id, scopes, owner_id, url, types, state, pause_reason, created_at, lined_up_to, failures, rests_until)
     values ($1, $2, (select scopes from partner_client where id = $2), $3, 'https://8.8.8.8/hook', '{CAPACITY_OFFER_YES}', 'PAUSED', 'FAILING', now(), 0, 1, now())`,
    [uuidOf('Host'), uuidOf('PartnerClient'), actors.get('ORGANISATION_ADMINISTRATOR')?.personId],
  );
  await add(
    'WebhookDelivery',
    `insert into webhook_delivery (webhook_id, kind, event_id, line_id, state, made_at, settled_at, tries, next_try_at)
     values ($1, 'EVENT', $2, uuidv7(), 'WAITING', now(), now(), 1, now())`,
    [uuidOf('Webhook'), uuidOf('Event')],
  );
  await fresh.owner.query(
    `insert into webhook_attempt (delivery_id, at, milliseconds, url, request_headers, request_body, status, failure, answer)
     values ($1, now(), 5, 'https://8.8.8.8/hook', '{"Content-Type": "example"}', '{}', 500, 'TIMED_OUT', 'example')`,
    [uuidOf('WebhookDelivery')],
  );
};

/** Another record with the same number, which was made one with this one, and two again. */
const fillMerge = async (coordinatorId: string): Promise<void> => {
  const twin = await makeReturner(fresh.database.orm.em, clock);
  await fresh.owner.query(
    `update returner t set hcpc_number = r.hcpc_number, region_id = r.region_id, board_id = r.board_id, shares_with_coordinators = true from returner r where r.id = $1 and t.id = $2`,
    [returnerRow, twin.id],
  );
  await add(
    'ReturnerMerge',
    `insert into returner_merge (kept_id, merged_id, merged_at, merged_by_id, reason, undo_until, undone_at, moved) values ($1, $2, now(), $3, 'Example reason', now(), now(), '{"days": [], "requests": [], "placements": []}')`,
    [returnerRow, twin.id, coordinatorId],
  );
  const { rows } = await fresh.owner.query<{ id: string }>('select id from returner_likeness');
  ids['ReturnerLikeness'] = toGlobalId('ReturnerLikeness', rows[0]?.id ?? '');
};

/** Something in every field, so that nothing hides by being empty. */
const fillRecord = async (coordinatorId: string): Promise<void> => {
  const run = (text: string, more: unknown[] = []) => fresh.owner.query(text, [returnerRow, ...more]);
  await run(`update returner set preferred_name = 'Example', hcpc_number = 'DT012345', home_postcode = 'NW1 0PE',
    home_district_id = (select id from postcode_district where code = 'NW1'), region_id = (select id from region where code = 'Y56'),
    board_id = (select id from integrated_care_board limit 1), shares_with_coordinators = true, coordinators_see_since = '2026-11-01',
    practice_history = '[{"work": "Example ward", "place": "ENGLAND", "from": {"year": 2015}, "to": {"year": 2023}}]' where id = $1`);
  await run(
    `insert into consent (returner_id, kind, is_given, wording_version, decided_at) values ($1, 'SHARE_WITH_COORDINATORS', true, 1, now())`,
  );
  await run(
    `insert into question_to_hcpc (returner_id, asked_on, answered_on, answered_days, answered_route) values ($1, '2026-11-01', '2026-11-10', 30, 'READMISSION')`,
  );
  await run(`insert into plan (returner_id, start_on, half_days_a_week, supervised_percent, formal_percent, private_percent, weeks_off, saved_on)
    values ($1, '2026-12-01', 6, 50, 20, 30, '[]', '2026-11-20')`);
  await run(
    `insert into programme_decision (returner_id, decision, reason, decided_by_id, decided_at, answers_digest)
    select $1, 'ADMITTED', 'Example reason', $2, now(), md5(answers::text) from returner where id = $1`,
    [coordinatorId],
  );
  await run(
    `insert into standing_aside (returner_id, kind, from_on, until_on, reason, noted_on) values ($1, 'PAUSED', '2026-12-01', '2026-12-10', 'OTHER', '2026-11-20')`,
  );
  await run(`insert into updating_total (returner_id, kind, minutes, entries) values ($1, 'SUPERVISED', 420, 1)`);
  const applicationId = await add(
    'Application',
    `insert into application (returner_id, route, state, stands_since, sent_on, due_on, decided_on, began_on)
     values ($1, 'READMISSION_WITH_UPDATING', 'REFUSED', '2026-11-20', '2026-11-02', '2026-12-18', '2026-11-20', '2026-11-01')`,
    [returnerRow],
  );
  const entry = randomUUID();
  ids['ApplicationEntry'] = toGlobalId('ApplicationEntry', entry);
  await run(
    `insert into application_entry (application_id, entry_id, kind, on_date, way, recorded_at)
     select a.id, e.entry, e.kind, e.on_date, e.way, now() from application a,
       (values ($2::uuid, 'SENT', date '2026-11-02', 'EMAIL'), (gen_random_uuid(), 'REFUSED', date '2026-11-20', null)) e (entry, kind, on_date, way)
     where a.returner_id = $1 and a.id = $3`,
    [entry, applicationId],
  );
  const day = randomUUID();
  await run(
    `insert into logged_day (day_id, version, returner_id, on_date, kind, minutes, starts_at, note, recorded_at, superseded_at)
    values ($2, 1, $1, '2026-11-02', 'SUPERVISED', 400, '09:00', 'first', now(), now()), ($2, 2, $1, '2026-11-02', 'SUPERVISED', 420, '09:00', 'second', now(), null)`,
    [day],
  );
};

const turnedAwayBy = (error: { readonly originalError?: unknown }): string | undefined =>
  (error.originalError as { code?: string } | undefined)?.code;

/** The answer of one type's fields to somebody, by field; empty where the record is not there for them. */
const askFields = async (viewer: Viewer, type: string): Promise<Readonly<Record<string, unknown>>> => {
  const [start, way] = wayTo(type);
  const object = schema.getType(type);
  const startType = schema.getType(start);
  if (!isObjectType(object) || !isObjectType(startType)) throw new Error(type);
  const fields = Object.values(object.getFields()).map(select).join('\n');
  let at: GraphQLObjectType = startType;
  const steps = way.map((name) => {
    const field = at.getFields()[name];
    const target = field && getNamedType(field.type);
    const isPage = target?.name.endsWith('Connection') === true;
    const next = schema.getType(target?.name.replace(/Connection$/, '') ?? '');
    if (isObjectType(next)) at = next;
    return isPage ? [`${name}(first: 1) { nodes {`, '} }'] : [`${name} {`, '}'];
  });
  const nested = steps.reduceRight((inner, [open, close]) => `${open} ${inner} ${close}`, fields);
  const source = `query ($id: ID!) { node(id: $id) { ... on ${start} { ${nested} } } }`;
  const actor = actors.get(viewer);
  if (!actor) throw new Error(viewer);
  const { data, errors } = await askAs({ schema, database: fresh.database, clock }, actor, source, { id: ids[start] });
  // a program is turned away with the whole document, since one field of it is not open to it
  if (viewer === 'PARTNER' && errors?.every((error) => turnedAwayBy(error) === 'FORBIDDEN')) return {};
  if (errors) throw new Error(`${viewer} ${type}: ${errors.map((error) => error.message).join(', ')}`);
  let found: unknown = (data as Record<string, unknown> | null)?.['node'];
  for (const step of way) {
    found = (found as Record<string, unknown> | null)?.[step];
    const nodes = (found as { nodes?: unknown[] } | null | undefined)?.nodes;
    if (nodes) found = nodes;
    if (Array.isArray(found)) found = found[0];
  }
  return (found ?? {}) as Record<string, unknown>;
};

const everything = new Map<string, Readonly<Record<string, unknown>>>();
/** What is there at all: what the person, the coordinator, the site, the supervisor, the assessor and the administrator see together. */
const fullOf = async (type: string): Promise<Readonly<Record<string, unknown>>> => {
  const known = everything.get(type);
  if (known) return known;
  const full: Record<string, unknown> = {};
  for (const viewer of [
    'SUPERVISOR',
    'ASSESSOR',
    'ORGANISATION_MEMBER',
    'ORGANISATION_ADMINISTRATOR',
    'COORDINATOR',
    'RETURNER',
    'ADMINISTRATOR',
  ] as const)
    for (const [field, value] of Object.entries(await askFields(viewer, type))) full[field] ??= value;
  everything.set(type, full);
  return full;
};

const agree = (does: boolean) =>
  fresh.owner.query('update returner set shares_with_coordinators = $2, coordinators_see_since = null where id = $1', [
    returnerRow,
    does,
  ]);
const allViewers = Object.keys(viewers) as Viewer[];

describe.each(guarded.map((type) => type.name))('%s', (type) => {
  it.each(allViewers)('to %s shows what was decided, and no more', async (viewer) => {
    const isAgreed = viewer !== 'COORDINATOR_NOT_AGREED';
    await agree(isAgreed);
    const shown = await askFields(viewer, type);
    await agree(true);
    const object = schema.getType(type);
    const fields = isObjectType(object) ? Object.keys(object.getFields()) : [];
    const there = fields.filter((field) => shown[field] !== undefined && shown[field] !== null);
    const allowed = fields.filter((field) => seenByOf(type, field).includes(viewer));
    expect(there.filter((field) => !allowed.includes(field))).toEqual([]);
    // what one of those who may sees, everybody sees who may: an empty field hides nothing
    const full = await fullOf(type);
    expect(there.toSorted()).toEqual(
      allowed.filter((field) => full[field] !== undefined && full[field] !== null).toSorted(),
    );
  });
});

/** By which scope a program sees a row at all. */
const rowScopes: Readonly<Record<string, Scope | 'ANY'>> = {
  Assessment: 'READ_ASSESSMENTS',
  Assessor: 'READ_ASSESSMENTS',
  BulkExport: 'ANY',
  CapacityOffer: 'READ_CAPACITY',
  Event: 'READ_EVENTS',
  FollowedPlacement: 'FOLLOW_STUDENTS',
  Host: 'READ_SITES',
  PartnerClient: 'ANY',
  PartnerKey: 'ANY',
  Placement: 'READ_PLACEMENTS',
  PlacementSite: 'READ_SITES',
  SignOff: 'READ_SIGN_OFFS',
  Supervisor: 'READ_SUPERVISORS',
  Webhook: 'MANAGE_WEBHOOKS',
  WebhookDelivery: 'MANAGE_WEBHOOKS',
};
const programWith = (scopes: readonly Scope[]): Actor => ({
  ...anonymous,
  kind: 'PARTNER',
  hostIds: [uuidOf('Host')],
  partner: {
    clientId: uuidOf('PartnerClient'),
    keyId: uuidOf('PartnerKey'),
    ownerId: actors.get('ADMINISTRATOR')?.personId ?? '',
    scopes,
    budget: 10_000,
  },
});
/** One field of the record of a type, asked by its id. */
const askField = (actor: Actor, type: string, field: GraphQLField<unknown, unknown>) =>
  askAs(
    { schema, database: fresh.database, clock },
    actor,
    `query ($id: ID!) { node(id: $id) { ... on ${type} { value: ${select(field)} } } }`,
    { id: ids[type] },
  );

/** Rows that a program sees only where a second scope shows it what they are about. */
const takesTwo: ReadonlySet<string> = new Set(['Event', 'WebhookDelivery']);
const isTurnedAway = (actor: Actor, source: string): boolean => {
  const operation = parse(source).definitions.find((node) => node.kind === Kind.OPERATION_DEFINITION);
  if (!operation) throw new Error(source);
  try {
    checkScopes(actor, { schema, operation, fragments: {} });
    return false;
  } catch (error) {
    expect(turnedAwayBy({ originalError: error })).toBe('FORBIDDEN');
    return true;
  }
};

describe.each(allScopes)('to a program with the scope %s alone', (scope) => {
  const isOpen = (type: string, field: string) => ['ANY', scope].includes(openTo(type, field));

  it('every field shows as was decided, and no other', () => {
    for (const type of guarded)
      for (const field of Object.values(type.getFields())) {
        const source = `{ node(id: "x") { ... on ${type.name} { value: ${select(field)} } } }`;
        expect(isTurnedAway(programWith([scope]), source), source).toBe(!isOpen(type.name, field.name));
      }
  });

  it.each(Object.keys(rowScopes))('%s shows where the scope is about it', async (type) => {
    const object = schema.getType(type);
    const fields = isObjectType(object) ? Object.values(object.getFields()) : [];
    const field = fields.find(({ name }) => isOpen(type, name));
    if (!field) return;
    const { data, errors } = await askField(programWith([scope]), type, field);
    expect(errors).toBeUndefined();
    const isRowSeen = ['ANY', scope].includes(rowScopes[type] ?? 'NEVER') && !takesTwo.has(type);
    expect((data as { node?: unknown } | null)?.node !== null).toBe(isRowSeen);
  });
});

describe('to a program with every scope', () => {
  it.each(Object.keys(rowScopes))('%s shows all that is open, as it is', async (type) => {
    const object = schema.getType(type);
    const full = await fullOf(type);
    for (const field of isObjectType(object) ? Object.values(object.getFields()) : []) {
      if (openTo(type, field.name) === 'NEVER' || (full[field.name] ?? null) === null) continue;
      const { data, errors } = await askField(programWith(allScopes), type, field);
      expect(errors, `${type}.${field.name}`).toBeUndefined();
      const shown = (data as { node?: { value?: unknown } } | null)?.node?.value;
      expect(shown ?? null, `${type}.${field.name}`).not.toBeNull();
    }
  });

  it('hides the rows of another organisation', async () => {
    const other = { ...programWith(allScopes), hostIds: [randomUUID()] };
    for (const type of Object.keys(rowScopes).filter((name) => rowScopes[name] !== 'ANY')) {
      const { data } = await askAs(
        { schema, database: fresh.database, clock },
        other,
        `query ($id: ID!) { node(id: $id) { id } }`,
        {
          id: ids[type],
        },
      );
      expect(data, type).toEqual({ node: null });
    }
  });
});

describe('the record that is asked about', () => {
  it('has something in every field, but for the few that contradict others', async () => {
    const empty: string[] = [];
    for (const { name } of guarded) {
      const full = await fullOf(name);
      const object = schema.getType(name);
      if (isObjectType(object))
        empty.push(
          ...Object.keys(object.getFields())
            .filter((field) => (full[field] ?? null) === null)
            .map((field) => `${name}.${field}`),
        );
    }
    expect(empty.toSorted()).toEqual([
      'Account.suspendedAt',
      // nobody's program has done anything to the record
      'AuditEntry.answeredForBy',
      'BulkExport.downloadPath',
      'CapacityOffer.noReason',
      'LoggedDayVersion.supersededAt',
      'PartnerClient.board',
      'Placement.movedFrom',
      'PlacementRequest.closedOn',
      'Returner.coordinatorsSeeSince',
      'RoleGrant.place',
    ]);
  });
});

const answers = {
  profession: 'DT',
  registration: 'LEFT',
  leftRegister: { year: 2024, month: 6, day: 30 },
  work: 'NONE',
  lastPractised: { year: 2023, month: 9, day: 1 },
  livesIn: 'ENGLAND',
  plansToWorkIn: 'ENGLAND',
};
/** What to send with each mutation, about the one record. */
const inputOf = (mutation: string): object => {
  const returner = { returnerId: ids['Returner'] };
  const version = { expectedVersion: 1 };
  const key = { idempotencyKey: randomUUID() };
  const day = { kind: 'SUPERVISED', minutes: 60, onDate: '2026-11-03', ...key };
  const account = { accountId: ids['Account'], ...version, reason: 'to see who may' };
  const host = { hostId: ids['Host'] };
  const program = { partnerClientId: ids['PartnerClient'] };
  const webhook = { webhookId: ids['Webhook'], ...key };
  const receiver = { url: 'https://8.8.8.8/hook', types: ['CAPACITY_OFFER_YES'] };
  const site = { placementSiteId: ids['PlacementSite'] };
  const offer = { capacityOfferId: ids['CapacityOffer'] };
  const request = { placementRequestId: ids['PlacementRequest'] };
  const placement = { placementId: ids['Placement'], ...version, ...key };
  const pair = { ...request, ...offer };
  const move = { regionMoveId: ids['RegionMove'], ...version };
  const view = { savedViewId: ids['SavedView'], expectedVersion: 9 };
  const places = {
    answer: 'NO',
    noReason: 'FULL',
    startsOn: '2028-01-03',
    endsOn: '2028-06-30',
    weekdays: [1],
    contract: 'HONORARY',
    ...key,
  };
  const wish = {
    travelMode: 'CAR',
    travelMinutesAtMost: 60,
    weekdays: [1, 2],
    daysAWeek: 2,
    daysNeeded: 10,
    earliestStartOn: '2027-01-04',
    latestStartOn: '2027-03-01',
    ...key,
  };
  const profile = {
    displayName: 'Example Supervisor',
    professionCode: 'DT',
    registered: [{ from: '2015-01-01' }],
    atOnceAtMost: 3,
    weekdays: [1],
  };
  const learning = { learningAgreementId: ids['LearningAgreement'], ...version, ...key };
  const signOff = { signOffId: ids['SignOff'], ...version, ...key };
  const signing = { days: [], wordingVersion: 1, ...key };
  const assessment = { assessmentId: ids['Assessment'], ...version, ...key };
  const assessor = { assessorId: ids['Assessor'] };
  const looked = {
    registeredFrom: '2015-01-01',
    hasProceedings: false,
    checkedOn: '2026-11-20',
    seen: 'On the Register',
    ...key,
  };
  const assigned = { ...assessor, dueOn: '2026-12-20' };
  const invitation = { hostInvitationId: ids['HostInvitation'] };
  const role = { ...host, email, role: 'ORGANISATION_MEMBER' };
  const counterSignature = { counterSignatureId: ids['CounterSignature'], ...version, ...key };
  const counterSigning = { isConfirmed: true, seenDigest: 'example', wordingVersion: 1, ...key };
  const paper = {
    use: 'IDENTITY',
    kind: 'PASSPORT',
    hasWords: true,
    hasSignature: true,
    isCertifiedByApplicant: false,
  };
  const applicationEntry = { entryId: ids['ApplicationEntry'], ...version, ...key };
  const inputs: Readonly<Record<string, object>> = {
    addAssessor: { ...host, email, displayName: 'Example Assessor', professionCode: 'DT', ...looked },
    checkAssessor: { ...assessor, ...version, ...looked },
    assignAssessment: { placementId: ids['Placement'], kind: 'FORMATIVE', ...assigned, ...key },
    reassignAssessment: { ...assessment, ...assigned },
    withdrawAssessment: { ...assessment, reason: 'MISTAKE' },
    saveAssessmentDraft: { ...assessment, summary: 'Example' },
    submitAssessment: { ...assessment, wordingVersion: 1, declares: true },
    correctAssessment: { ...assessment, reason: 'Example' },
    dropCorrection: assessment,
    tickAssessmentAction: {
      assessmentId: ids['Assessment'],
      assessmentActionId: ids['AssessmentAction'],
      isDone: true,
      ...key,
    },
    askModeration: { ...assessment, ...assessor, reason: 'Example' },
    answerModeration: { ...assessment, agrees: true, reasons: 'Example' },
    settleModeration: { ...assessment, settlement: 'STANDS', reason: 'Example' },
    noteAppeal: { ...assessment, note: 'Example' },
    answerAppeal: { ...assessment, answer: 'Example' },
    acceptHostInvitation: invitation,
    acceptPlacement: placement,
    chooseReminders: { wantsReminders: false },
    createPartnerClient: { ...host, name: 'Example', scopes: ['READ_SITES'], endsOn: '2027-01-01', ...key },
    rotatePartnerKey: { ...program, expectedVersion: 1, ...key },
    rotateSigningKey: key,
    revokePartnerClient: { ...program, expectedVersion: 99 },
    startBulkExport: { list: 'HOSTS', format: 'CSV', purpose: 'to see who may', ...key },
    deleteBulkExport: { bulkExportId: ids['BulkExport'], ...key },
    registerWebhook: { ...host, ...receiver, ...key },
    changeWebhook: { ...webhook, ...version, ...receiver },
    pauseWebhook: { ...webhook, ...version },
    resumeWebhook: { ...webhook, ...version },
    deleteWebhook: { ...webhook, ...version },
    pingWebhook: webhook,
    replayWebhook: { ...webhook, eventIds: [ids['Event']] },
    revokePartnerKey: { partnerKeyId: ids['PartnerKey'] },
    askSite: { ...request, ...site, ...key },
    fileEvidence: {
      evidenceId: ids['Evidence'],
      ...version,
      ...key,
      title: 'Example',
      loggedDayIds: [],
      standardIds: [],
      formLines: [],
      isAboutNoPatient: true,
    },
    pausePathway: { ...returner, ...key, from: '2026-12-01', until: '2026-12-10', reason: 'OTHER' },
    withdrawFromPathway: { ...returner, ...key, reason: 'OTHER' },
    comeBack: { ...returner, ...key },
    askErasure: { ...key, email: 'somebody-else@example.invalid' },
    takeBackErasure: key,
    askEmailChange: { ...key, email: 'new@example.invalid' },
    changeName: { ...key, name: 'Example' },
    confirmEmailChange: { ...key, token: 'forged' },
    removeEvidence: { evidenceId: ids['Evidence'], ...version, ...key },
    agreeToLearning: { ...learning, wordingVersion: 1 },
    assessStandard: { ...returner, number: 3, before: 'MOSTLY' },
    removeLearningGoal: { ...learning, number: 13 },
    reopenLearningAgreement: learning,
    saveLearningGoal: { ...learning, number: 13, goal: 'Example' },
    saveLearningPlan: { ...learning, supervisedDays: 10 },
    saveLocalPolicy: { ...host, ...version, daysHereAtLeast: 10 },
    sendBackLearningAgreement: { ...learning, comment: 'Example' },
    shareLearningAgreement: { ...learning, wordingVersion: 1 },
    startLearningAgreement: { placementId: ids['Placement'], ...key },
    takeBackLearningAgreement: learning,
    askSignOff: { placementId: ids['Placement'], from: '2026-11-02', until: '2026-11-06', ...key },
    confirmSupervisorAddress: { supervisorId: ids['Supervisor'], email: 'supervisor@example.invalid', ...key },
    addCertifiedDocument: { ...returner, ...paper },
    changeCertifiedDocument: { ...paper, ...version, certifiedDocumentId: ids['CertifiedDocument'] },
    removeCertifiedDocument: { ...version, certifiedDocumentId: ids['CertifiedDocument'] },
    nameCounterSignatory: {
      ...returner,
      displayName: 'Example',
      email: 'counter@example.invalid',
      hcpcNumber: 'DT022222',
      isOnRegister: true,
      lookedUpOn: '2026-11-02',
      ...key,
    },
    askCounterSignature: counterSignature,
    withdrawCounterSignature: counterSignature,
    takeBackCounterSignature: counterSignature,
    settleCounterSignature: { ...counterSigning, ...counterSignature },
    settleCounterSignatureByLink: { ...counterSigning, ...key, token: 'forged' },
    disownCounterSignature: { token: 'forged', ...key },
    answerLearningByLink: { token: 'forged', isAgreed: true, wordingVersion: 1, ...key },
    disownLearning: { token: 'forged', ...key },
    disownSignature: { token: 'forged', ...key },
    nudgeSignOff: signOff,
    nameStandIn: { placementId: ids['Placement'], supervisorId: ids['Supervisor'], from: '2026-11-02', ...key },
    renewLearningLink: { token: 'forged', ...key },
    renewSignOffLink: { token: 'forged', ...key },
    passOnSignOff: { ...signOff, supervisorId: ids['Supervisor'] },
    settleSignOff: { ...signing, ...signOff },
    settleSignOffByLink: { ...signing, token: 'forged' },
    takeBackSignature: { ...signOff, reason: 'NOT_ME' },
    withdrawSignOff: signOff,
    acceptRegionMove: move,
    askRegionMove: { ...returner, toRegionCode: 'Y62', reason: 'MOVED_HOME' },
    declineRegionMove: { ...move, reason: 'TALK_FIRST' },
    takeBackRegionMove: move,
    deleteView: view,
    renameView: { ...view, name: 'Another name' },
    saveView: { name: 'Those who began', query: 'stage=STARTING' },
    addCapacityOffer: { ...site, professionCode: 'DT', ...places },
    addHost: { kind: 'CHARITY', name: 'Example Charity', postcode: 'NW1 0PE' },
    addPlacementSite: { ...host, name: 'Example Site', postcode: 'NW1 0PE' },
    addSupervisor: { ...host, ...profile },
    changeCapacityOffer: { ...offer, ...version, ...places },
    changePlacementRequest: { ...request, ...version, ...wish },
    changeSupervisor: { supervisorId: ids['Supervisor'], ...version, ...profile },
    completePlacement: placement,
    confirmCapacityOffer: { ...offer, ...version, ...key },
    confirmSiteProfile: { ...site, ...version, name: 'Example Site', adjustments: [] },
    correctTravel: { ...request, ...site, travelMode: 'CAR', minutes: 20 },
    declinePlacement: { ...placement, reason: 'DATES' },
    endPlacementEarly: { ...placement, reason: 'DATES' },
    giveHostRole: role,
    keepMatch: { pairs: [pair], ...key },
    lockPlacement: { ...placement, isLocked: true },
    mergeReturners: { keepReturnerId: returner.returnerId, mergeReturnerId: returner.returnerId, ...key },
    movePlacement: { ...placement, ...offer },
    nameHostContact: { ...host, ...version, name: 'Example Contact', email: 'contact@example.invalid' },
    offerPlacement: placement,
    proposePlacement: { ...pair, ...key },
    recordRegisterCheck: {
      supervisorId: ids['Supervisor'],
      ...version,
      checkedOn: '2026-11-20',
      seen: 'On the Register',
    },
    recordStartingCheck: { startingCheckId: ids['StartingCheck'], ...version, state: 'IN_PROGRESS' },
    sendPlacementRequest: { ...returner, ...wish },
    letUniversityFollow: { ...returner, ...host, wordingVersion: 1, ...key },
    stopUniversityFollowing: { ...returner, ...host, ...key },
    reportAttendance: { placementId: placement.placementId, days: [], ...key },
    startPlacement: placement,
    takeHostRole: role,
    undoMergeReturners: { returnerMergeId: ids['ReturnerMerge'], ...key },
    undoNationalImport: { nationalImportId: ids['NationalImport'], expectedVersion: 99 },
    undoMovePlacement: placement,
    withdrawPlacement: placement,
    withdrawPlacementRequest: { ...request, ...version, ...key },
    changeAnswers: { ...returner, ...version, answers },
    correctApplicationEntry: { ...applicationEntry, on: '2026-11-02', way: 'POST' },
    takeBackApplicationEntry: applicationEntry,
    planApplication: { ...returner, plannedOn: '2027-02-01' },
    prepareApplicationStep: { ...returner, step: 'READMISSION_FORM', isReady: true },
    recordApplicationEntry: { ...returner, kind: 'APPEALED', on: '2026-11-21', ...key },
    applyAgain: returner,
    decideProgrammeEntry: { ...returner, ...version, decision: 'ADMITTED', reason: 'to see who may' },
    editLoggedDay: { loggedDayId: ids['LoggedDay'], expectedVersion: 2, ...day },
    giveConsent: { ...returner, kind: 'CONTACT_BY_EMAIL', wordingVersion: 1 },
    logDay: { ...returner, ...day },
    recordAnswerFromHcpc: { ...returner, answeredOn: '2026-11-10', days: 30, route: 'READMISSION' },
    recordQuestionToHcpc: { ...returner, askedOn: '2026-11-10' },
    removeLoggedDay: { loggedDayId: ids['LoggedDay'], ...version, ...key },
    restoreAccount: account,
    savePlan: { ...returner, startOn: '2026-12-01', daysAWeek: 3, mix: { supervised: 50, formal: 20, private: 30 } },
    startPathway: { answers },
    suspendAccount: account,
    updateProfile: { ...returner, ...version, preferredName: 'Example' },
    withdrawConsent: { ...returner, kind: 'CONTACT_BY_EMAIL' },
  };
  const input = inputs[mutation];
  if (!input) throw new Error(`Say what to send with ${mutation}.`);
  return input;
};

describe.each(Object.entries(mutationsAllowedTo))('%s', (mutation, allowed) => {
  // those who may come last, since they change the record
  const inOrder = allViewers.toSorted((one, other) => Number(allowed.includes(one)) - Number(allowed.includes(other)));
  it.each(inOrder)('answers %s as was decided', async (viewer) => {
    const actor = actors.get(viewer);
    if (!actor) throw new Error(viewer);
    await agree(viewer !== 'COORDINATOR_NOT_AGREED');
    const field = schema.getMutationType()?.getFields()[mutation];
    const refused = `${mutation[0]?.toUpperCase()}${mutation.slice(1)}Refused`;
    const source = `mutation ($input: ${String(field?.args[0]?.type)}) { answer: ${mutation}(input: $input) { __typename ... on ${refused} { refusals { code message } } } }`;
    const { data, errors } = await askAs({ schema, database: fresh.database, clock }, actor, source, {
      input: inputOf(mutation),
    });
    await agree(true);
    const answer = (data as { answer?: { refusals?: { code: string }[] } } | null)?.answer;
    const turnedAway = errors?.map((error) => (error.originalError as { code?: string } | undefined)?.code);
    const isShut = turnedAway !== undefined || answer?.refusals?.some(({ code }) => code === 'NOT_FOUND') === true;
    expect(isShut, JSON.stringify({ answer, turnedAway, errors })).toBe(!allowed.includes(viewer));
    for (const code of turnedAway ?? []) expect(['UNAUTHENTICATED', 'FORBIDDEN', 'NOT_FOUND']).toContain(code);
  });
});
