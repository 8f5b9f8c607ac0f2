import { readFileSync } from 'node:fs';
import { parse } from 'csv-parse/sync';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addDays, addYears, calendarDate, type CalendarDate } from '../kernel/calendar-date.ts';
import {
  placeAnswers,
  practisingAnswers,
  professionAnswers,
  registrationAnswers,
  trainingAnswers,
  workAnswers,
  type EligibilityAnswers,
} from './answers.rules.ts';
import { abroad, day, exactly, formerly, never, registered, table, today } from './decision-table.fixture.ts';
import { decideEligibility, type EligibilityDecided } from './eligibility.rules.ts';
import { professionFacts } from './profession-facts.rules.ts';
import { sources } from './sources.rules.ts';

const outcomeFor = (answers: EligibilityAnswers, on: CalendarDate = today): EligibilityDecided => {
  const check = decideEligibility(answers, on);
  if (check.__typename !== 'EligibilityOutcome') throw new Error(`No outcome but ${JSON.stringify(check)}`);
  return check;
};
const ruleKeys = (outcome: EligibilityDecided): string[] => outcome.rules.map(({ key }) => key);

describe('the decision table', () => {
  it.each(table)(
    'row $row [$source]: $rule',
    ({ answers, source, verdict, route, days, rule, programme, totalPence }) => {
      const outcome = outcomeFor(answers);
      expect(outcome).toMatchObject({ verdict, route });
      expect(outcome.requirement?.days ?? null).toBe(days);
      expect(ruleKeys(outcome)).toContain(rule);
      expect(outcome.rules.flatMap((one) => one.sources.map(({ key }) => key))).toContain(source);
      if (programme) expect(outcome.programme.verdict).toBe(programme);
      if (totalPence) expect(outcome.fees?.totalPence).toBe(totalPence);
    },
  );

  it('row 2 plans on 30 days until HCPC has answered', () => {
    const { possibilities, rules } = outcomeFor({
      ...formerly,
      leftRegister: day('2024-11-21'),
      lastPractised: day('2024-11-21'),
    });
    expect(possibilities.map(({ requirement, planOnThis }) => [requirement.days, planOnThis])).toEqual([
      [0, false],
      [30, true],
    ]);
    expect(rules.find(({ key }) => key === 'EXACTLY_TWO_YEARS')?.assumed).toBe(true);
  });

  it('rows 3 and 5 limit private study to half', () => {
    expect(
      outcomeFor({ ...formerly, leftRegister: day('2023-01-01'), lastPractised: day('2023-01-01') }).requirement,
    ).toEqual({ days: 30, minutes: 12_600, privateDaysAtMost: 15, privateMinutesAtMost: 6_300 });
    expect(outcomeFor(formerly).requirement).toMatchObject({ minutes: 25_200, privateDaysAtMost: 30 });
  });

  it('row 6 warns early and shows both totals', () => {
    const left = { ...formerly, leftRegister: day('2022-03-01'), lastPractised: day('2022-03-01') };
    expect(outcomeFor(left)).toMatchObject({
      requirement: { days: 30 },
      threshold: { on: '2027-03-01', daysBefore: 30, daysFrom: 60 },
    });
    expect(outcomeFor({ ...left, applicationOn: calendarDate('2027-04-01') }).threshold).toMatchObject({
      daysBefore: 30,
      daysFrom: 60,
    });
  });

  it('row 9 shows what each answer of HCPC would mean', () =>
    expect(
      outcomeFor({ ...formerly, work: 'RELATED_WORK' }).possibilities.map(({ route, requirement }) => [
        route,
        requirement.days,
      ]),
    ).toEqual([
      ['READMISSION', 0],
      ['READMISSION_WITH_UPDATING', 60],
    ]));

  it('row 9 is decided where related work makes no difference', () =>
    expect(
      outcomeFor({
        ...formerly,
        work: 'RELATED_WORK',
        leftRegister: day('2025-12-01'),
        lastPractised: day('2025-11-01'),
      }),
    ).toMatchObject({ verdict: 'DECIDED', route: 'READMISSION' }));

  it('row 10 knows that the renewal is open', () =>
    expect(outcomeFor(registered).renewal).toEqual({ opensOn: '2026-09-01', closesOn: '2026-11-30', isOpen: true }));

  it('asks no coordinator about the programme where no updating is needed, wherever somebody lives', () => {
    const recent: EligibilityAnswers = {
      ...formerly,
      leftRegister: { year: 2026, month: 3 },
      lastPractised: { year: 2026, month: 3 },
    };
    for (const places of [{ livesIn: 'WALES' }, { plansToWorkIn: 'SCOTLAND' }, {}] as const)
      expect(outcomeFor({ ...recent, ...places })).toMatchObject({
        verdict: 'DECIDED',
        route: 'READMISSION',
        programme: { verdict: 'NOT_NEEDED' },
      });
  });

  it('row 13 and 16 never promise the programme money', () =>
    expect(outcomeFor({ profession: 'DT', registration: 'REMOVED_AFTER_FITNESS_TO_PRACTISE' }).moneyHelp).toEqual([]));

  it('row 26 and 28: the window moves with the application', () => {
    expect(outcomeFor(formerly).window).toMatchObject({ months: 12, opensOn: '2025-11-21', closesOn: '2026-11-21' });
    expect(outcomeFor({ ...formerly, applicationOn: calendarDate('2027-02-21') }).window).toMatchObject({
      opensOn: '2026-02-21',
    });
    expect(ruleKeys(outcomeFor(formerly))).toEqual(
      expect.arrayContaining(['WINDOW_TWELVE_MONTHS', 'WINDOW_GRACE_PERIOD']),
    );
  });

  it('row 49: a year to the day is still in time', () =>
    expect(outcomeFor({ ...formerly, registeredWithProgrammeOn: calendarDate('2025-11-21') }).programme.verdict).toBe(
      'ELIGIBLE',
    ));

  it('row 50 needs no paid post to be told', () =>
    expect(ruleKeys(outcomeFor(formerly))).not.toContain('PAID_POST_COUNTS'));
});

