import { describe, expect, it } from 'vitest';
import { addDays, calendarDate } from '../kernel/calendar-date.ts';
import { askSiteOn, isOfferOpen, isOfferShown, offerStanding, type OfferFacts } from './offer.rules.ts';

const day = calendarDate;
const today = day('2026-11-23');
const offer: OfferFacts = {
  answer: 'YES',
  maybeUntil: null,
  from: day('2027-01-04'),
  until: day('2027-06-30'),
  confirmedOn: today,
};
const confirmed = (daysAgo: number): OfferFacts => ({ ...offer, confirmedOn: addDays(today, -daysAgo) });
const maybe = (until: string): OfferFacts => ({ ...offer, answer: 'MAYBE', maybeUntil: day(until) });

describe('how far an offer can be believed', () => {
  it.each([
    ['confirmed today', confirmed(0), 'CONFIRMED', true],
    ['confirmed 41 days ago', confirmed(41), 'CONFIRMED', true],
    ['confirmed 42 days ago', confirmed(42), 'STALE', true],
    ['confirmed 83 days ago', confirmed(83), 'STALE', true],
    ['confirmed 84 days ago', confirmed(84), 'LAPSED', false],
    ['maybe, and its day is today', maybe('2026-11-23'), 'MAYBE', true],
    ['maybe, and its day was yesterday', maybe('2026-11-22'), 'LAPSED', false],
    ['no', { ...offer, answer: 'NO' }, 'NO', false],
    ['its last day is today', { ...offer, until: today }, 'CONFIRMED', true],
    ['its last day was yesterday', { ...offer, until: addDays(today, -1) }, 'OVER', false],
  ] as const)('%s: %s', (_case, facts, standing, isOpen) => {
    expect(offerStanding(facts, today)).toBe(standing);
    expect(isOfferOpen(facts, today)).toBe(isOpen);
  });
});

describe('an offer asks for itself', () => {
  it.each([
    ['when it goes stale', confirmed(0), null, '2027-01-04'],
    ['three days before a maybe ends', maybe('2026-12-31'), null, '2026-12-28'],
    ['two weeks after it was asked', confirmed(50), '2026-11-20', '2026-12-04'],
    ['anew once it has been confirmed', confirmed(0), '2026-11-20', '2027-01-04'],
    ['never after a no', { ...offer, answer: 'NO' }, null, null],
    ['never when it is over', { ...offer, until: addDays(today, -1) }, null, null],
  ] as const)('%s', (_case, facts, lastAskedOn, expected) => {
    expect(askSiteOn(facts, lastAskedOn === null ? null : day(lastAskedOn), today)).toBe(expected);
  });
});

describe('an offer that is shown to some first', () => {
  const first = { partnerIds: ['one'], toAllFrom: day('2026-12-01') };
  it.each([
    ['is shown to them', first, ['one'], '2026-11-23', true],
    ['is not shown to others', first, ['other'], '2026-11-30', false],
    ['is shown to all from its day', first, ['other'], '2026-12-01', true],
    ['stays with them without a day', { ...first, toAllFrom: null }, ['other'], '2027-12-01', false],
    ['is shown to all if nobody is named', { partnerIds: [], toAllFrom: null }, [], '2026-11-23', true],
  ] as const)('%s', (_case, shown, viewer, on, expected) => {
    expect(isOfferShown(shown, viewer, day(on))).toBe(expected);
  });
});
