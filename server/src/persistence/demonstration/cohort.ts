import { randomBytes } from 'node:crypto';
import type pg from 'pg';
import { changesAsKept, type Entry } from '../../audit/record.command.ts';
import type { EligibilityAnswers } from '../../eligibility/answers.rules.ts';
import { addDays, type CalendarDate } from '../../kernel/calendar-date.ts';
import { londonDate } from '../../kernel/clock.ts';
import { checkAnswers } from '../../returners/answers.rules.ts';
import { wordingOf, type ConsentKind } from '../../returners/consent.rules.ts';
import { standingOf } from '../../returners/standing.rules.ts';
import { referenceId } from '../reference-data.ts';
import { chanceFrom, type Chance } from './chance.ts';
import { cases, pickByWeight, progress, type CaseKey, type Progress } from './cohort-cases.ts';
import { inventLog, type InventedDay } from './cohort-log.ts';
import { personaId } from './personas.ts';

/** How many invented people there are besides the personas. */
export const COHORT_SIZE = 500;
/** The seed of all chance: the same people come out every time. */
const SEED = 20_261_121;

interface Place {
  readonly regionId: string;
  readonly regionCode: string;
  readonly boardId: string;
  readonly districtId: string;
  readonly district: string;
}

/** Who is to be made up. */
interface Invented {
  readonly personId: string;
  readonly number: number;
  readonly key: CaseKey;
  readonly progress: Progress;
  readonly place: Place;
  /** True for personas, whose accounts there are already. */
  readonly hasAccount: boolean;
}

type Row = Readonly<Record<string, unknown>>;

/** Rows by table, in the order in which tables are filled. */
const emptyTables = () => ({
  person: [] as Row[],
  role_grant: [] as Row[],
  person_key: [] as Row[],
  returner: [] as Row[],
  consent: [] as Row[],
  question_to_hcpc: [] as Row[],
  plan: [] as Row[],
  logged_day: [] as Row[],
  updating_total: [] as Row[],
  programme_decision: [] as Row[],
  audit_entry: [] as Row[],
});
type Tables = ReturnType<typeof emptyTables>;

const at = (date: CalendarDate, hour = 18): string => `${date}T${String(hour).padStart(2, '0')}:00:00Z`;

/** The homes there can be: a district with a trust in it, with the trust's region and board. */
const placesOf = async (client: pg.ClientBase): Promise<Place[]> =>
  (
    await client.query<Place>(
      `select distinct on (region.code, district.code) region.id "regionId", region.code "regionCode", trust.board_id "boardId",
         district.id "districtId", district.code district
       from trust join region on region.id = trust.region_id
       join postcode_district district on district.code = split_part(trust.postcode, ' ', 1)
       where trust.closed_on is null order by region.code, district.code, trust.id`,
    )
  ).rows;

/** The coordinator of the region who could have decided. */
const coordinatorOf = ({ regionCode }: Place): string | null =>
  regionCode === 'Y56'
    ? personaId('coordinator-london')
    : regionCode === 'Y62'
      ? personaId('coordinator-north-west')
      : null;

const answersOf = (key: CaseKey, chance: Chance, today: CalendarDate): EligibilityAnswers => {
  const checked = checkAnswers(cases[key].make(chance, today), today);
  if (!checked.isFine)
    throw new Error(`The case ${key} of the demonstration does not hold: ${JSON.stringify(checked.refusals)}`);
  return checked.value;
};

const mixes = [
  { supervised: 60, formal: 20, private: 20 },
  { supervised: 50, formal: 20, private: 30 },
  { supervised: 34, formal: 33, private: 33 },
] as const;