describe('boundaries', () => {
  const daysFor = (lastPractised: CalendarDate, on: CalendarDate): number | null =>
    outcomeFor({ ...formerly, leftRegister: exactly(lastPractised), lastPractised: exactly(lastPractised) }, on)
      .requirement?.days ?? null;

  it.each([
    ['one day short of 2 years', '2024-11-22', '2026-11-21', 0],
    ['2 years to the day', '2024-11-21', '2026-11-21', null],
    ['one day over 2 years', '2024-11-20', '2026-11-21', 30],
    ['one day short of 5 years', '2021-11-22', '2026-11-21', 30],
    ['5 years to the day', '2021-11-21', '2026-11-21', 60],
    ['a leap day, 2 years on, clamped', '2024-02-29', '2026-02-28', null],
    ['the day after a clamped leap day', '2024-02-29', '2026-03-01', 30],
    ['a leap day, 5 years on, clamped', '2020-02-29', '2025-02-28', 60],
    ['the day before', '2020-02-29', '2025-02-27', 30],
  ])('%s', (_name, last, on, days) => expect(daysFor(calendarDate(last), calendarDate(on))).toBe(days));

  it.each([
    ['the same day of the next month', '2026-10-21', '2026-11-21', 'SHORT_READMISSION'],
    ['a day later', '2026-10-20', '2026-11-21', 'READMISSION'],
    ['31 January, clamped to 28 February', '2027-01-31', '2027-02-28', 'SHORT_READMISSION'],
    ['31 January, on 1 March', '2027-01-31', '2027-03-01', 'READMISSION'],
  ])('one month off the Register: %s', (_name, left, on, route) =>
    expect(
      outcomeFor(
        { ...formerly, leftRegister: day(left), lastPractised: exactly(addDays(calendarDate(left), -30)) },
        calendarDate(on),
      ).route,
    ).toBe(route),
  );

  it.each([
    ['2021-11-22', 'UK_APPLICATION', 'NEVER_REGISTERED_UNDER_FIVE_YEARS'],
    ['2021-11-21', 'UK_APPLICATION', 'NEVER_REGISTERED_EXACTLY_FIVE_YEARS'],
    ['2021-11-20', 'UK_APPLICATION_WITH_UPDATING', 'NEVER_REGISTERED_OVER_FIVE_YEARS'],
  ])('qualified on %s: %s', (qualified, route, rule) => {
    const outcome = outcomeFor({ ...never, qualified: day(qualified) });
    expect(outcome.route).toBe(route);
    expect(ruleKeys(outcome)).toContain(rule);
  });

  it.each([
    ['2021-06-30', null],
    ['2021-07-01', 24530],
    ['2023-11-09', 29090],
    ['2025-04-28', 29090],
    ['2025-04-29', 30835],
  ])('fees for an application on %s', (applicationOn, total) =>
    expect(outcomeFor({ ...formerly, applicationOn: calendarDate(applicationOn) }).fees?.totalPence ?? null).toBe(
      total,
    ),
  );

  it('short of a month off the Register but years out of practice is for HCPC to settle', () =>
    expect(outcomeFor({ ...formerly, leftRegister: day('2026-11-01') })).toMatchObject({
      verdict: 'ASK_HCPC',
      route: null,
    }));
});

