import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addDays, calendarDate, daysBetween, type CalendarDate } from '../kernel/calendar-date.ts';
import { isWorkingDay } from '../kernel/working-days.ts';
import { remindersOf, type RecipientStanding, type RemindedBefore, type WaitingThing } from './reminder.rules.ts';

const monday = calendarDate('2026-11-23');
const thing = (subjectId: string, recipientId = 'one'): WaitingThing => ({
  kind: 'CONFIRM_CAPACITY',
  subjectId,
  recipientId,
  page: '/my-organisation',
});
const standing = (change: Partial<RecipientStanding> = {}): RecipientStanding => ({
  recipientId: 'one',
  remindedOn: null,
  mayBeReminded: true,
  ...change,
});

describe('a reminder', () => {
  it('gathers everything that waits for one person, and nothing of another', () => {
    const things = [thing('a'), thing('b'), thing('c', 'other')];
    expect(remindersOf(things, [standing()], [], monday)).toEqual([
      { recipientId: 'one', things: [thing('a'), thing('b')] },
    ]);
  });

  it.each([
    ['a Saturday', '2026-11-21'],
    ['a Sunday', '2026-11-22'],
    ['Christmas Day', '2026-12-25'],
    ['the Monday after Boxing Day on a Saturday', '2026-12-28'],
  ])('is not sent on %s', (_name, day) => {
    expect(remindersOf([thing('a')], [standing()], [], calendarDate(day))).toEqual([]);
  });

  it('is not sent to somebody who may not be reminded, or of whom nothing is known', () => {
    expect(remindersOf([thing('a')], [standing({ mayBeReminded: false })], [], monday)).toEqual([]);
    expect(remindersOf([thing('a')], [], [], monday)).toEqual([]);
  });

  it('is not sent within a week of the last one, whatever that was about', () => {
    const reminded = (on: string) =>
      remindersOf([thing('a')], [standing({ remindedOn: calendarDate(on) })], [], monday);
    expect(reminded('2026-11-17')).toEqual([]);
    expect(reminded('2026-11-16')).toHaveLength(1);
  });

  it('names a thing again after two weeks, and not before', () => {
    const before = (on: string): RemindedBefore[] => [{ ...thing('a'), remindedOn: calendarDate(on) }];
    expect(remindersOf([thing('a')], [standing()], before('2026-11-10'), monday)).toEqual([]);
    expect(remindersOf([thing('a')], [standing()], before('2026-11-09'), monday)).toHaveLength(1);
  });

  it('comes at most once a week to anybody, on working days alone, whatever becomes due when', () => {
    const days = 120;
    fc.assert(
      fc.property(fc.array(fc.record({ id: fc.nat(9), from: fc.nat(days), until: fc.nat(days) })), (waits) => {
        const sent: CalendarDate[] = [];
        const before = new Map<string, RemindedBefore>();
        for (let at = 0; at < days; at += 1) {
          const today = addDays(monday, at);
          const things = waits.filter(({ from, until }) => from <= at && at < until).map(({ id }) => thing(String(id)));
          const [reminder] = remindersOf(
            things,
            [standing({ remindedOn: sent.at(-1) ?? null })],
            [...before.values()],
            today,
          );
          if (!reminder) continue;
          sent.push(today);
          for (const one of reminder.things) {
            expect(things).toContainEqual(one);
            before.set(one.subjectId, { ...one, remindedOn: today });
          }
        }
        for (const [index, day] of sent.entries()) {
          expect(isWorkingDay(day)).toBe(true);
          const previous = sent[index - 1];
          if (previous) expect(daysBetween(previous, day)).toBeGreaterThanOrEqual(7);
        }
      }),
    );
  });
});
