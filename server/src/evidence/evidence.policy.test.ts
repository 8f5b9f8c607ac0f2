import { describe, expect, it } from 'vitest';
import { anonymous, type Actor } from '../access/actor.ts';
import { mayOpenEvidence } from './evidence.policy.ts';
import { virusChecks, type VirusCheck } from './evidence.rules.ts';

const as = (kind: Actor['kind'], personId = 'somebody'): Actor => ({ ...anonymous, kind, personId });

describe('a file is opened', () => {
  it.each([
    ['its owner', as('RETURNER', 'owner'), true, ['CLEAN', 'NOT_CHECKED']],
    ['another returner', as('RETURNER'), true, []],
    ['a supervisor who is asked to sign the day', as('SUPERVISOR'), true, ['CLEAN']],
    ['another supervisor', as('SUPERVISOR'), false, []],
    ['an assessor of the standard', as('ASSESSOR'), true, ['CLEAN']],
    ['a coordinator', as('COORDINATOR'), true, []],
    ['somebody of the organisation', as('ORGANISATION_MEMBER'), true, []],
    ['an administrator', as('ADMINISTRATOR'), true, []],
    ['somebody unknown', anonymous, true, []],
  ] as const)('by %s', (_words, actor, isShown, opens) => {
    const found = (Object.keys(virusChecks) as VirusCheck[]).filter((virusCheck) =>
      mayOpenEvidence(actor, { ownerId: 'owner', virusCheck, isShown }),
    );
    expect(found).toEqual(opens);
  });
});