describe('approximate dates', () => {
  it('give one answer where both ends do', () =>
    expect(outcomeFor({ ...formerly, leftRegister: { year: 2019 }, lastPractised: { year: 2018 } })).toMatchObject({
      verdict: 'DECIDED',
      requirement: { days: 60 },
    }));

  it('give both answers and ask for the better date where they differ', () => {
    const outcome = outcomeFor({ ...formerly, leftRegister: { year: 2022 }, lastPractised: { year: 2021 } });
    expect(outcome).toMatchObject({
      verdict: 'BETTER_DATE_NEEDED',
      route: 'READMISSION_WITH_UPDATING',
      requirement: null,
    });
    expect(new Set(outcome.possibilities.map(({ requirement }) => requirement.days))).toEqual(new Set([30, 60]));
    expect(outcome.datesNeeded).toEqual([
      {
        field: 'lastPractised',
        question: 'LAST_PRACTISED',
        explanation: 'We need to know whether you last practised before 22 November 2021, or on that day or later.',
      },
    ]);
    expect(outcome.possibilities.find(({ planOnThis }) => planOnThis)?.requirement.days).toBe(60);
  });

  it('ask for the leaving date only where the month matters', () => {
    const outcome = outcomeFor({ ...formerly, leftRegister: { year: 2026 }, lastPractised: day('2026-01-05') });
    expect(outcome.datesNeeded.map(({ field }) => field)).toEqual(['leftRegister']);
    expect(outcome.possibilities.map(({ route }) => route).toSorted()).toEqual(['READMISSION', 'SHORT_READMISSION']);
  });

  it('agree with every exact date they can mean', () =>
    fc.assert(
      fc.property(fc.integer({ min: 2012, max: 2026 }), fc.integer({ min: 1, max: 12 }), (year, month) => {
        fc.pre(`${year}-${String(month).padStart(2, '0')}` < '2026-11');
        const said = { ...formerly, leftRegister: { year: 2026, month: 11, day: 1 }, lastPractised: { year, month } };
        const on = calendarDate('2026-12-31');
        const outcome = outcomeFor(said, on);
        const daysSeen = new Set<number>();
        for (
          let of = calendarDate(`${year}-${String(month).padStart(2, '0')}-01`);
          Number(of.slice(5, 7)) === month;
          of = addDays(of, 1)
        )
          for (const { requirement } of outcomeFor({ ...said, lastPractised: exactly(of) }, on).possibilities)
            daysSeen.add(requirement.days);
        const days = new Set(outcome.possibilities.map(({ requirement }) => requirement.days));
        expect(days).toEqual(daysSeen);
      }),
    ));
});

describe('the questions', () => {
  it('are six on the common path, one at a time', () => {
    const given: EligibilityAnswers[] = [
      {},
      { profession: 'DT' },
      { registration: 'LEFT' },
      { leftRegister: { year: 2019 } },
      { work: 'NONE' },
      { lastPractised: { year: 2018 } },
      { livesIn: 'ENGLAND', plansToWorkIn: 'ENGLAND' },
    ];
    let answers: EligibilityAnswers = {};
    const asked = given.map((answer) => {
      answers = { ...answers, ...answer };
      const check = decideEligibility(answers, today);
      return check.__typename === 'EligibilityQuestionDue' ? check.question.key : check.__typename;
    });
    expect(asked).toEqual([
      'PROFESSION',
      'REGISTRATION',
      'LEFT_REGISTER',
      'WORK',
      'LAST_PRACTISED',
      'PLACES',
      'EligibilityOutcome',
    ]);
  });

  it('never use a protected title in what is said of a person', () => {
    const { steps, possibilities, ...said } = outcomeFor(formerly);
    expect(steps).toHaveLength(6);
    expect(possibilities).toHaveLength(1);
    expect(said.fieldOfPractice).toBe('dietetics');
    expect(JSON.stringify({ headline: said.headline, summary: said.summary, actions: said.nextActions })).not.toMatch(
      /dietitian/i,
    );
  });

  const keysOf = <Key extends string>(vocabulary: Readonly<Record<Key, string>>): fc.Arbitrary<Key | undefined> =>
    fc.option(fc.constantFrom(...(Object.keys(vocabulary) as Key[])), { nil: undefined, freq: 6 });
  const anyDate = fc.option(
    fc.record({
      year: fc.integer({ min: 1980, max: 2030 }),
      month: fc.option(fc.integer({ min: 0, max: 13 })),
      day: fc.option(fc.integer({ min: 0, max: 32 })),
    }),
    { nil: undefined, freq: 6 },
  );
  const anyAnswers = fc.record({
    profession: keysOf(professionAnswers),
    registration: keysOf(registrationAnswers),
    practising: keysOf(practisingAnswers),
    work: keysOf(workAnswers),
    trained: keysOf(trainingAnswers),
    livesIn: keysOf(placeAnswers),
    plansToWorkIn: keysOf(placeAnswers),
    leftRegister: anyDate,
    lastPractised: anyDate,
    qualified: anyDate,
  });

  it('always lead to a question, a contradiction or an outcome, within ten', () =>
    fc.assert(
      fc.property(anyAnswers, (answers) => {
        const check = decideEligibility(answers, today);
        expect(check.steps.length).toBeLessThanOrEqual(7);
        if (check.__typename === 'EligibilityQuestionDue') {
          expect(check.number).toBeLessThanOrEqual(check.atMost);
          expect(check.atMost).toBeLessThanOrEqual(10);
          const field = check.question.parts.find((part) => (answers as EligibilityAnswers)[part.field] === undefined);
          expect(field).toBeDefined();
        }
        if (check.__typename === 'EligibilityOutcome') {
          expect(check.rules.length).toBeGreaterThan(0);
          expect(check.rules.every((rule) => rule.sources.length > 0)).toBe(true);
          if (check.verdict === 'ASK_HCPC' || check.verdict === 'BETTER_DATE_NEEDED') {
            expect(check.possibilities.length).toBeGreaterThan(1);
            expect(check.possibilities.filter(({ planOnThis }) => planOnThis)).toHaveLength(1);
          }
        }
      }),
      { numRuns: 2000 },
    ));

  it('leave aside what the path does not need', () =>
    expect(decideEligibility({ profession: 'OSTEOPATH', qualified: { year: 19 }, work: 'NONE' }, today)).toMatchObject({
      __typename: 'EligibilityOutcome',
      unusedAnswers: expect.arrayContaining(['qualified', 'work']),
    }));
});

