import { expect, test } from 'vitest';
import { placed, type Dot } from './DotMap.tsx';

const dot = (key: number, latitude: number, longitude: number): Dot => ({
  key: String(key),
  name: `Example Site ${key}`,
  latitude,
  longitude,
  kind: 'SITE',
});
const town = Array.from({ length: 20 }, (_, index) =>
  dot(index, 51.4 + (index % 5) * 0.05, -0.3 + Math.floor(index / 5) * 0.1),
);

test('the map is filled by those who are near each other; who is far stands at the edge, in the right direction', () => {
  const alone = placed(town);
  const withFar = placed([...town, dot(99, 53.4, -2.9)]);
  expect(withFar.slice(0, 20)).toEqual(alone);
  const far = withFar.at(-1);
  expect(far).toMatchObject({ isFar: true, x: 12, y: 12 });
  expect(alone.every(({ isFar, x, y }) => !isFar && x >= 24 && x <= 616 && y >= 24 && y <= 496)).toBe(true);
});

test('one point, or several at one place, stand in the middle', () => {
  expect(placed([dot(1, 51.5, -0.1)])).toMatchObject([{ x: 320, y: 260, isFar: false }]);
  expect(placed([])).toEqual([]);
});
