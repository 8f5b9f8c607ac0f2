import { expect, test } from 'vitest';
import type { EligibilityAnswers } from '../eligibility/answers.rules.ts';
import { addDays, calendarDate, type CalendarDate } from '../kernel/calendar-date.ts';
import { standingOf } from '../returners/standing.rules.ts';
import { placementStates, type PlacementState } from '../placements/placement.rules.ts';
import { plainEntry, type ApplicationEntry } from './application-entry.rules.ts';
import { faultsOfHistory } from './application-faults.rules.ts';
import { isApplicationRoute, stepKeysFor, type ApplicationRoute } from './application-steps.rules.ts';
import { nextEntryKinds, stateOf } from './application.rules.ts';
import { noPack, nothingMissing, pathwayFactsOf } from './pathway.fixture.ts';
import { pathwayStates, taskKeys, type PathwayStateKey } from './pathway-states.rules.ts';
import { nextTaskOf, tasksOf, type PathwayFacts } from './pathway.rules.ts';

/** Where somebody is on the whole way, in few words: what the record could hold. */
interface Place {
  readonly answers: EligibilityAnswers;
  readonly today: CalendarDate;
  readonly known: Partial<PathwayFacts>;
  readonly prepared: readonly string[];
  readonly entries: readonly ApplicationEntry[];
}

const began = calendarDate('2026-11-02');
const left: EligibilityAnswers = {
  profession: 'DT',
  registration: 'LEFT',
  leftRegister: { year: 2024, month: 6, day: 30 },
  work: 'NONE',
  lastPractised: { year: 2023, month: 9, day: 1 },
  livesIn: 'ENGLAND',
  plansToWorkIn: 'ENGLAND',
};
const allAnswers: readonly EligibilityAnswers[] = [
  left,
  { profession: 'DT' },
  { ...left, lastPractised: { year: 2021 } },
  { ...left, work: 'RELATED_WORK' },
  { ...left, livesIn: 'WALES' },
  { ...left, lastPractised: { year: 2026, month: 1 }, leftRegister: { year: 2026, month: 2 } },
  { ...left, registration: 'REMOVED_AFTER_FITNESS_TO_PRACTISE' },
  {
    profession: 'ODP',
    registration: 'REGISTERED',
    practising: 'NOT_PRACTISING',
    lastPractised: { year: 2023, month: 9, day: 1 },
    livesIn: 'ENGLAND',
    plansToWorkIn: 'ENGLAND',
  },
];

const routeAt = (place: Place): ApplicationRoute | null => {
  const { route } = standingOf(place.answers, place.known.question ?? null, place.today);
  return isApplicationRoute(route) ? route : null;
};
const factsAt = (place: Place): PathwayFacts => {
  const { answers, today, known, prepared, entries } = place;
  const route = routeAt(place);
  return pathwayFactsOf(answers, today, known, {
    stored:
      prepared.length + entries.length > 0 && route !== null
        ? { version: 1, route, prepared, state: stateOf(entries), beganOn: began, packDigest: null, entries }
        : null,
    ...(prepared.length > 1 ? { packMisses: nothingMissing } : {}),
  });
};

const placed = (state: PlacementState): Partial<PathwayFacts> => ({
  placement: {
    request: null,
    placement: {
      state,
      siteName: 'Example Hospital',
      startsOn: began,
      endsOn: addDays(began, 60),
      expiresOn: addDays(began, 10),
      returnerAcceptedOn: began,
      openChecks: 1,
    },
  },
  placementChangedOn: began,
});
const supervised = { ...noPack, supervisedMinutes: 420 };
const assessed = { since: began, dueOn: addDays(began, 30), assessorName: 'Example Assessor' };

/** What can change in a record by itself, or by what somebody does. */
const changes: readonly Partial<PathwayFacts>[] = [
  { question: { askedOn: began, answeredOn: null, answeredDays: null, answeredRoute: null } },
  {
    question: { askedOn: began, answeredOn: began, answeredDays: 30, answeredRoute: 'READMISSION_WITH_UPDATING' },
  },
  { hasHcpcNumber: true },
  { hasHomeOrRegion: true, regionName: 'South West', hasPracticeHistory: true },
  { shares: true },
  { seenSince: began, shares: true },
  { decision: { decision: 'ADMITTED', reason: 'Works near the border.', on: began } },
  { plan: 'IMPOSSIBLE', planSavedOn: began },
  { plan: 'POSSIBLE', planSavedOn: began },
  {
    placement: { request: { sentOn: began, latestStartOn: addDays(began, 90), noticeDays: 14 }, placement: null },
  },
  ...(Object.keys(placementStates) as PlacementState[]).map(placed),
  { loggedMinutes: 420, firstLoggedOn: began, lastLoggedOn: began },
  { isUpdatingComplete: true, loggedMinutes: 12_600, lastLoggedOn: began },
  { pack: { ...supervised, unsignedMinutes: 420 } },
  { pack: { ...supervised, waitingMinutes: 420 }, signatureAskedOn: began },
  { pack: { ...supervised, unsignedMinutes: 420 }, sentBack: { days: 1, since: began } },
  { pack: supervised },
  { pack: { ...supervised, missing: ['The cover sheet is not signed.'], counterSignatureAskedOn: began } },
  { pack: { ...supervised, isReady: true, missing: [] } },
  { assessment: { ...assessed, isSubmitted: false } },
  { assessment: { ...assessed, isSubmitted: true } },
  { pause: { state: 'PAUSED', since: began } },
  { pause: { state: 'LEFT', since: began } },
  { pause: null },
];