describe('answers that do not fit', () => {
  it.each<[string, EligibilityAnswers, string[]]>([
    [
      'a month that does not exist',
      { ...formerly, leftRegister: { year: 2019, month: 13 } },
      ['answers', 'leftRegister', 'month'],
    ],
    [
      'a day that does not exist',
      { ...formerly, lastPractised: { year: 2018, month: 2, day: 30 } },
      ['answers', 'lastPractised', 'day'],
    ],
    ['a date in the future', { ...formerly, leftRegister: { year: 2027 } }, ['answers', 'leftRegister']],
    [
      'practice after leaving without work',
      { ...formerly, lastPractised: { year: 2020 } },
      ['answers', 'lastPractised'],
    ],
    ['practice abroad before leaving', { ...abroad, lastPractised: { year: 2017 } }, ['answers', 'lastPractised']],
    [
      'practice before qualifying',
      { ...never, work: 'PRACTISED_ABROAD', lastPractised: { year: 2010 } },
      ['answers', 'lastPractised'],
    ],
    [
      'an application before leaving',
      { ...formerly, applicationOn: calendarDate('2018-01-01') },
      ['answers', 'applicationOn'],
    ],
    [
      'an application in a far future',
      { ...formerly, applicationOn: calendarDate('2199-01-01') },
      ['answers', 'applicationOn'],
    ],
    [
      'interest registered in the future',
      { ...formerly, registeredWithProgrammeOn: calendarDate('2027-01-01') },
      ['answers', 'registeredWithProgrammeOn'],
    ],
  ])('are refused by field: %s', (_name, answers, path) => {
    const check = decideEligibility(answers, today);
    expect(check).toMatchObject({
      __typename: 'EligibilityContradicted',
      refusals: [expect.objectContaining({ code: 'VALUE_INVALID', path })],
    });
  });

  it('are told at once, before the last question', () =>
    expect(
      decideEligibility({ profession: 'DT', registration: 'LEFT', leftRegister: { year: 2030 } }, today).__typename,
    ).toBe('EligibilityContradicted'));
});

describe('the facts behind the rules', () => {
  const rows: Record<string, string>[] = parse(
    readFileSync(new URL('../organisations/reference/professions.csv', import.meta.url)),
    { columns: true },
  );

  it.each(rows)('of $code agree with the reference data', (row) => {
    const facts = Object.entries(professionFacts).find(([code]) => code === row['code'])?.[1];
    expect(facts).toEqual({
      fieldOfPractice: row['field_of_practice'],
      renewal: { opens: row['renewal_opens'], deadline: row['renewal_deadline'], year: Number(row['renewal_year']) },
    });
  });

  it('link to HCPC on its own address', () => {
    for (const source of Object.values(sources))
      if (source.key.startsWith('H')) expect(source.url).toMatch(/^https:\/\/www\.hcpc-uk\.org\//);
  });

  it('take years as the calendar does', () => expect(addYears(calendarDate('2024-02-29'), 4)).toBe('2028-02-29'));
});
