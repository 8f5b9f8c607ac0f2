import { expect, test } from 'vitest';
import { calendarDate } from '../kernel/calendar-date.ts';
import { pointsOfMap, type OfferedPlaces, type WaitingDistrict } from './placement-map.rules.ts';

const today = calendarDate('2026-11-23');
const district = (id: string, waiting: number): WaitingDistrict => ({
  id,
  name: id,
  postcode: null,
  latitude: 51.5,
  longitude: 0,
  waiting,
});
const offer = (id: string, changes: Partial<OfferedPlaces> = {}): OfferedPlaces => ({
  site: { id, name: id, postcode: 'E1 4NS', latitude: 51.5, longitude: 0 },
  places: 2,
  takenPlaces: 0,
  answer: 'YES',
  maybeUntil: null,
  from: calendarDate('2027-01-04'),
  until: calendarDate('2027-06-30'),
  confirmedOn: today,
  ...changes,
});
const lines = (districts: WaitingDistrict[], offers: OfferedPlaces[]) =>
  pointsOfMap(districts, offers, today).map(({ id, kind, waiting, freePlaces }) => [id, kind, waiting, freePlaces]);

test('every district and every site is one point, most who wait first, then most free places', () => {
  expect(
    lines([district('E1', 1), district('N1', 40)], [offer('b'), offer('a', { takenPlaces: 1 }), offer('b')]),
  ).toEqual([
    ['N1', 'DISTRICT', 40, 0],
    ['E1', 'DISTRICT', 1, 0],
    ['b', 'SITE', 0, 4],
    ['a', 'SITE', 0, 1],
  ]);
});

test('an offer that cannot be given away puts no site on the map, and one that is full frees no place', () => {
  expect(
    lines(
      [],
      [
        offer('no', { answer: 'NO' }),
        offer('over', { until: calendarDate('2026-11-22') }),
        offer('lapsed', { confirmedOn: calendarDate('2026-08-01') }),
        offer('full', { takenPlaces: 3 }),
      ],
    ),
  ).toEqual([['full', 'SITE', 0, 0]]);
});

test('there is no limit to the points', () => {
  const many = Array.from({ length: 450 }, (_, index) => offer(`s${index}`));
  expect(lines([], many)).toHaveLength(450);
});