const recorded = (place: Place): Place[] => {
  const route = routeAt(place);
  if (route === null) return [];
  return nextEntryKinds(place.entries, route).flatMap((kind) =>
    [addDays(place.today, 14), null].flatMap((dueOn) => {
      const id = `entry-${place.entries.length}`;
      const entry: ApplicationEntry = {
        ...plainEntry(kind, place.today),
        id,
        version: 1,
        ...(kind === 'SENT' ? { way: 'EMAIL' as const } : {}),
        ...(kind === 'QUERIED' ? { askedFor: 'Proof of address', dueOn } : {}),
        ...(kind === 'ANSWERED' ? { answersId: place.entries.find((one) => one.kind === 'QUERIED')?.id ?? null } : {}),
        ...(kind === 'FEE_TAKEN' ? { pence: 30_835 } : {}),
        ...(kind === 'REGISTERED' ? { registrationNumber: 'DT012345' } : {}),
      };
      const entries = [...place.entries, entry];
      return faultsOfHistory(entries, route, id).length > 0 ? [] : [{ ...place, entries }];
    }),
  );
};
const movesFrom = (place: Place): Place[] => {
  const route = routeAt(place);
  const steps = route === null ? [] : stepKeysFor(route, false);
  return [
    // what happens in between is the same for everybody
    ...(place.answers === left ? changes : changes.slice(0, 7)).map((change) => ({
      ...place,
      known: { ...place.known, ...change },
    })),
    ...(place.entries.length === 0
      ? [
          { ...place, prepared: steps.slice(0, 1) },
          { ...place, prepared: steps },
        ]
      : []),
    ...recorded(place),
    // time goes by
    { ...place, today: addDays(place.today, 30) },
    { ...place, today: addDays(place.today, 240) },
  ];
};

/** Goes every way on from each place in which somebody with such answers is in a state for the first time. */
const walk = (): { readonly place: Place; readonly facts: PathwayFacts }[] => {
  const known = new Set<string>();
  const places: Place[] = allAnswers.map((answers) => ({
    answers,
    today: began,
    known: {},
    prepared: [],
    entries: [],
  }));
  return places.flatMap(function visit(place): { place: Place; facts: PathwayFacts }[] {
    const facts = factsAt(place);
    const keys = tasksOf(facts).map(({ standing }) => `${allAnswers.indexOf(place.answers)} ${standing.key}`);
    const isNew = keys.some((key) => !known.has(key));
    for (const key of keys) known.add(key);
    return [{ place, facts }, ...(isNew ? movesFrom(place).flatMap(visit) : [])];
  });
};
const walked = walk();

/** What is wrong with a state as it is told. */
const faultsAt = (facts: PathwayFacts, today: CalendarDate): string[] => {
  const order = Object.keys(taskKeys);
  const tasks = tasksOf(facts);
  const faults = tasks.flatMap(({ key, state, standing, waiting, firstDo, title, explanation }) => {
    const row = pathwayStates[standing.key];
    const words = [standing.who, standing.usualTime, standing.whatICanDo, title, explanation];
    return [
      row.step === key && row.state === state ? [] : [`${standing.key} is no state of ${key} that is ${state}`],
      words.every((text) => /\w/.test(text) && !/[{}]|undefined|null/.test(text))
        ? []
        : [`${standing.key} leaves a word out`],
      /^\d{4}-\d\d-\d\d$/.test(standing.since) && standing.since <= today
        ? []
        : [`${standing.key} is since ${standing.since}`],
      (waiting === undefined) === (state !== 'WAITING') ? [] : [`${standing.key} waits for nobody`],
      (firstDo === undefined) === (state !== 'CANNOT_START_YET') ? [] : [`${standing.key} comes after nothing`],
    ].flat();
  });
  const places = tasks.map(({ key }) => order.indexOf(key));
  const next = nextTaskOf(tasks);
  return [
    ...faults,
    ...(places.every((place, index) => index === 0 || place > (places[index - 1] ?? 0))
      ? []
      : ['the steps are out of order']),
    ...(next === null || tasks.some(({ key }) => key === next) ? [] : [`${next} comes next and is not there`]),
  ];
};

test('every state that can be reached says who, since when, how long and what can be done', () => {
  expect([...new Set(walked.flatMap(({ facts, place }) => faultsAt(facts, place.today)))]).toEqual([]);
});

test('every state of the table can be reached', () => {
  const reached = new Set(walked.flatMap(({ facts }) => tasksOf(facts).map(({ standing }) => standing.key)));
  expect(Object.keys(pathwayStates).filter((key) => !reached.has(key as PathwayStateKey))).toEqual([]);
});

test('the walk goes from the first answers to each end', () => {
  const ends = new Set(walked.flatMap(({ facts }) => [facts.application.state, facts.pause?.state ?? 'ON_THE_WAY']));
  for (const end of ['REGISTERED', 'REFUSED', 'APPEAL_DISMISSED', 'WITHDRAWN', 'PAUSED', 'LEFT'] as const)
    expect(ends).toContain(end);
});

test('no protected title is said anywhere on the way before the Register', () => {
  for (const { facts } of walked)
    if (facts.application.onTheRegister === null)
      expect(JSON.stringify([tasksOf(facts), facts.application]).toLowerCase()).not.toMatch(/dieti[ct]ian/);
});