/** Makes one person up, with everything that belongs to the way back so far. */
const invent = (tables: Tables, who: Invented, chance: Chance, today: CalendarDate): void => {
  const { personId, number, place } = who;
  const answers = answersOf(who.key, chance, today);
  const { requirement, outcome } = standingOf(answers, null, today);
  const log = who.progress === 'BEGUN' ? [] : inventLog(chance, who.progress, requirement?.minutes ?? 0, today);
  const earliest = log.reduce(
    (first, { onDate }) => (onDate < first ? onDate : first),
    addDays(today, -chance.between(3, 60)),
  );
  const startedOn = addDays(earliest, -chance.between(1, 20));
  const returnerId = referenceId('returner', personId);
  const personKey = randomBytes(32);
  const audit = (
    actorId: string,
    on: string,
    action: string,
    subject: Entry['subject'],
    changes: Entry['changes'],
  ): void => {
    const { sealedValues, ...kept } = changesAsKept(personKey, changes);
    tables.audit_entry.push({
      at: on,
      actor_id: actorId,
      actor_kind: actorId === personId ? 'RETURNER' : 'COORDINATOR',
      action,
      subject_type: subject.type,
      subject_id: subject.id,
      person_id: personId,
      trace_id: 'demonstration',
      ...kept,
      sealed_values: sealedValues && `\\x${sealedValues.toString('hex')}`,
    });
  };
  const own = (on: string, action: string, changes: Entry['changes']): void =>
    audit(personId, on, action, { type: 'Returner', id: returnerId }, changes);

  if (!who.hasAccount) {
    const name = `Example Returner ${number}`;
    tables.person.push({
      id: personId,
      version: 1,
      display_name: name,
      email: `returner${number}@example.invalid`,
      email_confirmed_at: at(startedOn, 9),
      created_at: at(startedOn, 9),
    });
    tables.role_grant.push({
      id: referenceId('role', personId),
      person_id: personId,
      role: 'RETURNER',
      granted_at: at(startedOn, 9),
    });
  }
  tables.person_key.push({ person_id: personId, key: `\\x${personKey.toString('hex')}`, made_at: at(startedOn, 9) });
  own(at(startedOn, 10), 'startPathway', { answers: { before: null, after: answers } });

  const isBegun = who.progress === 'BEGUN';
  const isWhole = !isBegun && who.progress !== 'PROFILE_BEGUN';
  const shares = isWhole && (who.hasAccount || chance.percent(75));
  const acceptsEmail = isWhole && chance.percent(60);
  const wasRegistered = answers.registration !== 'NEVER_REGISTERED' && answers.profession !== 'OSTEOPATH';
  const hcpcNumber =
    isWhole && wasRegistered && answers.profession ? `${answers.profession}99${String(number).padStart(4, '0')}` : null;
  const homePostcode = isBegun ? null : `${place.district} 9ZZ`;
  if (!isBegun)
    own(at(startedOn, 11), 'updateProfile', {
      homePostcode: { before: null, after: homePostcode },
      hcpcNumber: { before: null, after: hcpcNumber },
    });
  const consent = (kind: ConsentKind, hour: number): void => {
    const wordingVersion = wordingOf(kind).version;
    tables.consent.push({
      id: referenceId('consent', `${personId}:${kind}`),
      returner_id: returnerId,
      kind,
      is_given: true,
      wording_version: wordingVersion,
      decided_at: at(startedOn, hour),
    });
    own(at(startedOn, hour), 'giveConsent', {
      [kind === 'SHARE_WITH_COORDINATORS' ? 'sharesWithCoordinators' : 'acceptsEmail']: { before: false, after: true },
      wordingVersion: { before: null, after: wordingVersion },
    });
  };
  if (shares) consent('SHARE_WITH_COORDINATORS', 12);
  if (acceptsEmail) consent('CONTACT_BY_EMAIL', 13);

  tables.returner.push({
    id: returnerId,
    version: 1 + Number(!isBegun) + Number(shares) + Number(acceptsEmail),
    person_id: personId,
    profession_id:
      answers.profession && answers.profession !== 'OSTEOPATH' ? referenceId('profession', answers.profession) : null,
    answers,
    practice_history:
      isWhole && answers.lastPractised
        ? [
            {
              work: 'Invented practice in a community team',
              place: 'ENGLAND',
              from: { year: answers.lastPractised.year - chance.between(3, 15) },
              to: { year: answers.lastPractised.year },
            },
          ]
        : [],
    hcpc_number: hcpcNumber,
    home_postcode: homePostcode,
    home_district_id: isBegun ? null : place.districtId,
    region_id: isBegun ? null : place.regionId,
    board_id: isBegun ? null : place.boardId,
    is_region_chosen: false,
    shares_with_coordinators: shares,
    accepts_email: acceptsEmail,
    coordinators_see_since: shares ? startedOn : null,
    started_on: startedOn,
  });

  if (outcome?.verdict === 'ASK_HCPC' && !isBegun && chance.percent(70)) {
    const askedOn = addDays(today, -chance.between(2, 25));
    const isAnswered = chance.percent(40);
    const settled = outcome.possibilities[0];
    tables.question_to_hcpc.push({
      id: referenceId('question', personId),
      returner_id: returnerId,
      asked_on: askedOn,
      answered_on: isAnswered && settled ? addDays(today, -1) : null,
      answered_days: isAnswered && settled ? settled.requirement.days : null,
      answered_route: isAnswered && settled ? settled.route : null,
      is_superseded: false,
    });
    own(at(askedOn), 'recordQuestionToHcpc', { askedOn: { before: null, after: askedOn } });
  }
  const coordinator = coordinatorOf(place);
  if (outcome?.programme.verdict === 'COORDINATOR_DECIDES' && shares && coordinator && chance.percent(50)) {
    const decision = chance.percent(70) ? 'ADMITTED' : 'NOT_ADMITTED';
    const reason =
      decision === 'ADMITTED' ? 'You plan to work in this region.' : 'You live too far from the places we can offer.';
    // the digest is of the stored answers, so the database makes it
    tables.programme_decision.push({
      id: referenceId('decision', personId),
      returner_id: returnerId,
      decision,
      reason,
      decided_by_id: coordinator,
      decided_at: at(addDays(startedOn, 8)),
    });
    audit(
      coordinator,
      at(addDays(startedOn, 8)),
      'decideProgrammeEntry',
      { type: 'Returner', id: returnerId },
      {
        decision: { before: null, after: decision },
        reason: { before: null, after: reason },
      },
    );
  }
  if (requirement && requirement.days > 0 && isWhole) {
    const plan = {
      start_on: addDays(startedOn, 7),
      half_days_a_week: who.progress === 'PLAN_IMPOSSIBLE' ? 1 : chance.between(4, 9),
      supervised_percent: 0,
      formal_percent: 0,
      private_percent: 0,
      weeks_off: [],
      saved_on: startedOn,
    };
    const mix = chance.pick(mixes);
    const planned = {
      ...plan,
      supervised_percent: mix.supervised,
      formal_percent: mix.formal,
      private_percent: mix.private,
    };
    tables.plan.push({ id: referenceId('plan', personId), version: 1, returner_id: returnerId, ...planned });
    own(at(startedOn, 14), 'savePlan', { plan: { before: null, after: planned } });
  }
  const before = tables.logged_day.length;
  for (const [index, day] of log.entries())
    logOne(tables, chance, { returnerId, day, dayId: referenceId('day', `${personId}:${index}`) }, audit, personId);
  addTotals(tables, personId, returnerId, tables.logged_day.slice(before));
};

