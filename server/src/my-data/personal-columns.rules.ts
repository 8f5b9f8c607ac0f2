/** By which column a row belongs to somebody: to the person, to whoever has the address, or with a row of another table. */
export interface Owner {
  readonly column: string;
  readonly of: 'PERSON' | 'ADDRESS' | (string & {});
}

/** What becomes of a table's rows about a person who is erased. */
export type AtErasure = 'DELETED' | 'WIPED' | 'KEPT' | 'NOT_PERSONAL';

/** What a table holds, column by column. Every column of every table stands here, or a test fails. */
export interface TableHeld {
  /** What it is called in an export. */
  readonly label: string;
  readonly owners: readonly Owner[];
  /** Facts about the person, which an export tells. */
  readonly told: string;
  /** What could tell who the person is or was written by or about them: an export tells it, and an erasure writes this instead. */
  readonly words: Readonly<Record<string, string>>;
  /** Ids and numbers of versions: of use to programs alone. */
  readonly ids: string;
  /** Hashes, tokens and sealed bytes, which an export does not hold as they are. An erasure writes this instead. */
  readonly secret: Readonly<Record<string, string>>;
  /** About somebody else, or of their work: not told, not wiped. */
  readonly others: string;
  readonly atErasure: AtErasure;
  /** Why rows are kept, in words for the person. */
  readonly why: string;
  /** True where the application may not change the words: the database wipes them itself, for a person whose erasure is due. */
  readonly isFixed: boolean;
}

/** One table of an export. */
export interface ToldTable {
  readonly table: string;
  readonly label: string;
  readonly rows: readonly Readonly<Record<string, unknown>>[];
}

const table = (label: string, held: Partial<Omit<TableHeld, 'label'>>): TableHeld => ({
  label,
  owners: [],
  told: '',
  words: {},
  ids: 'id',
  secret: {},
  others: '',
  atErasure: 'NOT_PERSONAL',
  why: '',
  isFixed: false,
  ...held,
});
const by = (column: string, of: Owner['of']): readonly Owner[] => [{ column, of }];
const ofReturner = by('returner_id', 'returner');
const ofPlacement = by('placement_id', 'placement');
const ofPerson = by('person_id', 'PERSON');

const noWordsLeft = 'Without its words it tells nobody who it was about.';
const signed = `Somebody else has signed or planned with it. ${noWordsLeft}`;
const counted = `Places and days are counted by it. ${noWordsLeft}`;

