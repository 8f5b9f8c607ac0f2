import { testThatAnswersAreAlike } from '../../testing/differential.ts';

testThatAnswersAreAlike([
  ['returner', 'another returner', 'a returner without a pathway'],
  ['supervisor'],
  ['assessor'],
  ['counter-signatory'],
  ['organisation member'],
]);
