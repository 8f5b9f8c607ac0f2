import { expect, test } from 'vitest';
import { paths, professionPath, questionPath } from './paths.ts';

test('every address of the web app stays what it was', () => {
  expect(paths).toMatchSnapshot();
});

test('values in addresses are escaped', () => {
  expect(professionPath('PYL')).toBe('/professions/PYL');
  expect(questionPath('left/on')).toBe('/eligibility/question/left%2Fon');
});