/** Every table, with every column. */
export const tablesHeld: Readonly<Record<string, TableHeld>> = {
  // the person and the way in
  person: table('Account', {
    owners: by('id', 'PERSON'),
    told: 'email_confirmed_at suspended_at created_at wants_reminders',
    words: { display_name: `'Erased person'`, email: `'erased-' || id || '@erased.invalid'` },
    ids: 'id version',
    secret: { password_hash: 'null' },
    atErasure: 'WIPED',
    why: 'An empty account stays, so that what others did with it still has its place.',
  }),
  role_grant: table('Roles', {
    owners: ofPerson,
    told: 'role granted_at',
    ids: 'id person_id region_id board_id trust_id host_id',
    atErasure: 'DELETED',
  }),
  person_key: table('Key', {
    owners: ofPerson,
    told: 'made_at destroyed_at',
    ids: 'person_id',
    secret: { key: 'null' },
    atErasure: 'KEPT',
    why: 'The key itself is destroyed. The empty row stays, so that no new one is made.',
  }),
  session: table('Signed in', {
    owners: ofPerson,
    told: 'role way_in signed_in_at second_factor_at confirmed_at seen_at idle_minutes ends_at',
    words: { device_name: 'null' },
    ids: 'id person_id sign_in_id',
    secret: { token_hash: `''` },
    atErasure: 'DELETED',
  }),
  sign_in: table('Past sign-ins', {
    owners: ofPerson,
    told: 'at way_in browser system',
    ids: 'id person_id',
    secret: { device_hash: 'null' },
    atErasure: 'DELETED',
  }),
  passkey: table('Passkeys', {
    owners: ofPerson,
    told: 'made_at used_at counter transports',
    words: { name: `''` },
    ids: 'id person_id',
    secret: { credential_id: 'id::text', public_key: `''` },
    atErasure: 'DELETED',
  }),
  passkey_challenge: table('Questions for a passkey', {
    owners: ofPerson,
    told: 'ends_at',
    ids: 'id person_id',
    secret: { challenge_hash: `''` },
    atErasure: 'DELETED',
  }),
  provider_account: table('Accounts elsewhere that you sign in with', {
    owners: ofPerson,
    told: 'issuer linked_at used_at',
    words: { subject: 'id::text' },
    ids: 'id person_id',
    atErasure: 'DELETED',
  }),
  provider_request: table('Ways to an account elsewhere', {
    owners: ofPerson,
    told: 'provider ends_at',
    words: { device_name: 'null', next_path: `'/'` },
    ids: 'id person_id',
    secret: { token_hash: `''` },
    atErasure: 'DELETED',
  }),
  provider_arrival: table('Accounts elsewhere that you came from', {
    owners: [...ofPerson, ...by('email', 'ADDRESS')],
    told: 'provider issuer ends_at',
    words: { subject: `''`, email: `''`, display_name: 'null' },
    ids: 'id person_id',
    secret: { token_hash: `''` },
    atErasure: 'DELETED',
  }),
  provider_sign_in: table('Sign-ins with an account elsewhere', {
    owners: ofPerson,
    told: 'provider issuer factors proofing',
    words: { subject: `''`, session: 'null' },
    ids: 'id person_id sign_in_id',
    secret: { half_hash: 'null', sealed_token: 'null' },
    atErasure: 'DELETED',
  }),
  provider_logout: table('Words of a provider that somebody has left', {
    ids: 'id',
    others: 'ends_at',
    secret: { token_hash: `''` },
  }),
  authenticator_app: table('Authenticator app', {
    owners: ofPerson,
    told: 'since used_step new_key_ends_at',
    ids: 'id person_id',
    secret: { sealed_key: 'null', sealed_new_key: 'null' },
    atErasure: 'DELETED',
  }),
  recovery_code: table('Recovery codes', {
    owners: ofPerson,
    told: 'place made_at used_at',
    ids: 'id person_id',
    secret: { code_hash: `''` },
    atErasure: 'DELETED',
  }),
  half_sign_in: table('Sign-ins that wait for a code', {
    owners: ofPerson,
    told: 'way_in ends_at',
    words: { device_name: 'null' },
    ids: 'id person_id',
    secret: { token_hash: `''` },
    atErasure: 'DELETED',
  }),
  mailed_code: table('Codes to confirm who you are', {
    owners: by('session_id', 'session'),
    told: 'ends_at',
    ids: 'id session_id',
    secret: { code_hash: `''` },
    atErasure: 'DELETED',
  }),
  sign_in_link: table('Links to sign in', {
    owners: by('email', 'ADDRESS'),
    told: 'made_at ends_at used_at',
    words: { email: `''`, display_name: 'null' },
    secret: { token_hash: `''` },
    atErasure: 'DELETED',
  }),
  sign_in_attempt: table('Tries to sign in', { others: 'points expire', ids: '', secret: { key: `''` } }),
  email_change: table('Changes of the e-mail address', {
    owners: ofPerson,
    told: 'asked_at ends_at used_at',
    words: { new_email: `''`, old_email: `''` },
    ids: 'id person_id',
    secret: { token_hash: `''` },
    atErasure: 'DELETED',
  }),
  erasure: table('Erasure', {
    owners: ofPerson,
    told: 'asked_at due_on taken_back_at done_at',
    ids: 'id person_id',
    atErasure: 'KEPT',
    why: 'That an erasure was asked for and done must be shown.',
  }),
  persona: table('Demonstration', {
    owners: ofPerson,
    told: 'role place',
    ids: 'key position person_id',
    atErasure: 'DELETED',
  }),
  saved_view: table('Saved views', {
    owners: ofPerson,
    told: 'query',
    words: { name: `''` },
    ids: 'id version person_id',
    atErasure: 'DELETED',
  }),
  reminded_recipient: table('Reminders', {
    owners: by('recipient_id', 'PERSON'),
    told: 'reminded_on',
    ids: 'recipient_id',
    atErasure: 'DELETED',
  }),
  reminded_thing: table('What you were reminded of', {
    owners: by('recipient_id', 'PERSON'),
    told: 'kind reminded_on',
    ids: 'id recipient_id subject_id',
    atErasure: 'DELETED',
  }),
  idempotent_answer: table('Answers kept for a day', {
    owners: by('owner_id', 'PERSON'),
    told: 'at',
    ids: 'id owner_id key',
    secret: { request_hash: `''`, sealed_answer: 'null' },
    atErasure: 'DELETED',
  }),
  outgoing_mail: table('Mail to you', {
    owners: by('person_id', 'PERSON'),
    told: 'at template sent_at dropped_at not_after is_reminder',
    ids: 'id person_id position recipient_id tries next_try_at',
    // told beside, unsealed
    secret: { sealed_content: `''` },
    atErasure: 'DELETED',
  }),
  recorded_change: table('Word of changes', {
    owners: ofPerson,
    told: 'type at',
    ids: 'id position record_id person_id',
    atErasure: 'DELETED',
  }),
  audit_entry: table('Who did what with your record', {
    owners: ofPerson,
    told: 'at actor_kind action subject_type fields',
    ids: 'id actor_id owner_id subject_id person_id trace_id',
    // told beside, unsealed; nobody can read them once the key is destroyed
    secret: { hashes: '', sealed_values: '' },
    atErasure: 'KEPT',
    why: 'It must stay known who did what and when. What was said is sealed with your key, and nobody can read it once that is destroyed.',
  }),

  // the record on the way back
  returner: table('Record', {
    owners: ofPerson,
    told: `is_region_chosen shares_with_coordinators accepts_email coordinators_see_since started_on answers_changed_on waiting_since`,
    words: {
      preferred_name: 'null',
      answers: `'{}'::jsonb`,
      practice_history: `'[]'::jsonb`,
      hcpc_number: 'null',
      home_postcode: 'null',
      home_district_id: 'null',
      shares_with_coordinators: 'false',
      coordinators_see_since: 'null',
      accepts_email: 'false',
    },
    ids: 'id version person_id profession_id region_id board_id',
    atErasure: 'WIPED',
    why: counted,
  }),
  returner_merge: table('Records made one', {
    owners: [...by('kept_id', 'returner'), ...by('merged_id', 'returner')],
    told: 'merged_at undo_until undone_at seen_since',
    words: { reason: 'null' },
    ids: 'id kept_id merged_id moved',
    others: 'merged_by_id',
    atErasure: 'KEPT',
    why: 'It says which empty records were one.',
  }),
  consent: table('Consents', {
    owners: ofReturner,
    told: 'kind is_given wording_version decided_at',
    ids: 'id returner_id',
    atErasure: 'KEPT',
    why: 'That you agreed, or did not, must be shown for as long as somebody could ask.',
  }),
  question_to_hcpc: table('Questions to HCPC', {
    owners: ofReturner,
    told: 'asked_on answered_on answered_days answered_route is_superseded',
    ids: 'id returner_id',
    atErasure: 'KEPT',
    why: noWordsLeft,
  }),
  programme_decision: table('Decisions about the programme', {
    owners: ofReturner,
    told: 'decision decided_at',
    words: { reason: `''` },
    ids: 'id returner_id answers_digest',
    others: 'decided_by_id',
    atErasure: 'WIPED',
    why: counted,
    isFixed: true,
  }),
  standing_aside: table('Pauses and withdrawals', {
    owners: ofReturner,
    told: 'kind from_on until_on reason noted_on ended_on',
    ids: 'id returner_id',
    atErasure: 'KEPT',
    why: noWordsLeft,
  }),
  region_move: table('Moves between regions', {
    owners: ofReturner,
    told: 'reason state asked_on answered_on decline_reason',
    ids: 'id version returner_id from_region_id to_region_id',
    others: 'asked_by_id answered_by_id',
    atErasure: 'KEPT',
    why: noWordsLeft,
  }),

  national_import_change: table('When a national file moved you to another board or region', {
    owners: ofReturner,
    told: 'cause values_before values_after',
    ids: 'id import_id step table_name row_id returner_id',
    atErasure: 'DELETED',
  }),

  // the log, and what proves it
  logged_day: table('Log', {
    owners: ofReturner,
    told: 'on_date kind minutes starts_at is_paid_post is_removed recorded_at superseded_at',
    words: { note: 'null' },
    ids: 'id day_id version returner_id',
    atErasure: 'WIPED',
    why: signed,
    isFixed: true,
  }),
  updating_total: table('Totals of the log', {
    owners: ofReturner,
    told: 'kind minutes entries',
    ids: 'id returner_id',
    atErasure: 'KEPT',
    why: noWordsLeft,
  }),
  plan: table('Plan', {
    owners: ofReturner,
    told: 'start_on half_days_a_week supervised_percent formal_percent private_percent weeks_off saved_on',
    ids: 'id version returner_id',
    atErasure: 'DELETED',
  }),
  signed_day: table('Signed days', { told: '', ids: 'id day_id', others: 'signed_at' }),
  evidence: table('Evidence', {
    owners: ofReturner,
    told: 'kind bytes warnings virus_check added_at filed_at',
    words: { title: 'null' },
    ids: 'id version returner_id',
    secret: { sha256: `''` },
    atErasure: 'DELETED',
  }),
  evidence_content: table('Files', {
    owners: by('evidence_id', 'evidence'),
    ids: 'id evidence_id',
    // handed over beside, as files
    secret: { content: `''` },
    atErasure: 'DELETED',
  }),
  evidence_tie: table('What files are for', {
    owners: by('evidence_id', 'evidence'),
    told: 'form_line',
    ids: 'id evidence_id day_id standard_id',
    atErasure: 'DELETED',
  }),

  // placements
  placement_request: table('Requests for a placement', {
    owners: ofReturner,
    told: `state sent_on closed_on travel_mode travel_minutes_at_most weekdays days_a_week days_needed day_starts_at day_ends_at
      minutes_a_day_at_least earliest_start_on latest_start_on notice_days liked_weekdays liked_settings wants_paid`,
    words: { adjustments: `'[]'::jsonb` },
    ids: 'id version returner_id ranking',
    atErasure: 'WIPED',
    why: counted,
  }),
  placement: table('Placements', {
    owners: ofReturner,
    told: `state starts_on ends_on weekdays proposed_on offered_on expires_on returner_accepted_on host_accepted_on changed_on ended_by
      reason state_before_move`,
    ids: 'id version returner_id request_id offer_id host_id site_id supervisor_id seat is_live is_shown is_locked moved_from_id',
    atErasure: 'KEPT',
    why: counted,
  }),
  university_consent: table('Universities that you let follow your placements', {
    owners: ofReturner,
    told: 'wording_version given_at withdrawn_at',
    ids: 'id returner_id host_id',
    atErasure: 'DELETED',
  }),
  attendance: table('Days that your placement reported', {
    owners: ofPlacement,
    told: 'on_date was_there minutes reported_on is_by_program',
    ids: 'id version placement_id',
    others: 'reported_by_id',
    atErasure: 'DELETED',
  }),
  starting_check: table('Checks before day one', {
    owners: ofReturner,
    told: 'kind owner state begun_on settled_on good_until',
    ids: 'id version returner_id placement_id',
    atErasure: 'KEPT',
    why: noWordsLeft,
  }),
  site_question: table('Sites that you asked', {
    owners: ofReturner,
    told: 'asked_on',
    ids: 'id returner_id request_id host_id site_id profession_id',
    atErasure: 'KEPT',
    why: counted,
  }),
  supervisor_stand_in: table('Supervisors who stood in', {
    owners: ofPlacement,
    told: 'from_on named_on',
    ids: 'id placement_id',
    others: 'supervisor_id named_by_id',
    atErasure: 'KEPT',
    why: noWordsLeft,
  }),
  told_freeze: table('Frozen supervision', {
    owners: ofPlacement,
    told: 'frozen_from told_on',
    ids: 'id placement_id',
    others: 'supervisor_id',
    atErasure: 'KEPT',
    why: noWordsLeft,
  }),

  // signatures, learning and assessments
  sign_off: table('Days that were asked to be signed', {
    owners: ofPlacement,
    told: `state from_on until_on asked_on last_told_on nudged_on link_sent_on link_ends_at signed_at signed_by wording_version
      agreed_text taken_back_on taken_back_reason activities`,
    ids: 'id version placement_id host_id supervisor_id',
    secret: { token_hash: 'null', not_me_hash: 'null' },
    others: 'signed_email',
    atErasure: 'WIPED',
    why: signed,
  }),
  sign_off_day: table('Days, one by one', {
    owners: by('sign_off_id', 'sign_off'),
    told: 'state',
    words: { comment: `case when comment is null then null else '' end` },
    ids: 'id sign_off_id day_id day_version',
    atErasure: 'WIPED',
    why: signed,
  }),
  self_assessed_standard: table('Self-assessment', {
    owners: ofReturner,
    told: 'number confidence_before before_on confidence_after after_on',
    words: { goal: 'null', evidence: 'null' },
    ids: 'id version returner_id',
    atErasure: 'DELETED',
  }),
  learning_agreement: table('Learning agreements', {
    owners: ofPlacement,
    told: 'state edition is_shared started_on changed_on supervised_days formal_days private_days meet_every_weeks link_sent_on link_ends_at',
    ids: 'id version placement_id link_supervisor_id',
    secret: { token_hash: 'null', not_me_hash: 'null' },
    atErasure: 'WIPED',
    why: signed,
  }),
  learning_goal: table('Learning goals', {
    owners: by('agreement_id', 'learning_agreement'),
    told: 'number by_on',
    words: { goal: 'null', how: 'null', evidence: 'null' },
    ids: 'id agreement_id',
    atErasure: 'DELETED',
  }),
  agreement_step: table('What became of learning agreements', {
    owners: by('agreement_id', 'learning_agreement'),
    told: 'kind edition at party by_name',
    words: { comment: 'null', content: 'null' },
    ids: 'id agreement_id',
    others: 'by_id signed_email',
    atErasure: 'DELETED',
  }),
  assessment: table('Assessments', {
    owners: ofPlacement,
    told: 'kind standards state assigned_on due_on outcome submitted_on moderation settlement withdrawn_on withdrawal_reason',
    ids: 'id version placement_id host_id assessor_id moderator_id number',
    others: 'assigned_by_id',
    atErasure: 'KEPT',
    why: signed,
  }),
  assessment_draft: table('Assessments that are being written', {
    owners: by('assessment_id', 'assessment'),
    ids: 'id assessment_id',
    // the assessor's own until it is submitted
    others: 'criteria outcome summary actions reason saved_on',
    atErasure: 'DELETED',
  }),
  assessment_version: table('What assessments say', {
    owners: by('assessment_id', 'assessment'),
    told: 'number outcome submitted_at submitted_by wording_version agreed_text',
    words: { criteria: `'[]'::jsonb`, summary: `''`, reason: `case when reason is null then null else '' end` },
    ids: 'id assessment_id',
    atErasure: 'WIPED',
    why: signed,
    isFixed: true,
  }),
  assessment_action: table('Action plans', {
    owners: by('assessment_version_id', 'assessment_version'),
    told: 'place by_on done_on done_by',
    words: { what: `''` },
    ids: 'id assessment_version_id',
    atErasure: 'WIPED',
    why: signed,
    isFixed: true,
  }),
  assessment_moderation: table('Second looks', {
    owners: by('assessment_id', 'assessment'),
    told: 'number state asked_on due_on answered_on outcome settled_on settlement',
    words: {
      asked_why: `''`,
      reasons: `case when reasons is null then null else '' end`,
      settled_why: `case when settled_why is null then null else '' end`,
    },
    ids: 'id assessment_id moderator_id',
    others: 'asked_by_id settled_by_id',
    atErasure: 'WIPED',
    why: signed,
  }),
  assessment_appeal: table('What you did not agree with', {
    owners: by('assessment_id', 'assessment'),
    told: 'number noted_on answered_on',
    words: { note: `''`, answer: `case when answer is null then null else '' end` },
    ids: 'id assessment_id',
    others: 'answered_by_id',
    atErasure: 'WIPED',
    why: signed,
  }),

  // the papers and the application
  certified_document: table('Certified copies', {
    owners: ofReturner,
    told: 'use kind issued_on certified_on has_words has_signature is_certified_by_applicant',
    words: { certifier_name: 'null', certifier_title: 'null', certifier_contact: 'null' },
    ids: 'id version returner_id evidence_id',
    atErasure: 'DELETED',
  }),
  counter_signature: table('Counter-signatures', {
    owners: ofReturner,
    told: `state display_name is_on_register looked_up_on named_on asked_on last_told_on link_sent_on link_ends_at comment signed_at
      wording_version agreed_text taken_back_on taken_back_reason`,
    ids: 'id version returner_id profession_id signed_digest',
    secret: { token_hash: 'null', not_me_hash: 'null' },
    others: 'email hcpc_number person_id signed_email',
    atErasure: 'DELETED',
  }),
  frozen_pack: table('Packs as they were sent', {
    owners: ofReturner,
    told: 'frozen_at',
    ids: 'id returner_id updating_digest',
    // handed over beside, as files
    secret: {
      json_sha256: `''`,
      html_sha256: `''`,
      pdf_sha256: `''`,
      sealed_json: `''`,
      sealed_html: `''`,
      sealed_pdf: `''`,
    },
    atErasure: 'DELETED',
  }),
  application_notice: table('What you were told of clocks', {
    owners: by('application_id', 'application'),
    told: 'clock stage ends_on told_on',
    ids: 'id application_id',
    atErasure: 'DELETED',
  }),
  application_entry: table('What became of applications', {
    owners: by('application_id', 'application'),
    told: 'kind on_date way due_on pence is_removed recorded_at superseded_at',
    words: { asked_for: 'null', registration_number: 'null' },
    ids: 'id application_id entry_id version answers_id',
    atErasure: 'DELETED',
  }),
  application: table('Applications', {
    owners: ofReturner,
    told: 'is_current route prepared state stands_since sent_on due_on decided_on began_on',
    ids: 'id version returner_id pack_digest',
    atErasure: 'DELETED',
  }),

  // work of organisations and their people, who are not on the way back
  supervisor: table('Supervisor', {
    owners: ofPerson,
    told: 'display_name registered scope at_once_at_most weekdays checked_on seen proceedings advice_recorded_on check_again_by',
    ids: 'id version host_id person_id profession_id check_due',
    others: 'checked_by_id',
    atErasure: 'KEPT',
    why: 'It is your work for an organisation: ask the organisation.',
  }),
  supervisor_address: table('Address of a supervisor', {
    owners: by('supervisor_id', 'supervisor'),
    told: 'email confirmed_at ended_at',
    ids: 'id supervisor_id',
    others: 'confirmed_by_id',
    atErasure: 'KEPT',
    why: 'It is your work for an organisation: ask the organisation.',
  }),
  supervisor_number: table('HCPC number of a supervisor', {
    owners: by('supervisor_id', 'supervisor'),
    told: 'hcpc_number',
    ids: 'id supervisor_id host_id',
    atErasure: 'KEPT',
    why: 'It is your work for an organisation: ask the organisation.',
  }),
  assessor: table('Assessor', {
    owners: ofPerson,
    told: 'display_name registered_from registered_until has_proceedings checked_on seen',
    ids: 'id version host_id person_id profession_id',
    others: 'checked_by_id',
    atErasure: 'KEPT',
    why: 'It is your work for an organisation: ask the organisation.',
  }),
  host_invitation: table('Invitations to work with an organisation', {
    owners: by('email', 'ADDRESS'),
    told: 'role invited_on',
    words: { email: `''` },
    ids: 'id host_id',
    others: 'invited_by_id',
    atErasure: 'DELETED',
  }),
  host: table('Organisations', {
    ids: 'id version trust_id region_id board_id',
    others: 'kind name ods_code contact_name contact_email contact_phone',
  }),
  placement_site: table('Sites', {
    ids: 'id version host_id site_id district_id',
    others:
      'name postcode latitude longitude about at_once_at_most adjustments confirmed_on confirmed_by_id needs checklist',
  }),
  capacity_offer: table('Places', {
    ids: 'id version host_id site_id profession_id supervisor_id first_shown_to',
    others: `answer no_reason ask_again_on maybe_until starts_on ends_on places weekdays day_starts_at day_ends_at notice_days
      supervisor_named_by setting remote_percent contract adjustments confirmed_on confirmed_by_id is_on_behalf shown_to_all_on`,
  }),
  local_policy: table('Policies of organisations', {
    ids: 'id version host_id',
    others: `supervised_percent_at_least days_here_at_least days_a_week_at_least meet_every_weeks_at_most standards in_own_words saved_on
      saved_by_id is_on_behalf`,
  }),
  travel_correction: table('Ways that were put right', {
    ids: 'id district_id site_id',
    others: 'mode minutes corrected_by_id corrected_at',
  }),

  // programs, and what they are told: ids, states and dates, and nobody's name
  partner_client: table('Programs that you answer for', {
    owners: by('owner_id', 'PERSON'),
    told: 'name scopes ends_on created_at revoked_at',
    ids: 'id version host_id board_id owner_id',
    others: 'told_of_end budget created_by_id',
    atErasure: 'KEPT',
    why: 'It is your work for an organisation: ask the organisation.',
  }),
  partner_key: table('Their keys', {
    ids: 'id client_id',
    secret: { key_hash: `''` },
    others: 'hint made_at ends_at last_used_at',
  }),
  partner_token: table('Tokens of programs', {
    ids: 'id key_id',
    secret: { token_hash: `''` },
    others: 'scopes made_at ends_at',
  }),
  deprecated_use: table('What programs use that will go away', {
    ids: 'id client_id',
    others: 'coordinate reason first_seen_at last_seen_at',
  }),
  partner_budget: table('Budgets of programs', { ids: 'client_id', others: 'points_left as_of' }),
  bulk_export: table('Lists that you took out of the service', {
    owners: ofPerson,
    told: 'list format state stop_reason asked_at started_at finished_at kept_until row_count byte_count',
    words: { query: `''`, variables: `'{}'` },
    ids: 'id version client_id key_id person_id host_id leased_by',
    others: 'scopes role chunk_count cursor is_read_out sha256 read_with is_told due_at ran_at failures leased_until',
    atErasure: 'DELETED',
  }),
  list_under_way: table('Lists that are being sent', { others: 'slot taken_by until', secret: { caller: `''` } }),
  bulk_export_chunk: table('The files of such lists', {
    ids: 'id export_id',
    others: 'number starts_at content',
  }),
  event: table('What programs are told', {
    ids: 'id line position subject_id host_id',
    others: 'type subject_type at facts',
  }),
  webhook: table('Webhooks that you answer for', {
    owners: by('owner_id', 'PERSON'),
    told: 'url types state created_at',
    ids: 'id version host_id client_id owner_id leased_by',
    others: 'scopes schema_version pause_reason lined_up_to failures failing_since rests_until leased_until',
    atErasure: 'KEPT',
    why: 'It is your work for an organisation: ask the organisation.',
  }),
  webhook_delivery: table('What was sent to programs', {
    ids: 'id webhook_id event_id line_id position',
    others: 'kind state made_at settled_at tries first_tried_at next_try_at',
  }),
  webhook_attempt: table('How it was sent', {
    ids: 'id delivery_id',
    others: 'at milliseconds url request_headers request_body status failure answer',
  }),
  signing_key: table('Keys that sign what is sent', {
    ids: 'id key_id',
    secret: { sealed_private_key: `''` },
    others: 'public_key made_at signs_from signs_until',
  }),

  // public facts, and the service itself
  board_succession: table('Boards', {
    ids: 'id predecessor_id successor_id',
    others: 'effective_from share is_followed',
  }),
  coming_change: table('National files', {
    ids: 'id version import_id done_by_id',
    others: 'kind code name told due_on lines chosen state in_the_way',
  }),
  demonstration: table('Demonstration', { others: 'clock_advance_ms seed_version filled_at' }),
  integrated_care_board: table('Boards', { ids: 'id region_id', others: 'code name opened_on closed_on' }),
  national_import: table('National files', {
    ids: 'id version',
    others: 'kind digest rows report applied_at applied_by_id undone_at undone_by_id',
  }),
  postcode_district: table('Districts', { others: 'code latitude longitude postcodes' }),
  profession: table('Professions', {
    others: `code name field_of_practice protected_titles registrants registrants_counted_on is_england_ahp renewal_opens
      renewal_deadline renewal_year`,
  }),
  region: table('Regions', { others: 'code name' }),
  schema_migration: table('Migrations', { others: 'name executed_at' }),
  site: table('Sites', { ids: 'id trust_id', others: 'ods_code name postcode latitude longitude' }),
  standard_of_proficiency: table('Standards', { others: 'number label is_heading_confirmed valid_from' }),
  trust: table('Trusts', {
    ids: 'id region_id board_id',
    others: 'ods_code name postcode latitude longitude opened_on closed_on',
  }),
  trust_past: table('Trusts', {
    ids: 'id trust_id region_id board_id',
    others: 'name postcode valid_from valid_until is_assumed',
  }),
};

/** The columns of a text of names. */
export const namesIn = (text: string): string[] => text.split(/\s+/).filter((name) => name !== '');

/** Every column that is decided, in one list. */
export const columnsDecided = ({ told, words, ids, secret, others }: TableHeld): string[] => [
  ...new Set([...namesIn(told), ...Object.keys(words), ...namesIn(ids), ...Object.keys(secret), ...namesIn(others)]),
];

/** What an export tells of a table. */
export const columnsTold = ({ told, words }: TableHeld): string[] => [
  ...new Set([...namesIn(told), ...Object.keys(words)]),
];

/** What is kept of somebody who is erased, and why: once for each reason. */
export const keptAtErasure = (): { readonly what: readonly string[]; readonly why: string }[] => {
  const reasons = new Map<string, string[]>();
  for (const { label, atErasure, why, owners } of Object.values(tablesHeld))
    if ((atErasure === 'KEPT' || atErasure === 'WIPED') && owners.length > 0 && !why.startsWith('It is your work'))
      reasons.set(why, [...(reasons.get(why) ?? []), label]);
  return [...reasons].map(([why, what]) => ({ what, why }));
};
