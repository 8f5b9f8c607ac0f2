import { readFileSync } from 'node:fs';
import { parse } from 'csv-parse/sync';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  estimateTravel,
  isUrban,
  kilometresBetween,
  travelInWords,
  travelModes,
  travelTimesWith,
  type District,
  type Place,
  type Point,
  type TravelMode,
} from './travel.rules.ts';

const modes = ['CAR', 'PUBLIC_TRANSPORT', 'BICYCLE', 'ON_FOOT'] as const satisfies readonly TravelMode[];
const leeds: Place = { key: 'LS1', point: { latitude: 53.7968, longitude: -1.5473 }, isUrban: true };
const bradford: Place = { key: 'BD1', point: { latitude: 53.794, longitude: -1.7518 }, isUrban: true };

const rows: Record<string, string>[] = parse(
  readFileSync(new URL('../organisations/reference/outcodes.csv', import.meta.url)),
  { columns: true },
);
const districts = new Map<string, District>(
  rows.map((row) => [
    row['outcode'] ?? '',
    {
      point: { latitude: Number(row['latitude']), longitude: Number(row['longitude']) },
      postcodes: Number(row['postcodes']),
    },
  ]),
);

describe('town and country', () => {
  it.each([
    ['LS6', true],
    ['SE15', true],
    ['TR19', false],
    ['NE48', false],
  ] as const)('%s is urban: %s', (outcode, urban) => {
    const district = districts.get(outcode);
    expect(isUrban(district?.point ?? { latitude: 0, longitude: 0 }, districts.values())).toBe(urban);
  });
});

describe('an estimate', () => {
  it('measures about 13 km from Leeds to Bradford', () => {
    expect(kilometresBetween(leeds.point, bradford.point)).toBeCloseTo(13.5, 0);
  });

  it('says that it is one, and how far off it may be', () => {
    expect(travelInWords(estimateTravel(leeds, bradford, 'CAR'))).toMatch(
      /^\d+ minutes, give or take \d+ \(an estimate\)$/,
    );
  });

  const aPoint = fc.record({
    latitude: fc.double({ min: 50, max: 55.8, noNaN: true }),
    longitude: fc.double({ min: -5.7, max: 1.7, noNaN: true }),
  });
  const aPlace = (key: string): fc.Arbitrary<Place> =>
    fc.record({ key: fc.constant(key), point: aPoint, isUrban: fc.boolean() });

  it('is the same there and back, whole, and never below zero', () => {
    fc.assert(
      fc.property(aPlace('A'), aPlace('B'), fc.constantFrom(...modes), (from, to, mode) => {
        const there = estimateTravel(from, to, mode);
        expect(there).toEqual(estimateTravel(to, from, mode));
        expect(Number.isInteger(there.minutes) && there.minutes >= 0 && there.plusMinus >= 5).toBe(true);
      }),
    );
  });

  it('never falls as the way grows', () => {
    const along = (share: number): Point => ({ latitude: 51 + share * 3, longitude: -1 });
    const share = fc.double({ min: 0, max: 1, noNaN: true });
    fc.assert(
      fc.property(share, share, fc.constantFrom(...modes), fc.boolean(), (one, other, mode, urban) => {
        const [near, far] = one < other ? [one, other] : [other, one];
        const minutes = (to: number): number =>
          estimateTravel(
            { key: 'A', point: along(0), isUrban: urban },
            { key: 'B', point: along(to), isUrban: urban },
            mode,
          ).minutes;
        expect(minutes(near)).toBeLessThanOrEqual(minutes(far));
      }),
    );
  });

  it('knows every mode', () => {
    expect(Object.keys(travelModes)).toEqual([...modes]);
  });
});

describe('a pair that is known better', () => {
  const correction = { from: 'BD1', to: 'LS1', mode: 'CAR', minutes: 55, origin: 'CORRECTION' } as const;
  const routed = { ...correction, minutes: 40, origin: 'ROUTING' } as const;

  it.each([
    ['a correction wins over the estimate', [correction], 55, 'CORRECTION'],
    ['a correction wins over the routing service', [correction, routed], 55, 'CORRECTION'],
    ['whichever comes first', [routed, correction], 55, 'CORRECTION'],
    ['the routing service wins over the estimate', [routed], 40, 'ROUTING'],
  ] as const)('%s, both ways', (_case, known, minutes, origin) => {
    const times = travelTimesWith(known);
    expect(times.between(leeds, bradford, 'CAR')).toEqual({ minutes, plusMinus: 0, origin });
    expect(times.between(bradford, leeds, 'CAR')).toEqual({ minutes, plusMinus: 0, origin });
    expect(times.between(leeds, bradford, 'BICYCLE').origin).toBe('ESTIMATE');
  });
});
