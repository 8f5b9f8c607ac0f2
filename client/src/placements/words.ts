import type {
  Adjustment,
  CapacityAnswer,
  CapacityNoReason,
  CapacityStanding,
  HostChecklistItem,
  HostKind,
  HostRole,
  PlacementContract,
  PlacementPreference,
  PlacementReason,
  PlacementSetting,
  PlacementState,
  ProceedingKind,
  SiteNeed,
  StartingCheckKind,
  StartingCheckState,
  TravelMode,
} from '../generated/graphql.ts';

/** Ways to travel, as they are chosen and said. */
export const travelModes = {
  CAR: 'Car',
  PUBLIC_TRANSPORT: 'Bus, tram or train',
  BICYCLE: 'Bicycle',
  ON_FOOT: 'On foot',
} as const satisfies Record<TravelMode, string>;

/** Where supervised practice takes place. */
export const settings = {
  CLINICAL: 'With patients or clients',
  EDUCATION: 'Teaching',
  LEADERSHIP: 'Leadership and management',
  RESEARCH: 'Research',
} as const satisfies Record<PlacementSetting, string>;

/** What a person may need at work. A site sees these words, and never why. */
export const adjustments = {
  STEP_FREE: 'Step-free ways to every room',
  PARKING_CLOSE: 'Parking close to the door',
  NEARBY_TOILET: 'A toilet close by',
  SEATED_WORK: 'Work that can be done sitting',
  NO_LIFTING: 'Work without lifting',
  EXTRA_BREAKS: 'More breaks',
  SHORTER_DAYS: 'Days shorter than 7 hours',
  FLEXIBLE_HOURS: 'Start and end times that can move',
  QUIET_SPACE: 'A quiet room for breaks and writing',
  WRITTEN_INSTRUCTIONS: 'Instructions in writing',
  SCREEN_SUPPORT: 'Large type or a screen reader',
  HEARING_SUPPORT: 'A hearing loop or an interpreter',
} as const satisfies Record<Adjustment, string>;

/** What somebody may rank. */
export const preferences = {
  TRAVEL: 'A short way',
  DAYS: 'The days I like best',
  HOURS: 'Full days',
  START: 'An early start',
  SETTING: 'The kind of work I like best',
  PAID: 'A paid post',
} as const satisfies Record<PlacementPreference, string>;

/** How a placement stands, in few words. */
export const placementStates = {
  PROPOSED: 'Proposed',
  OFFERED: 'Offered',
  ACCEPTED_BY_RETURNER: 'Returner said yes',
  ACCEPTED_BY_SITE: 'Site said yes',
  ACCEPTED: 'Both said yes',
  STARTED: 'Under way',
  COMPLETED: 'Completed',
  DECLINED: 'Declined',
  EXPIRED: 'Nobody answered in time',
  WITHDRAWN: 'Taken back',
  MOVED: 'Moved to another site',
  ENDED_EARLY: 'Ended early',
} as const satisfies Record<PlacementState, string>;

/** Why one side says no, or why a placement ends early. */
export const reasons = {
  DATES: 'The dates do not work',
  DAYS_OR_HOURS: 'The days or hours do not work',
  TRAVEL: 'The way is too long',
  SETTING: 'It is not the kind of work that is needed',
  OTHER_PLACE: 'There is another place',
  NOT_NOW: 'Life has changed: not now',
  SUPERVISOR_NOT_AVAILABLE: 'The supervisor is not available',
  NO_ROOM: 'There is no room after all',
  CHECKS_NOT_DONE: 'The checks could not be done in time',
  ADJUSTMENT_NOT_POSSIBLE: 'An adjustment cannot be made',
  PREFER_NOT_TO_SAY: 'I would rather not say',
} as const satisfies Record<PlacementReason, string>;

/** The reasons that a returner may give. */
export const reasonsOfReturner = [
  'DATES',
  'DAYS_OR_HOURS',
  'TRAVEL',
  'SETTING',
  'OTHER_PLACE',
  'NOT_NOW',
  'PREFER_NOT_TO_SAY',
] as const satisfies readonly PlacementReason[];

/** What must be ready before day one. */
export const checks = {
  IDENTITY: 'Who you are',
  RIGHT_TO_WORK: 'Right to work',
  REGISTRATION_AND_QUALIFICATIONS: 'Former registration and qualifications',
  EMPLOYMENT_HISTORY: 'Work history and references',
  CRIMINAL_RECORD: 'Criminal record check',
  WORK_HEALTH: 'Health at work',
  OCCUPATIONAL_HEALTH: 'Occupational health appointment',
  MANDATORY_TRAINING: 'Mandatory training',
  INDUCTION: 'Induction',
  CONTRACT: 'Agreement or contract',
  LEARNING_AGREEMENT: 'Learning agreement',
} as const satisfies Record<StartingCheckKind, string>;

/** How a check stands. */
export const checkStates = {
  TO_DO: 'To do',
  IN_PROGRESS: 'In progress',
  CLEARED: 'Done',
  NOT_CLEARED: 'Not passed',
} as const satisfies Record<StartingCheckState, string>;

const weekdayNames = ['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday', 'Sunday'] as const;

/** The days of the week as choices, by their numbers from 1 (Monday). */
export const weekdayChoices = weekdayNames.map((label, index) => ({ value: String(index + 1), label }));

/** The name of a day of the week by its number: 1 is "Monday". */
export const sayWeekday = (weekday: number): string => weekdayNames[weekday - 1] ?? '';

