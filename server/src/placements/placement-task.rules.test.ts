import { expect, test } from 'vitest';
import { calendarDate } from '../kernel/calendar-date.ts';
import { placementTaskOf, type PlacementStanding } from './placement-task.rules.ts';
import type { PlacementState } from './placement.rules.ts';

const today = calendarDate('2026-11-23');
const request = { sentOn: today, latestStartOn: calendarDate('2027-03-01'), noticeDays: 14 };
const at = (state: PlacementState, openChecks = 0): PlacementStanding => ({
  request: null,
  placement: {
    state,
    siteName: 'Example Site',
    startsOn: calendarDate('2027-01-04'),
    endsOn: calendarDate('2027-02-07'),
    expiresOn: calendarDate('2026-12-07'),
    returnerAcceptedOn: today,
    openChecks,
  },
});

test('says nothing before the person has asked', () => {
  expect(placementTaskOf({ request: null, placement: null }, 'London', today)).toBeNull();
});

test('tells somebody who waits for whom, since when, how long, and what to do', () => {
  const task = placementTaskOf({ request, placement: null }, 'London', today);
  expect(task).toMatchObject({ state: 'WAITING', waiting: { forWhom: 'The coordinators of London', since: today } });
  expect(task?.explanation).toContain('15 February 2027');
  const later = placementTaskOf({ request, placement: null }, 'London', calendarDate('2026-12-08'));
  expect(later && 'waiting' in later && later.waiting.whatICanDo).toContain('longer than usual');
});

test.each([
  ['OFFERED', 'TO_DO', 'Say yes or no by 7 December 2026.'],
  ['ACCEPTED_BY_SITE', 'TO_DO', 'Say yes or no'],
  ['ACCEPTED_BY_RETURNER', 'WAITING', 'The site must say yes too.'],
  ['ACCEPTED', 'IN_PROGRESS', 'Everything is ready.'],
  ['STARTED', 'IN_PROGRESS', 'Log each day.'],
  ['COMPLETED', 'DONE', 'ended on 7 February 2027'],
] as const)('%s is %s', (state, expected, words) => {
  const task = placementTaskOf(at(state), 'London', today);
  expect(task?.state).toBe(expected);
  expect(task?.explanation).toContain(words);
});

test('counts the checks that are open', () => {
  expect(placementTaskOf(at('ACCEPTED', 3), null, today)?.explanation).toContain('3 checks are still open');
});

test('looks on after a placement that is completed, where there is a new request', () => {
  expect(placementTaskOf({ ...at('COMPLETED'), request }, null, today)?.state).toBe('WAITING');
});
