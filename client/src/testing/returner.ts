import type {
  LoggedDayFieldsFragment,
  MeterFieldsFragment,
  PathwayFieldsFragment,
  ProfileFieldsFragment,
} from '../generated/graphql.ts';
import { viewerIs } from './mock-api.ts';

/** Signs a plainly invented returner in. */
export const returnerIsIn = (): void =>
  viewerIs({ isSignedIn: true, displayName: 'Example Returner', role: 'RETURNER', roles: ['RETURNER'] });

type Task = PathwayFieldsFragment['tasks'][number];

/** A step that is to be done, with what a test changes. */
export const task = (changes: Partial<Task>): Task => ({
  __typename: 'PathwayTask',
  key: 'PROFILE',
  state: 'TO_DO',
  title: 'Fill in your profile',
  explanation: 'Something is missing.',
  firstDo: null,
  waiting: null,
  standing: {
    __typename: 'StepStanding',
    key: 'PROFILE_EMPTY',
    who: 'You',
    since: '2026-11-02',
    usualTime: 'A few minutes.',
    whatICanDo: 'Fill in what you know.',
  },
  elsewhere: null,
  ...changes,
});

/** A pathway with the steps given. */
export const pathway = (tasks: Task[], changes: Partial<PathwayFieldsFragment> = {}): PathwayFieldsFragment => ({
  __typename: 'Pathway',
  route: 'READMISSION_WITH_UPDATING',
  isSettled: true,
  doneCount: tasks.filter(({ state }) => state === 'DONE').length,
  nextTask: tasks.find(({ state }) => state === 'TO_DO')?.key ?? null,
  requirement: { __typename: 'UpdatingRequirement', days: 30, minutes: 12_600 },
  tasks,
  ...changes,
});

/** A meter with ten days counted of thirty. */
export const meter = (changes: Partial<MeterFieldsFragment> = {}): MeterFieldsFragment => ({
  __typename: 'UpdatingCount',
  countedMinutes: 4_200,
  loggedMinutes: 4_200,
  shortfallMinutes: 8_400,
  shortfallNotPrivateMinutes: 2_100,
  isComplete: false,
  requirement: {
    __typename: 'UpdatingRequirement',
    days: 30,
    minutes: 12_600,
    privateDaysAtMost: 15,
    privateMinutesAtMost: 6_300,
  },
  kinds: [
    { __typename: 'UpdatingKindTotal', kind: 'SUPERVISED', minutes: 4_200, countedMinutes: 4_200 },
    { __typename: 'UpdatingKindTotal', kind: 'FORMAL', minutes: 0, countedMinutes: 0 },
    { __typename: 'UpdatingKindTotal', kind: 'PRIVATE', minutes: 0, countedMinutes: 0 },
  ],
  notCounted: [],
  expiries: [],
  window: {
    __typename: 'UpdatingWindow',
    applicationOn: '2026-11-21',
    opensOn: '2025-11-21',
    closesOn: '2026-11-21',
    explanation: 'Updating counts from 21 November 2025.',
  },
  ...changes,
});

/** A whole day of supervised practice. */
export const loggedDay = (changes: Partial<LoggedDayFieldsFragment> = {}): LoggedDayFieldsFragment => ({
  __typename: 'LoggedDay',
  id: 'd1',
  version: 1,
  onDate: '2026-11-20',
  kind: 'SUPERVISED',
  minutes: 420,
  startsAt: null,
  isPaidPost: false,
  note: null,
  ...changes,
});

/** A profile with a postcode, and nothing agreed to. */
export const profile = (changes: Partial<ProfileFieldsFragment> = {}): ProfileFieldsFragment => ({
  __typename: 'Returner',
  id: 'r1',
  version: 3,
  displayName: 'Example Returner',
  preferredName: null,
  fieldOfPractice: 'dietetics',
  hcpcNumber: null,
  homePostcode: 'ZZ1 1ZZ',
  isRegionChosen: false,
  professionCode: 'DT',
  region: { __typename: 'Region', id: 'reg1', code: 'Y56', name: 'London' },
  homeDistrict: { __typename: 'PostcodeDistrict', id: 'pd1', code: 'ZZ1' },
  homeDistrictIsNearest: false,
  practiceHistory: [],
  consentChoices: [
    {
      __typename: 'ConsentChoice',
      kind: 'SHARE_WITH_COORDINATORS',
      text: 'The exact words.',
      wordingVersion: 1,
      isGiven: false,
    },
  ],
  ...changes,
});
