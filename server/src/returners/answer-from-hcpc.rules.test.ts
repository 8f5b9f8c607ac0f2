import { expect, test } from 'vitest';
import type { Route } from '../eligibility/outcome.rules.ts';
import { calendarDate } from '../kernel/calendar-date.ts';
import { faultsOfAnswer } from './answer-from-hcpc.rules.ts';

const faultsOf = (route: Route, days: number, answeredOn = '2026-11-20') =>
  faultsOfAnswer({ route, days, answeredOn: calendarDate(answeredOn) }, '2026-11-10', calendarDate('2026-11-21')).map(
    ({ path }) => path.join('.'),
  );

test.each<[string, Route, number, string, string[]]>([
  ['a way back without updating, and none', 'READMISSION', 0, '2026-11-20', []],
  ['a way back with updating, and some', 'READMISSION_WITH_UPDATING', 60, '2026-11-20', []],
  ['the day of the question', 'READMISSION', 0, '2026-11-10', []],
  ['today', 'READMISSION', 0, '2026-11-21', []],
  ['a short form, with updating or without', 'SHORT_READMISSION', 30, '2026-11-20', []],
  ['a way back without updating, and some', 'READMISSION', 30, '2026-11-20', ['days']],
  ['a way back with updating, and none', 'UK_APPLICATION_WITH_UPDATING', 0, '2026-11-20', ['days']],
  ['days that no rule knows', 'READMISSION_WITH_UPDATING', 45, '2026-11-20', ['days']],
  ['a day before the question', 'READMISSION', 0, '2026-11-09', ['answeredOn']],
  ['a day that has not come, and odd days', 'READMISSION', 7, '2026-11-22', ['answeredOn', 'days']],
])('%s', (_name, route, days, answeredOn, faults) => {
  expect(faultsOf(route, days, answeredOn)).toEqual(faults);
});