const factsOf = (day: InventedDay): Record<string, unknown> => ({ ...day });

/** One day of the log, now and then with a version that was corrected, or taken out again. */
const logOne = (
  tables: Tables,
  chance: Chance,
  { returnerId, day, dayId }: { returnerId: string; day: InventedDay; dayId: string },
  audit: (actorId: string, on: string, action: string, subject: Entry['subject'], changes: Entry['changes']) => void,
  personId: string,
): void => {
  const subject = { type: 'LoggedDay', id: dayId };
  const write = (
    version: number,
    facts: InventedDay,
    recorded: string,
    superseded: string | null,
    isRemoved: boolean,
  ): void => {
    tables.logged_day.push({
      id: referenceId('day version', `${dayId}:${version}`),
      day_id: dayId,
      version,
      returner_id: returnerId,
      on_date: facts.onDate,
      kind: facts.kind,
      minutes: facts.minutes,
      starts_at: facts.startsAt,
      is_paid_post: facts.isPaidPost,
      note: facts.note,
      is_removed: isRemoved,
      recorded_at: recorded,
      superseded_at: superseded,
    });
  };
  const first = at(day.onDate, 19);
  const second = at(day.onDate, 20);
  const fate = chance.number();
  const wasCorrected = fate < 0.04;
  const wasRemoved = fate > 0.985;
  const written = wasCorrected ? { ...day, minutes: Math.max(60, day.minutes - 60) } : day;
  write(1, written, first, wasCorrected || wasRemoved ? second : null, false);
  audit(
    personId,
    first,
    'logDay',
    subject,
    Object.fromEntries(Object.entries(factsOf(written)).map(([field, after]) => [field, { before: null, after }])),
  );
  if (wasCorrected) {
    write(2, day, second, null, false);
    audit(personId, second, 'editLoggedDay', subject, { minutes: { before: written.minutes, after: day.minutes } });
  }
  if (wasRemoved) {
    write(2, day, second, null, true);
    audit(
      personId,
      second,
      'removeLoggedDay',
      subject,
      Object.fromEntries(Object.entries(factsOf(day)).map(([field, before]) => [field, { before, after: null }])),
    );
  }
};

const addTotals = (tables: Tables, personId: string, returnerId: string, days: readonly Row[]): void => {
  const sums = new Map<string, { minutes: number; entries: number }>();
  for (const row of days) {
    if (row['superseded_at'] !== null || row['is_removed'] === true) continue;
    const kind = String(row['kind']);
    const sum = sums.get(kind) ?? { minutes: 0, entries: 0 };
    sums.set(kind, { minutes: sum.minutes + Number(row['minutes']), entries: sum.entries + 1 });
  }
  for (const [kind, sum] of sums)
    tables.updating_total.push({
      id: referenceId('total', `${personId}:${kind}`),
      returner_id: returnerId,
      kind,
      ...sum,
    });
};

