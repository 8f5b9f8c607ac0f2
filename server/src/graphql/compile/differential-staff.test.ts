import { testThatAnswersAreAlike } from '../../testing/differential.ts';

testThatAnswersAreAlike([
  ['coordinator of a region', 'coordinator of another region', 'coordinator of a board'],
  ['administrator'],
  ['organisation administrator'],
  ['partner'],
  ['suspended'],
  ['anonymous'],
]);
