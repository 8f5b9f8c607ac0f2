import { expect, test } from 'vitest';
import { stepsFor } from './application-steps.rules.ts';
import { bill, factsWith, paper, today } from './pack.fixture.ts';
import type { PackFacts } from './pack-record.rules.ts';
import { packOf } from './pack.rules.ts';
import { packMisses } from './steps-by-pack.rules.ts';

const steps = (more: Partial<PackFacts>, prepared: readonly string[] = []) =>
  Object.fromEntries(
    stepsFor('READMISSION_WITH_UPDATING', false, prepared, packMisses(packOf(factsWith(more), today))).map((step) => [
      step.key,
      step,
    ]),
  );

test('the form and the copies are ready once the pack has them, and nothing else is', () => {
  const ready = Object.values(steps({})).filter(({ isReady }) => isReady);
  expect(ready.map(({ key }) => key)).toEqual(['RETURN_TO_PRACTICE_FORM', 'IDENTITY_DOCUMENT', 'ADDRESS_DOCUMENT']);
});

test('an unsigned cover sheet holds back the form alone', () => {
  const { RETURN_TO_PRACTICE_FORM: form, IDENTITY_DOCUMENT: identity } = steps({ counterSignatory: null });
  expect(form).toMatchObject({ isReady: false, missing: [{ code: 'COUNTER_SIGNATORY_MISSING' }] });
  expect(identity).toMatchObject({ isReady: true, missing: [] });
});

test('each copy is judged by itself', () => {
  const lacking = steps({ documents: [bill()] });
  expect(lacking['IDENTITY_DOCUMENT']).toMatchObject({ isReady: false, missing: [{ page: 'DOCUMENTS' }] });
  expect(lacking['ADDRESS_DOCUMENT']).toMatchObject({ isReady: true });
  const unsigned = steps({ documents: [paper(), bill({ id: 'the bill', hasSignature: false })] });
  expect(unsigned['IDENTITY_DOCUMENT']).toMatchObject({ isReady: true });
  expect(unsigned['ADDRESS_DOCUMENT']).toMatchObject({
    isReady: false,
    missing: [{ code: 'CERTIFICATION_NOT_SIGNED', recordId: 'the bill' }],
  });
});

test('what was ticked by hand before is still known, and is not ready for as long as the pack misses something', () => {
  const { IDENTITY_DOCUMENT: identity, DECLARATIONS: declarations } = steps({ documents: [bill()] }, [
    'IDENTITY_DOCUMENT',
    'DECLARATIONS',
  ]);
  expect(identity).toMatchObject({ isReady: false, isTicked: true, followsPack: true });
  expect(declarations).toMatchObject({ isReady: true, isTicked: true, followsPack: false, missing: [] });
});