/** Days of the week in one line: "Mon, Tue, Thu", or "Mon to Fri" where at least three follow each other. */
export const sayWeekdays = (weekdays: readonly number[]): string => {
  const days = weekdays.toSorted((one, other) => one - other);
  const [first, last] = [days.at(0) ?? 0, days.at(-1) ?? 0];
  const short = (day: number) => sayWeekday(day).slice(0, 3);
  return days.length > 2 && last - first === days.length - 1
    ? `${short(first)} to ${short(last)}`
    : days.map(short).join(', ');
};

const shortDate = new Intl.DateTimeFormat('en-GB', {
  day: 'numeric',
  month: 'short',
  year: 'numeric',
  timeZone: 'UTC',
});

/** A span of dates for the narrow cell of a table: "6 Dec 2026 to 18 Sept 2027". */
export const sayDates = (from: string, to: string): string => `${sayShortDate(from)} to ${sayShortDate(to)}`;

/** A date for the narrow cell of a table: "6 Dec 2026". */
export const sayShortDate = (date: string): string => shortDate.format(new Date(`${date}T00:00:00Z`));

/** A time of day from minutes after midnight: 540 is "09:00". */
export const sayTime = (minutes: number): string =>
  `${String(Math.floor(minutes / 60)).padStart(2, '0')}:${String(minutes % 60).padStart(2, '0')}`;

/** On what footing somebody works at a site. */
export const contracts = {
  VOLUNTEER: 'Volunteer agreement, unpaid',
  HONORARY: 'Honorary contract, unpaid',
  LETTER_OF_AGREEMENT: 'Letter of agreement, unpaid',
  PAID_BAND_3: 'Paid post in band 3',
  PAID_BAND_4: 'Paid post in band 4',
} as const satisfies Record<PlacementContract, string>;

/** How far an offer of places can be believed. */
export const standings = {
  CONFIRMED: 'Confirmed',
  MAYBE: 'Maybe',
  STALE: 'Ask again',
  LAPSED: 'Lapsed',
  NO: 'No',
  OVER: 'Over',
} as const satisfies Record<CapacityStanding, string>;

/** What a site answers when it is asked for places. */
export const answers = { YES: 'Yes', MAYBE: 'Maybe', NO: 'No' } as const satisfies Record<CapacityAnswer, string>;

/** Why a site has no places. */
export const noReasons = {
  NO_SUPERVISOR: 'Nobody can supervise',
  FULL: 'All places are taken',
  NO_ROOM: 'There is no desk or treatment room',
  STAFF_SHORTAGE: 'The team is too small at the moment',
  REORGANISATION: 'The service is moving or changing',
  NOT_THIS_PROFESSION: 'This profession does not work here',
  ASK_LATER: 'Not now: ask again on a day',
  OTHER: 'Another reason',
} as const satisfies Record<CapacityNoReason, string>;

/** Kinds of organisations that may host. */
export const hostKinds = {
  NHS_TRUST: 'NHS trust',
  GENERAL_PRACTICE: 'General practice',
  INDEPENDENT: 'Independent provider',
  SOCIAL_CARE: 'Social care',
  LOCAL_GOVERNMENT: 'Council',
  CHARITY: 'Charity or social enterprise',
  UNIVERSITY: 'University or college',
} as const satisfies Record<HostKind, string>;

/** Roles that an organisation hands out itself. */
export const hostRoles = {
  ORGANISATION_MEMBER: 'Member',
  ORGANISATION_ADMINISTRATOR: 'Administrator',
  SUPERVISOR: 'Supervisor',
} as const satisfies Record<HostRole, string>;

/** What each of these roles does. */
export const hostRoleHints = {
  ORGANISATION_MEMBER: 'Looks after places and supervisors.',
  ORGANISATION_ADMINISTRATOR: 'The same, and hands out roles.',
  SUPERVISOR: 'Supervises returners.',
} as const satisfies Record<HostRole, string>;

/** What a site needs of a returner. */
export const siteNeeds = {
  OWN_CAR: 'A car and a licence, for visits',
  EARLY_OR_LATE: 'Early or late shifts',
  WEEKENDS: 'Some work at weekends',
  MOVING_PEOPLE: 'Moving and handling of people',
  INDUCTION_FIRST: 'A day of induction before the first day',
  UNIFORM_BROUGHT: 'Clothes of your own that suit the work',
} as const satisfies Record<SiteNeed, string>;

/** What a host has ready before it takes somebody. */
export const hostChecklist = {
  CONTACT: 'One person to turn to',
  CRITERIA: 'Clear words on whom the site can take',
  CONTRACT: 'The kind of contract, with how long it takes',
  IDENTITY: 'Who looks at proof of identity',
  REFERENCES: 'Who asks for references',
  CRIMINAL_RECORD: 'Who starts the criminal record check',
  OCCUPATIONAL_HEALTH: 'How occupational health is reached',
  MANDATORY_TRAINING: 'How mandatory training is booked',
  UNIFORM: 'Where a uniform comes from',
  IT_ACCESS: 'Who asks for access to computers',
} as const satisfies Record<HostChecklistItem, string>;

/** The reasons that a site may give. */
export const reasonsOfSite = [
  'DATES',
  'DAYS_OR_HOURS',
  'SUPERVISOR_NOT_AVAILABLE',
  'NO_ROOM',
  'CHECKS_NOT_DONE',
  'ADJUSTMENT_NOT_POSSIBLE',
  'PREFER_NOT_TO_SAY',
] as const satisfies readonly PlacementReason[];

/** What may be found when somebody is looked up on the Register. */
export const proceedingKinds = {
  OPEN_CASE: 'A fitness to practise case that is not decided yet',
  CAUTION: 'A caution order',
  CONDITIONS: 'A conditions of practice order',
  SUSPENSION: 'A suspension order',
} as const satisfies Record<ProceedingKind, string>;
