import { expect, test } from 'vitest';
import { capacityOfferOf } from '../testing/placement.ts';
import { capacityOf, readCapacity } from './capacity-draft.ts';

const offer = capacityOfferOf({
  firstShownTo: [{ __typename: 'IntegratedCareBoard', id: 'b1', name: 'Example Board' }],
  shownToAllOn: '2027-02-01',
});

test('an offer that is changed keeps the boards that see it first, and the day from which all do', () => {
  expect(readCapacity(capacityOf(offer))).toMatchObject({
    capacity: { firstShownToBoardIds: ['b1'], shownToAllOn: '2027-02-01' },
  });
});

test('without boards, and with a no, there is no such day', () => {
  for (const changes of [{ firstShownTo: [] }, { answer: 'NO', noReason: 'FULL' }])
    expect(readCapacity({ ...capacityOf(offer), ...changes })).toMatchObject({
      capacity: { firstShownToBoardIds: [], shownToAllOn: null },
    });
});
