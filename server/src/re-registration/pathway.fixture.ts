import type { EligibilityAnswers } from '../eligibility/answers.rules.ts';
import type { CalendarDate } from '../kernel/calendar-date.ts';
import { standingOf } from '../returners/standing.rules.ts';
import { applicationView, type ApplicationFacts } from './application-view.rules.ts';
import type { PackFinding } from './pack-record.rules.ts';
import type { PackMisses } from './steps-by-pack.rules.ts';
import type { PackStanding, PathwayFacts } from './pathway.rules.ts';

/** A pack in which nothing has been put yet. */
export const noPack: PackStanding = {
  isReady: false,
  missing: ['Hours of updating are missing.'],
  supervisedMinutes: 0,
  unsignedMinutes: 0,
  waitingMinutes: 0,
  counterSignatureAskedOn: null,
};

/** A pack that has all that is sent. */
export const nothingMissing: PackMisses = {
  RETURN_TO_PRACTICE_FORM: [],
  IDENTITY_DOCUMENT: [],
  ADDRESS_DOCUMENT: [],
};
const missing: PackFinding = {
  code: 'IDENTITY_DOCUMENT_MISSING',
  section: 'DOCUMENTS',
  stops: true,
  sentence: 'No certified copy is there.',
  help: 'Have one certified.',
  page: 'DOCUMENTS',
  recordId: null,
  rule: null,
};
const allMissing: PackMisses = {
  RETURN_TO_PRACTICE_FORM: [missing],
  IDENTITY_DOCUMENT: [missing],
  ADDRESS_DOCUMENT: [missing],
};

/** The facts of somebody who has only given answers, a year ago. */
export const pathwayFactsOf = (
  answers: EligibilityAnswers,
  today: CalendarDate,
  more: Partial<PathwayFacts> = {},
  application: Partial<ApplicationFacts> = {},
): PathwayFacts => {
  const question = more.question ?? null;
  const startedOn = '2025-11-21' as CalendarDate;
  return {
    standing: standingOf(answers, question, today),
    question,
    today,
    startedOn,
    hasHomeOrRegion: false,
    hasHcpcNumber: false,
    wasRegistered: true,
    hasPracticeHistory: false,
    hasPractised: true,
    shares: false,
    regionName: null,
    seenSince: null,
    answersChangedOn: null,
    decision: null,
    plan: null,
    planSavedOn: null,
    placement: { request: null, placement: null },
    placementChangedOn: null,
    loggedMinutes: 0,
    isUpdatingComplete: false,
    firstLoggedOn: null,
    lastLoggedOn: null,
    signatureAskedOn: null,
    sentBack: null,
    pack: noPack,
    assessment: null,
    application: applicationView(
      {
        answers,
        question,
        entries: more.isUpdatingComplete === true ? enoughUpdating(today) : [],
        stored: null,
        profession: {
          protectedTitles: ['Dietitian', 'Dietician'],
          renewal: { opens: '1 Apr', deadline: '30 Jun', year: 2026 },
        },
        startedOn,
        packMisses: allMissing,
        ...application,
      },
      today,
    ),
    pause: null,
    ...more,
  };
};

/** Enough formal study for anybody, all on the day before. */
const enoughUpdating = (today: CalendarDate): ApplicationFacts['entries'] =>
  Array.from({ length: 60 }, (_none, index) => ({
    key: `day-${index}`,
    on: new Date(Date.parse(`${today}T00:00:00Z`) - (index + 1) * 86_400_000)
      .toISOString()
      .slice(0, 10) as CalendarDate,
    kind: 'FORMAL' as const,
    minutes: 420,
    startsAt: null,
  }));
