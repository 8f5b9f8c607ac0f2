import { expect, test } from 'vitest';
import { calendarDate } from '../kernel/calendar-date.ts';
import { renewalWindowAt } from './profession.rules.ts';

const operatingDepartment = { opens: '1 Sep', deadline: '30 Nov', year: 2024 };
const radiography = { opens: '1 Dec', deadline: '28 Feb', year: 2025 };

test.each([
  ['before the window', operatingDepartment, '2026-08-31', '2026-09-01', '2026-11-30', false],
  ['on its first day', operatingDepartment, '2026-09-01', '2026-09-01', '2026-11-30', true],
  ['on its last day', operatingDepartment, '2026-11-30', '2026-09-01', '2026-11-30', true],
  ['the day after', operatingDepartment, '2026-12-01', '2028-09-01', '2028-11-30', false],
  ['over New Year', radiography, '2026-02-28', '2025-12-01', '2026-02-28', true],
  ['over New Year into a leap year', radiography, '2026-11-21', '2027-12-01', '2028-02-29', false],
])('%s', (_name, published, today, opensOn, closesOn, isOpen) => {
  expect(renewalWindowAt(published, calendarDate(today))).toEqual({ opensOn, closesOn, isOpen });
});
