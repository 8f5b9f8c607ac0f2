import { describe, expect, test } from 'vitest';
import { calendarDate } from '../kernel/calendar-date.ts';
import { decideAsking, isQuestionOverdue, sitesWithinReach, type SiteNear } from './site-question.rules.ts';

const day = calendarDate;
const may = { isOpen: true, hasContact: true, offersAlready: false, isAsked: false, open: 0 };

describe('a site that does not offer yet', () => {
  test('may be asked while the request is open and somebody is named there', () => {
    expect(decideAsking(may)).toEqual([]);
  });

  test.each([
    ['REQUEST_IS_OPEN', { isOpen: false }],
    ['SITE_HAS_CONTACT', { hasContact: false }],
    ['SITE_OFFERS_ALREADY', { offersAlready: true }],
    ['SITE_IS_ASKED_ONCE', { isAsked: true }],
    ['FEW_QUESTIONS_AT_ONCE', { open: 5 }],
  ])('is not asked: %s', (rule, changes) => {
    expect(decideAsking({ ...may, ...changes }).map((refusal) => refusal.rule)).toEqual([rule]);
  });

  test('has 10 working days, and none once it has answered', () => {
    const asked = { askedOn: day('2026-11-02'), answeredOn: null };
    expect(isQuestionOverdue(asked, day('2026-11-16'))).toBe(false);
    expect(isQuestionOverdue(asked, day('2026-11-17'))).toBe(true);
    expect(isQuestionOverdue({ ...asked, answeredOn: day('2026-11-05') }, day('2026-12-17'))).toBe(false);
  });
});

describe('the sites that are listed', () => {
  const home = { key: 'E1', latitude: 51.52, longitude: -0.05, near: [] };
  const site = (id: string, changes: Partial<SiteNear> = {}): SiteNear => ({
    id,
    name: id,
    hostName: 'Example Trust',
    hasContact: true,
    corrected: null,
    askedOn: null,
    answeredOn: null,
    latitude: 51.53,
    longitude: -0.05,
    near: [],
    ...changes,
  });
  const within = (travelMinutesAtMost: number, ...sites: SiteNear[]) =>
    sitesWithinReach({ home, mode: 'CAR', travelMinutesAtMost }, sites, day('2026-11-23')).map(
      ({ site: { id } }) => id,
    );

  test('lie within the way that the person goes, the nearest first', () => {
    const far = site('far', { latitude: 52.5 });
    expect(within(45, far, site('b', { latitude: 51.6 }), site('a'))).toEqual(['a', 'b']);
  });

  test('are those that a coordinator’s minutes put within reach', () => {
    expect(within(45, site('far', { latitude: 52.5, corrected: 40 }), site('near', { corrected: 50 }))).toEqual([
      'far',
    ]);
  });

  test('begin with those that were asked, wherever they lie', () => {
    expect(within(45, site('a'), site('asked', { latitude: 52.5, askedOn: day('2026-11-20') }))).toEqual([
      'asked',
      'a',
    ]);
  });
});