/** One statement a table: rows go as JSON, columns are those that the first row names. */
const insert = async (client: pg.ClientBase, table: string, rows: readonly Row[]): Promise<void> => {
  const [first] = rows;
  if (!first) return;
  const columns = Object.keys(first).join();
  await client.query(
    `insert into ${table} (${columns}) select ${columns} from json_populate_recordset(null::${table}, $1)`,
    [JSON.stringify(rows)],
  );
};

const insertDecisions = (client: pg.ClientBase, rows: readonly Row[]) =>
  client.query(
    `insert into programme_decision (id, returner_id, decision, reason, decided_by_id, decided_at, answers_digest)
     select d.id, d.returner_id, d.decision, d.reason, d.decided_by_id, d.decided_at, md5(returner.answers::text)
     from json_populate_recordset(null::programme_decision, $1) d join returner on returner.id = d.returner_id`,
    [JSON.stringify(rows)],
  );

/** Everybody to make up: the personas with a pathway, every case and every progress at least once, and the rest by chance. */
const everybody = (chance: Chance, places: readonly Place[]): Invented[] => {
  const inRegion = (code: string): Place => chance.pick(places.filter(({ regionCode }) => regionCode === code));
  const persona = (
    key: 'returner-logging' | 'returner-other',
    number: number,
    of: CaseKey,
    far: Progress,
    region: string,
  ): Invented => ({
    personId: personaId(key),
    number,
    key: of,
    progress: far,
    place: inRegion(region),
    hasAccount: true,
  });
  const caseKeys = Object.keys(cases) as CaseKey[];
  const farKeys = Object.keys(progress) as Progress[];
  const weights = Object.fromEntries(caseKeys.map((key) => [key, cases[key].weight])) as Record<CaseKey, number>;
  const people: Invented[] = [
    persona('returner-logging', 9001, 'THIRTY_DAYS', 'DROPPING_OUT_SOON', 'Y56'),
    persona('returner-other', 9002, 'SIXTY_DAYS', 'LOGGING', 'Y62'),
  ];
  for (let number = 1; number <= COHORT_SIZE; number += 1) {
    const key = caseKeys[number - 1] ?? pickByWeight(chance, weights);
    const far = farKeys[number - 1 - caseKeys.length] ?? pickByWeight(chance, progress);
    people.push({
      personId: referenceId('cohort', String(number)),
      number,
      key: number <= caseKeys.length || number > caseKeys.length + farKeys.length ? key : 'SIXTY_DAYS',
      progress: far,
      place: chance.pick(places),
      hasAccount: false,
    });
  }
  // after everybody else, and without chance, so that the others stay who they are
  const london = places.find(({ regionCode }) => regionCode === 'Y56');
  if (london)
    people.push({
      personId: personaId('returner-accepted'),
      number: 9003,
      key: 'THIRTY_DAYS',
      progress: 'PLANNED',
      place: london,
      hasAccount: true,
    });
  if (london)
    for (const [number, key] of [
      [9004, 'returner-applied'],
      [9005, 'returner-readmitted'],
    ] as const)
      people.push({
        personId: personaId(key),
        number,
        key: 'THIRTY_DAYS',
        // their days are logged with the papers that they sent
        progress: 'PLANNED',
        place: london,
        hasAccount: true,
      });
  if (london)
    for (const [number, key] of [
      [9006, 'returner-looking'],
      [9007, 'returner-finishing'],
    ] as const)
      people.push({
        personId: personaId(key),
        number,
        key: 'THIRTY_DAYS',
        progress: 'PLANNED',
        place: london,
        hasAccount: true,
      });
  return people;
};

/** Makes up five hundred people in every state there is so far, with logs, totals, consents and audit, in a few statements. */
export const addCohort = async (client: pg.ClientBase, now: Date): Promise<void> => {
  const chance = chanceFrom(SEED);
  const today = londonDate(now);
  const places = await placesOf(client);
  const tables = emptyTables();
  for (const who of everybody(chance, places)) invent(tables, who, chance, today);
  const { programme_decision: decisions, audit_entry: entries, ...plain } = tables;
  for (const [table, rows] of Object.entries(plain)) await insert(client, table, rows);
  await insertDecisions(client, decisions);
  await insert(client, 'audit_entry', entries);
};
