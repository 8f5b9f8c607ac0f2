import type { Role } from '../access/actor.ts';
import type { Refusal } from '../kernel/refusal.ts';

/** Days in which somebody may think again. Assumed: the law gives us a month. */
export const coolingOffDays = 14;

/** Everything that speaks against asking to be erased. */
export const faultsOfErasure = ({
  roles,
  typed,
  email,
  isAsked,
}: {
  readonly roles: readonly Role[];
  readonly typed: string;
  readonly email: string;
  readonly isAsked: boolean;
}): readonly Refusal[] => {
  if (isAsked)
    return [
      {
        code: 'RULE_NOT_MET',
        path: [],
        rule: 'ASKED_ONCE',
        message: 'You have asked to be erased already.',
        help: 'You can take it back until the day.',
      },
    ];
  if (roles.some((role) => role !== 'RETURNER'))
    return [
      {
        code: 'RULE_NOT_MET',
        path: [],
        rule: 'NO_OTHER_ROLE',
        message: 'You have another role here, and other people’s records stand on what you did in it.',
        help: 'Ask your organisation, or a coordinator, to take that role from you first. Or write to us.',
      },
    ];
  if (typed.trim().toLowerCase() !== email)
    return [
      {
        code: 'VALUE_INVALID',
        path: ['email'],
        rule: 'TYPED_AGAIN',
        message: 'This is not the address of your account.',
        help: 'Type the address of your account to show that you mean it.',
      },
    ];
  return [];
};
